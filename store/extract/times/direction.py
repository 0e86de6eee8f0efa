"""Whether a time lies ahead or behind, as tense, aspect and cue words of its clause tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.times.direction_words import direction_words
from store.extract.times.verb_groups import VerbGroup, verb_groups
from store.extract.verb_forms import verb_forms

if TYPE_CHECKING:
    from store.extract.tokens import Tokens
    from store.model.mentions import Direction

_NEAR = 6
"""Tokens within which a verb after "and on Monday ..." belongs to it."""


_SUBORDINATORS = frozenset({"since", "after", "who", "which", "when", "where", "because", "before"})


class Cue(NamedTuple):
    """What a clause says about a time, and the words that say it."""

    direction: Direction
    words: str
    nearest: bool = False
    """True where either side fits and the nearer day is meant."""
    firm: bool = False
    """True where a past verb stands close before the time, or "last" in its phrase."""


NO_CUE = Cue("none", "")


class _Around(NamedTuple):
    """A time and what stands around it in its sentence; token indices."""

    low: list[str]
    first: int
    end: int
    start: int
    stop: int
    left: VerbGroup | None
    """The nearest verb before the time."""
    right: VerbGroup | None
    """The nearest verb after it that is not in a relative clause of its own."""

    def word(self, at: int) -> str:
        return self.low[at] if self.start <= at < self.stop else ""

    @property
    def possessive(self) -> bool:
        """As in "Friday's"."""
        return self.word(self.end) == "'s"


class Clauses:
    """Directions of the times of one article; the verbs of a sentence are looked for once."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._groups: dict[int, list[VerbGroup]] = {}

    def cue_at(self, first: int, end: int) -> Cue:
        """What the clause around the tokens ``[first, end)`` says about when they are."""
        around = self._around(first, end)
        governing = _governing(around)
        if cue := _beside(around, governing):
            return cue._replace(nearest=self._came_to_nothing(around, cue))
        if governing is None:
            return _present_verb(around)
        if governing.direction == "none":
            return NO_CUE
        if governing is around.left and (noun := _happened_before(around.low, governing.end, first)):
            return Cue("past", noun)
        cue = Cue(governing.direction, " ".join(self._tokens.words[governing.first : governing.end]))
        if governing is around.left and (arranged := _arranged(around, governing)):
            return arranged._replace(words=cue.words)
        return cue._replace(nearest=self._came_to_nothing(around, cue), firm=_is_firm(around, governing))

    def _came_to_nothing(self, a: _Around, cue: Cue) -> bool:
        """As in "had been scheduled for Saturday", "a rally planned for Saturday was cancelled"."""
        lists = direction_words()
        left = a.left
        if cue.direction != "future" or left is None or not lists.planned.intersection(a.low[left.first : left.end]):
            return False
        if a.low[left.first] == "had":
            return True
        groups = self._groups[self._tokens.sentence_of[a.first]]
        return any(g.base in lists.dropped and g.direction == "past" and g is not left for g in groups)

    def _around(self, first: int, end: int) -> _Around:
        tokens = self._tokens
        index = tokens.sentence_of[first]
        sentence = tokens.sentences[index]
        if index not in self._groups:
            self._groups[index] = verb_groups(tokens, sentence.first, sentence.end)
        left = right = None
        for group in self._groups[index]:
            if group.end <= first:
                left = group
            elif group.first >= end and not _in_relative(tokens.lower, group, end):
                right = group
                break
        return _Around(tokens.lower, first, end, sentence.first, sentence.end, left, right)


def _in_relative(low: list[str], group: VerbGroup, end: int) -> bool:
    """As in "On Monday, the minister, who heads the party, said": "heads" is not what happens on Monday."""
    return group.first - end > 1 and low[group.first - 1] in direction_words().relatives


def _is_firm(a: _Around, governing: VerbGroup) -> bool:
    """As in "they met in May", "the last summit in May was"; "said of talks in May" and "crude for delivery in May
    fell" are not.
    """
    if governing.direction != "past":
        return False
    if "last" in a.low[max(a.start, a.first - 3) : a.first - 1]:
        return True
    lists = direction_words()
    opening = governing is a.right and a.first - a.start <= 1
    placed = a.word(a.first - 1) in ("in", "on", "during") or a.first == governing.end
    near = placed and governing.finite and (opening or (governing is a.left and a.first - governing.end <= _NEAR))
    # "spoke of a summit in May" tells when the summit is; "held a summit in May" when it was.
    spoken_of = (
        not lists.gatherings.isdisjoint(a.low[governing.end : a.first]) and governing.base not in lists.scheduled
    )
    return near and not spoken_of and governing.base not in lists.reporting and governing.base not in lists.arranging


def _arranged(a: _Around, left: VerbGroup) -> Cue | None:
    """As in "announced a summit on Friday", said of a day on either side; "has called a strike on Friday" looks ahead,
    since the perfect goes with no day behind (Quirk et al. 1985, 4.23).
    """
    lists = direction_words()
    before = a.first - 1
    while before > left.end and a.low[before] in lists.prepositions:
        before -= 1
    if left.direction != "past" or left.base not in lists.arranging or a.low[before] not in lists.gatherings:
        return None
    perfect = a.low[left.first] in ("has", "have")
    return Cue("future" if perfect else left.direction, "", nearest=not perfect)


