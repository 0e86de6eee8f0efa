"""How the days that two reports give for a meeting stand to each other."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from store.model.facts import Meeting
    from store.model.mentions import When

DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
LEAP_YEAR = 2000
Relation = Literal["same", "overlap", "within", "unknown", "apart"]


class Window(NamedTuple):
    """The days on which a meeting may be, as one report gives them."""

    first: date | None = None
    last: date | None = None
    exact: bool = False
    """True where ``first`` is the day on which it begins; False for a week, month or year."""
    clock: str = ""
    month_day: tuple[int, int] | None = None
    """Where the year is unknown."""


NO_WINDOW = Window()


def window_of(meeting: Meeting) -> Window:
    """Days of ``meeting``, from the first to the last that its article gives."""
    begin, end = meeting.begin, meeting.end
    if begin is None:
        return NO_WINDOW
    if yearless := YEARLESS.match(begin.value):
        return Window(month_day=(int(yearless[1]), int(yearless[2])))
    first, last = days_of(begin)
    if first is None or last is None:
        return NO_WINDOW
    if end is not None:
        end_last = days_of(end)[1]
        last = end_last if end_last and end_last >= last else last
    exact = DAY.match(begin.value) is not None
    return Window(first, last, exact, begin.value[11:16] if exact else "")


def days_of(when: When) -> tuple[date | None, date | None]:
    """First and last day that ``when`` covers."""
    if when.first and when.last:
        return when.first, when.last
    if DAY.match(when.value):
        day = date.fromisoformat(when.value[:10])
        return day, day
    return None, None


class Standing(NamedTuple):
    """How two windows stand to each other, with the days between them where they are apart."""

    relation: Relation
    gap: int = 0


UNKNOWN = Standing("unknown")


def standing(a: Window, b: Window) -> Standing:
    """Symmetric. "within" where a week or month of one covers the day of the other."""
    if a.month_day or b.month_day:
        return _yearless(a, b)
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return UNKNOWN
    if a.exact and b.exact and a.first == b.first:
        return Standing("same")
    gap = max((b.first - a.last).days, (a.first - b.last).days, 0)
    if gap:
        return Standing("apart", gap)
    return Standing("overlap" if a.exact and b.exact else "within")


def _yearless(a: Window, b: Window) -> Standing:
    one, other = _month_day(a), _month_day(b)
    if one is None or other is None:
        return UNKNOWN
    if one == other:
        return Standing("same")
    try:
        gap = abs((date(LEAP_YEAR, *one) - date(LEAP_YEAR, *other)).days)
    except ValueError:
        return UNKNOWN
    return Standing("apart", min(gap, 366 - gap))


def _month_day(window: Window) -> tuple[int, int] | None:
    if window.month_day or window.first is None or not window.exact:
        return window.month_day
    return window.first.month, window.first.day


def months_of(first: date, last: date, slack: int = 0) -> list[str]:
    """Months ("2022-01") from ``slack`` days before ``first`` to ``slack`` days after ``last``, at most 13."""
    day, stop = first - timedelta(slack), last + timedelta(slack)
    months: list[str] = []
    year, month = day.year, day.month
    while (year, month) <= (stop.year, stop.month) and len(months) <= 12:
        months.append(f"{year}-{month:02}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def weeks_of(first: date, last: date) -> list[str]:
    """ISO weeks from ``first`` to ``last``, at most three: a city in a month is no place to look."""
    weeks = [first.isocalendar()[:2], last.isocalendar()[:2]]
    if (last - first).days > 7:
        return []
    return [f"{year}-W{week:02}" for year, week in dict.fromkeys(weeks)]
