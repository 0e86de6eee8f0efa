"""Weekdays and months that lie ahead whatever their verb says, and weeks that only a month tells surely."""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR
from typing import TYPE_CHECKING

from store.extract.explicit_dates import MONTHS
from store.extract.meetings.parts.closing import WEEKDAYS
from store.extract.times.calendar_days import days_from

if TYPE_CHECKING:
    from datetime import date

    from store.extract.reading import Reading
    from store.model.mentions import Time

HALF_A_YEAR = 183
"""Days from which on a bare month is rather the one before."""


def of_month(time: Time, page: Reading) -> Time:
    """As in "the first week of December": days 1 to 7 or the ISO week, so that only the month is surely right."""
    words = page.tokens.between(time.span)
    month = next((MONTHS[w] for w in words if w in MONTHS), None)
    if month is None or "-W" not in time.value or "week" not in words or time.first is None or time.last is None:
        return time
    if any(w.isdigit() for w in words):
        return time  # "the week of January 25" is that week
    year = time.last.year if month == 1 else time.first.year
    return replace(time, value=f"{year}-{month:02}")


def next_week(time: Time, page: Reading) -> Time | None:
    """As in "ahead of talks on Thursday, Oslo said": the weekday is the coming one, whatever the tense of "said"."""
    words = page.tokens.between(time.span)
    named = [w for w in words if w != "on"]
    clock = time.value[10:] if time.clock else ""
    weekday = [w for w in named if [w] in WEEKDAYS][:1] if clock else named[:1]  # "4 pm on Tuesday"
    if time.first is None or page.article.anchor.day is None or weekday not in WEEKDAYS:
        return None
    day = days_from(time.first, 7)
    if day is None or time.first != time.last or day < page.article.anchor.day:
        return None
    return replace(
        time, value=day.isoformat() + clock, first=day, last=day, direction="future", why="a weekday that lies ahead"
    )


def far(time: Time, anchor: date | None) -> bool:
    """True for "on the eve of the convention in July", read in September: the July before."""
    return anchor is not None and time.first is not None and (time.first - anchor).days > HALF_A_YEAR


def month_of(time: Time, page: Reading, year: int = 0) -> Time | None:
    """As in "the ministers, who met on Monday, meet again in March": the month is the coming one.

    With a year it is that year's: "next year's summit, in Oslo in March".
    """
    words = page.tokens.between(time.span)
    bare = len(words) == 1 and words[0] in MONTHS and len(time.value) == len("2006-03")
    if not bare or time.first is None or time.last is None:
        return None
    year = year or time.first.year + 1
    if year > MAXYEAR:
        return None
    first = time.first.replace(year=year)
    after = days_from(first, 31)
    last = days_from(after.replace(day=1), -1) if after is not None else None
    value = first.isoformat()[:7]
    return replace(time, value=value, first=first, last=last, direction="future", why="a month that lies ahead")


def coming_month(time: Time, page: Reading) -> Time | None:
    """As in "put off to mid-September", read in August: the month of this year or the next, whatever the tense."""
    anchor, words = page.article.anchor.day, page.tokens.between(time.span)
    yearless = not any(len(word) == len("2006") and word.isdigit() for word in words)
    if anchor is None or time.first is None or time.last is None or not yearless or len(time.value) < len("2006-09"):
        return None
    try:
        first, last = (day.replace(year=day.year + 1) for day in (time.first, time.last))
    except ValueError:  # 29 February, or the last year of the calendar
        return None
    if last < anchor or "-W" in time.value:
        return None
    value = f"{first.year:04}{time.value[4:]}"
    return replace(time, value=value, first=first, last=last, direction="future", why="a day that lies ahead")


def within_year(coming: list[Time], dates: list[Time], page: Reading) -> list[Time]:
    """As in "next year's summit, in Oslo in March": the month is that year's."""
    if len(coming) != 1 or len(coming[0].value) != len("2006"):
        return coming
    months = (month_of(t, page, int(coming[0].value)) for t in dates if t is not coming[0])
    return [next((m for m in months if m is not None), coming[0])]
