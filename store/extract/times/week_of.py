"""Weeks counted within a month: "the third week of May"."""

from __future__ import annotations

from store.extract.times.forms import Found, RelativeForm, WeekOfForm, Words
from store.extract.times.words import calendar_words


def week_of(low: list[str], at: int, floor: int) -> tuple[int, int] | None:
    """As in "the third week of" before ``at``: where it starts and which week."""
    if at - 3 < floor or low[at - 1] not in ("of", "in") or low[at - 2] not in ("week", "weekend"):
        return None
    nth = calendar_words().ordinals.get(low[at - 3], 0)
    if not nth or nth > 5:
        return None
    return (at - 4 if at - 4 >= floor and low[at - 4] == "the" else at - 3), nth


def week_of_month(words: Words, at: int, end: int, form: RelativeForm, floor: int) -> Found | None:
    """As in "the third week of this month", given "this month" at ``at``."""
    nth = week_of(words.low, at, floor)
    return Found(nth[0], end, WeekOfForm(nth[1], form), "week of month") if nth else None
