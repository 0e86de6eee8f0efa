"""What a form is settled against, and to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.times.calendar_days import days_from, nearest, on_side, real_day
from store.extract.times.forms import Form, WeekdayForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from store.model.mentions import Direction


class Settled(NamedTuple):
    """A TIMEX3 value; ``first`` and ``last`` are None where the days are unknown."""

    value: str
    first: date | None = None
    last: date | None = None
    type: str = "DATE"
    by: str = ""
    """What the value rests on: "" for the words alone, "anchor", "tense", "default"."""


class Context(NamedTuple):
    """What a form is settled against."""

    day: date | None
    """The anchor."""
    other: date | None
    """The day last spoken of."""
    period: date | None
    """First day of whatever was last spoken of: of 1999 for "that year"."""
    look: Callable[[], Direction]
    """Asked only where the form leaves the direction open."""
    firm: Callable[[], bool] = lambda: False
    """Asked where the clause looks back: whether nothing else can be meant."""
    told: tuple[int, int] | None = None
    """Year and month that the text told just before, where they are behind: "in May 1999 ... In June he left"."""


def told_year(month: int, context: Context) -> int | None:
    """The year of a story told in order: "The siege began in May 1999. In June the troops left."; None where the month
    is told outside one.
    """
    if context.told is None or month < context.told[1] or context.look() != "past" or not context.firm():
        return None
    return context.told[0]


def one_day(day: date, by: str = "") -> Settled:
    """A single day."""
    return Settled(day.isoformat(), day, day, by=by)


def by_look(days: list[date], anchor: date, look: Direction) -> Settled:
    """The day on the side that the clause looks to; the nearest where it does not say."""
    if anchor in days:
        return one_day(anchor, "anchor")
    close = nearest(days, anchor)
    if look not in ("past", "future"):
        return one_day(close, "default")
    chosen = on_side(days, anchor, look)
    # Nobody leaves the year out for a day ten months off when the same day is near on the other side.
    if abs((chosen - anchor).days) > 290 and abs((close - anchor).days) < 75:
        return one_day(close, "default")
    return one_day(chosen, "tense")


def later(settled: Settled, form: Form) -> Settled:
    """The same weekday a week on, the same month-day a year on."""
    if settled.first is None:
        return settled
    if isinstance(form, WeekdayForm):
        day = days_from(settled.first, 7)
    else:
        day = real_day(settled.first.year + 1, settled.first.month, settled.first.day)
    return one_day(day, settled.by) if day else settled
