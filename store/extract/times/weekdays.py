"""Weekdays, and dates in figures."""

from __future__ import annotations

from store.extract.times.forms import (
    AFTER_OTHER,
    DayForm,
    DayOfMonthForm,
    FixedForm,
    Found,
    MonthForm,
    RelativeForm,
    WeekdayForm,
    WeekdayOfForm,
    Words,
)
from store.extract.times.modifiers import EARLY_LATE, SHIFTS
from store.extract.times.months import read_day_first, read_month
from store.extract.times.numbers import day_number, year_number
from store.extract.times.words import calendar_words

_NAMES_WITH_DAYS = frozenset({"black", "bloody", "super", "cyber", "fat", "sheffield"})
"""Before a weekday these make a name: "Black Monday", "Super Tuesday"."""
_TITLES = frozenset(
    {"minister", "president", "mr", "mrs", "chief", "general", "governor", "senator", "secretary", "justice"}
)
"""Before a weekday and another capital these make a person's name of it."""
_PAPERS = frozenset({"paper", "papers", "newspaper", "newspapers", "tabloid", "timetable"})
_PAPER_NAMES = frozenset(
    {
        "times",
        "telegraph",
        "mirror",
        "express",
        "mail",
        "herald",
        "post",
        "tribune",
        "independent",
        "nation",
        "standard",
    }
)
"""After a weekday these name what appears on it: "the Sunday Telegraph"."""


def read_iso(words: Words, at: int, _floor: int) -> list[Found]:
    """As in "2005-11-03", "03/11/2005" where one figure can only be the day."""
    low = words.low
    joint = low[at + 1]
    if joint not in ("-", "/") or low[at + 3] != joint:
        return []
    one, two, three = low[at], low[at + 2], low[at + 4]
    if year := year_number(one):
        month, day = day_number(two), day_number(three)
    elif year := year_number(three):
        month, day = day_number(one), day_number(two)
        if month > 12:
            month, day = day, month
        elif day <= 12 and day != month:
            return []
    else:
        return []
    if not 1 <= month <= 12 or not day:
        return []
    return [Found(at, at + 5, DayForm(month, day, year), "figures")]


def _date_after(words: Words, at: int, weekday: int) -> list[Found]:
    """The date at ``at``, stretched back to the weekday before it."""
    word = words.low[at]
    if word in calendar_words().months or word in calendar_words().short_months:
        found = read_month(words, at, weekday)
    else:
        found = read_day_first(words, at, weekday) if day_number(word) else []
    return [found[0]._replace(first=weekday), *found[1:]] if found else []


def _nth_of_month(words: Words, at: int, floor: int, weekday: int) -> Found | None:
    """As in "the first Monday in April", "the last Sunday of this month", "the first Friday of every month"."""
    low = words.low
    nth = calendar_words().ordinals.get(low[at - 1], 0) if at > floor else 0
    if not -1 <= nth <= 5 or not nth or low[at + 1] not in ("in", "of"):
        return None
    first = at - 2 if at - 2 >= floor and low[at - 2] == "the" else at - 1
    if low[at + 3] == "month" and low[at + 2] in ("each", "every", "the"):
        return Found(first, at + 4, FixedForm("SET", f"XXXX-WXX-{weekday}"), "set")
    if low[at + 3] == "month" and low[at + 2] in SHIFTS:
        month = RelativeForm("M", SHIFTS[low[at + 2]])
        return Found(first, at + 4, WeekdayOfForm(weekday, nth, month), "weekday of month")
    name = low[at + 2]
    named = name in calendar_words().months and words.raw[at + 2][:1].isupper()
    found = read_month(words, at + 2, at) if named else []
    if len(found) != 1 or not isinstance(found[0].form, MonthForm):
        return None
    return Found(first, found[0].end, WeekdayOfForm(weekday, nth, found[0].form), "weekday of month")


