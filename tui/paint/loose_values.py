"""TIMEX3 values that name no day, in words: "a Monday", "1980s", "16:25, day unknown"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
    "PM": "afternoon",
}
_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "earlier", "FUTURE_REF": "later"}
_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "TH": "hours", "TM": "minutes", "TS": "seconds"}
DAY_PART = re.compile(r"(\d{4}-\d\d-\d\d)T([A-Z]{2})")
"""A day, and the TIMEX3 code of a part of it."""

_SHAPES: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = (
    (re.compile(r"XXXX-WXX-([1-7])(?:T(\d\d:\d\d))?"), lambda m: _some(_WEEKDAYS[int(m[1]) - 1], m[2])),
    (re.compile(r"XXXX-WXX-([1-7])T([A-Z]{2})"), lambda m: _some(_WEEKDAYS[int(m[1]) - 1], day_part(m[2]))),
    (re.compile(r"XXXX-WXX-WE"), lambda _: "a weekend"),
    (re.compile(r"XXXX-WXX-XWD"), lambda _: "a working day"),
    (re.compile(r"XXXX-XX-(\d\d)"), lambda m: f"day {int(m[1])}, month unknown"),
    (re.compile(r"XXXX-XX-XXT(\d\d:\d\d)"), lambda m: f"{m[1]}, day unknown"),
    (re.compile(r"XXXX-XX-XXT([A-Z]{2})"), lambda m: f"{day_part(m[1])}, day unknown"),
    (re.compile(r"XXXX-XX-XX|XXXX"), lambda _: "day unknown"),
    (re.compile(r"XXXX-WXX"), lambda _: "week unknown"),
    (re.compile(r"XXXX-XX"), lambda _: "month unknown"),
    (re.compile(r"(\d{3})X?"), lambda m: f"{m[1]}0s"),
    (re.compile(r"PX(Y|M|W|D)|PTX(H|M|S)"), lambda m: f"some {_UNITS[m[1] or 'T' + m[2]]}"),
)


def loose_label(value: str) -> str:
    """``value`` in words; "" where it is none of these shapes."""
    if value in _REFERENCES:
        return _REFERENCES[value]
    return next((said(match) for shape, said in _SHAPES if (match := shape.fullmatch(value))), "")


def day_part(code: str) -> str:
    """The word for a TIMEX3 part of a day: "morning" for "MO", the code itself where it is none."""
    return _DAY_PARTS.get(code, code)


def _some(*words: str | None) -> str:
    return "a " + " ".join(word for word in words if word)
