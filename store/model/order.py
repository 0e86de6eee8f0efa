"""How times, talks and conflicts follow each other in a list."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.model.claims import Conflict, Talk

DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")
WEEK = re.compile(r"(\d{4})-W(\d\d)")
COARSE = re.compile(r"(\d{4})(?:-(\d\d)|-Q([1-4])|-(SP|SU|FA|WI)|-H([12]))?")
BETWEEN = "\x01"
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FRIDAY = 5


def when_key(value: str) -> str:
    """A text that sorts like the time that ``value`` means; "" for "".

    A week, month or year follows the first of its days; a value without a year follows all that have one.
    """
    if match := DAY.match(value):
        return match[0]
    if match := WEEK.match(value):
        return _monday(int(match[1]), int(match[2])) + "~"
    if match := COARSE.match(value):
        return f"{match[1]}-{_first_month(match):02}-01~"
    return f"~{value}" if value else ""


def periods_of(day: date) -> tuple[str, ...]:
    """The TIMEX3 weeks, months, quarters, seasons, halves and years that ``day`` is in.

    Seasons are the meteorological ones of the north; the winter of a year begins in its December.
    """
    year, month = f"{day.year:04}", day.month
    week_year, week, weekday = day.isocalendar()
    season = next((name for name, first in reversed(SEASON_MONTHS.items()) if month >= first), "WI")
    return (
        f"{week_year:04}-W{week:02}",
        *([f"{week_year:04}-W{week:02}-WE"] if weekday > FRIDAY else []),
        f"{year}-{month:02}",
        f"{year}-Q{(month + 2) // 3}",
        f"{year if month >= SEASON_MONTHS['SP'] else f'{max(1, day.year - 1):04}'}-{season}",
        f"{year}-H{1 if month <= 6 else 2}",
        year,
    )


def _monday(year: int, week: int) -> str:
    try:
        return date.fromisocalendar(year, week, 1).isoformat()
    except ValueError:
        return f"{year}-12-31"


def _first_month(match: re.Match[str]) -> int:
    month, quarter, season, half = match[2], match[3], match[4], match[5]
    if month:
        return int(month)
    if quarter:
        return 3 * int(quarter) - 2
    if season:
        return SEASON_MONTHS[season]
    return 6 * int(half) - 5 if half else 1


def talk_rank(talk: Talk) -> str:
    """A text that sorts like talks are listed: the earliest start first, undated last."""
    return BETWEEN.join(("1" if talk.start == "" else "0", when_key(talk.start), talk.city, talk.title))


def conflict_rank(conflict: Conflict) -> str:
    """A text that sorts like conflicts are listed: those of talks first, then by kind and subject."""
    return BETWEEN.join(("0" if conflict.talk else "1", conflict.kind, conflict.subject, *conflict_keys(conflict)))


def conflict_keys(conflict: Conflict) -> list[str]:
    """Kind and fact keys: a conflict of another kind over the same facts is another conflict."""
    return sorted({f"{conflict.kind}:{conflict.talk}:{e.fact}" for s in conflict.sides for e in s.evidence})
