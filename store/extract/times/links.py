"""What neighbouring expressions tell each other: ranges, shared years, clock times with their days and zones."""

from __future__ import annotations

from store.extract.times.calendar_days import days_in
from store.extract.times.durations import compound
from store.extract.times.forms import (
    ClockForm,
    DayForm,
    DayOfMonthForm,
    FixedForm,
    Found,
    HolidayForm,
    MonthForm,
    PartForm,
    RelativeForm,
    WeekdayForm,
    YearForm,
)
from store.extract.times.modifiers import BESIDE
from store.extract.times.words import calendar_words

_RANGE_JOINTS = frozenset({"-", "–", "—", "to", "through", "until", "till", "thru"})
_LIST_JOINTS = _RANGE_JOINTS | {"and", "or", ",", "&"}
_DAYS = (DayForm, WeekdayForm, MonthForm, YearForm, ClockForm, RelativeForm, DayOfMonthForm)
_BETWEEN = frozenset({"on", "at", "of", ",", "and", "before", "after", "from"})
_WEEK = 7
_WITH_CLOCK = (DayForm, WeekdayForm, RelativeForm)


def linked(low: list[str], found: list[Found]) -> list[Found]:
    """``found`` (one paragraph, in text order) with clock times and parts of day joined to their days, years shared,
    and ranges and pairs marked.
    """
    merged: list[Found] = []
    for bare in found:
        item = _with_part(low, bare)
        if merged and (joined := _joined(low, merged[-1], item)):
            merged[-1] = joined
        elif not merged or item.first >= merged[-1].end:
            merged.append(item)
    for n in range(len(merged) - 2, -1, -1):
        merged[n] = _beside_next(low, merged[n], merged[n + 1])
    return merged


def _with_part(low: list[str], item: Found) -> Found:
    """As in "Thursday morning", "yesterday evening"."""
    item = _part_before(low, _day_beside(low, item))
    if not isinstance(item.form, _WITH_CLOCK) or (isinstance(item.form, RelativeForm) and item.form.unit != "D"):
        return item
    part = calendar_words().parts.get(low[item.end], "")
    if len(part) == 2:
        return item._replace(end=item.end + 1, part=part)
    if part:
        return item._replace(end=item.end + 1, clock=part)
    return item


def _part_before(low: list[str], item: Found) -> Found:
    """As in "dawn Friday", "dawn on Monday"."""
    at = item.first - 2 if item.first and low[item.first - 1] == "on" else item.first - 1
    part = at >= 0 and low[at] in ("dawn", "daybreak") and isinstance(item.form, (DayForm, WeekdayForm))
    if not part or item.part or item.clock:
        return item
    return item._replace(first=at, part=calendar_words().parts[low[at]])


def _day_beside(low: list[str], item: Found) -> Found:
    """As in "the day before Christmas", "the day after Monday's vote"."""
    at = item.first - 2
    step = BESIDE.get(low[item.first - 1], 0) if at >= 0 and low[at] == "day" else 0
    if not step or not isinstance(item.form, (DayForm, WeekdayForm, HolidayForm)):
        return item
    return item._replace(first=at - 1 if at and low[at - 1] in ("the", "a", "one") else at, days=step)


def _joined(low: list[str], left: Found, right: Found) -> Found | None:
    """As in "9 a.m. EST Tuesday", "10 a.m. on May 5", "Tuesday at 9 a.m."."""
    gap = low[left.end : right.first]
    if gap in ([",", "a"], ["("]):
        return _day_and_weekday(low, left, right)
    if gap == [",", "at"] and isinstance(right.form, ClockForm):
        gap = ["at"]
    if len(gap) > 1 or (gap and gap[0] not in _BETWEEN):
        return None
    if isinstance(left.form, FixedForm):
        return _days_away(low, left, left.form, right) or _one_duration(left, left.form, right)
    if gap == ["and"]:
        return None
    day, clock = (right, left) if isinstance(left.form, ClockForm) else (left, right)
    if isinstance(day.form, PartForm) and gap in ([], ["at"]) and isinstance(clock.form, ClockForm):
        day = day._replace(form=RelativeForm("D", day.form.offset), part=day.form.part)  # "8 o'clock this evening"
    if not isinstance(clock.form, ClockForm) or not isinstance(day.form, _WITH_CLOCK) or day.clock:
        return None
    if isinstance(day.form, RelativeForm) and day.form.unit != "D":
        return None
    if gap == [","] and clock is right:
        return None
    hour = clock.clock
    if "o'clock" in low[clock.first : clock.end] and day.part in ("AF", "EV", "NI") and hour < "12":
        hour = f"{int(hour[:2]) + 12}{hour[2:]}"
    return day._replace(first=left.first, end=right.end, clock=hour, zone=clock.zone, local=clock.local, part="")