def _told_apart(words: Words, at: int, end: int, floor: int, weekday: int) -> Found | None:
    """As in "the first Monday in April", "every Tuesday", "Monday week"."""
    low = words.low
    if nth := _nth_of_month(words, at, floor, weekday):
        return nth
    if at - 2 >= floor and low[at - 2 : at] == ["every", "other"]:
        return Found(at - 2, end, FixedForm("SET", "P2W"), "set")
    if at > floor and low[at - 1] in ("every", "each"):
        return Found(at - 1, end, FixedForm("SET", f"XXXX-WXX-{weekday}"), "set")
    if low[end] == "week" and low[end + 1] not in ("-", "'s", "of"):
        # "Monday week" is the Monday after the next one.
        return Found(at, end + 1, WeekdayForm(weekday, shift=1), "weekday", days=7)
    return None


_AFTER_NEXT = 2
"""The shift of "next Thursday": where Thursday is tomorrow, the one after it."""


def _numbered(words: Words, at: int, end: int) -> int:
    """The day of "TUESDAY 17" and "Tuesday 17 at noon"; "on Tuesday 17 people" counts people."""
    day = day_number(words.low[end])
    heading = at == 0 and words.raw[end + 1][:1].isupper()
    return day if heading or words.low[end + 1] in ("", ".", ",", ":", "at", "and") else 0


def _is_preposition(low: list[str], at: int, end: int) -> bool:
    """As in "following Monday's vote": after it, not the Monday after."""
    return low[at - 1] == "following" and low[at - 2] not in ("the", "a") and low[end] == "'s"


def _shift_before(low: list[str], at: int, end: int, floor: int) -> tuple[int, int | None]:
    """As in "last", "this coming", "the following" before a weekday: where they start and which one they mean."""
    if low[at - 1] not in SHIFTS or at <= floor or _is_preposition(low, at, end):
        return at, None
    first, before = at - 1, low[at - 1]
    if before == "following" and low[first - 1] == "the":
        return first, AFTER_OTHER
    if first > floor and before == "coming" and low[first - 1] in ("this", "the"):
        first -= 1
    return first, _AFTER_NEXT if before == "next" else SHIFTS[before]


def read_weekday(words: Words, at: int, floor: int) -> list[Found]:
    """A weekday with what says which one: "last", "this", "next week", a date."""
    low, raw = words
    calendar = calendar_words()
    weekday = calendar.weekdays.get(low[at], 0)
    end = at + 1
    if not weekday:
        weekday = calendar.short_weekdays[low[at]]
        dotted = low[end] == "."
        end += dotted
        follower = low[end + 1] if low[end] == "," else low[end]
        dated = follower in calendar.months or follower in calendar.short_months or bool(day_number(follower))
        if not raw[at][:1].isupper() or not (dated or (dotted and low[at] not in ("sun", "sat", "wed", "mon"))):
            return []
    dated_end = end + 1 if low[end] in (",", ".") else end
    if found := _date_after(words, dated_end + (low[dated_end] == "the"), at):
        return found
    if low[at] in calendar.short_weekdays and low[at + 1] != ".":
        return []
    if at > floor and low[at - 1] in _NAMES_WITH_DAYS and raw[at - 1][:1].isupper():
        return []
    if at > floor and low[at - 1] in _TITLES and raw[at - 1][:1].isupper() and raw[end][:1].isupper():
        return []  # "Minister Sunday Okafor"
    if low[end] in _PAPERS or (low[end] in _PAPER_NAMES and raw[end][:1].isupper()):
        return []
    if told := _told_apart(words, at, end, floor, weekday):
        return [told]
    first, shift = _shift_before(low, at, end, floor)
    week = None
    step = end + 1 if low[end] == "of" else end
    if low[step + 1] == "week" and low[step] in SHIFTS:
        week, end = SHIFTS[low[step]], step + 2
    if shift is None and week is None and (day := _numbered(words, at, end)):
        return [Found(at, end + 1, DayOfMonthForm(day, weekday=weekday), "day of month")]
    form = WeekdayForm(weekday, shift, week)
    mod = ""
    if first > floor and low[first - 1] in ("early", "late"):
        first, mod = first - 1, EARLY_LATE[low[first - 1]]
    return [Found(first, end, form, "weekday", mod=mod)]
