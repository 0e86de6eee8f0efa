"""Calendar arithmetic in whole days: months, ISO weeks, seasons, feasts."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.model.mentions import Direction

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such (29 February, 31 June, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_from(day: date, count: int) -> date | None:
    """The day ``count`` days on, or None beyond the calendar's ends."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def days_in(duration: str) -> int | None:
    """Days of a TIMEX3 duration of up to 99 whole days or weeks: 14 for "P2W"; None for any other value."""
    match = _DURATION.fullmatch(duration)
    return int(match[1]) * _UNITS[match[2]] if match else None


_DURATION = re.compile(r"P(\d{1,2})([DW])")
_UNITS = {"D": 1, "W": 7}


def nearest(days: list[date], anchor: date) -> date:
    """The day closest to ``anchor``; the later one of two as close."""
    return min(days, key=lambda d: (abs((d - anchor).days), d < anchor))


def on_side(days: list[date], anchor: date, side: Direction) -> date:
    """The closest day before ("past") or after ("future") ``anchor``; the nearest where that side has none."""
    chosen = [d for d in days if (d > anchor if side == "future" else d < anchor)]
    return nearest(chosen or days, anchor)


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def add_months(day: date, count: int) -> date:
    """``count`` months on, at the month's last day where it is shorter."""
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def week_value(day: date) -> tuple[str, date, date]:
    """ISO week of ``day``: "2022-W02", its Monday and Sunday."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return f"{year:04d}-W{week:02d}", monday, monday + timedelta(days=6)


def common_value(first: date, last: date) -> tuple[str, date, date] | None:
    """The finest ISO week, month, quarter or year that holds both days, with its own first and last day."""
    value, start, stop = week_value(first)
    if last <= stop:
        return value, start, stop
    if first.year != last.year:
        return None
    if first.month == last.month:
        return f"{first.year:04d}-{first.month:02d}", *month_days(first.year, first.month)
    quarter = (first.month + 2) // 3
    if quarter == (last.month + 2) // 3:
        start, stop = date(first.year, 3 * quarter - 2, 1), month_days(first.year, 3 * quarter)[1]
        return f"{first.year:04d}-Q{quarter}", start, stop
    return f"{first.year:04d}", date(first.year, 1, 1), date(first.year, 12, 31)


def span_value(start: date, unit: str, count: int) -> tuple[str, date, date]:
    """TIMEX3 value and days of the unit ``count`` units from ``start``; raises ValueError or OverflowError outside
    the calendar.
    """
    if unit == "D":
        day = start + timedelta(days=count)
        return day.isoformat(), day, day
    if unit == "W":
        return week_value(start + timedelta(weeks=count))
    if unit == "WE":
        value, monday, sunday = week_value(start + timedelta(weeks=count))
        return f"{value}-WE", monday + timedelta(days=5), sunday
    if unit == "M":
        day = add_months(start, count)
        return f"{day.year:04d}-{day.month:02d}", *month_days(day.year, day.month)
    if unit == "E":
        decade = start.year // 10 + count
        return f"{decade:03d}", date(decade * 10, 1, 1), date(decade * 10 + 9, 12, 31)
    if unit == "C":
        century = start.year // 100 + count
        return f"{century:02d}", date(century * 100, 1, 1), date(century * 100 + 99, 12, 31)
    year = start.year + count
    return f"{year:04d}", date(year, 1, 1), date(year, 12, 31)


def season_days(year: int, season: str) -> tuple[date, date]:
    """Meteorological seasons of the northern half of the earth; a winter ends in the year after."""
    month = _SEASON_MONTHS[season]
    first = date(year, month, 1)
    return first, add_months(first, 3) - timedelta(days=1)


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian algorithm; Meeus 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast_day(rule: str, year: int) -> date | None:
    """The day of a rule in ``lexicon/holidays.toml`` in ``year``."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if rule[2:3] == "-":
        return real_day(year, int(rule[:2]), int(rule[3:]))
    month, weekday, nth, *after = map(int, rule.split())
    first, last = month_days(year, month)
    if nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1) + sum(after))
