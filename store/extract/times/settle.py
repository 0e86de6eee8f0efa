"""From form and anchor to a TIMEX3 value with the days that it covers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from store.extract.times.calendar_days import (
    add_months,
    feast_day,
    nearest,
    on_side,
    real_day,
    span_value,
    week_value,
)
from store.extract.times.forms import (
    AFTER_OTHER,
    DayForm,
    DayOfMonthForm,
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
    WeekdayOfForm,
    WeekendForm,
    WeekOfForm,
    YearForm,
)
from store.extract.times.settle_periods import settle_month, settle_quarter, settle_season
from store.extract.times.settled import Context, Settled, by_look, one_day, told_year

if TYPE_CHECKING:
    from collections.abc import Callable


def settle(form: Form, context: Context) -> Settled:
    """The value of ``form``; without an anchor, or beyond the years 1 to 9999, what is unknown stays X."""
    try:
        return _SETTLERS[type(form)](form, context)
    except (ValueError, OverflowError):
        return _SETTLERS[type(form)](form, context._replace(day=None, other=None, period=None))


def _day(form: DayForm, context: Context) -> Settled:
    unknown = f"XXXX-{form.month:02d}-{form.day:02d}"
    if form.year:
        day = real_day(form.year, form.month, form.day)
        return one_day(day) if day else Settled(f"{form.year}-{form.month:02d}")
    anchor = context.day
    if anchor is None:
        return Settled(unknown)
    if form.of_year and form.shift is not None:
        day = real_day(anchor.year + form.shift, form.month, form.day)
        return one_day(day, "anchor") if day else Settled(unknown)
    year = told_year(form.month, context) if form.shift is None else None
    if year and (day := real_day(year, form.month, form.day)) and form.weekday in (0, day.isoweekday()):
        return one_day(day, "anchor")
    days = [d for y in range(anchor.year - 4, anchor.year + 5) if (d := real_day(y, form.month, form.day))]
    agreeing = [d for d in days if d.isoweekday() == form.weekday and abs((d - anchor).days) < 400]
    if agreeing:
        return one_day(nearest(agreeing, anchor), "anchor")
    if not days:
        return Settled(unknown)
    if form.shift is not None and form.shift:
        return one_day(on_side(days, anchor, "past" if form.shift < 0 else "future"), "anchor")
    return by_look(days, anchor, context.look())


def _day_of_month(form: DayOfMonthForm, context: Context) -> Settled:
    """Of the month that "this", "next" or "last" says; else the nearest such day that the clause looks to."""
    anchor = context.day
    unknown = Settled(f"XXXX-XX-{form.day:02d}")
    if anchor is None:
        return unknown
    if form.of_other and context.period:
        month = context.period + timedelta(days=3)  # the first week of a month may begin in the one before
        day = real_day(month.year, month.month, form.day)
        return one_day(day, "anchor") if day else unknown
    shifts = (-1, 0, 1) if form.shift is None else (form.shift,)
    months = [add_months(anchor.replace(day=1), shift) for shift in shifts]
    days = [d for month in months if (d := real_day(month.year, month.month, form.day))]
    if form.weekday:
        days = [d for d in days if d.isoweekday() == form.weekday]
        return one_day(nearest(days, anchor), "anchor") if days else _weekday(WeekdayForm(form.weekday), context)
    if not days:
        return unknown
    return one_day(days[0], "anchor") if form.shift is not None else by_look(days, anchor, context.look())


def _weekday(form: WeekdayForm, context: Context) -> Settled:
    anchor = context.day
    if anchor is None:
        return Settled(f"XXXX-WXX-{form.weekday}")
    if form.week is not None:
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        return one_day(monday + timedelta(days=7 * form.week + form.weekday - 1), "anchor")
    ahead = (form.weekday - anchor.isoweekday()) % 7
    if form.shift == AFTER_OTHER:
        start = context.other or anchor
        return one_day(start + timedelta(days=(form.weekday - start.isoweekday() - 1) % 7 + 1), "anchor")
    if form.shift is not None and form.shift < 0:
        return one_day(anchor - timedelta(days=7 - ahead), "anchor")
    if form.shift is not None and form.shift > 0:
        ahead = ahead or 7
        this_week = anchor.isoweekday() + ahead <= 7
        beyond = (
            7 if form.shift > 1 and ahead <= _TOMORROW and this_week else 0
        )  # nobody calls tomorrow "next Thursday"
        return one_day(anchor + timedelta(days=ahead + beyond), "anchor")
    if ahead == 0:
        return one_day(anchor, "anchor")
    look = context.look()
    if look == "future" or (look == "none" and form.shift == 0):
        return one_day(anchor + timedelta(days=ahead), "tense")
    return one_day(anchor - timedelta(days=7 - ahead), "tense" if look == "past" else "default")


_TOMORROW = 2
"""Days ahead within which a weekday is called "Thursday", "tomorrow" or "this Thursday", never "next Thursday"."""


def _relative(form: RelativeForm, context: Context) -> Settled:
    unknown = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "WE": "XXXX-WXX-WE"}.get(form.unit, "XXXX")
    if context.day is None:
        return Settled(unknown)
    offset = form.offset
    if form.unit == "W" and not offset and context.day.isoweekday() == _SUNDAY and context.look() == "future":
        offset = 1  # "is due this week", read on the last day of one
    return _shifted(context.day, form.unit, offset, "anchor", unknown)


_SUNDAY = 7


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
    weeks = 2 if form.unit == "F" else 1
    return _shifted(context.day, unit, form.offset * weeks, "anchor", form.duration)


def _year(form: YearForm, _context: Context) -> Settled:
    return Settled(f"{form.year:04d}", date(form.year, 1, 1), date(form.year, 12, 31))


def _decade(form: DecadeForm, _context: Context) -> Settled:
    return Settled(f"{form.decade:03d}", date(form.decade * 10, 1, 1), date(form.decade * 10 + 9, 12, 31))


def _fixed(form: FixedForm, _context: Context) -> Settled:
    return Settled(form.value, type=form.type)


def _holiday(form: HolidayForm, context: Context) -> Settled:
    if form.year:
        day = feast_day(form.rule, form.year)
        return one_day(day) if day else Settled(f"{form.year}")
    anchor = context.day
    if anchor is None:
        return Settled(f"XXXX-{form.rule}" if form.rule[2:3] == "-" else "XXXX-XX-XX")
    years = range(max(anchor.year - 1, 1), min(anchor.year + 2, 9999))
    days = [d for y in years if (d := feast_day(form.rule, y))]
    if form.shift:
        return one_day(on_side(days, anchor, "past" if form.shift < 0 else "future"), "anchor")
    look = context.look()
    near = abs((nearest(days, anchor) - anchor).days) < _FRESH
    if look == "future" and not near:
        return one_day(on_side(days, anchor, look), "tense")  # "will meet before Christmas", said in March
    return by_look(days, anchor, look)


_FRESH = 45
"""Days for which a feast behind is still spoken of without more ado: "insists in a Labor Day interview"."""


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


def _weekday_of(form: WeekdayOfForm, context: Context) -> Settled:
    month = settle(form.of, context)
    if month.first is None or month.last is None:
        return Settled(f"XXXX-WXX-{form.weekday}")
    if form.nth < 0:
        return one_day(month.last - timedelta(days=(month.last.isoweekday() - form.weekday) % 7), month.by)
    ahead = (form.weekday - month.first.isoweekday()) % 7
    return one_day(month.first + timedelta(days=ahead + 7 * (form.nth - 1)), month.by)


_SETTLERS: dict[type, Callable[[Any, Context], Settled]] = {
    DayForm: _day,
    DayOfMonthForm: _day_of_month,
    MonthForm: settle_month,
    WeekdayForm: _weekday,
    RelativeForm: _relative,
    FromOtherForm: _from_other,
    InForm: _in,
    YearForm: _year,
    DecadeForm: _decade,
    FixedForm: _fixed,
    SeasonForm: settle_season,
    QuarterForm: settle_quarter,
    HolidayForm: _holiday,
    WeekendForm: _weekend,
    WeekOfForm: _week_of,
    WeekdayOfForm: _weekday_of,
}
