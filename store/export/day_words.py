"""Days, weeks and coarser times in words that stand on any page: with weekday and year."""

from __future__ import annotations

import re
from datetime import date

from store.model.when_values import clock_of, days_covered

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))")
YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?")


def day_words(day: date) -> str:
    """Day, month and year: "9 Jan 2022"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when_words(value: str) -> str:
    """An ISO 8601 or TIMEX3 value in words: "Sun 9 Jan 2022 09:30", "10 Jan, year unknown", else ``value``."""
    days = days_covered(value)
    if days is None:
        return _yearless(value)
    first, last = days
    if DAY.fullmatch(value):
        return f"{WEEKDAYS[first.weekday()]} {day_words(first)} {clock_of(value)}".rstrip()
    if match := WEEK.fullmatch(value):
        name = f"the weekend of week {int(match[2])}" if match[3] else f"week {int(match[2])}"
        return f"{name} ({day_words(first)} to {day_words(last)})"
    if match := MONTH.fullmatch(value):
        return f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return _part_of_year(value)


def _yearless(value: str) -> str:
    match = YEARLESS.fullmatch(value)
    if match is None or not 1 <= int(match[1]) <= len(MONTHS):
        return value
    hour = f" {match[3]}" if match[3] else ""
    return f"{int(match[2])} {MONTHS[int(match[1]) - 1]}{hour}, year unknown"


def _part_of_year(value: str) -> str:
    match = PART.fullmatch(value)
    if match is None:
        return value
    year, quarter, half, season = match.groups()
    if quarter:
        return f"quarter {quarter} of {year}"
    return f"half {half} of {year}" if half else f"{SEASONS[season]} {year}"
