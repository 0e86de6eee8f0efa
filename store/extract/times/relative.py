"""Days named by their distance from the day of writing, and words that only say past, present or future."""

from __future__ import annotations

from store.extract.times.forms import (
    FixedForm,
    Found,
    FromOtherForm,
    HolidayForm,
    PartForm,
    RelativeForm,
    WeekOfForm,
    Words,
)
from store.extract.times.modifiers import EARLY_LATE
from store.extract.times.numbers import year_number
from store.extract.times.words import calendar_words, holidays

_OWNERS = frozenset({"'s", "'", "’", "his", "her", "its", "their", "our", "my", "your", "whose"})
_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}


def read_deictic(words: Words, at: int, floor: int) -> list[Found]:
    """As in "today", "yesterday evening", "the day after tomorrow"."""
    low = words.low
    if words.raw[at][:1].isupper() and at > floor and words.named(at, at - 1):
        return []  # "USA Today"
    count, first, end = _DEICTIC[low[at]], at, at + 1
    if at - 2 >= floor and low[at - 2] == "day" and low[at - 1] in ("after", "before"):
        count += 1 if low[at - 1] == "after" else -1
        first = at - 3 if at - 3 >= floor and low[at - 3] == "the" else at - 2
    elif at > floor and low[at - 1] in ("late", "early", "earlier", "later"):
        return [Found(at - 1, end, RelativeForm("D", count), "deictic", mod=EARLY_LATE.get(low[at - 1], ""))]
    return [Found(first, end, RelativeForm("D", count), "deictic")]


def read_part(words: Words, at: int, floor: int) -> list[Found]:
    """As in "tonight", "this morning", "last night", "overnight"; noon and midnight belong to the clock."""
    low = words.low
    if low[at] == "tonight":
        return [Found(at, at + 1, PartForm("NI"), "part of day")]
    if at > floor and low[at - 1] in ("this", "last"):
        first = at - 2 if at - 2 >= floor and low[at - 2] in ("early", "late", "earlier", "later") else at - 1
        part = calendar_words().parts[low[at]]
        return [Found(first, at + 1, PartForm(part, -1 if low[at - 1] == "last" else 0), "part of day")]
    return _session(low, at, floor)


def _session(low: list[str], at: int, floor: int) -> list[Found]:
    """As in "in morning trade", "the afternoon session" of the day spoken of."""
    if low[at] not in ("morning", "afternoon", "evening") or low[at + 1] not in _SESSIONS:
        return []
    first = at - 1 if at > floor and low[at - 1] in ("early", "late") else at
    return [Found(first, at + 1, FromOtherForm("D", 0), "that day", part=calendar_words().parts[low[at]])]


_SESSIONS = frozenset({"trade", "trading", "deals", "dealings"})


def read_next_part(words: Words, at: int, floor: int) -> list[Found]:
    """As in "the next morning": a part of the day after the one last spoken of."""
    low = words.low
    step = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0}.get(low[at - 1] if at > floor else "")
    if step is None:
        return []
    first = at - 2 if at - 2 >= floor and low[at - 2] == "the" else at - 1
    return [Found(first, at + 1, FromOtherForm("D", step), "from another day", part=calendar_words().parts[low[at]])]


def read_ref(words: Words, at: int, floor: int) -> list[Found]:
    """As in "now", "recently" and other words that TIMEX3 gives a *_REF."""
    low = words.low
    # "Now that", and "Now" at the head of a sentence, connect more often than they date.
    if low[at] == "now" and (low[at + 1] in ("that", "-") or words.raw[at] == "Now"):
        return []
    first = at - 1 if low[at] == "now" and at > floor and low[at - 1] == "right" else at
    return [Found(first, at + 1, FixedForm("DATE", calendar_words().refs[low[at]]), "reference")]


