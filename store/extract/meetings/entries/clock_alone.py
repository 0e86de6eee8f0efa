"""A clock time told by itself: "The session is to begin at 5 p.m.", the day in another sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.meetings.parts.kinship import elsewhere, kin

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.meetings.parts.schedule import Schedule


def clock_alone(c: Candidate, when: Schedule) -> bool:
    """As in "The session is to begin at 5 p.m.": the day stands in another sentence."""
    begin = when.begin
    one = len(c.times) == 1 or all(t.clock for t in c.times)  # "at 3 pm (1200 GMT)"
    told = begin is not None and begin.assumed and "T" in begin.value and one
    ordered = c.group is not None and not _ORDER.isdisjoint(c.scene.lower[c.group.first : c.group.end])
    return told and ((c.definite and c.noun is not None) or c.pair or not c.parties or ordered)


_ORDER = frozenset({"first", "then", "later", "also"})
"""As in "will first receive Ruiz at 9 a.m.": one of those told before."""


def on_the_day_told(entries: list[Entry], c: Candidate, when: Schedule) -> Schedule:
    """With the day of the meeting told in the sentences before, where one is to come."""
    for entry in reversed(entries):
        day, clock = entry.begin, when.begin
        near = 0 < c.scene.index - entry.candidates[-1].scene.index <= _SOON
        if not (near and day and clock and day.first and day.first == day.last) or "T" in day.value:
            continue
        if day.first > (clock.first or day.first) and kin(entry.series, c.series) and not elsewhere(entry, c):
            value = f"{day.first.isoformat()}{clock.value[10:]}"
            begin = replace(clock, value=value, first=day.first, last=day.last, why=f"{day.why}, and its clock time")
            return when._replace(begin=begin)
    return when


_SOON = 6
"""Sentences after the day within which the clock time of a meeting is told."""
