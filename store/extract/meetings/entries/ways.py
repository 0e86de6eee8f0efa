"""Bare ways to a meeting that is told by itself: the journey announces nothing of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.itinerary import cover
from store.extract.meetings.rules.journeys import RULE
from store.extract.names import host_of

if TYPE_CHECKING:
    from store.extract.meetings.parts.entry import Entry

_NEAR = 60
"""Meetings told next to a journey, among which what it leads to is sought."""
_STAY = 7
"""Days after an arrival within which a meeting is what somebody came for."""


def without_ways(entries: list[Entry]) -> list[Entry]:
    """Leave out the bare way to a meeting told by itself: "arrives on Wednesday for Thursday's summit"."""
    kept = []
    for at, e in enumerate(entries):
        near = entries[max(0, at - _NEAR) : at + _NEAR] if _bare(e) else ()
        goals = [other for other in near if other is not e and _leads_to(e, other)]
        if not goals:
            kept.append(e)
        elif goals[0].begin is None and e.begin is not None:  # "will fly to Oslo next week. She is to meet Ruiz there"
            first, last = e.begin.first, e.end.last if e.end else e.begin.last
            goals[0].begin = cover(e.begin, first, last) if first and last else e.begin
    return kept


def _bare(entry: Entry) -> bool:
    return all(c.rule == RULE for c in entry.candidates)


def _of_those(way: Entry, meeting: Entry) -> bool:
    """As in "the ministers of Peru and Chile will meet in Oslo on Friday. Peru's minister will arrive on Thursday"."""
    a, b = (e.begin.first if e.begin else None for e in (way, meeting))
    eve = a is not None and b is not None and 0 <= (b - a).days <= 1
    return eve and any(p.of in meeting.parties for p in way.parties.values() if p.of)


def _leads_to(way: Entry, meeting: Entry) -> bool:
    """True where one who travels takes part, in the same state, on the day of arrival or within the week after."""
    a, b = way.place, meeting.place
    same_city = a is not None and b is not None and a.name == b.name
    for_it = same_city and (not way.parties or _of_those(way, meeting))  # "delegates will arrive in Oslo"
    if not (for_it or way.parties.keys() & meeting.parties.keys()) or _bare(meeting):
        return False
    host = host_of(a) if a is not None else None
    if b is None and (host is None or host.name not in meeting.circle()):
        return False
    if a and b and a.country != b.country:
        return False
    if meeting.begin and way.begin and meeting.begin.first != meeting.begin.last and way.begin.first == way.begin.last:
        return False  # "travels to Oslo on Thursday to prepare December's summit"
    first, then = (e.begin.first if e.begin else None for e in (way, meeting))
    return first is None or then is None or 0 <= (then - first).days <= _STAY
