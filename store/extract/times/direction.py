"""Whether a time lies ahead or behind, as tense, aspect and cue words of its clause tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from store.extract.times.words import lexicon
from store.extract.verb_forms import BE, DO, HAVE, MODALS, WILL, WOULD, verb_forms

if TYPE_CHECKING:
    from store.extract.tokens import Tokens
    from store.model.mentions import Direction

_PRESENT_BE = frozenset({"is", "are", "am", "'re", "'m", "isn't", "aren't"})
_SKIPPED = frozenset(
    {
        "not",
        "also",
        "now",
        "still",
        "then",
        "first",
        "again",
        "be",
        "never",
        "both",
        "each",
        "all",
        "only",
        "either",
        "soon",
        "just",
        "even",
        "once",
    }
)
_ATTRIBUTIVE = frozenset(
    """a an the of in with by for to on at from its his her their this these those some all many more other new any our
    my no two three four five six several and's 's into against between under about as over""".split()
)
_NO_NOUN = frozenset({"", ",", ".", ")", ";", ":", '"', "''", "”", "-", "–"})
_PREPOSITIONS = frozenset(
    {"on", "in", "at", "from", "late", "early", "during", "over", "the", "through", "around", "about", "mid", "of"}
)
_OPENERS = frozenset(
    {
        "that",
        "but",
        "while",
        "because",
        "when",
        "which",
        "who",
        "whether",
        "if",
        "where",
        "``",
        "“",
        '"',
        ";",
        ":",
        "although",
        "though",
    }
)
_NO_ED = frozenset(
    {
        "hundred",
        "need",
        "indeed",
        "speed",
        "united",
        "embed",
        "seed",
        "feed",
        "breed",
        "sacred",
        "naked",
        "hatred",
        "kindred",
        "bed",
        "red",
        "shed",
        "exceed",
        "proceed",
        "succeed",
        "agreed-upon",
    }
)
_AHEAD_PHRASES = frozenset(
    {
        ("as", "early", "as"),
        ("as", "soon", "as"),
        ("no", "later", "than"),
        ("not", "later", "than"),
        ("on", "or", "before"),
        ("as", "late", "as"),
    }
)


_RELATIVES = frozenset({"who", "which", "that", "whose", "where", "when"})
_CLAUSE_STARTS = _OPENERS | {",", "and", "as", "before", "after", "than", "what", "until", "since", "(", "-", "–"}
_REPORTING = frozenset({"say", "tell", "report", "announce", "add", "confirm", "note", "state", "know", "believe"})
_NOBODY = frozenset({"neither", "nobody", "none", "no"})
_SUBJECTS = frozenset({"he", "she", "it", "who", "which"})
_RESULTS = frozenset({"win", "reach", "clinch", "claim", "seal", "secure", "beat", "become", "earn", "snap", "end"})
_NOUN_THIRDS = frozenset({"host", "visit", "head", "vote", "play", "face", "mark", "move", "run", "start", "end", "leave", "fall", "return",
                          "launch", "address", "hold", "close", "open", "get"})  # fmt: skip


class Cue(NamedTuple):
    """What a clause says about a time, and the words that say it."""

    direction: Direction
    words: str


NO_CUE = Cue("none", "")


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: a half-open range of token indices."""

    first: int
    end: int
    direction: Direction
    base: str
    finite: bool


@dataclass(frozen=True, slots=True)
class _Lists:
    planned: frozenset[str]
    planned_attribute: frozenset[str]
    moved: frozenset[str]
    happened: frozenset[str]
    scheduled: frozenset[str]
    scheduled_plural: frozenset[str]
    implicative: frozenset[str]
    ahead: frozenset[str]
    behind: frozenset[str]


@cache
def _lists() -> _Lists:
    return _Lists(**{name: frozenset(words) for name, words in lexicon("direction").items()})


