"""A time with the verbs around it, and which of them governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.times.direction_words import direction_words

if TYPE_CHECKING:
    from store.extract.times.verb_places import VerbGroup

NEAR = 6
"""Tokens within which a verb after "and on Monday ..." belongs to it."""

_SUBORDINATORS = frozenset({"since", "after", "who", "which", "when", "where", "because", "before"})


class Around(NamedTuple):
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
        """The word at ``at``, "" outside the sentence."""
        return self.low[at] if self.start <= at < self.stop else ""

    @property
    def possessive(self) -> bool:
        """As in "Friday's"."""
        return self.word(self.end) == "'s"

    @property
    def noun_follows(self) -> bool:
        """As in "Friday's vote", "the May 5 vote": the time stands before its noun."""
        return self.possessive or self.word(self.end).isalpha()


def governing_verb(a: Around) -> VerbGroup | None:
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


def _closes_left(a: Around, left: VerbGroup, right: VerbGroup) -> bool:
    """Whether the time ends the clause of ``left``, which is a part of the subject of ``right``."""
    lists = direction_words()
    if a.word(left.first) == "to" and a.word(left.first - 1) in lists.plan_nouns:
        return "," not in a.low[left.end : a.first]
    opened = not _SUBORDINATORS.isdisjoint(a.low[max(a.start, left.first - 2) : left.first])
    return right.first == a.end and left.finite and opened and left.base not in lists.reporting


def _opens_clause(a: Around, before: int, right: VerbGroup) -> bool:
    """As in "..., and on Monday, the two sides agreed"; a time between commas closes one."""
    follower = a.word(a.end)
    if a.low[before] == "," and a.word(before - 2) == ",":
        return False  # "in Windhoek, Namibia, on Thursday for talks, the ministry said"
    if a.low[before] == "and":
        return right.first - a.end <= NEAR or follower == ","
    return a.low[before] in (",", "-", "–", "—") and follower.isalpha()


def _around_noun(a: Around, left: VerbGroup, right: VerbGroup) -> VerbGroup:
    """As in "Friday's meeting": future where either verb around is, else the one before."""
    if left.direction == "future" or right.direction != "future" or right.first - a.end > 8:
        return left
    return left if any(w in (",", ";", "that") for w in a.low[a.end : right.first]) else right
