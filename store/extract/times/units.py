"""Days, weeks, months and years counted from somewhere; durations; what recurs."""

from __future__ import annotations

from store.extract.times.counted import CALENDAR_UNITS, moved, ranks
from store.extract.times.durations import duration
from store.extract.times.forms import (
    FixedForm,
    Form,
    Found,
    FromOtherForm,
    InForm,
    PartForm,
    RelativeForm,
    WeekendForm,
    Words,
)
from store.extract.times.modifiers import EARLY_LATE, SHIFTS, modifier_before
from store.extract.times.months import week_of_month
from store.extract.times.numbers import Amount, amount_before
from store.extract.times.ordinals import numbered_century
from store.extract.times.words import calendar_words

_WHOLE_DAY = frozenset(
    {"end", "ended", "ending", "ends", "finish", "finished", "finishing", "close", "closed", "closing", "for"}
)
_PAST_SPANS = frozenset({"last", "past", "previous", "preceding", "recent"})
_NEXT_SPANS = frozenset({"next", "coming", "following", "upcoming"})
_EVERY = frozenset({"every", "each", "per"})
_UNIT_STARTS = frozenset({"last", "this", "next", "every", "each", "two", "three", "four", "five", "past"})
_BEFORE_END = frozenset({"by", "before", "at", "until", "till", "after", "to", "from", "for", "since"})
_AGE = frozenset({"old", "olds"})
_RATE_BEFORE = frozenset(
    """once twice times time percent % dollars people barrels hours days weeks minutes euros pounds tons tonnes million
    billion""".split()
)


def read_unit(words: Words, at: int, floor: int) -> list[Found]:
    """What hangs on "day", "week", "month", "year" and the like."""
    unit = calendar_words().units[words.low[at]]
    if _is_age(words.low, at) or _is_title(words, at):
        return []
    if unit == "C" and (century := numbered_century(words, at, floor)):
        return [century]
    # "a year-end conference": the article belongs to the conference.
    ended = words.low[at + 2] == "end" and words.low[at + 1] == "-"
    amount = None if ended else amount_before(words, at, floor)
    # "a decades-long war": the article belongs to the war.
    if amount and not (words.low[at].endswith("s") and words.low[amount.first] in ("a", "an") and amount.text == "1"):
        found = _amount_of(words, at, unit, amount, floor)
    else:
        found = _plain_unit(words, at, unit, floor)
    return [found] if found else []


def _is_age(low: list[str], at: int) -> bool:
    """As in "a 43-year-old", "43 years old", "years of age"."""
    follower = low[at + 2] if low[at + 1] == "-" else low[at + 1]
    return (
        follower in _AGE
        or (low[at + 1] == "of" and low[at + 2] == "age")
        or (low[at + 1] == "-" and follower in ("round", "on"))
    )


def _is_title(words: Words, at: int) -> bool:
    """As in "60 Minutes", "Independence Day": a capital unit inside a sentence of small letters names something."""
    raw = words.raw
    return raw[at][:1].isupper() and at > 0 and raw[at][1:].islower() and words.low[at - 1] not in _UNIT_STARTS


def _amount_of(words: Words, at: int, unit: str, amount: Amount, floor: int) -> Found | None:
    low = words.low
    first = amount.first
    article = low[first] in ("a", "an") and first == at - 1
    if unit == "WE" or (unit == "TS" and (article or low[first] == "one")):
        return None
    before = low[first - 1] if first > floor else ""
    if elsewhere := moved(low, at, first, unit, amount.text):
        return elsewhere
    if article and _is_rate(before, unit):
        return Found(first, at + 1, FixedForm("SET", duration("1", unit)), "rate")
    if before in _EVERY:
        return Found(first - 1, at + 1, FixedForm("SET", duration(amount.text, unit)), "set")
    value = duration(amount.text, unit)
    lasts = before == "last" and low[max(floor, first - 2)] in _BEFORE_VERB
    if (before in _PAST_SPANS or before in _NEXT_SPANS) and not lasts:
        start = first - 2 if first - 2 >= floor and low[first - 2] in ("the", "these", "those", "this") else first - 1
        return Found(start, at + 1, FixedForm("DURATION", value), "span")
    mod = "APPROX" if before in ("about", "around", "nearly", "almost", "some", "roughly") else ""
    into = low[first - 2] if mod and first - 2 >= floor else before  # "in about two weeks"
    if (
        into == "in"
        and not ranks(low, first - 1, floor)
        and amount.text.isdigit()
        and unit in CALENDAR_UNITS
        and low[at - 1] != "-"
    ):
        return Found(first, at + 1, InForm(unit, int(amount.text), value), "in", mod=mod)
    return Found(first, at + 1, FixedForm("DURATION", value), "duration", mod=mod)


_BEFORE_VERB = frozenset({"to", "will", "would", "could", "can", "may", "might", "should", "must", "not", "'ll"})
"""Before "last" as a verb: "will last two days"."""


def _is_rate(before: str, unit: str) -> bool:
    """As in "twice a week", "80 dollars a barrel a day"; not "for a week"."""
    return before in _RATE_BEFORE and unit in CALENDAR_UNITS


