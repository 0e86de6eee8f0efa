"""Days, hours and countdowns in words. Days are calendar days at the venue; arithmetic is pendulum's."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import pendulum

from tui.paint.loose_values import DAY_PART, day_part, loose_label

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""What a clock shows before it has been read."""
_YEARLESS_DAYS = 300
"""A day and month stand without their year while less far away than this."""
_WEEK = re.compile(r"(\d{4}|XXXX)-W(\d\d)(-WE)?")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)")
_PART = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])")
_PARTS = {
    "SP": ("spring", 5),
    "SU": ("summer", 8),
    "FA": ("autumn", 11),
    "WI": ("winter", 2),
    "Q1": ("first quarter", 3),
    "Q2": ("second quarter", 6),
    "Q3": ("third quarter", 9),
    "Q4": ("fourth quarter", 12),
    "H1": ("first half", 6),
    "H2": ("second half", 12),
}
"""TIMEX3 parts of a year: the word, and the month in which they end (meteorological seasons of the north)."""
_YEAR = re.compile(r"\d{4}")
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?")
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def day_of(value: str) -> date | None:
    """The calendar day of an ISO 8601 day or minute; None where ``value`` is coarser, unknown or impossible."""
    match = DAY.fullmatch(value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def last_day_of(value: str) -> date | None:
    """The last calendar day that a TIMEX3 day, week, month or year covers; None for anything else."""
    try:
        if match := _WEEK.fullmatch(value):
            return date.fromisocalendar(int(match[1]), int(match[2]), 7)
        if match := _MONTH.fullmatch(value):
            year, month = int(match[1]), int(match[2])
            return date(year, month, monthrange(year, month)[1])
        if match := _PART.fullmatch(value):
            return _part_of_year_end(int(match[1]), match[2])
        return date(int(value), 12, 31) if _YEAR.fullmatch(value) else day_of(value)
    except ValueError:  # an unknown year, or a week or month that no calendar has
        return None


def _part_of_year_end(year: int, part: str) -> date:
    month = _PARTS[part][1]
    year += part == "WI"  # the winter of a year ends in the next
    return date(year, month, monthrange(year, month)[1])


def hour_of(value: str) -> str:
    """The "HH:MM" of an ISO 8601 minute, "" where none is given."""
    return value[11:16] if DAY.fullmatch(value) else ""


def start_of(value: str, zone: str) -> datetime | None:
    """The moment that a countdown to ``value`` runs to: the hour, or the start of the day, in ``zone`` (or UTC)."""
    day = day_of(value)
    if day is None:
        return None
    hour = hour_of(value) or "00:00"
    return pendulum.datetime(day.year, day.month, day.day, int(hour[:2]), int(hour[3:]), tz=known_zone(zone))


@lru_cache(maxsize=1024)
def known_zone(zone: str) -> str:
    """``zone`` where the time zone database knows it, else "UTC"."""
    try:
        pendulum.timezone(zone or "UTC")
    except (ValueError, OSError, LookupError):
        return "UTC"
    return zone or "UTC"


def here(now: datetime, zone: str) -> datetime:
    """``now`` on the clocks of ``zone``."""
    return pendulum.instance(now).in_timezone(known_zone(zone))


def in_zone(value: str, zone: str, reader: str) -> str:
    """An hour at a venue in ``zone`` on the clocks of the ``reader``: "Tue 20 May 17:30 JST"; "" where it is the same.

    "" too where no hour or no zone is known.
    """
    moment = start_of(value, zone) if hour_of(value) and zone else None
    if moment is None:
        return ""
    local = here(moment, reader)
    if local.utcoffset() == moment.utcoffset():
        return ""
    return f"{weekday_day(local.date(), local.date())} {local:%H:%M} {zone_label(local)}".replace("  ", " ")


def zones_told(now: datetime, zone: str, reader: str) -> str:
    """The zone of a venue, and the reader's where its clocks differ: "Europe/Oslo (CEST), yours is 7 h ahead (JST)"."""
    if not zone:
        return "zone unknown"
    there, local = here(now, zone), here(now, reader)
    ahead = ((local.utcoffset() or timedelta()) - (there.utcoffset() or timedelta())) / timedelta(hours=1)
    told = f"{zone} ({zone_label(there)})"
    if not ahead:
        return told
    return f"{told}, yours is {abs(ahead):g} h {'ahead' if ahead > 0 else 'behind'} ({zone_label(local)})"


def zone_label(moment: datetime) -> str:
    """The short name of the zone of an aware ``moment``: "CET", or "UTC+3" where the zone has no letters."""
    name = moment.tzname() or ""
    if name[:1] not in {"+", "-"}:
        return name
    return f"UTC{name[0]}{name[1:3].lstrip('0') or '0'}" + (f":{name[3:5]}" if name[3:5] not in {"", "00"} else "")


def countdown(now: datetime, moment: datetime) -> str:
    """The time left until ``moment``: "8d 10:59:58", under a day "10:59:58"; "" once it has come."""
    left = int((moment - now).total_seconds())
    if left <= 0:
        return ""
    days, seconds = divmod(left, 86400)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{days}d {clock}" if days else clock


def relative_day(day: date, today: date) -> str:
    """How far ``day`` lies from ``today`` in words: "in 9 days", "tomorrow", "3 days ago"."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def short_day(day: date, today: date) -> str:
    """Day and month: "9 Jan", with the year where the day is most of a year away."""
    year = f" {day.year}" if abs((day - today).days) > _YEARLESS_DAYS else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def weekday_day(day: date, today: date) -> str:
    """Weekday, day and month in columns: "Sun  9 Jan"."""
    return f"{WEEKDAYS[day.weekday()]} {short_day(day, today):>6}"


def day_label(day: date) -> str:
    """A day in full: "Fri 31 Dec 2021"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def clock_label(moment: datetime) -> str:
    """An aware ``moment`` in full: "Fri 31 Dec 2021 12:00 UTC"."""
    return f"{day_label(moment.date())} {moment:%H:%M} {zone_label(moment)}"


def value_label(value: str, today: date) -> str:
    """A TIMEX3 value as a reader would say it: "30 Dec 16:25", "week 2", "10 Jan, year unknown", "a Monday"."""
    day = day_of(value)
    if day is not None:
        return f"{short_day(day, today)} {hour_of(value)}".rstrip()
    if match := _MONTH_DAY.fullmatch(value):
        month = _month_name(match[1])
        return f"{int(match[2])} {month}{' ' + match[3] if match[3] else ''}, year unknown" if month else value
    if match := _WEEK.fullmatch(value):
        week = f"{'weekend of ' if match[3] else ''}week {int(match[2])}"
        return week + ("" if match[1] in {"XXXX", str(today.year)} else f" {match[1]}")
    if match := _PART.fullmatch(value):
        return _PARTS[match[2]][0] + ("" if match[1] == "XXXX" else f" {match[1]}")
    if match := _MONTH.fullmatch(value):
        month = _month_name(match[2])
        return f"{month} {'' if match[1] == 'XXXX' else match[1]}".rstrip() if month else value
    if (match := DAY_PART.fullmatch(value)) and (day := day_of(match[1])):
        return f"{short_day(day, today)} {day_part(match[2])}"
    return loose_label(value) or (_period_label(value) if value.startswith("P") else value)


def _month_name(number: str) -> str:
    return MONTHS[int(number) - 1] if 1 <= int(number) <= len(MONTHS) else ""


def _period_label(value: str) -> str:
    match = _PERIOD.fullmatch(value)
    if match is None:
        return value
    counts = [(int(count), unit) for count, unit in zip(match.groups(), _UNITS, strict=True) if count]
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in counts) or value