class Clauses:
    """Directions of the times of one article; the verbs of a sentence are looked for once."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._groups: dict[int, list[VerbGroup]] = {}

    def cue_at(self, first: int, end: int) -> Cue:
        """What the clause around the tokens ``[first, end)`` says about when they are."""
        tokens = self._tokens
        index = tokens.sentence_of[first]
        sentence = tokens.sentences[index]
        if index not in self._groups:
            self._groups[index] = verb_groups(tokens, sentence.first, sentence.end)
        groups = self._groups[index]
        low = tokens.lower
        left = right = None
        for group in groups:
            if group.end <= first:
                left = group
            elif group.first >= end and not (low[group.first - 1] in _RELATIVES and group.first - end > 1):
                right = group
                break
        governing = _governing(low, first, end, sentence.first, sentence.end, left, right)
        cue = _beside(low, first, end, sentence.first, sentence.end, governing, left, right)
        if cue:
            return cue
        if governing is left and left and (noun := _happened_before(low, left.end, first)):
            return Cue("past", noun)
        if governing and governing.direction != "none":
            return Cue(governing.direction, " ".join(tokens.words[governing.first : governing.end]))
        return NO_CUE


def _governing(
    low: list[str], first: int, end: int, start: int, stop: int, left: VerbGroup | None, right: VerbGroup | None
) -> VerbGroup | None:
    """The verb group that the time belongs to: the nearest before it, unless the time opens its clause."""
    if left is None or right is None:
        return left or right
    if end < stop and low[end] == "'s":
        return _around_noun(low, end, left, right)
    before = first - 1
    while before >= start and low[before] in _PREPOSITIONS:
        before -= 1
    follower = low[end] if end < stop else ""
    # "a meeting on Monday would ..."; but "the talks he held Monday would ..."
    if right.first == end and right.finite and left.end < before + 1:
        return right
    if before < start or low[before] in _OPENERS:
        return right
    if low[before] == "and" and right.finite and (right.first - end <= 6 or follower == ","):
        return right
    if low[before] in (",", "-", "–", "—") and follower.isalpha() and right.finite:
        return right
    return left


def _around_noun(low: list[str], end: int, left: VerbGroup, right: VerbGroup) -> VerbGroup:
    """As in "Friday's meeting": future where either verb around is, else the one before."""
    if left.direction == "future":
        return left
    if (
        right.direction == "future"
        and right.first - end <= 8
        and not any(w in (",", ";", "that") for w in low[end : right.first])
    ):
        return right
    return left


def _beside(
    low: list[str],
    first: int,
    end: int,
    start: int,
    stop: int,
    governing: VerbGroup | None,
    left: VerbGroup | None,
    right: VerbGroup | None,
) -> Cue | None:
    """Cues that touch the time itself and outweigh the tense of the clause."""
    lists = _lists()
    at = first - 1
    while at > start and low[at] in ("late", "early", "the", "about", "around", "on", "midnight", "noon", "end", "of"):
        at -= 1
    if at < start:
        return None
    word = low[at]
    possessive = end < stop and low[end] == "'s"
    if tuple(low[max(start, at - 2) : at + 1]) in _AHEAD_PHRASES or word in lists.planned:
        return Cue("future", word)
    if possessive and (noun := _noun_after(low, end, stop)):
        return noun
    if word in ("starting", "beginning", "commencing", "effective", "due"):
        return (
            Cue("future", word)
            if not (left and left.finite and left.direction == "past" and left.base in ("last", "run"))
            else None
        )
    if word == "for" and not possessive and low[first - 1] == "for":
        return Cue("future", "for")
    if (word == "of" and low[at - 1] == "ahead") or (word == "to" and low[at - 1] == "prior"):
        return Cue("future", f"{low[at - 1]} {word}")
    if word == "to" and left and left.base in lists.moved:
        return Cue("future", f"{low[left.end - 1]} to")
    if word in lists.behind:
        return Cue("past", word)
    if word in lists.ahead:
        opening = at == start or low[at - 1] in (",", "but", "and", "not", "``", "“", '"')
        verb = right if opening and right else governing
        past = (
            verb is not None
            and verb.direction == "past"
            and (opening or verb.base in ("last", "have", "remain", "be", "run"))
        )
        return None if past else Cue("future", word)
    return None


def _noun_after(low: list[str], end: int, stop: int) -> Cue | None:
    """As in "Monday's planned visit" lies ahead, "Friday's attack" behind."""
    for word in low[end + 1 : min(end + 4, stop)]:
        if word in _lists().planned_attribute:
            return Cue("future", word)
        if word in _lists().happened:
            return Cue("past", word)
        if not word.isalpha():
            break
    return None


def _happened_before(low: list[str], start: int, stop: int) -> str:
    """The noun of "will retire after the defeat by Leeds on Saturday"; "" without one."""
    opened = False
    for word in low[start:stop]:
        opened = opened or word in ("after", "following", "since", "despite")
        if opened and word in _lists().happened:
            return word
    return ""


def verb_groups(tokens: Tokens, start: int, stop: int) -> list[VerbGroup]:
    """Verb groups of the tokens ``[start, stop)`` (one sentence), in text order."""
    groups: list[VerbGroup] = []
    low, raw = tokens.lower, tokens.words
    at = start
    while at < stop:
        group = _group_at(low, raw, at, start, stop, groups)
        if group:
            groups.append(group)
            at = max(group.end, at + 1)
        else:
            at += 1
    return groups


def _group_at(
    low: list[str], raw: list[str], at: int, start: int, stop: int, groups: list[VerbGroup]
) -> VerbGroup | None:
    word = low[at]
    if word in WILL or word.endswith("'ll"):
        return _modal(low, at, stop)
    if word in WOULD or word in MODALS or word.endswith("'d"):
        # "May" with a capital inside a sentence is a month or a name.
        return None if raw[at] == "May" and at > start else _modal(low, at, stop)
    if word in BE:
        return _be(low, at, stop)
    if word in HAVE:
        return _have(low, at, stop)
    if word in DO:
        return VerbGroup(at, at + 1, "past" if word in ("did", "didn't") else "none", "do", finite=True)
    if word == "to":
        return _infinitive(low, raw, at, stop, groups)
    if word == "set" and (at + 1 >= stop or low[at + 1] not in ("to", "for", "on", "in")):
        return VerbGroup(at, at + 1, "past", "set", finite=True)
    if word in _lists().planned and (
        at == start or low[at - 1] not in _ATTRIBUTIVE or word in _lists().planned_attribute
    ):
        return VerbGroup(at, at + 1, "future", word, finite=False)
    return _lexical(low, raw, at, start, groups)


def _skip(low: list[str], at: int, stop: int) -> int:
    """Index of the first word from ``at`` on that is no adverb or negation."""
    while at < stop and (low[at] in _SKIPPED or (low[at].endswith("ly") and len(low[at]) > 4)):
        at += 1
    return at


def _modal(low: list[str], at: int, stop: int) -> VerbGroup:
    direction: Direction = "future"
    verb = _skip(low, at + 1, stop)
    if (
        verb < stop
        and low[verb] == "have"
        and verb + 1 < stop
        and _is_participle(low[_skip(low, verb + 1, stop)] if _skip(low, verb + 1, stop) < stop else "")
    ):
        return VerbGroup(at, min(verb + 2, stop), "past" if low[at] not in WILL else "future", "have", finite=True)
    base = low[verb] if verb < stop else ""
    # "could not be reached Friday" tells what failed; "could come on Tuesday" looks ahead.
    denied = at + 1 < stop and low[at + 1] == "not" or not _NOBODY.isdisjoint(low[max(0, at - 12) : at])
    if low[at] == "couldn't" or (low[at] == "could" and denied):
        direction = "past"
    return VerbGroup(at, min(verb + 1, stop), direction, base, finite=True)


def _be(low: list[str], at: int, stop: int) -> VerbGroup:
    """As in "is to hold", "are meeting", "was killed", "is due"."""
    present = low[at] in _PRESENT_BE
    verb = _skip(low, at + 1, stop)
    word = low[verb] if verb < stop else ""
    if word == "to" and verb + 1 < stop and _is_base(low[verb + 1]):
        return VerbGroup(at, verb + 2, "future", low[verb + 1], finite=True)
    if word in _lists().planned:
        return VerbGroup(at, verb + 1, "future", word, finite=True)
    if word == "going" and verb + 1 < stop and low[verb + 1] == "to":
        return VerbGroup(at, verb + 2, "future" if present else "past", "go", finite=True)
    if word == "being" or low[at] == "being" or low[at] == "been":
        return VerbGroup(at, at + 1, "future" if present else "past", "be", finite=low[at] != "being")
    form = verb_forms().get(word)
    if form and form.form == "gerund":
        return VerbGroup(at, verb + 1, "future" if present else "past", form.base, finite=True)
    base = form.base if form else word if _is_participle(word) else "be"
    end = verb + 1 if _is_participle(word) else at + 1
    if low[at] == "be":
        return VerbGroup(at, end, "none", base, finite=False)
    return VerbGroup(at, end, "future" if present else "past", base, finite=True)


def _have(low: list[str], at: int, stop: int) -> VerbGroup:
    """As in "has met", "had been expected", "have to leave", "has a deadline"."""
    verb = _skip(low, at + 1, stop)
    word = low[verb] if verb < stop else ""
    if word == "been":
        after = _skip(low, verb + 1, stop)
        planned = after < stop and low[after] in _lists().planned
        base = low[after] if planned else "have"
        return VerbGroup(
            at, min(after + 1, stop) if planned else verb + 1, "future" if planned else "past", base, finite=True
        )
    if word == "to":
        return VerbGroup(at, verb + 1, "past" if low[at] == "had" else "future", "have", finite=True)
    if word in _lists().planned:
        return VerbGroup(at, verb + 1, "future", word, finite=True)
    if _is_participle(word):
        form = verb_forms().get(word)
        return VerbGroup(at, verb + 1, "past", form.base if form else "have", finite=True)
    return VerbGroup(
        at, at + 1, "past" if low[at] == "had" else "future" if low[at] != "having" else "none", "have", finite=True
    )


def _infinitive(low: list[str], raw: list[str], at: int, stop: int, groups: list[VerbGroup]) -> VerbGroup | None:
    """As in "to hold": ahead, unless its verb says that it happened ("failed to agree")."""
    verb = _skip(low, at + 1, stop)
    if at + 1 < stop and low[at + 1] == "be":
        verb = at + 1
    if verb >= stop or not _is_base(low[verb]) or (raw[verb][:1].isupper() and raw[at].islower()):
        return None
    if low[verb] == "have":
        return VerbGroup(at, verb + 1, "past", "have", finite=False)
    direction: Direction = "future"
    matrix = groups[-1] if groups else None
    if matrix and matrix.direction == "past" and matrix.base in _lists().implicative and low[verb] != "be":
        direction = "past"
    # "shed two percent, to close on Friday at ..."; "beat them 2-0 to win on Sunday": results.
    result = low[at - 1] == "," or (low[verb] in _RESULTS and matrix is not None and at - matrix.end > 1)
    if matrix and matrix.direction == "past" and matrix.finite and result and low[verb] != "be":
        direction = "past"
    end = verb + 1
    if low[verb] == "be" and end < stop and _is_participle(low[end]):
        end += 1
    return VerbGroup(at, end, direction, low[verb], finite=False)


def _lexical(low: list[str], raw: list[str], at: int, start: int, groups: list[VerbGroup]) -> VerbGroup | None:
    """A full verb without auxiliary."""
    word = low[at]
    form = verb_forms().get(word)
    before = low[at - 1] if at > start else ""
    if form is None:
        regular = word.endswith("ed") and len(word) > 4 and word not in _NO_ED and raw[at][:1].islower()
        if not regular or before in _ATTRIBUTIVE:
            return None
        return VerbGroup(at, at + 1, "past", word, finite=True)
    if form.form in ("past", "past or participle", "participle"):
        if raw[at][:1].isupper() and at > start:
            return None
        if before in _ATTRIBUTIVE:
            return None
        return VerbGroup(at, at + 1, "past", form.base, finite=form.form != "participle")
    if before in _ATTRIBUTIVE or (before in _NO_NOUN and form.form == "base"):
        return None
    if form.form == "third" and form.base in _lists().scheduled and not _is_object(low, at, form.base, groups):
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    if form.form == "third" and form.base not in _REPORTING and before in _SUBJECTS:
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    if form.form == "base" and form.base in _lists().scheduled_plural and before[-1:] in ("s", "y", "h"):
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    return None


def _is_object(low: list[str], at: int, base: str, groups: list[VerbGroup]) -> bool:
    """As in "told his French hosts Tuesday": a second finite verb needs a clause of its own."""
    if base not in _NOUN_THIRDS or not groups or not groups[-1].finite or groups[-1].base in _REPORTING:
        return False
    return not any(w in _CLAUSE_STARTS for w in low[groups[-1].end : at])


def _is_base(word: str) -> bool:
    form = verb_forms().get(word)
    return (
        word in ("be", "have", "do", "begin")
        or (form is not None and form.form == "base")
        or word
        in (
            "set",
            "put",
            "cut",
            "let",
            "come",
            "become",
            "run",
            "read",
            "hit",
            "cost",
            "quit",
            "split",
            "spread",
            "beat",
            "shut",
            "cast",
            "burst",
            "hurt",
            "overcome",
        )
    )


def _is_participle(word: str) -> bool:
    form = verb_forms().get(word)
    if form:
        return form.form in ("participle", "past or participle")
    return word == "been" or (word.endswith("ed") and len(word) > 4 and word not in _NO_ED)
