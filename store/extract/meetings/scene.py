"""One sentence with its verb groups, its meeting nouns, and which of these each time and place belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.clauses import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    VerbGroup,
    governing,
    verb_groups,
)
from store.extract.meetings.words import meeting_words

from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import Mood, Tense
    from store.extract.reading import Reading
    from store.extract.tokens import Sentence, Tokens
    from store.model.mentions import Party, Place

_AFTER_HEAD = PREPOSITIONS | SUBORDINATORS | ADVERBS | DETERMINERS | PRONOUNS | frozenset(
    "and or nor but here there due later today tomorrow tonight yesterday next last early late set scheduled slated planned "
    "earlier yet again ahead amid back between once abroad 's away ever is are was were will would may might expected involving".split()
)  # fmt: skip
_TOPIC = frozenset({"on", "about", "over", "regarding", "concerning", "towards", "toward", "into"})


_QUANTITIES = frozenset(
    {"series", "round", "rounds", "number", "rest", "most", "day", "session", "phase", "part", "couple", "all"}
)


class Noun(NamedTuple):
    """A noun phrase whose head names a meeting; token indices."""

    first: int
    head: int
    end: int
    series: str
    strong: bool


class Mention(NamedTuple):
    """A time, place or party with its token range."""

    first: int
    end: int
    what: Time | Place | Party | None


class Scene:
    """What the steps ask of one sentence; built only for sentences that hold a trigger."""

    __slots__ = (
        "_owners",
        "groups",
        "index",
        "lower",
        "nouns",
        "page",
        "parties",
        "places",
        "sentence",
        "times",
        "tokens",
    )

    def __init__(self, page: Reading, index: int) -> None:
        tokens: Tokens = page.tokens
        self.page, self.tokens, self.lower, self.index = page, tokens, tokens.lower, index
        self.sentence: Sentence = tokens.sentences[index]
        self.groups = verb_groups(tokens.lower, tokens.words, self.sentence.first, self.sentence.end)
        self.times = [Mention(*tokens.at(t.span), t) for t in page.times_in.get(index, ())]
        self.places = [Mention(*tokens.at(p.span), p) for p in page.places_in.get(index, ())]
        self.parties = [Mention(*tokens.at(p.span), p) for p in page.parties_in.get(index, ())]
        self.nouns = self._meeting_nouns()
        self._owners: dict[int, Noun | VerbGroup | None] = {}

    def tense(self, group: VerbGroup) -> tuple[Tense, Mood]:
        """Tense and mood of ``group``, what governs it taken into account."""
        return governing(self.groups, self.groups.index(group), self.lower)

    def preposition(self, noun: Noun) -> str:
        """The preposition that the noun phrase hangs on, "" for a subject or object."""
        before = self.lower[noun.first - 1] if noun.first > self.sentence.first else ""
        return before if before in PREPOSITIONS else ""

    def left_group(self, at: int) -> VerbGroup | None:
        """The nearest verb group that ends at or before token ``at``."""
        return next((g for g in reversed(self.groups) if g.end <= at), None)

    def right_group(self, at: int) -> VerbGroup | None:
        """The nearest verb group that starts at or after token ``at``."""
        return next((g for g in self.groups if g.first >= at), None)

    def broken(self, first: int, end: int) -> bool:
        """True where a clause boundary stands in tokens ``first`` to ``end``."""
        lower = self.lower
        for i in range(first, end):
            word = lower[i]
            if word in BREAKS or (word in SUBORDINATORS and not self._part_of_mention(i)):
                return True
        return False

    def _part_of_mention(self, i: int) -> bool:
        return any(m.first <= i < m.end for m in self.times)

    def _meeting_nouns(self) -> list[Noun]:
        words = meeting_words()
        busy = {i for g in self.groups for i in range(g.first, g.end)}
        found: list[Noun] = []
        for i in range(self.sentence.first, self.sentence.end):
            word = self.lower[i]
            series = words.series(word)
            if series and i not in busy and self._heads_its_phrase(i):
                first = self._phrase_start(i, busy)
                noun = Noun(first, i, i + 1, series, word in words.strong)
                if found and self._is_of(found[-1], noun):
                    found[-1] = found[-1]._replace(end=noun.end, strong=noun.strong)
                elif not self._ruled_out(noun):
                    found.append(noun)
        return found

    def _is_of(self, outer: Noun, inner: Noun) -> bool:
        """True for "round of talks", "session of the conference": one occasion."""
        if inner.first - outer.end != 1 or self.lower[outer.end] != "of":
            return False
        return outer.series in ("round of talks", "session") or inner.series in ("forum", "council", "conference")

    def _heads_its_phrase(self, i: int) -> bool:
        """False for "summit declaration", "talks process", "meeting room"."""
        after = i + 1
        if after >= self.sentence.end:
            return True
        word, written = self.lower[after], self.tokens.words[after]
        if meeting_words().series(word) and not any(g.first == after for g in self.groups):
            return False  # "summit meeting"
        if word == ")" and self.tokens.words[i][0].isupper():
            return False  # "(Exhibition and Convention) Center"
        if word in ("-", "/") and after + 1 < self.sentence.end and self.lower[after + 1].isalpha():
            # "summit-level": part of a compound; "talks - in Riga": a dash
            return self.tokens.starts[after] != self.tokens.ends[i]
        if not word.isalpha() or word in _AFTER_HEAD or word.endswith(("ed", "ing", "ly")):
            return True
        if any(g.first == after for g in self.groups) or any(m.first == after for m in self.times):
            return True
        if written[0].isupper():
            return not self.tokens.words[i][0].isupper()
        return False

    def _phrase_start(self, i: int, busy: set[int]) -> int:
        j = i
        while j > self.sentence.first:
            word = self.lower[j - 1]
            if self._hyphened(j - 1):
                j -= 1
                continue
            if word != ")" and (
                j - 1 in busy or word in PREPOSITIONS or word in SUBORDINATORS or word in BREAKS or word in PRONOUNS
            ):
                break
            if word in DETERMINERS:
                return j - 1
            if word == ")":
                j = self._before_brackets(j - 1)
                continue
            if word in (",", "and", "or", "but", ".") or word in ("here", "there", "also"):
                if word != "." or self.tokens.starts[j] == self.tokens.ends[j - 1]:
                    break
            j -= 1
        return self._without_loose_time(j, i)

    def _hyphened(self, i: int) -> bool:
        """True for a word inside a compound: "one-on-one", "face-to-face"."""
        starts, ends, lower = self.tokens.starts, self.tokens.ends, self.lower
        return (lower[i - 1] == "-" and ends[i - 1] == starts[i]) and i > self.sentence.first

    def _before_brackets(self, i: int) -> int:
        """The token index of the "(" that the ")" at ``i`` closes; ``i`` where there is none near."""
        return next((k for k in range(i, max(self.sentence.first, i - 8), -1) if self.lower[k] == "("), i)

    def _without_loose_time(self, j: int, i: int) -> int:
        """In "on Friday talks began" the time is no part of the phrase."""
        for m in self.times:
            if m.first <= j < m.end <= i and self.lower[m.end : m.end + 1] not in (["'s"], ["’s"]):
                before = self.lower[m.first - 1] if m.first > self.sentence.first else ""
                if before in ("on", "in", "at", "") or before not in PREPOSITIONS | DETERMINERS:
                    return m.end
        return j

    def _ruled_out(self, noun: Noun) -> bool:
        words = meeting_words()
        lower = self.lower
        if noun.head > noun.first and lower[noun.head - 1] in words.modifiers["not_a_meeting"]:
            return True
        if lower[noun.head] in ("round", "rounds"):
            rest = lower[noun.head + 1 : noun.head + 6]
            return not (rest[:1] == ["of"] and any(w in words.modifiers["talk_words"] for w in rest)) and not (
                any(w in words.modifiers["talk_words"] for w in lower[noun.first : noun.head])
            )
        if lower[noun.head] in ("exchange", "contacts", "interaction"):
            return True
        if lower[noun.head] in ("council", "commission", "committee", "assembly", "congress"):
            return True  # bodies: only what they do makes a meeting, see the verbs
        return (
            lower[noun.first - 1 : noun.first] != []
            and lower[noun.first - 1] in _TOPIC
            and noun.first > self.sentence.first
        )

    def owner(self, mention: Mention) -> Noun | VerbGroup | None:
        """The meeting noun or verb group that a time or place belongs to.

        The nearest head to its left within the clause; fronted, the first verb group to its right.
        """
        if mention.first not in self._owners:
            self._owners[mention.first] = self._find_owner(mention)
        return self._owners[mention.first]

    def _find_owner(self, mention: Mention) -> Noun | VerbGroup | None:
        first, end = mention.first, mention.end
        for noun in self.nouns:
            if noun.first <= first < noun.head:
                return noun
        conjoined = self._conjoined(mention)
        if conjoined is not None:
            return conjoined
        left = self.nearest_head(first)
        if "according" in self.lower[left.end if left else self.sentence.first : first]:
            return None
        if left is not None and not self.broken(left.end, first) and not self._in_opening(left, first):
            return left
        fronted = left is None or self._opens_clause(left.end, first) or self._in_opening(left, first)
        if fronted:
            return self._fronted_owner(mention)
        return left

    def _conjoined(self, mention: Mention) -> VerbGroup | None:
        """ "... and on Saturday was due to meet": a time between "and" and a finite verb belongs to that verb."""
        i = mention.first - 1
        if i > self.sentence.first and self.lower[i] in ("on", "in", "at", "later"):
            i -= 1
        if i < self.sentence.first or self.lower[i] not in ("and", "but", "then"):
            return None
        group = self.right_group(mention.end)
        return group if group is not None and group.finite and group.first - mention.end <= 2 else None

    def nearest_head(self, at: int) -> Noun | VerbGroup | None:
        """The verb group or meeting noun that ends last at or before token ``at``."""
        left: Noun | VerbGroup | None = None
        for group in self.groups:
            if group.end <= at:
                left = group
        for noun in self.nouns:
            if noun.end <= at and (left is None or noun.end > left.end):
                left = noun
        return left

    def _fronted_owner(self, mention: Mention) -> VerbGroup | None:
        """The first finite verb to the right; one that looks ahead for a time that lies ahead."""
        right = [g for g in self.groups if g.first >= mention.end and g.finite]
        if isinstance(mention.what, Time) and mention.what.direction == "future":
            ahead = [g for g in right if g.tense in ("future", "reported", "present", "modal")]
            return (ahead or right or [None])[0]
        return right[0] if right else self.right_group(mention.end)

    def _in_opening(self, left: Noun | VerbGroup, at: int) -> bool:
        """True inside an opening adjunct: "During a stay in Oslo, the president will"."""
        opening = self.lower[self.sentence.first]
        if left.first > self.sentence.first + 3 or not (opening in PREPOSITIONS or opening == "while"):
            return False
        return not (isinstance(left, VerbGroup) and left.finite)

    def _opens_clause(self, first: int, end: int) -> bool:
        """True where between the last head and the time a subordinator opens a clause that the time fronts."""
        return any(self.lower[i] in SUBORDINATORS for i in range(max(first, end - 4), end))

    def subject_groups(self, noun: Noun) -> list[VerbGroup]:
        """Verb groups whose subject the noun is, a relative clause's first ("the talks, which open Friday, will")."""
        found: list[VerbGroup] = []
        at = noun.end
        complement = self._is_complement(noun)
        for group in self.groups:
            if group.first < noun.end:
                continue
            if not self._reaches(noun, at, group):
                break
            if complement and group.finite and not self.relative(at, group):
                break
            found.append(group)
            if group.finite and not self.relative(at, group):
                break
            at = group.end
        return found

    def _is_complement(self, noun: Noun) -> bool:
        """True in "the purpose of the talks was", not in "a series of meetings will be held"."""
        if not self.preposition(noun):
            return False
        before = self.lower[max(self.sentence.first, noun.first - 3) : noun.first - 1]
        return not _QUANTITIES & set(before)

    def relative(self, at: int, group: VerbGroup) -> bool:
        return any(self.lower[i] in ("which", "that", "who", "whose") for i in range(at, group.first))

    def _reaches(self, noun: Noun, at: int, group: VerbGroup) -> bool:
        between = self.lower[at : group.first]
        if len(between) > 22:
            return False
        if between and between[-1] in ("and", "or", "but"):
            return at == noun.end and self.left_group(noun.first) is None and group.finite
        hard = [
            w for w in between if w in BREAKS or w == "since" or (w in SUBORDINATORS and w not in ("which", "that"))
        ]
        if hard and not (hard[0] == "(" and hard[-1] == ")"):
            return False
        if not group.finite:
            return len(between) <= 12 and "," not in between[1:]
        for word in ("which", "that"):
            if word in between:
                i = between.index(word)
                return i <= 18 and len(between) - i <= 3
        commas = between.count(",")
        return commas % 2 == 0 or (at != noun.end and commas == 1)
