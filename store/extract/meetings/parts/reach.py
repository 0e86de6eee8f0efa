"""How far the subject of a sentence goes: whether a verb can be that of a meeting noun before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.word_classes import BREAKS, SUBORDINATORS

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.tokens import Sentence

ONCE = frozenset({"originally", "initially", "previously", "earlier", "first", "formerly"})
"""Before a participle: a plan that has changed since ("originally planned for Tuesday")."""
_DUE = frozenset({"due", "set", "scheduled", "slated", "expected"})
_SINCE = (["now"], ["since"], ["later"], ["already"], ["twice"])
_IN_WHICH = 9
"""Tokens of "at which" and the subject of its clause."""
_BESIDE_NAMES = frozenset(
    {"the", "'s", "and", ",", "a", "town", "city", "capital", "resort", "of", "both", "port", "(", ")"}
)
_ASKING = frozenset({"over", "about", "on", "question", "decide", "know", "say", "unclear"})
"""Before "who" and "which" these ask."""
_REDUCED = 12
"""Tokens between a noun and the participle that belongs to it."""
_SUBJECT = 22
"""Tokens of a subject behind its noun: "between the government of Peru and the largest of the parties"."""
_LONG_SUBJECT = 45
ADVERBIAL = 3
"""Tokens between what interrupts a clause and its verb."""


class Reach:
    """The part of a scene that knows where a subject ends."""

    __slots__ = ("groups", "lower", "parties", "places", "rows", "sentence", "times")

    lower: list[str]
    sentence: Sentence
    groups: list[VerbGroup]
    parties: list[Mention]
    places: list[Mention]
    times: list[Mention]
    rows: frozenset[int]
    """Dashes and brackets around a row of parties."""

    def left_group(self, at: int) -> VerbGroup | None:
        """The nearest verb group that ends at or before token ``at``."""
        return next((g for g in reversed(self.groups) if g.end <= at), None)

    def relative(self, at: int, group: VerbGroup) -> bool:
        """True where a relative pronoun stands between token ``at`` and the verb group."""
        return any(self.lower[i] in ("which", "that", "who", "whose") for i in range(at, group.first))

    def in_list(self, comma: int) -> bool:
        """True for a comma between two names: "a meeting between Rwanda, Burundi and Uganda is planned"."""
        named = (*self.parties, *self.places)
        return any(m.end == comma for m in named) and any(m.first == comma + 1 for m in named)

    def _who(self, first: int, end: int) -> int:
        """Tokens from "which" to its verb where a party stands between ("which Premier Ruiz is to pay"), else 0."""
        named = [m for m in (*self.parties, *self.places) if first <= m.first and m.end <= end]
        told = {i for m in named for i in range(m.first, m.end)}
        plain = [i for i in range(first, end) if i not in told and self.lower[i] not in _BESIDE_NAMES]
        return end - first + 1 if told and len(plain) <= 1 else 0

    def _past_asides(self, between: list[str], at: int, group: VerbGroup) -> list[str]:
        """Without what stands between commas: "the meeting, the third since May, opens"."""
        if between[:1] == [","] and "," in between[2:]:
            closing = len(between) - 1 - between[::-1].index(",")
            if len(between) - 1 - closing <= ADVERBIAL and "that" not in between and "which" not in between:
                between = between[closing + 1 :]
        if between[-1:] == [","] and "," in between[:-1]:
            aside = len(between) - 2 - between[-2::-1].index(",")
            if not any(at + aside <= g.first < group.first for g in self.groups):
                return between[:aside]  # "the talks on fuel, in recess since December, are to restart"
        return between

    def _longest(self, noun: Noun, at: int, group: VerbGroup) -> int:
        """Tokens that may part the noun from its verb: many where it opens the sentence, no other verb before."""
        opens = noun.first == self.sentence.first and at == noun.end
        own = group.finite or group.tense == "participle"
        if opens and own and not any(g.finite and g.first < group.first for g in self.groups):
            return _LONG_SUBJECT
        return _SUBJECT if self.rows.isdisjoint(range(at, group.first)) else _LONG_SUBJECT

    def reaches(self, noun: Noun, at: int, group: VerbGroup) -> bool:
        """True where the words from token ``at`` to the verb group leave ``noun`` its subject."""
        between = self.lower[at : group.first]
        if len(between) > self._longest(noun, at, group):
            return False
        if between and between[-1] == "and" and at != noun.end and group.passive and not group.finite:
            return True  # "the conference, called by Peru and attended by many, will"
        if between and between[-1] in ("and", "or", "but"):
            return at == noun.end and self.left_group(noun.first) is None and group.finite
        between = self._past_asides(between, at, group)
        dated = {i for m in self.times for i in (m.first - 1, m.first)}  # "the first talks since 1999 will be held"
        hard = [
            w
            for i, w in enumerate(between, at)
            if i not in dated
            and i not in self.rows
            and (w in BREAKS or w == "since" or (w in SUBORDINATORS and w not in ("which", "that", "who")))
        ]
        if noun.series == "hearing" and hard == ["before"] and group.finite:
            hard = []  # "a hearing before the commission is due": no clause
        if hard and not (hard[0] == "(" and hard[-1] == ")"):
            return False
        if group.tense == "past" and between[:1] == [","] and between[1:] in _SINCE:
            return True  # "the meeting, now moved to Tuesday"
        if not group.finite:
            # "the talks, set for May, will"
            told = between[:-1] if between[-1:] and between[-1] in ONCE | _DUE else between
            later = (
                between[-1:] != told[-1:]
                or group.tense == "participle"
                or (group.tense == "infinitive" and group.passive)
            )
            apart = told[:-1] if told[-1:] == [","] and later else told
            opens = noun.first == self.sentence.first and group.tense == "participle"
            return len(apart) <= (_LONG_SUBJECT if opens else _REDUCED) and "," not in apart[1:]
        for word in ("which", "that", "who"):
            if word in between:
                i = between.index(word)
                if i and between[i - 1] in _ASKING:
                    return False  # "a conference on Monday, despite a dispute over who should take part"
                far = _IN_WHICH if i and between[i - 1] in ("at", "in", "during") else ADVERBIAL
                far = max(far, self._who(at + i + 1, group.first))
                return i <= 18 and len(between) - i <= far
        listed = "and" in between
        commas = sum(word == "," and not (listed and self.in_list(at + i)) for i, word in enumerate(between))
        return commas % 2 == 0 or (at != noun.end and commas == 1)