def _plain_unit(words: Words, at: int, unit: str, floor: int) -> Found | None:
    """A unit without a number: "last week", "that day", "the weekend", "for years"."""
    low = words.low
    before = low[at - 1] if at > floor else ""
    if before in _EVERY:
        return Found(at - 1, at + 1, FixedForm("SET", duration("1", unit)), "set") if unit != "WE" else None
    if before == "other" and at - 2 >= floor and low[at - 2] == "every" and unit != "WE":
        return Found(at - 2, at + 1, FixedForm("SET", duration("2", unit)), "set")
    if unit[0] == "T":
        return _bare_plural(low, at, unit, before)
    if ended := _its_end(low, at, unit, floor):
        return ended
    if before == "the" and low[at + 1] == "after" and low[at + 2] == "next" and unit in ("W", "M", "Y", "WE"):
        return Found(at - 1, at + 3, RelativeForm(unit, 2), "shifted")
    if before in ("that", "same") and unit in ("D", "W", "M", "Y"):
        return _same(low, at, unit, floor)
    if low[at + 1] == "-" and low[at + 2] == "long":
        amount = "X" if low[at].endswith("s") else "1"
        return Found(at, at + 3, FixedForm("DURATION", duration(amount, unit)), "duration")
    if before == "-" and low[at - 2] == "single" and at - 2 >= floor:
        return Found(at - 2, at + 1, FixedForm("DURATION", duration("1", unit)), "duration")
    if before in SHIFTS or before in ("current", "preceding"):
        return _shifted(words, at, unit, before, floor)
    if before == "the" or before in EARLY_LATE or unit == "WE":
        return _the_unit(words, at, unit, before, floor)
    return _bare_plural(low, at, unit, before)


def _its_end(low: list[str], at: int, unit: str, floor: int) -> Found | None:
    """As in "by year's end", "at the month's end", "by year-end"."""
    end = at + 2 if low[at + 1] in ("'s", "-") else at + 1
    first = at - 1 if low[at - 1] == "the" and at - 1 > floor else at
    if low[end] != "end" or unit not in ("W", "M", "Y") or low[first - 1] not in _BEFORE_END or first - 1 < floor:
        return None
    return Found(first, end + 1, RelativeForm(unit, 0), "border", mod="END")


def _same(low: list[str], at: int, unit: str, floor: int) -> Found:
    """As in "that day", "the same month", "later that year"."""
    first = at - 1
    if low[first] == "same" and first > floor and low[first - 1] in ("the", "that"):
        first -= 1
    if first > floor and low[first - 1] in ("earlier", "later"):
        first -= 1
    return Found(first, at + 1, FromOtherForm(unit, 0), "that day")


def _shifted(words: Words, at: int, unit: str, before: str, floor: int) -> Found | None:
    """As in "last week", "this year", "next month", "the previous day", "recent months"."""
    low = words.low
    if low[at].endswith("s") and unit not in ("C",):
        value = {"past": "PAST_REF", "last": "PAST_REF", "previous": "PAST_REF"}.get(before, "FUTURE_REF")
        return Found(at - 1, at + 1, FixedForm("DATE", value), "vague") if before != "this" else None
    count = SHIFTS.get(before, -1 if before == "preceding" else 0)
    first, definite = at - 1, at - 2 >= floor and low[at - 2] in ("the", "this", "that")
    if definite:
        first -= 1
    if before == "past" or (before == "coming" and low[first] == "the" and unit == "D"):
        return Found(first, at + 1, FixedForm("DURATION", duration("1", unit)), "span") if unit != "WE" else None
    form: Form
    if unit == "N":
        form = PartForm("NI", -1 if count < 0 else 0)
    elif before in ("previous", "following", "preceding") or (unit == "D" and before == "next"):
        form = FromOtherForm(unit if unit not in ("E", "C", "WE") else "Y", count)
    elif unit in ("F",) or (unit == "D" and before != "this"):
        return None
    else:
        form = RelativeForm(unit, count)
        if nth := week_of_month(words, first, at + 1, form, floor):
            return nth
    first, mod = modifier_before(words, first, floor)
    if not mod and first > floor and low[first - 1] in ("earlier", "later"):
        first -= 1
    return Found(first, at + 1, form, "relative", mod=mod)


def _the_unit(words: Words, at: int, unit: str, before: str, floor: int) -> Found | None:
    """As in "the weekend"; "the end of the year"; "later in the day"."""
    low = words.low
    first = at - 1 if before == "the" else at
    if unit == "WE":
        # "the weekend of April 2-3" tells its days itself.
        dated = low[at + 1] == "of" and low[at + 2] in calendar_words().months
        return None if dated else Found(first, at + 1, WeekendForm(), "weekend")
    if before != "the":
        return None
    if unit == "D" and first > floor and low[first - 1] in _WHOLE_DAY:
        return Found(first, at + 1, FromOtherForm("D", 0), "that day")
    start, mod = modifier_before(words, first, floor)
    if mod or (
        first - 2 >= floor and low[first - 1] == "in" and low[first - 2] in ("later", "late", "earlier", "early")
    ):
        start = start if mod else first - 2
        mod = mod or EARLY_LATE.get(low[first - 2], "")
        if unit in ("D", "W", "M", "Y"):
            form = FromOtherForm("D", 0) if unit == "D" else RelativeForm(unit, 0)
            return Found(start, at + 1, form, "border", mod=mod)
    return None


def _bare_plural(low: list[str], at: int, unit: str, before: str) -> Found | None:
    """As in "for years", "in recent weeks", "weeks of talks"."""
    if not low[at].endswith("s"):
        return None
    if before == "recent":
        return Found(at - 1, at + 1, FixedForm("DATE", "PAST_REF"), "vague")
    if unit in ("N", "WE", "C") or (unit[0] == "T" and before not in ("for", "in", "within", "after", "of")):
        return None
    if before == "these" and unit == "D":
        return Found(at - 1, at + 1, FixedForm("DATE", "PRESENT_REF"), "vague")
    return Found(at, at + 1, FixedForm("DURATION", duration("X", unit)), "bare duration")