def _present_verb(a: _Around) -> Cue:
    """As in "On Friday the court hears the appeal": a full sentence without any other verb that opens with its day, or
    ends its verb with it.
    """
    opening = a.first - a.start <= 1
    start, stop = (a.end, min(a.end + _NEAR, a.stop)) if opening else (max(a.first - 2, a.start), a.first)
    if a.word(a.stop - 1) != ".":
        return NO_CUE
    lists = direction_words()
    for at in range(start, stop):
        form = verb_forms().get(a.low[at])
        if form and form.form == "third" and form.base not in lists.reporting and _follows_subject(a.word(at - 1)):
            return Cue("future", a.low[at])
    return NO_CUE


def _follows_subject(word: str) -> bool:
    return word.isalpha() and word not in direction_words().attributive


def _governing(a: _Around) -> VerbGroup | None:
    """The verb group that the time belongs to: the nearest before it, unless the time opens its clause."""
    left, right = a.left, a.right
    if left is None or right is None:
        return left or right
    if a.possessive:
        return _around_noun(a, left, right)
    lists = direction_words()
    before = a.first - 1
    while before >= a.start and a.low[before] in lists.prepositions:
        before -= 1
    # "the decision to cut output from May surprised dealers"; "since he took over on May 3 will stay secret".
    if _closes_left(a, left, right):
        return left
    # "a meeting on Monday would ..."; but "the talks he held Monday would ..."
    if right.first == a.end and right.finite and left.end <= before:
        return right
    if before < a.start or a.low[before] in lists.openers:
        return right
    return right if right.finite and _opens_clause(a, before, right) else left


def _closes_left(a: _Around, left: VerbGroup, right: VerbGroup) -> bool:
    """Whether the time ends the clause of ``left``, which is a part of the subject of ``right``."""
    lists = direction_words()
    if a.word(left.first) == "to" and a.word(left.first - 1) in lists.plan_nouns:
        return "," not in a.low[left.end : a.first]
    opened = not _SUBORDINATORS.isdisjoint(a.low[max(a.start, left.first - 2) : left.first])
    return right.first == a.end and left.finite and opened and left.base not in lists.reporting


def _opens_clause(a: _Around, before: int, right: VerbGroup) -> bool:
    """As in "..., and on Monday, the two sides agreed"; a time between commas closes one."""
    follower = a.word(a.end)
    if a.low[before] == "and":
        return right.first - a.end <= _NEAR or follower == ","
    return a.low[before] in (",", "-", "–", "—") and follower.isalpha()


def _around_noun(a: _Around, left: VerbGroup, right: VerbGroup) -> VerbGroup:
    """As in "Friday's meeting": future where either verb around is, else the one before."""
    if left.direction == "future" or right.direction != "future" or right.first - a.end > 8:
        return left
    return left if any(w in (",", ";", "that") for w in a.low[a.end : right.first]) else right


def _beside(a: _Around, governing: VerbGroup | None) -> Cue | None:
    """Cues that touch the time itself and outweigh the tense of the clause."""
    lists = direction_words()
    if a.left and a.low[a.left.end : a.left.end + 2] == ["forward", "to"]:
        return Cue("future", f"{a.low[a.left.end - 1]} forward to")
    if a.possessive and a.left and a.left.base in lists.awaiting and a.first - a.left.end < _NEAR:
        return Cue("future", a.low[a.left.end - 1])
    if a.possessive and (cue := _noun_after(a)):
        return cue
    for length in (2, 3):
        if (phrase := " ".join(a.low[max(a.start, a.first - length) : a.first])) in lists.ahead_phrases:
            return Cue("future", phrase)
    at = a.first - 1
    while at > a.start and a.low[at] in lists.beside:
        at -= 1
    word = a.word(at)
    if word in lists.planned and not (word == "due" and a.word(at + 1) == "to"):
        return Cue("future", word)
    if word in lists.starting:
        lasted = a.left and a.left.finite and a.left.direction == "past" and a.left.base in lists.lasting
        return None if lasted else Cue("future", word)
    if word == "for" and at == a.first - 1 and not a.possessive:
        return Cue("future", word)
    if word == "to" and a.left and a.left.base in lists.moved:
        return Cue("future", f"{a.low[a.left.end - 1]} to")
    if word in lists.behind:
        return Cue("past", word)
    return _until(a, at, governing) if word in lists.ahead else None


def _until(a: _Around, at: int, governing: VerbGroup | None) -> Cue | None:
    """As in "postponed until Friday", "must leave by Friday" look ahead; "lasted until Friday" and "By Friday, they had
    left" do not.
    """
    opening = at == a.start or a.low[at - 1] in (",", "but", "and", "not", "``", "“", '"')
    verb = a.right if opening and a.right else governing
    past = verb is not None and verb.direction == "past" and (opening or verb.base in direction_words().lasting)
    return None if past else Cue("future", a.low[at])


def _noun_after(a: _Around) -> Cue | None:
    """As in "Monday's planned visit" lies ahead, "Friday's attack" behind."""
    for word in a.low[a.end + 1 : min(a.end + 4, a.stop)]:
        if word in direction_words().planned_attribute:
            return Cue("future", word)
        if word in direction_words().happened:
            return Cue("past", word)
        if not word.isalpha():
            break
    return None


def _happened_before(low: list[str], start: int, stop: int) -> str:
    """The noun of "will retire after the defeat by Leeds on Saturday"; "" without one."""
    opened = False
    for word in low[start:stop]:
        opened = opened or word in ("after", "following", "since", "despite")
        if opened and word in direction_words().happened:
            return word
    return ""