def read_current(words: Words, at: int, _floor: int) -> list[Found]:
    """As in "the current year" belongs to the unit; other uses of "current" are a PRESENT_REF."""
    if words.low[at + 1] in calendar_words().units or words.low[at + 1] == "account":
        return []
    return [Found(at, at + 1, FixedForm("DATE", "PRESENT_REF"), "reference")]


def read_recent(words: Words, at: int, _floor: int) -> list[Found]:
    """As in "recent": with its unit where one follows."""
    end = at + 2 if words.low[at + 1] in calendar_words().units else at + 1
    return [Found(at, end, FixedForm("DATE", "PAST_REF"), "reference")]


def read_term(words: Words, at: int, floor: int) -> list[Found]:
    """As in "in the near term", "for the long term"."""
    low = words.low
    first = at - 2 if low[at - 1] == "-" else at - 1
    if low[first] not in ("near", "long", "medium", "short") or low[first - 1] != "the" or first - 1 < floor:
        return []
    if low[first] != "near" and low[at + 1].isalpha():
        return []  # "the short-term loan"
    return [Found(first - 1, at + 1, FixedForm("DATE", "FUTURE_REF"), "reference")]


def read_future(words: Words, at: int, floor: int) -> list[Found]:
    """As in "in the near future", "future"."""
    low = words.low
    first = at
    if first > floor and low[first - 1] in ("near", "foreseeable", "distant", "immediate"):
        first -= 1
    if first > floor and low[first - 1] == "the":
        first -= 1
        if low[at + 1] == "of":
            return []
    elif first != at or low[at - 1] in _OWNERS:
        return []
    return [Found(first, at + 1, FixedForm("DATE", "FUTURE_REF"), "reference")]


def read_past(words: Words, at: int, floor: int) -> list[Found]:
    """As in "in the past"; "the past two months" belongs to the unit."""
    low = words.low
    if low[at - 1] != "the" or at - 2 < floor or low[at - 2] not in ("in", "of", "from"):
        return []
    if low[at + 1].isalnum() and low[at + 1] not in ("and", "to", "as", "for", "but", "with", "by"):
        return []
    return [Found(at - 1, at + 1, FixedForm("DATE", "PAST_REF"), "reference")]


def read_set(words: Words, at: int, floor: int) -> list[Found]:
    """As in "daily", "annual"."""
    raw = words.raw
    # The Macao Post Daily is a newspaper, and so is the Daily Mirror.
    if raw[at][:1].isupper() and ((at > floor and raw[at - 1][:1].isupper()) or words.named(at, at + 1)):
        return []
    return [Found(at, at + 1, FixedForm("SET", calendar_words().sets[words.low[at]]), "set")]


def read_plural_weekday(words: Words, at: int, _floor: int) -> list[Found]:
    """As in "on Mondays"."""
    weekday = calendar_words().plural_weekdays[words.low[at]]
    value = {8: "XXXX-WXX-XWD", 9: "XXXX-WXX-WE"}.get(weekday, f"XXXX-WXX-{weekday}")
    return [Found(at, at + 1, FixedForm("SET", value), "set")]


_THINGS = frozenset("tree trees card cards carol carols egg eggs bunny decorations lights pudding island".split())
"""After a named day these are no days: "Christmas trees"."""


def read_day_noun(words: Words, at: int, _floor: int) -> list[Found]:
    """A named day, longest name first: "Christmas Eve", "Easter Monday"."""
    low, raw = words
    if not raw[at][:1].isupper():
        return []
    names = holidays()
    for length in (4, 3, 2, 1):
        name = " ".join(low[at : at + length])
        rule = names.get(name)
        if rule and (length > 1 or low[at + 1] not in ("island", "islands")):
            end = at + length
            if low[end] in _THINGS:
                return []
            if low[end] == "week":
                return [Found(at, end + 1, WeekOfForm(0, HolidayForm(rule)), "week of day")]
            year = year_number(low[end]) or None
            return [Found(at, end + bool(year), HolidayForm(rule, year), "holiday")]
    return []
