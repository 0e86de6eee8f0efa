"""The arithmetic of an event: days for its clock times, and which of its figures confirm each other."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from store.model.mentions import When

_DURATION = re.compile(r"PT?(?:(\d+)H)?(?:(\d+)M)?")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_TOLERANCE = timedelta(minutes=5)
_ANY_DAY = (date(2021, 1, 15), date(2021, 7, 15))
"""Stand-ins for an unknown day, one in winter and one in summer, since offsets change with the season."""


class Figures(NamedTuple):
    """Begins and ends with their days where these can be known, and what agrees."""

    begins: tuple[When, ...]
    ends: tuple[When, ...]
    checks: tuple[str, ...]


def length_of(duration: When | None) -> timedelta | None:
    """A duration of hours and minutes; None for days, and for anything else."""
    match = _DURATION.fullmatch(duration.value) if duration else None
    if not match or not any(match.groups()):
        return None
    return timedelta(hours=int(match[1] or 0), minutes=int(match[2] or 0))


def settled(begins: list[When], ends: list[When], duration: When | None, day: When | None) -> Figures:
    """Put clock times on days by ``day``, the zones and the order of begin and end, and check what can be checked."""
    base = day.first if day and day.first and day.first == day.last else None
    length = length_of(duration)
    trials = [base] if base else list(_ANY_DAY)
    placed = [_placed(begins, ends, trial) for trial in trials]
    found = [_checks(p, length) for p in placed]
    checks = tuple(dict.fromkeys(next((c for c in found if "two zones differ" not in c), found[0])))
    if base is None or day is None:
        return Figures(tuple(begins), tuple(ends), checks)
    starts, stops = placed[0]
    return Figures(
        tuple(_dated(w, m, day) for w, m in zip(begins, starts, strict=True)),
        tuple(_dated(w, m, day) for w, m in zip(ends, stops, strict=True)),
        checks,
    )


def _placed(begins: list[When], ends: list[When], base: date) -> tuple[list[datetime | None], list[datetime | None]]:
    """Each clock time as a moment: the first begin on ``base``, other zones beside it, ends not before begins."""
    starts: list[datetime | None] = []
    reference: datetime | None = None
    for when in begins:
        moment = _moment(when, base)
        if moment and reference and moment.tzinfo and reference.tzinfo:
            moment = _nearest(moment, reference)
        reference = reference or moment
        starts.append(moment)
    stops: list[datetime | None] = []
    for when in ends:
        moment = _moment(when, base)
        floor = stops[0] if stops else reference
        if moment and floor:
            if stops and moment.tzinfo and floor.tzinfo:
                moment = _nearest(moment, floor)
            else:
                moment = _after(moment, starts, floor)
        stops.append(moment)
    return starts, stops


def _moment(when: When, base: date) -> datetime | None:
    match = _CLOCK.search(when.value)
    if not match:
        return None
    hour, minute = int(match[1]) % 24, int(match[2])
    zone = ZoneInfo(when.zone) if when.zone else None
    return datetime(base.year, base.month, base.day, hour, minute, tzinfo=zone)


def _nearest(moment: datetime, reference: datetime) -> datetime:
    """The same wall clock on the day that brings it closest to ``reference``."""
    return min((_shifted(moment, d) for d in (-1, 0, 1)), key=lambda m: abs(m - reference))


def _after(moment: datetime, starts: list[datetime | None], floor: datetime) -> datetime:
    beside = next((s for s in starts if s and s.tzinfo == moment.tzinfo), None)
    if beside is None and (moment.tzinfo is None) != (floor.tzinfo is None):
        return moment
    low = beside or floor
    return moment if moment >= low else _shifted(moment, 1)


def _shifted(moment: datetime, days: int) -> datetime:
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        return moment


def _dated(when: When, moment: datetime | None, day: When) -> When:
    if moment is None or re.match(r"\d{4}-\d\d-\d\dT", when.value):
        return when
    spans = tuple(sorted({*when.spans, *day.spans}))
    value = f"{moment.date().isoformat()}T{moment:%H:%M}"
    why = day.why or f"the day is given as {day.value}"
    return replace(when, value=value, spans=spans, first=moment.date(), last=moment.date(), assumed=True, why=why)


def _checks(placed: tuple[list[datetime | None], list[datetime | None]], length: timedelta | None) -> list[str]:
    starts, stops = placed
    found: list[str] = []
    for moments in (starts, stops):
        zoned = [m for m in moments if m and m.tzinfo]
        if len({str(m.tzinfo) for m in zoned}) > 1:
            agree = all(abs(m - zoned[0]) <= _TOLERANCE for m in zoned)
            found.append("two zones agree" if agree else "two zones differ")
    if "two zones differ" in found:
        found = [c for c in found if c != "two zones agree"]
    pair = _same_zone(starts, stops)
    if length and pair:
        fits = abs(pair[0] + length - pair[1]) <= _TOLERANCE
        found.append("start + duration = end" if fits else "start + duration differs from end")
    return found


def _same_zone(starts: list[datetime | None], stops: list[datetime | None]) -> tuple[datetime, datetime] | None:
    for start in starts:
        for stop in stops:
            if start and stop and start.tzinfo == stop.tzinfo:
                return start, stop
    return None