def _day_and_weekday(low: list[str], left: Found, right: Found) -> Found | None:
    """As in "May 3, a Friday", "Sunday (April 3)"."""
    if isinstance(left.form, DayForm) and isinstance(right.form, WeekdayForm):
        bare = right.form.shift is None and right.form.week is None and not right.clock
        return left._replace(end=right.end) if bare else None
    closed = low[right.end] == ")" and isinstance(left.form, WeekdayForm) and isinstance(right.form, DayForm)
    return right._replace(first=left.first, end=right.end + 1) if closed and low[right.first - 1] == "(" else None


def _days_away(low: list[str], left: Found, form: FixedForm, right: Found) -> Found | None:
    """As in "two days before Friday", "a week from Tuesday"; "for a week from Tuesday" is a stretch, and "a day after
    Friday's vote" is counted from the vote.
    """
    joint, days = low[left.end], days_in(form.value)
    british = joint == "on" and days == _WEEK and low[left.first : left.end] == ["a", "week"]
    if joint == "on" and not british:
        return None  # not "met for two days on Friday"
    if joint not in ("before", "after", "from", "on") or right.days or low[right.end] in ("'s", "to", "until"):
        return None
    counted_from = WeekdayForm if joint in ("from", "on") else (DayForm, WeekdayForm, HolidayForm)
    if days is None or not isinstance(right.form, counted_from):
        return None
    if left.first and low[left.first - 1] in ("for", "last", "lasted", "every", "another"):
        return None
    return right._replace(first=left.first, days=-days if joint == "before" else days)


def _one_duration(left: Found, form: FixedForm, right: Found) -> Found | None:
    """As in "two hours and 15 minutes"."""
    other = right.form
    if not isinstance(other, FixedForm) or (form.type, other.type) != ("DURATION", "DURATION"):
        return None
    value = compound(form.value, other.value)
    return left._replace(end=right.end, form=FixedForm("DURATION", value)) if value else None


def _beside_next(low: list[str], left: Found, right: Found) -> Found:
    gap = low[left.end : right.first]
    if len(gap) == 1 and gap[0] in _LIST_JOINTS:
        left = _sharing_which(_sharing_year(left, right), right)
        if _is_alike(left, right):
            between = gap[0] == "and" and left.first > 0 and low[left.first - 1] == "between"
            return left._replace(listed=True, to=between or gap[0] in _RANGE_JOINTS)
    if (
        left.clock
        and right.clock
        and isinstance(right.form, ClockForm)
        and (gap in (["("], [","], ["/"], ["or"], [",", "or"]) or gap[-3:] == ["when", "it", "was"])
        and left.zone != right.zone
    ):
        return left._replace(pair=True)
    return left


def _is_alike(left: Found, right: Found) -> bool:
    kinds = {type(left.form), type(right.form)}
    return isinstance(left.form, _DAYS) and (len(kinds) == 1 or kinds == {DayForm, WeekdayForm})


def _sharing_year(left: Found, right: Found) -> Found:
    """As in "May 3 and June 4, 2005": the year belongs to both."""
    form, other = left.form, right.form
    if (
        isinstance(form, (DayForm, MonthForm))
        and isinstance(other, (DayForm, MonthForm))
        and form.year is None
        and form.shift is None
    ):
        if other.year is not None:
            year = other.year - 1 if form.month > other.month else other.year
            return left._replace(form=form._replace(year=year))
        if other.of_year:
            return left._replace(form=form._replace(shift=other.shift, of_year=True))
    return left


def _sharing_which(left: Found, right: Found) -> Found:
    """As in "Tuesday and Wednesday next week", "from the 2nd to the 5th of that month"."""
    form, other = left.form, right.form
    if isinstance(form, DayOfMonthForm) and isinstance(other, DayOfMonthForm) and not form.weekday:
        return left._replace(form=other._replace(day=form.day)) if form.shift is None and not form.of_other else left
    if not isinstance(form, WeekdayForm) or not isinstance(other, WeekdayForm) or other.week is None:
        return left
    free = form.week is None and form.shift is None and form.weekday < other.weekday
    return left._replace(form=form._replace(week=other.week)) if free else left
