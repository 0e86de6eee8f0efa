"""Months and the days that hang on their names."""

from __future__ import annotations

from store.extract.times.direction_words import occasions
from store.extract.times.forms import DayForm, FixedForm, Found, MonthForm, WeekOfForm, Words
from store.extract.times.modifiers import SHIFTS, modifier_before
from store.extract.times.numbers import day_number, year_number
from store.extract.times.week_of import week_of
from store.extract.times.words import calendar_words, landmarks

# Months that are also words or given names ("May", "march on", "June Carter") must show that they are months.
_DOUBTFUL = frozenset({"march", "april", "may", "june", "august", "mar"})


_BEFORE_MONTH = frozenset(
    """in since until till by from to through during of before after for between and or the last next this early late
    mid - – each every about around end beginning following past previous throughout , (""".split()
)


_STRICT_BEFORE = _BEFORE_MONTH - {
    "to",
    "by",
    "for",
    "of",
    "and",
    "or",
    "-",
    ",",
    "the",
    "(",
    "from",
    "about",
    "after",
    "before",
}


_AFTER_LIST = frozenset(
    """in at with to for on by as and or would will is are was were has had have the a an when after before during that
    which of if may could this next last between from into under over while but through until it he they
    respectively""".split()
)


def read_month(words: Words, at: int, floor: int) -> list[Found]:
    """Everything that hangs on a month's name: days, lists of days, year, modifier."""
    low = words.low
    month, after = _month(words, at)
    if not month:
        return []
    days, end = _days_after(low, after)
    if days:
        return _month_days(words, at, month, days, end, floor)
    if not _is_month(words, at, after, floor):
        return []
    if low[at - 3 : at : 2] == ["the", "of"] and at - 3 >= floor and low[after] != "'s":
        nth = calendar_words().ordinals.get(low[at - 2], 0)  # "on the sixth of November"
        if nth > 0:
            return _month_days(words, at, month, [(at, nth)], after, floor)
    return [_bare_month(words, at, after, month, floor)]


def _month(words: Words, at: int) -> tuple[int, int]:
    """Month number and the index after the name and its full stop."""
    low, raw = words
    calendar = calendar_words()
    if month := calendar.months.get(low[at]):
        doubtful = low[at] in _DOUBTFUL and not raw[at][:1].isupper()
        return (0, at) if doubtful else (month, at + 1)
    month = calendar.short_months.get(low[at], 0)
    dotted = low[at + 1] == "."
    if not raw[at][:1].isupper() or not (dotted or low[at + 1][:1].isdigit() or low[at - 1][:1].isdigit()):
        return 0, at
    return month, at + 2 if dotted else at + 1


def _is_month(words: Words, at: int, after: int, floor: int) -> bool:
    """Whether a bare name, with no day beside it, is a month."""
    low, raw = words
    if low[at] not in _DOUBTFUL or year_number(low[after]):
        return True
    if raw[at][:1].isupper() and low[at - 2 : at] in (["mid", "-"], ["early", "-"], ["late", "-"]):
        return True
    if low[at] == "march" and low[after] in ("on", "to", "against", "through", "for", "by") and low[at - 1] == "the":
        return False
    before = low[at - 1] if at > floor else ""
    if low[at] == "may" and before in ("the", "a") and low[after] in occasions():
        return True  # "the May meeting"
    if raw[after][:1].isupper() and low[after - 1] != ".":
        return before in _STRICT_BEFORE and raw[at - 1].islower()
    if before in _BEFORE_MONTH:
        return low[at] != "may" or before in _STRICT_BEFORE or low[after] in (",", ".", ")", "'s", "and")
    return False


def _days_after(low: list[str], at: int) -> tuple[list[tuple[int, int]], int]:
    """``(index, day)`` of every day in "9-10", "27 and 31", "3, 4 and 5"; and the index after the last."""
    if low[at] == "the" and low[at + 1][-2:] in ("st", "nd", "rd", "th"):
        at += 1
    day = day_number(low[at])
    if not day or (low[at + 1] == ":" and low[at + 2].isdigit()):
        return [], at
    days = [(at, day)]
    at += 1
    while True:
        step = _next_in_list(low, at, days[-1][1])
        if not step:
            return days, at
        days.append((step, day_number(low[step])))
        at = step + 1


def _next_in_list(low: list[str], at: int, last: int) -> int:
    """Index of the next day of a list that goes on at ``at``; 0 where it does not."""
    joint = low[at]
    if joint not in ("-", "–", "—", "to", "through", "until", "till", "and", "or", "&", ","):
        return 0
    step = at + 1
    if joint == "," and low[step] == "and":
        step += 1
    day = day_number(low[step])
    if day <= last or (low[step + 1] in ("-", ":") and joint in ("and", ",")):
        return 0
    # "on March 27, 31 people died" counts people; "March 27, 28 and 31" goes on.
    if joint == "," and low[at + 1] != "and" and low[step + 1] not in ("and", ",", "-", "–", "&"):
        return 0
    if joint == "," and low[step + 1] == "," and not (day_number(low[step + 2]) or year_number(low[step + 2])):
        return 0
    follower = low[step + 1]
    if joint in ("-", "–", "—") or not follower.isalpha() or follower in _AFTER_LIST:
        return step
    return step if follower in calendar_words().months else 0


