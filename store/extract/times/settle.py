"""From form and anchor to a TIMEX3 value with the days that it covers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from store.extract.times.calendar_days import (
    feast_day,
    month_days,
    nearest,
    on_side,
    real_day,
    season_days,
    span_value,
    week_value,
)
from store.extract.times.forms import (
    DayForm,
    DecadeForm,
    FixedForm,
    Form,
    FromOtherForm,
    HolidayForm,
    InForm,
    MonthForm,
    QuarterForm,
    RelativeForm,
    SeasonForm,
    WeekdayForm,
    WeekendForm,
    WeekOfForm,
    YearForm,
)
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


def settle(form: Form, context: Context) -> Settled:
    """The value of ``form``; without an anchor what is unknown stays X."""
    return _SETTLERS[type(form)](form, context)


def later(settled: Settled, form: Form) -> Settled:
    """The same weekday a week on, the same month-day a year on."""
    if settled.first is None:
        return settled
    if isinstance(form, WeekdayForm):
        return _one(settled.first + timedelta(days=7), settled.by)
    day = real_day(settled.first.year + 1, settled.first.month, settled.first.day)
    return _one(day, settled.by) if day else settled


def _day(form: DayForm, context: Context) -> Settled:
    unknown = f"XXXX-{form.month:02d}-{form.day:02d}"
    if form.year:
        day = real_day(form.year, form.month, form.day)
        return _one(day) if day else Settled(f"{form.year}-{form.month:02d}")
    anchor = context.day
    if anchor is None:
        return Settled(unknown)
    if form.of_year and form.shift is not None:
        day = real_day(anchor.year + form.shift, form.month, form.day)
        return _one(day, "anchor") if day else Settled(unknown)
    days = [d for y in range(anchor.year - 4, anchor.year + 5) if (d := real_day(y, form.month, form.day))]
    agreeing = [d for d in days if d.isoweekday() == form.weekday and abs((d - anchor).days) < 400]
    if agreeing:
        return _one(nearest(agreeing, anchor), "anchor")
    if not days:
        return Settled(unknown)
    if form.shift is not None and form.shift:
        return _one(on_side(days, anchor, "past" if form.shift < 0 else "future"), "anchor")
    return _by_look(days, anchor, context.look())


def _by_look(days: list[date], anchor: date, look: Direction) -> Settled:
    """The day on the side that the clause looks to; the nearest where it does not say."""
    if anchor in days:
        return _one(anchor, "anchor")
    close = nearest(days, anchor)
    if look not in ("past", "future"):
        return _one(close, "default")
    chosen = on_side(days, anchor, look)
    # Nobody leaves the year out for a day ten months off when the same day is weeks away on the other side.
    if abs((chosen - anchor).days) > 270 and abs((close - anchor).days) < 95:
        return _one(close, "default")
    return _one(chosen, "tense")


def _one(day: date, by: str = "") -> Settled:
    return Settled(day.isoformat(), day, day, by=by)


def _month(form: MonthForm, context: Context) -> Settled:
    anchor = context.day
    if form.year:
        return _whole_month(form.year, form.month)
    if anchor is None:
        return Settled(f"XXXX-{form.month:02d}")
    if form.of_year and form.shift is not None:
        return _whole_month(anchor.year + form.shift, form.month, "anchor")
    behind = anchor.year if form.month <= anchor.month else anchor.year - 1
    ahead = anchor.year if form.month >= anchor.month else anchor.year + 1
    if form.shift is not None:
        if form.shift < 0:
            return _whole_month(behind if form.month != anchor.month else anchor.year - 1, form.month, "anchor")
        if form.shift > 0:
            return _whole_month(ahead if form.month != anchor.month else anchor.year + 1, form.month, "anchor")
        return _whole_month(anchor.year, form.month, "anchor")
    if form.month == anchor.month:
        return _whole_month(anchor.year, form.month, "anchor")
    look = context.look()
    months_ahead = (form.month - anchor.month) % 12
    # Nobody leaves the year out for a month ten months off when the same month is near on the other side.
    farthest = {"future": 9, "past": 1}.get(look, 2)
    if months_ahead <= farthest:
        return _whole_month(ahead, form.month, "tense" if look == "future" else "default")
    return _whole_month(behind, form.month, "tense" if look == "past" else "default")


def _whole_month(year: int, month: int, by: str = "") -> Settled:
    if not 1 <= year <= 9999:
        return Settled(f"XXXX-{month:02d}")
    return Settled(f"{year:04d}-{month:02d}", *month_days(year, month), by=by)


def _weekday(form: WeekdayForm, context: Context) -> Settled:
    anchor = context.day
    if anchor is None:
        return Settled(f"XXXX-WXX-{form.weekday}")
    if form.week is not None:
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        return _one(monday + timedelta(days=7 * form.week + form.weekday - 1), "anchor")
    ahead = (form.weekday - anchor.isoweekday()) % 7
    if form.shift is not None and form.shift < 0:
        return _one(anchor - timedelta(days=7 - ahead), "anchor")
    if form.shift is not None and form.shift > 0:
        return _one(anchor + timedelta(days=ahead or 7), "anchor")
    if ahead == 0:
        return _one(anchor, "anchor")
    look = context.look()
    if look == "future" or (look == "none" and form.shift == 0):
        return _one(anchor + timedelta(days=ahead), "tense")
    return _one(anchor - timedelta(days=7 - ahead), "tense" if look == "past" else "default")


def _relative(form: RelativeForm, context: Context) -> Settled:
    unknown = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "WE": "XXXX-WXX-WE"}.get(form.unit, "XXXX")
    if context.day is None:
        return Settled(unknown)
    return _shifted(context.day, form.unit, form.offset, "anchor", unknown)


def _from_other(form: FromOtherForm, context: Context) -> Settled:
    start = (context.other if form.unit == "D" else context.period) or context.day
    unknown = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(form.unit, "XXXX")
    return Settled(unknown) if start is None else _shifted(start, form.unit, form.offset, "anchor", unknown)


def _shifted(start: date, unit: str, count: int, by: str, unknown: str) -> Settled:
    """The day, week, month or year ``count`` units from ``start``."""
    try:
        value, first, last = span_value(start, unit, count)
    except (ValueError, OverflowError):
        return Settled(unknown)
    return Settled(value, first, last, by=by)


def _in(form: InForm, context: Context) -> Settled:
    if context.day is None or context.look() != "future":
        return Settled(form.duration, type="DURATION")
    unit = {"N": "D", "F": "W", "E": "Y", "C": "Y"}.get(form.unit, form.unit)
    return _shifted(context.day, unit, form.offset, "anchor", form.duration)


def _year(form: YearForm, _context: Context) -> Settled:
    return Settled(f"{form.year:04d}", date(form.year, 1, 1), date(form.year, 12, 31))


def _decade(form: DecadeForm, _context: Context) -> Settled:
    return Settled(f"{form.decade:03d}", date(form.decade * 10, 1, 1), date(form.decade * 10 + 9, 12, 31))


def _fixed(form: FixedForm, _context: Context) -> Settled:
    return Settled(form.value, type=form.type)


def _season(form: SeasonForm, context: Context) -> Settled:
    if form.year:
        return _season_of(form.year, form.season)
    anchor = context.day
    unknown = Settled(f"XXXX-{form.season}")
    if anchor is None:
        return unknown
    if form.of_year and form.shift is not None:
        return _season_of(anchor.year + form.shift, form.season, "anchor")
    if form.shift == 0:
        return _season_of(anchor.year, form.season, "anchor")
    look = context.look() if form.shift is None else "past" if form.shift < 0 else "future"
    by = "anchor" if form.shift is not None else "tense" if look != "none" else "default"
    years = range(max(anchor.year - 2, 1), min(anchor.year + 3, 9998))
    if look == "future":
        return next((_season_of(y, form.season, by) for y in years if season_days(y, form.season)[0] > anchor), unknown)
    # "last fall" is over; "in the summer" may still last.
    edge = 1 if form.shift else 0
    begun = [y for y in years if season_days(y, form.season)[edge] < anchor]
    return _season_of(begun[-1], form.season, by) if begun else unknown


def _season_of(year: int, season: str, by: str = "") -> Settled:
    return Settled(f"{year:04d}-{season}", *season_days(year, season), by=by)


def _quarter(form: QuarterForm, context: Context) -> Settled:
    if form.year:
        return _part_of_year(form.year, form.part)
    anchor = context.day
    if anchor is None:
        return Settled(f"XXXX-{form.part}" if form.part != "Q" else "XXXX-QX")
    if form.part == "Q":
        number = anchor.year * 4 + (anchor.month - 1) // 3 + (form.shift or 0)
        return _part_of_year(number // 4, f"Q{number % 4 + 1}", "anchor")
    if form.shift is not None:
        return _part_of_year(anchor.year + form.shift, form.part, "anchor")
    look = context.look()
    years = range(max(anchor.year - 1, 1), min(anchor.year + 2, 9999))
    parts = [_part_of_year(y, form.part, "tense" if look != "none" else "default") for y in years]
    if look == "future":
        return next(p for p in parts if p.last and p.last >= anchor)
    return [p for p in parts if p.first and p.first <= anchor][-1]


def _part_of_year(year: int, part: str, by: str = "") -> Settled:
    if not 1 <= year <= 9999:
        return Settled(f"XXXX-{part}")
    length = 3 if part[0] == "Q" else 6
    start = (int(part[1]) - 1) * length + 1
    return Settled(f"{year:04d}-{part}", date(year, start, 1), month_days(year, start + length - 1)[1], by=by)


def _holiday(form: HolidayForm, context: Context) -> Settled:
    if form.year:
        day = feast_day(form.rule, form.year)
        return _one(day) if day else Settled(f"{form.year}")
    anchor = context.day
    if anchor is None:
        return Settled(f"XXXX-{form.rule}" if form.rule[2:3] == "-" else "XXXX-XX-XX")
    years = range(max(anchor.year - 1, 1), min(anchor.year + 2, 9999))
    days = [d for y in years if (d := feast_day(form.rule, y))]
    if form.shift:
        return _one(on_side(days, anchor, "past" if form.shift < 0 else "future"), "anchor")
    return _by_look(days, anchor, context.look())


def _weekend(_form: WeekendForm, context: Context) -> Settled:
    anchor = context.day
    if anchor is None:
        return Settled("XXXX-WXX-WE")
    ahead = anchor.isoweekday() >= 6 or context.look() == "future"
    return _shifted(anchor, "WE", 0 if ahead else -1, "tense", "XXXX-WXX-WE")


def _week_of(form: WeekOfForm, context: Context) -> Settled:
    month = settle(form.of, context)
    if month.first is None or month.last is None:
        return Settled("XXXX-WXX")
    if form.nth == 0:
        return Settled(*week_value(month.first), by=month.by)
    middle = month.last - timedelta(days=3) if form.nth < 0 else month.first + timedelta(days=7 * form.nth - 4)
    value, first, last = week_value(middle)
    return Settled(value, first, last, by=month.by)


_SETTLERS: dict[type, Callable[[Any, Context], Settled]] = {
    DayForm: _day,
    MonthForm: _month,
    WeekdayForm: _weekday,
    RelativeForm: _relative,
    FromOtherForm: _from_other,
    InForm: _in,
    YearForm: _year,
    DecadeForm: _decade,
    FixedForm: _fixed,
    SeasonForm: _season,
    QuarterForm: _quarter,
    HolidayForm: _holiday,
    WeekendForm: _weekend,
    WeekOfForm: _week_of,
}
