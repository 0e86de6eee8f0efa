"""Where one clause of a sentence ends and another begins."""

from __future__ import annotations

from store.extract.main_verbs import AS_PLANNED
from store.extract.meetings.parts.changed_plans import ChangedPlans
from store.extract.word_classes import BREAKS, DETERMINERS, SUBORDINATORS

_QUOTES = frozenset({'"', "``", "''", "“", "”"})
_SCARE = 4
"""Tokens of a phrase that the reporter puts in quotation marks."""


class ClauseBreaks(ChangedPlans):
    """The part of a scene that knows which words part clauses."""

    __slots__ = ()

    def broken(self, first: int, end: int) -> bool:
        """True where a clause boundary stands in tokens ``first`` to ``end``."""
        lower = self.lower
        for i in range(first, end):
            word = lower[i]
            if i in self.rows or self._acronym(i) or self._scare_quote(i):
                continue
            if word in BREAKS or (word in SUBORDINATORS and not self._joins(i)):
                return True
        return False

    def _acronym(self, i: int) -> bool:
        """True for the brackets of "the African Union (AU)": they break no clause."""
        lower = self.lower
        if lower[i] == "(":
            return lower[i + 2 : i + 3] == [")"]
        return lower[i] == ")" and lower[i - 2] == "("

    def _scare_quote(self, i: int) -> bool:
        """True for the quotation marks of 'a "working meeting" on Friday': they break no clause."""
        if self.lower[i] not in _QUOTES:
            return False
        near = range(max(self.sentence.first, i - _SCARE), min(i + _SCARE + 1, self.sentence.end))
        marks = [k for k in near if self.lower[k] in _QUOTES]
        return len(marks) == 2 and self.lower[marks[0] - 1] in DETERMINERS

    def _joins(self, i: int) -> bool:
        """True for a subordinator that opens no clause: "until Friday", "go ahead as planned"."""
        if self.lower[i] == "as" and {"early", "soon", "late"} & {self.lower[i - 1], *self.lower[i + 1 : i + 2]}:
            return True  # "as early as Monday"
        if self.lower[i] == "so" and self.lower[i - 1] in ("do", "does"):
            return True  # "will now do so on the 13th"
        if self.lower[i] == "once" and self.lower[i + 1 : i + 2] in (["more"], ["again"]):
            return True
        planned = self.lower[i] == "as" and self.lower[i + 1] in AS_PLANNED if i + 1 < self.sentence.end else False
        return planned or self.part_of_time(i) or self._before_time(i)

    def _before_time(self, i: int) -> bool:
        """True for a preposition of time: "until Friday", "until further notice", "before the end of May"."""
        if self.lower[i] not in ("until", "before", "after", "since"):
            return False
        return self.lower[i + 1 : i + 2] == ["further"] or any(i < m.first <= i + 2 for m in self.times)

    def part_of_time(self, i: int) -> bool:
        """True for a token inside a time expression ("in that week")."""
        return any(m.first <= i < m.end for m in self.times)
