"""Two wall times of one moment: how many days the second lies from the first."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol

_HALF_DAY = 12 * 60


class WallTime(Protocol):
    """A clock time "HH:MM" with its IANA zone, "" where the text does not say."""

    @property
    def clock(self) -> str:
        """Hours and minutes, like 16:25."""
        ...

    @property
    def zone(self) -> str:
        """IANA name."""
        ...


def day_shift(first: WallTime, second: WallTime, day: date | None) -> int:
    """Days from the date of ``first`` to that of ``second`` (-1, 0 or 1), both being one moment.

    16:25 in Washington is 00:25 in Moscow a day later. ``day`` is the date of ``first``; where it is unknown, any
    day serves. A zone that is not told is taken to lie within twelve hours of the other.
    """
    start = _minutes(first.clock)
    if first.zone and second.zone:
        return (start + _offset_between(first.zone, second.zone, day or date(2000, 1, 1), start)) // 1440
    ahead = _minutes(second.clock) - start
    return -1 if ahead > _HALF_DAY else 1 if ahead < -_HALF_DAY else 0


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def _offset_between(first: str, second: str, day: date, minutes: int) -> int:
    """Minutes by which clocks in ``second`` are ahead of those in ``first`` at that moment."""
    import pendulum

    try:
        wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
        start = pendulum.instance(wall, tz=first)
        there = start.in_timezone(second)
    except (ValueError, OverflowError):
        return 0
    return int((there.utcoffset() - start.utcoffset()).total_seconds()) // 60  # type: ignore[operator]
