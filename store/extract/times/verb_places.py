"""A sentence as its verbs are looked for, and what stands around a word that may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.times.direction_words import direction_words

if TYPE_CHECKING:
    from store.model.mentions import Direction

_BEFORE_A_MEET = frozenset({"athletics", "ski", "sports", "swim", "swimming", "track"})
_NO_SUBJECT = frozenset({"", ",", ".", ")", ";", ":", '"', "''", "”", "-", "–"})


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: a half-open range of token indices."""

    first: int
    end: int
    direction: Direction
    base: str
    """Base form of the full verb; of a verb that the list does not know, the word itself."""
    finite: bool


class SentenceVerbs(NamedTuple):
    """The tokens ``[start, stop)`` and the verbs found in them from the left."""

    low: list[str]
    raw: list[str]
    start: int
    stop: int
    groups: list[VerbGroup]
    """Those found so far."""

    def word(self, at: int) -> str:
        """The word at ``at``, "" outside the sentence."""
        return self.low[at] if self.start <= at < self.stop else ""

    def skip(self, at: int) -> int:
        """Index of the first word from ``at`` on that is no adverb or negation."""
        adverbs = direction_words().adverbs
        while at < self.stop and (self.low[at] in adverbs or (self.low[at].endswith("ly") and len(self.low[at]) > 4)):
            at += 1
        return at


def conditional(s: SentenceVerbs, at: int) -> bool:
    """As in "if they beat Leeds on Saturday": a present that has the form of a past."""
    start = max(s.start, at - 6, s.groups[-1].end if s.groups else 0)
    return not {"if", "unless"}.isdisjoint(s.low[start:at])


def has_agent(s: SentenceVerbs, at: int) -> bool:
    """As in "are to hold talks on Thursday hosted by Chile": a participle, where a clause has its verb already."""
    by = s.word(at + 1) == "by" and not s.word(at + 2)[:1].isdigit() and not s.word(at + 2).endswith("ing")
    return by and any(g.finite for g in s.groups) and s.word(at - 1) not in direction_words().clause_starts


def plural_subject(word: str, base: str) -> bool:
    """Whether "meet" after ``word`` can be a plural verb: "ministers meet", "ministers of the union meet"."""
    if word in _NO_SUBJECT:
        return False
    lists = direction_words()
    return word[-1] in "syh" or (base in lists.never_nouns and word.isalpha() and word not in _BEFORE_A_MEET)


def two_subjects(s: SentenceVerbs, at: int) -> bool:
    """As in "Peru and Rovex start talks on Monday": a bare form right behind the second of two names."""
    named = s.raw[at - 1][:1].isupper() and s.word(at - 1).isalpha()
    return named and not s.groups and "and" in s.low[max(s.start, at - _NAMES) : at - 1]


_NAMES = 9
"""Tokens back from the verb within which "and" joins those who act."""


def is_object(s: SentenceVerbs, at: int, base: str) -> bool:
    """As in "told his French hosts Tuesday": a second finite verb needs a clause of its own."""
    lists = direction_words()
    last = s.groups[-1] if s.groups else None
    if base not in lists.noun_thirds or last is None or not last.finite or last.base in lists.reporting:
        return False
    return not any(w in lists.clause_starts or w in lists.openers for w in s.low[last.end : at])
