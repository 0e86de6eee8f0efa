"""The days that an ISO 8601 or TIMEX3 value covers, and whether two values can both be right."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
MONTHS = re.compile(r"(\d{4})(?:-(\d\d)|-Q([1-4])|-H([12])|-(SP|SU|FA|WI))?$")
YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)")
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def days_covered(value: str) -> tuple[date, date] | None:
    """First and last day of ``value``; None where it names no days of a known year."""
    try:
        if match := DAY.match(value):
            day = date.fromisoformat(match[1])
            return day, day
        if match := WEEK.match(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return (monday + timedelta(5 if match[3] else 0), monday + timedelta(6))
        if match := MONTHS.match(value):
            return _whole_months(int(match[1]), *_months(match))
    except ValueError:
        return None
    return None


def _months(match: re.Match[str]) -> tuple[int, int]:
    month, quarter, half, season = match[2], match[3], match[4], match[5]
    if month:
        return int(month), int(month)
    if quarter:
        return 3 * int(quarter) - 2, 3 * int(quarter)
    if half:
        return 6 * int(half) - 5, 6 * int(half)
    return SEASONS[season] if season else (1, 12)


def _whole_months(year: int, first: int, last: int) -> tuple[date, date]:
    end_year, end = (year + 1, last - 12) if last > 12 else (year, last)
    return date(year, first, 1), date(end_year, end, monthrange(end_year, end)[1])


def can_both_hold(a: str, b: str) -> bool:
    """True where ``a`` and ``b`` may mean one day: equal, or one coarser and around the other."""
    if a == b:
        return True
    one, other = YEARLESS.match(a), YEARLESS.match(b)
    if one or other:
        return (one[1] if one else a[5:10]) == (other[1] if other else b[5:10])
    days, others = days_covered(a), days_covered(b)
    if days is None or others is None:
        return True
    clock, another = clock_of(a), clock_of(b)
    return days[0] <= others[1] and others[0] <= days[1] and (not clock or not another or clock == another)


def clock_of(value: str) -> str:
    """The "HH:MM" of ``value``, or ""."""
    match = DAY.match(value)
    return match[2] or "" if match else ""


def fineness(value: str) -> int:
    """Days that ``value`` leaves open, 0 with an hour; large where it names none: less is finer."""
    if clock_of(value):
        return 0
    days = days_covered(value)
    if days is None:
        return 400 if YEARLESS.match(value) else 100_000
    return (days[1] - days[0]).days + 1
