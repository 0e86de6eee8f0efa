"""Days, weeks, months and years without a number: "last week", "that day", "the weekend", "for years"."""

from __future__ import annotations

from store.extract.times.durations import duration
from store.extract.times.forms import (
    FixedForm,
    Form,
    Found,
    FromOtherForm,
    PartForm,
    RelativeForm,
    WeekendForm,
    Words,
)
from store.extract.times.modifiers import BESIDE, EARLY_LATE, SHIFTS, modifier_before
from store.extract.times.week_of import week_of_month
from store.extract.times.words import calendar_words

_NOTHING_BESIDE = frozenset(", . ; ) will is are was were would to and but he she it they in at".split())
"""What follows where nothing is named: "on Tuesday, and the day after will"."""
EVERY = frozenset({"every", "each", "per"})
_WHOLE_DAY = frozenset(
    {"end", "ended", "ending", "ends", "finish", "finished", "finishing", "close", "closed", "closing", "for"}
)
_BEFORE_END = frozenset({"by", "before", "at", "until", "till", "after", "to", "from", "for", "since"})


def plain_unit(words: Words, at: int, unit: str, floor: int) -> Found | None:
    """A unit without a number: "last week", "that day", "the weekend", "for years"."""
    low = words.low
    before = low[at - 1] if at > floor else ""
    if before in EVERY:
        return Found(at - 1, at + 1, FixedForm("SET", duration("1", unit)), "set") if unit != "WE" else None
    if before == "other" and at - 2 >= floor and low[at - 2] == "every" and unit != "WE":
        return Found(at - 2, at + 1, FixedForm("SET", duration("2", unit)), "set")
    if unit[0] == "T":
        soon = before in ("coming", "next") and low[at].endswith("s")
        return _future_ref(at - 1, at + 1) if soon else _bare_plural(low, at, unit, before)
    if ended := _its_end(low, at, unit, floor):
        return ended
    if before == "the" and (found := _by_what_follows(low, at, unit, floor)):
        return found
    if before in ("that", "same") and unit in ("D", "W", "M", "Y"):
        dated = low[at + 1] == "in" and low[at + 2] in calendar_words().months
        return None if dated else _same(low, at, unit, floor)
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


def _by_what_follows(low: list[str], at: int, unit: str, floor: int) -> Found | None:
    """As in "the week after next", "on Tuesday, and the day after will", "before the month is out"."""
    follower, then = low[at + 1], low[at + 2]
    if follower == "after" and then == "next" and unit in ("W", "M", "Y", "WE"):
        return Found(at - 1, at + 3, RelativeForm(unit, 2), "shifted")
    if follower in BESIDE and then in _NOTHING_BESIDE and unit in ("D", "W", "M", "Y"):
        return Found(at - 1, at + 2, FromOtherForm(unit, BESIDE[follower]), "from another day")
    out = follower in ("is", "was") and then in ("out", "over", "up") and unit in ("W", "M", "Y")
    if out and at - 2 >= floor and low[at - 2] == "before":
        return Found(at - 1, at + 1, RelativeForm(unit, 0), "relative")
    return None


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
    if before == "last" and unit in ("D", "W", "M", "Y") and _is_part_of(low, at):
        return None
    # "noted that last year he": "that" belongs to the verb.
    owners = ("the", "this", "that") if before not in ("last", "next", "this") else ("the", "this")
    first, definite = at - 1, at - 2 >= floor and low[at - 2] in owners
    if definite:
        first -= 1
    span = before == "past" or (before == "coming" and low[first] == "the" and unit == "D")
    if (span and unit != "WE") or (unit == "F" and before in ("last", "next", "coming")):
        return Found(first, at + 1, FixedForm("DURATION", duration("1", unit)), "span")
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


def _is_part_of(low: list[str], at: int) -> bool:
    """As in "the last week of the campaign", "the last year covered by the accord"."""
    of = low[at + 1] == "of" and low[at + 2].isalpha() and low[at + 2] != "us"  # "a profit for the last year of US$ 2"
    return low[at - 2] == "the" and (of or (low[at + 1].endswith("ed") and low[at + 2] == "by"))


def _future_ref(first: int, end: int) -> Found:
    return Found(first, end, FixedForm("DATE", "FUTURE_REF"), "vague")


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
    if low[at].endswith("s"):
        return _the_plural(low, at, unit, floor)
    if low[first - 1] == "of" and low[first - 2] in ("rest", "remainder") and first - 2 > floor and unit in _PERIODS:
        start = first - 3 if low[first - 3] == "the" and first - 3 >= floor else first - 2
        rest = FromOtherForm("D", 0) if unit == "D" else RelativeForm(unit, 0)
        return Found(start, at + 1, rest, "border", mod="END")
    if unit == "D" and first > floor and low[first - 1] in _WHOLE_DAY and low[at + 1] not in ("that", "when"):
        return Found(first, at + 1, FromOtherForm("D", 0), "that day")
    start, mod = modifier_before(words, first, floor)
    if low[at + 1] == "," and low[start - 1] == "at" and unit == "D" and low[start - 2] in _SENTENCE_START:
        return None  # "At the end of the day, he is a player"
    if mod or (
        first - 2 >= floor and low[first - 1] == "in" and low[first - 2] in ("later", "late", "earlier", "early")
    ):
        start = start if mod else first - 2
        mod = mod or EARLY_LATE.get(low[first - 2], "")
        if unit in _PERIODS:
            form = FromOtherForm("D", 0) if unit == "D" else RelativeForm(unit, 0)
            return Found(start, at + 1, form, "border", mod=mod)
    return None


def _the_plural(low: list[str], at: int, unit: str, floor: int) -> Found | None:
    """As in "over the years", "in the weeks since"; "the months to come" lie ahead."""
    if low[at + 1 : at + 3] == ["to", "come"]:
        return _future_ref(at - 1, at + 3)
    counted = at - 2 >= floor and low[at - 2] in _DURING and low[at + 1] in _AFTER_PLURAL
    if not counted or unit not in ("D", "W", "M", "Y", "E"):
        return None
    return Found(at - 1, at + 1, FixedForm("DURATION", duration("X", unit)), "bare duration")


_PERIODS = frozenset({"D", "W", "M", "Y"})
_SENTENCE_START = frozenset({"", ".", '"', "``", "“", ",", "that", "but"})
_DURING = frozenset({"in", "over", "during", "through", "throughout", "for"})
_AFTER_PLURAL = frozenset({"since", "that", ".", ",", "and"})


def _bare_plural(low: list[str], at: int, unit: str, before: str) -> Found | None:
    """As in "for years", "in recent weeks", "weeks of talks"."""
    if not low[at].endswith("s"):
        return None
    if before == "recent":
        return Found(at - 1, at + 1, FixedForm("DATE", "PAST_REF"), "vague")
    if low[at + 1] in ("ago", "earlier") and low[at + 2] != "than":
        return Found(at, at + 2, FixedForm("DATE", "PAST_REF"), "some time ago")
    if low[at + 1 : at + 3] == ["to", "come"]:
        return _future_ref(at, at + 3)
    if unit in ("N", "WE", "C") or (unit[0] == "T" and before not in ("for", "in", "within", "after", "of")):
        return None
    if before == "these" and unit == "D":
        return Found(at - 1, at + 1, FixedForm("DATE", "PRESENT_REF"), "vague")
    return Found(at, at + 1, FixedForm("DURATION", duration("X", unit)), "bare duration")
