"""Which verbs a meeting noun is the subject of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.reach import ADVERBIAL, Reach
from store.extract.word_classes import PREPOSITIONS

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.nouns import Noun


_LENGTHS = frozenset(
    {"part", "day", "days", "hours", "week", "weeks", "months", "series", "round", "rounds", "phase", "stage", "cycle"}
)
_COUNTING = frozenset({"one", "two", "three", "four", "five", "six", "seven", "several", "second", "third", "further"})
_QUANTITIES = frozenset(
    {"series", "round", "rounds", "number", "rest", "most", "day", "session", "phase", "part", "couple", "all"}
)
_INVOLVING = [["involving"], ["including"], ["between"], ["among"], ["with"], ["grouping"], ["comprising"]]
_IN_LISTS = frozenset({",", "and", "the", "both", "as", "well", "together", "plus", "host", "hosts", "of", "from"})
_CALLED = frozenset({"calls", "called", "call", "describes", "terms", "termed", "described"})
_PRESIDING = frozenset({"preside", "presides", "presided", "presiding"})
OPENINGS = frozenset({"opening", "start", "beginning", "resumption", "launch", "commencement", "restart", "reopening"})
MOVED = frozenset({"rescheduled", "postponed", "moved", "shifted"})


_QUOTES = frozenset({'"', "``", "“", "‘"})
_WHO = frozenset({"they", "he", "she", "we", "it"})
_RELATIVE = frozenset({"which", "that", "who", "whose", "now", "and"})
_MARKS = {",": ",", "--": "--", "–": "–", "—": "—", "(": ")"}
"""What opens an aside -> what closes it."""
_BEFORE_ASIDE = 10
"""Tokens of "of Peru and Chile" between a meeting and an aside."""
_ASIDE = 16
"""Tokens of an aside between a meeting and its verb."""


class SubjectVerbs(Reach):
    """The half of a scene that knows subjects and their verbs."""

    __slots__ = ()

    def preposition(self, noun: Noun) -> str:
        """The preposition that the noun phrase hangs on, "" for a subject or object."""
        before = self.lower[noun.first - 1] if noun.first > self.sentence.first else ""
        if before in _CALLED and self.lower[noun.first - 3] == "what":
            before = self.lower[noun.first - 4]  # "has invited them to what it calls a summit"
            return before if before in PREPOSITIONS or before == "to" else ""
        if before in _QUOTES and noun.first - 2 > self.sentence.first:
            before = self.lower[noun.first - 2]  # "invited them to Oslo for `working talks`"
        if before == "over" and self.lower[noun.first - 2] in _PRESIDING:
            return ""  # "will preside over a meeting"
        if before == "of" and self.lower[noun.first - 2] in _LENGTHS:
            return self._before_length(noun.first - 3)  # "for two days of talks"
        if before == "of" and self.lower[noun.first - 2] in OPENINGS:
            at = noun.first - 3 - (self.lower[noun.first - 3] == "the")
            before = self.lower[at] if at > self.sentence.first else ""  # "for the opening of a conference"
        return before if before in PREPOSITIONS else ""

    def _before_length(self, at: int) -> str:
        """The preposition before "two days of", "a new round of"; "" where there is none."""
        while at > self.sentence.first and at > 0 and self.lower[at] in _COUNTING | {"a", "the", "another", "new"}:
            at -= 1
        return self.lower[at] if at >= self.sentence.first and self.lower[at] == "for" else ""

    def subject_groups(self, noun: Noun) -> list[VerbGroup]:
        """Verb groups whose subject the noun is, a relative clause's first ("the talks, which open Friday, will")."""
        found: list[VerbGroup] = []
        at = self._past_members(noun.end)
        complement = self._is_complement(noun)
        for group in self.groups:
            if group.first < at:
                continue
            if past := self._past_aside(at, group):
                at = past
                continue
            if self._relays(at, group):
                continue
            if found and self._in_relative_row(found[-1], group):
                found.append(group)
                at = group.end
                continue
            if not self.reaches(noun, at, group):
                if not group.finite and self.lower[group.first - 1] in PREPOSITIONS:
                    continue  # "talks on ending the war have been put off"
                break
            if self._contact(noun, at, group):
                at = group.end
                continue
            if complement and group.finite and not self.relative(at, group) and not self._clause(noun, group):
                break
            found.append(group)
            if group.finite and not self.relative(at, group):
                found += self._coordinated(group)
                break
            at = group.end
        return found

    def _past_aside(self, at: int, group: VerbGroup) -> int:
        """As in "the talks, officials said, will", "the meeting -- the third since the truce was signed -- opens".

        Past the aside between the noun and its own verb whose verb ``group`` is; 0 where it is none.
        """
        near = range(at, min(group.first - 1, at + _BEFORE_ASIDE))
        listed = "and" in self.lower[at : group.first]
        opening = next((i for i in near if self.lower[i] in _MARKS and not (listed and self.in_list(i))), None)
        if opening is None or not group.finite:
            return 0
        mark, ahead = self.lower[opening], self.lower[opening + 1 : group.first]
        if "," in ahead or ahead[0] in _RELATIVE:
            return 0
        closing = next((i for i in range(group.end, self.sentence.end) if self.lower[i] == _MARKS[mark]), None)
        if closing is None or closing - opening > _ASIDE:
            return 0
        after = next((g for g in self.groups if g.first > closing), None)
        own = after is not None and after.finite and after.first - closing <= ADVERBIAL
        return (closing if mark == "," else closing + 1) if own else 0

    def _in_relative_row(self, before: VerbGroup, group: VerbGroup) -> bool:
        """True for the second verb of "the talks, which opened in May and were put off in June, will"."""
        joined = self.lower[group.first - 1] == "and" and "," not in self.lower[before.end : group.first]
        return joined and group.finite and self.lower[before.first - 1] in ("which", "that")

    def _relays(self, at: int, group: VerbGroup) -> bool:
        """As in "the meeting, which he said was urgent, will": who says it stands inside the relative clause."""
        words = self.lower[at : group.first]
        told = group.verb in ("say", "describe", "call", "hope", "believe") and group.finite
        return told and words[:2] == [",", "which"] and len(words) in (3, 4, 5)

    def _contact(self, noun: Noun, at: int, group: VerbGroup) -> bool:
        """As in "the talks they had set for May will be held in June": a clause of its own, right after the noun."""
        if not (group.finite and group.first - at == 1 and self.lower[at] in _WHO):
            return False
        main = next((g for g in self.groups if g.first >= group.end and g.finite), None)
        return main is not None and self.reaches(noun, group.end, main)

    def _coordinated(self, group: VerbGroup) -> list[VerbGroup]:
        """The verb that shares the subject: "have adjourned for a day and will resume on Friday"."""
        after = next((g for g in self.groups if g.first >= group.end and g.finite), None)
        at = after.first - 1 if after is not None else 0
        at -= self.lower[at] in ("now", "still", "instead")  # "has slipped by a week and now begins"
        joined = after is not None and self.lower[at] in ("and", "but", "then")
        return [after] if after is not None and joined and after.first - group.end <= 12 else []

    def _past_members(self, at: int) -> int:
        """Past who takes part, told between commas: "the talks, involving Peru, Chile and Brazil, are to start"."""
        if self.lower[at : at + 1] != [","] or self.lower[at + 1 : at + 2][:1] not in _INVOLVING:
            return at
        i = at + 2
        while i < self.sentence.end:
            member = next((m for m in self.parties if m.first <= i < m.end), None)
            if member is None and self.lower[i] not in _IN_LISTS:
                return at
            i = member.end if member is not None else i + 1
            if self.lower[i : i + 1] == [","] and any(g.first == i + 1 and g.finite for g in self.groups):
                return i + 1
        return at

    def _is_complement(self, noun: Noun) -> bool:
        """True in "the purpose of the talks was", not in "a series of meetings will be held"."""
        if not self.preposition(noun):
            return False
        before = self.lower[max(self.sentence.first, noun.first - 3) : noun.first - 1]
        return not _QUANTITIES & set(before)

    def _clause(self, noun: Noun, group: VerbGroup) -> bool:
        """As in "before the conference opens on Friday": a clause, not the phrase "before the conference"."""
        return self.preposition(noun) in ("before", "until") and group.first - noun.end <= 1
