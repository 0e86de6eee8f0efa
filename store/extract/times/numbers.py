"""Numbers as news writes them, in figures and in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from store.extract.times.words import calendar_words

if TYPE_CHECKING:
    from store.extract.times.forms import Words

_FIGURES = re.compile(r"(\d{1,4})(st|nd|rd|th)?$", re.ASCII)
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?$", re.ASCII)
_VAGUE = frozenset({"several", "few", "many", "some", "numerous", "countless", "various", "couple"})
_ARTICLES = frozenset({"a", "an"})


class Amount(NamedTuple):
    """How many, as TIMEX3 writes it ("3", "2.5", "X"), and where the phrase starts."""

    first: int
    text: str


def day_number(word: str) -> int:
    """1-31 for "9", "9th"; 0 for anything else."""
    match = _FIGURES.match(word) if len(word) < 5 else None
    number = int(match[1]) if match else 0
    return number if number < 32 else 0


def year_number(word: str) -> int:
    """1000-2199 for four figures; 0 for anything else."""
    if len(word) == 4 and word.isascii() and word.isdigit():
        number = int(word)
        return number if 1000 <= number < 2200 else 0
    return 0


def amount_before(words: Words, unit: int, floor: int) -> Amount | None:
    """The number phrase that ends where the word at ``unit`` begins; None where there is none."""
    low = words.low
    at = unit - 1
    if low[at] == "-":
        at -= 1
    while at > floor and low[at] in calendar_words().fillers:
        at -= 1
    if at < floor:
        return None
    word = low[at]
    if word == "half":
        return _with_half(words, at, floor)
    if word in _ARTICLES:
        return _article(low, at, floor)
    if word in _VAGUE:
        first = at - 1 if at > floor and low[at - 1] == "a" else at
        return Amount(first, "X")
    if word == "of" and at - 1 >= floor and low[at - 1] == "couple":
        first = at - 2 if at - 2 >= floor and low[at - 2] == "a" else at - 1
        return Amount(first, "2")
    return _counted(low, at, floor)


def _article(low: list[str], at: int, floor: int) -> Amount:
    if at > floor and low[at - 1] == "half":
        return Amount(at - 1, "0.5")
    return Amount(at, "1")


def _with_half(words: Words, at: int, floor: int) -> Amount | None:
    """As in "two and a half years"; "half-hour"."""
    low = words.low
    if at - 6 >= floor and low[at - 5 : at] == ["-", "and", "-", "a", "-"]:  # "three-and-a-half years"
        whole = _counted(low, at - 6, floor)
        return Amount(whole.first, whole.text + ".5") if whole and whole.text.isdigit() else None
    if at - 3 >= floor and low[at - 1] == "a" and low[at - 2] == "and" and (whole := _counted(low, at - 3, floor)):
        return Amount(whole.first, whole.text + ".5") if whole.text.isdigit() else None
    first = at - 1 if at > floor and low[at - 1] == "a" else at
    return Amount(first, "0.5")


def _counted(low: list[str], at: int, floor: int) -> Amount | None:
    word = low[at]
    if word == "2" and at - 3 >= floor and low[at - 2 : at] == ["1", "/"] and low[at - 3].isdigit():
        return Amount(at - 3, f"{low[at - 3]}.5")
    if _AMOUNT.match(word):
        return Amount(_range_start(low, at, floor), word.replace(",", ""))
    numbers = calendar_words().numbers
    if word == "dozen":
        return Amount(at - 1 if at > floor and low[at - 1] == "a" else at, "12")
    if word == "hundred":
        count = numbers.get(low[at - 1], 1) if at > floor else 1
        return Amount(at - 1 if at > floor and (low[at - 1] in numbers or low[at - 1] == "a") else at, str(count * 100))
    if word not in numbers:
        return None
    if at - 2 >= floor and low[at - 1] == "-" and numbers.get(low[at - 2], 0) >= 20:
        return Amount(at - 2, str(numbers[low[at - 2]] + numbers[word]))
    return Amount(_range_start(low, at, floor), str(numbers[word]))


def _range_start(low: list[str], at: int, floor: int) -> int:
    """As in "two or three days", "10-15 minutes": the phrase starts at the lower figure."""
    if at - 2 >= floor and low[at - 1] in ("or", "to", "-", "–"):
        lower = low[at - 2]
        if lower in calendar_words().numbers or (_AMOUNT.match(lower) and len(lower) < 4):
            return at - 2
    return at
