"""Days that only the course of events tells: "after his meeting with Ruiz", in the middle of a three-day visit."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.meetings.entries.counted_days import counted
from store.extract.meetings.parts.itinerary import cover
from store.extract.meetings.parts.kinship import one_stop
from store.extract.meetings.rules.journeys import CAME
from store.extract.times.calendar_days import days_from, days_in
from store.model.mentions import Time, When

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.reading import Reading

_OPENING = 4
"""Tokens at the head of a sentence within which "After his meeting with" opens it."""
_STAYING = frozenset({CAME, "travelled for", "mention", "was held"})
_LONGEST = 14
"""Days of a visit beyond which a meeting in its course is as good as undated."""


def settle_days(entries: Sequence[Entry], candidates: Sequence[Candidate], page: Reading) -> None:
    """Give entries without a day what the course of events says of it."""
    for entry in entries:
        if entry.begin is None and entry.status != "cancelled":
            entry.begin = counted(entry, entries, candidates)
    undated = [e for e in entries if e.begin is None and e.status == "scheduled"]
    if not undated:
        return
    visits = _visits_under_way(candidates, page)
    openings: dict[int, Candidate] = {c.scene.index: c for c in candidates if _opens_after(c)}
    for entry in undated:
        before = _told_before(entry, entries, openings)
        if before is not None and before.begin is not None:
            entry.begin = replace(before.begin, value=before.begin.value[:10], zone="", assumed=True, why=_AFTER)
            continue
        at = bisect(visits, entry.candidates[0].at, key=lambda pair: pair[0].at)
        entry.begin = next(
            (when for visit, when in visits[max(0, at - _NEAR) : at] if _in_course_of(entry, visit)), None
        )


_AFTER = "right after the meeting told before"


def _opens_after(c: Candidate) -> bool:
    """True for "following his meeting with Ruiz" at the head of a sentence."""
    return c.rule == "after" and c.noun is not None and c.noun.first - c.scene.sentence.first <= _OPENING


def _told_before(entry: Entry, entries: Sequence[Entry], openings: dict[int, Candidate]) -> Entry | None:
    """The dated meeting that the opening of the entry's sentence takes up: one of those told near it."""
    opening = next((openings[i] for c in entry.candidates if (i := c.scene.index) in openings), None)
    named = {p.name for p in opening.parties} if opening is not None else set()
    if not named:
        return None
    at = bisect(entries, entry.candidates[0].at, key=lambda e: e.candidates[0].at)
    near = entries[max(0, at - _NEAR) : at + _NEAR]
    dated = [e for e in near if e is not entry and e.begin and e.begin.first and e.begin.first == e.begin.last]
    told = max(dated, key=lambda e: len(named & e.parties.keys()), default=None)
    return told if told is not None and named & told.parties.keys() else None


_NEAR = 20
"""Meetings told before and after, among which the one that is taken up is sought."""


def _visits_under_way(candidates: Sequence[Candidate], page: Reading) -> list[tuple[Candidate, When]]:
    """As in "arrived here on Monday for a three-day visit": with the days that are left of it."""
    anchor = page.article.anchor.day
    found = []
    for c in candidates:
        if c.series != "visit" or c.rule not in _STAYING or anchor is None:
            continue
        day = next((t.first for t in c.times if t.first and t.first == t.last and t.first <= anchor), None)
        length = next((n for m in c.scene.times if (n := _length(m.what)) is not None), None)
        last = days_from(day, length - 1) if day is not None and length else None
        if last is not None and last >= anchor and (when := _left(anchor, last, c)) is not None:
            found.append((c, when))
    return found


def _length(time: object) -> int | None:
    days = days_in(time.value) if isinstance(time, Time) and time.type == "DURATION" else None
    return days if days and days <= _LONGEST else None


def _left(anchor: date, last: date, c: Candidate) -> When | None:
    spans = tuple(sorted(t.span for t in c.times))
    return cover(When(value=anchor.isoformat(), spans=spans, first=anchor, last=anchor), anchor, last)


def _in_course_of(entry: Entry, visit: Candidate) -> bool:
    """True where one who came takes part, and nothing puts the meeting elsewhere."""
    if not entry.parties.keys() & {p.name for p in visit.parties}:
        return False
    first = entry.candidates[0]
    return first.at > visit.at and (visit.place is None or one_stop(entry, visit))
