"""Visits and what belongs to them: a visit and its undated talks are one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.kinship import abroad, one_stop
from store.extract.names import host_of

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.meetings.parts.schedule import Schedule
    from store.model.mentions import When

NEAR = 2
"""Sentences over which "the talks" takes up the meeting just named."""


def programme(entry: Entry, c: Candidate, when: Schedule, shared: set[str]) -> int:
    """A visit and its undated talks are one; a dated or separately attended item stands alone, as the next stop."""
    if _of_the_guest(entry, c, when):
        return 2
    if not shared or abroad(entry, c) or _goes_on(entry, c):
        return 0
    if entry.begin is not None and when.begin is not None:
        same = entry.begin.first == when.begin.first or (coarse(entry.begin) != coarse(when.begin))
        return 2 if same else 0
    if any(o.leg for o in entry.candidates) and entry.place is not None:
        host = host_of(entry.place)
        theirs = {p.of or p.name for p in c.parties if p.name not in entry.parties}
        if host is not None and theirs:
            there = c.place is not None and c.place.country == entry.place.country
            return 3 if there or host.name in theirs else 0  # the premier of one stop is met there, not at the next
    return 2


def _of_the_guest(entry: Entry, c: Candidate, when: Schedule) -> bool:
    """As in "Kenya's president will visit Kampala", then "he will meet his Ugandan counterpart": the host's side."""
    host = host_of(entry.place) if entry.place is not None else None
    pronoun = c.group is not None and c.scene.lower[c.group.first - 1] in ("he", "she")
    if host is None or not pronoun or when.begin is not None or c.place is not None or entry.series != "visit":
        return False
    theirs = {p.of or p.name for p in c.parties}
    return theirs == {host.name} and c.scene.index - entry.candidates[-1].scene.index <= NEAR


def _goes_on(entry: Entry, c: Candidate) -> bool:
    """As in "is to meet the premier before travelling to Chile": not where the premier is met."""
    last = entry.candidates[-1]
    onward = c.journey and _onward(c)
    return onward and last.scene is c.scene and last.at < c.at and entry.series != "visit"


def further_town(entry: Entry, c: Candidate, when: Schedule) -> bool:
    """True for the next stop, no day told, of the same travellers in the same state."""
    a, b = entry.place, c.place
    both = entry.series == c.series == "visit" and c.journey and when.begin is None
    if not (both and _onward(c)) or a is None or b is None or not a.country or a.country != b.country:
        return False
    near = c.scene.index - entry.candidates[-1].scene.index <= 1
    return near and {p.name for p in c.parties} <= entry.circle()


def _onward(c: Candidate) -> bool:
    """As in "before travelling to Toronto", "and later travel to Brisbane", "and travel on to Tianjin"."""
    if c.group is None:
        return False
    lower, at = c.scene.lower, c.group.first
    on = lower[at - 1] == "and" and lower[c.group.end : c.group.end + 1] == ["on"]
    return on or not _THEN.isdisjoint(lower[at - 1 : c.group.head])


_THEN = frozenset({"before", "then", "later", "afterwards"})


def coarse(when: When) -> bool:
    """True for a week or month: the day told later lies within it, as the caller has seen."""
    return when.first != when.last


def on_one_journey(entry: Entry, c: Candidate, when: Schedule) -> bool:
    """As in "arrived in Oslo for talks with the premier" and "In Norway she will also meet the king", no day told."""
    if when.begin is not None:
        return False
    if any(o.rule in ("travel", "will travel") for o in entry.candidates):
        also = c.group is not None and "also" in c.scene.lower[c.group.first - 1 : c.group.end]
        return also and c.place is None and c.scene.index - entry.candidates[-1].scene.index <= NEAR
    travelled = any(o.rule == "travelled for" for o in entry.candidates)
    places = entry.place is not None and c.place is not None and one_stop(entry, c)
    return travelled and entry.begin is None and places