def _year_after(low: list[str], at: int) -> tuple[int | None, int]:
    """The year that follows a date, and the index after it."""
    for step in (at, at + 1) if low[at] in (",", "of") else (at,):
        if (year := year_number(low[step])) and low[step + 1] not in calendar_words().counted:
            return year, step + 1
    return None, at


def _year_words(low: list[str], at: int) -> tuple[int | None, int]:
    """As in "last year", "of this year", "next year": years from the anchor's, and the index after."""
    step = at + 1 if low[at] == "of" else at
    if low[step + 1] == "year" and low[step] in SHIFTS:
        return SHIFTS[low[step]], step + 2
    return None, at


def _month_days(words: Words, at: int, month: int, days: list[tuple[int, int]], end: int, floor: int) -> list[Found]:
    low = words.low
    year, stop = _year_after(low, end)
    shift: int | None = None
    of_year = False
    if year is None:
        shift, stop = _year_words(low, end)
        of_year = shift is not None
        year = landmarks().get((month, days[-1][1], low[end]))
    first, weekday = _weekday_before(words, at, floor)
    if days[0][0] == at:
        first = at - 3
    if shift is None and low[at - 1] in ("last", "next") and at > floor:
        first, shift = at - 1, SHIFTS[low[at - 1]]
    found = []
    if len(days) == 1 and first - 2 >= floor and low[first - 1] == "of" and low[first - 2] == "week":
        start = first - 3 if first - 3 >= floor and low[first - 3] == "the" else first - 2
        return [Found(start, stop, WeekOfForm(0, DayForm(month, days[0][1], year, shift, of_year)), "week of day")]
    for n, (index, day) in enumerate(days):
        last = n == len(days) - 1
        form = DayForm(month, day, year, shift, of_year, weekday if n == 0 else 0)
        start = first if n == 0 else index
        found.append(Found(start, stop if last else index + 1, form, "month-day"))
    return found


def _weekday_before(words: Words, at: int, floor: int) -> tuple[int, int]:
    """As in "Monday, Oct. 26": where the weekday starts and its number; ``(at, 0)`` without one."""
    low = words.low
    step = at - 1
    if low[step] == "the":
        step -= 1
    if low[step] in (",", "."):
        step -= 1
    if low[step] == ".":
        step -= 1
    if step < floor:
        return at, 0
    calendar = calendar_words()
    weekday = calendar.weekdays.get(low[step]) or calendar.short_weekdays.get(low[step], 0)
    return (step, weekday) if weekday else (at, 0)


def _bare_month(words: Words, at: int, after: int, month: int, floor: int) -> Found:
    low = words.low
    year, end = _year_after(low, after)
    of_year = False
    shift: int | None = None
    if year is None:
        shift, end = _year_words(low, after)
        of_year = shift is not None
    if low[at - 1] in ("every", "each") and at > floor and year is None:
        return Found(at - 1, after, FixedForm("SET", f"XXXX-{month:02d}"), "set")
    first, mod = modifier_before(words, at, floor)
    if shift is None and year is None and first > floor and low[first - 1] in SHIFTS:
        first, shift = first - 1, SHIFTS[low[first - 1]]
    if low[end - 1] == "." and low[end - 2] not in calendar_words().short_months:
        end -= 1
    form = MonthForm(month, year, shift, of_year)
    if nth := week_of(low, first, floor):
        return Found(nth[0], end, WeekOfForm(nth[1], form), "week of month")
    return Found(first, end, form, "month", mod=mod)


def read_day_first(words: Words, at: int, floor: int) -> list[Found]:
    """As in "20 November", "20-22 November 2005", "the 15th of May"."""
    low = words.low
    days, end = _days_after(low, at)
    if not days:
        return []
    if low[end] == "of":
        end += 1
    month, after = _month(words, end)
    # "the 9 May 5 ..." is no date; "10 May attend" a modal.
    if not month or not (words.raw[end][:1].isupper()):
        return []
    if day_number(low[after]) and not year_number(low[after]):
        return []
    year, stop = _year_after(low, after)
    shift: int | None = None
    if year is None:
        shift, stop = _year_words(low, after)
    first, weekday = _weekday_before(words, at, floor)
    found = []
    for n, (index, day) in enumerate(days):
        last = n == len(days) - 1
        form = DayForm(month, day, year, shift, shift is not None, weekday if n == 0 else 0)
        found.append(Found(first if n == 0 else index, stop if last else index + 1, form, "day-month"))
    return found
