"""Days and centuries that are only numbered: "the 14th of this month", "the 15th", "the 19th century"."""

from __future__ import annotations

from store.extract.times.forms import DayOfMonthForm, FixedForm, Found, Words
from store.extract.times.modifiers import SHIFTS, modifier_before
from store.extract.times.numbers import day_number
from store.extract.times.words import calendar_words

_SUFFIXES = ("st", "nd", "rd", "th")
_BEFORE_DAY = frozenset({"on", "by", "until", "till", "before", "after", "since", "from", "for", "between"})
_AFTER_DAY = frozenset(
    {
        "",
        ".",
        ",",
        ";",
        ")",
        "and",
        "or",
        "to",
        "in",
        "at",
        "with",
        "when",
        "but",
        "as",
        "for",
        "that",
        "after",
        "before",
        "while",
        "where",
        "which",
        "who",
        "under",
        "between",
        "is",
        "will",
        "would",
    }
)
_COURSE = frozenset(
    {"hole", "holes", "green", "tee", "par", "birdie", "bogey", "eagle", "putt", "fairway", "floor", "lap"}
)
_AROUND = 14
"""Tokens either side in which a golf course or a building numbers something else than days."""


def read_numbered_day(words: Words, at: int, floor: int) -> list[Found]:
    """As in "the 14th of this month", "on the 15th"."""
    low = words.low
    day = day_number(low[at])
    if not day or low[at][-2:] not in _SUFFIXES or low[at - 1] != "the" or at - 1 < floor:
        return []
    if (
        low[at + 1] == "of"
        and low[at + 3] == "month"
        and (low[at + 2] in SHIFTS or low[at + 2] in ("the", "that", "each", "every"))
    ):
        return [_of_month(low, at, day)]
    if low[at - 2] not in _BEFORE_DAY or low[at + 1] not in _AFTER_DAY:
        return []
    if not _COURSE.isdisjoint(low[max(0, at - _AROUND) : at + _AROUND]):
        return []
    return [Found(at - 1, at + 1, DayOfMonthForm(day), "day of month")]


def _of_month(low: list[str], at: int, day: int) -> Found:
    which = low[at + 2]
    if which in SHIFTS:
        return Found(at - 1, at + 4, DayOfMonthForm(day, SHIFTS[which]), "day of month")
    if which in ("the", "that"):
        return Found(at - 1, at + 4, DayOfMonthForm(day, of_other=which == "that"), "day of month")
    return Found(at - 1, at + 4, FixedForm("SET", f"XXXX-XX-{day:02d}"), "set")


def numbered_century(words: Words, at: int, floor: int) -> Found | None:
    """As in "the 19th century", "the mid-twentieth century", given "century" at ``at``: its value is "18" or "19"."""
    low = words.low
    step = at - 1 if low[at - 1] != "-" else at - 2
    if step < floor or low[at + 1] in ("b.c.", "bc", "bce"):
        return None
    number = _ordinal(low[step])
    if low[step] == "first" and low[step - 1] == "-" and low[step - 2] == "twenty" and step - 2 >= floor:
        number, step = 21, step - 2
    if not 2 <= number <= 22:
        return None
    first, mod = modifier_before(words, step, floor)
    if first > floor and low[first - 1] == "the" and low[at + 1] != "-":
        first -= 1
    return Found(first, at + 1, FixedForm("DATE", f"{number - 1:02d}"), "century", mod=mod)


def _ordinal(word: str) -> int:
    """The number of "19th" or "nineteenth"; 0 for anything else."""
    return day_number(word) if word[-2:] in _SUFFIXES and word[:1].isdigit() else calendar_words().ordinals.get(word, 0)
