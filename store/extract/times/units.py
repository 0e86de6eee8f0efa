"""Days, weeks, months and years counted from somewhere; durations; what recurs."""

from __future__ import annotations

from store.extract.times.counted import CALENDAR_UNITS, moved, ranks
from store.extract.times.direction_words import occasions
from store.extract.times.durations import duration
from store.extract.times.forms import FixedForm, Found, InForm, WeekendForm, Words
from store.extract.times.numbers import Amount, amount_before, year_number
from store.extract.times.ordinals import numbered_century
from store.extract.times.plain_units import EVERY, plain_unit
from store.extract.times.words import calendar_words

_PAST_SPANS = frozenset({"last", "past", "previous", "preceding", "recent"})
_NEXT_SPANS = frozenset({"next", "coming", "following", "upcoming"})
_UNIT_STARTS = frozenset({"last", "this", "next", "every", "each", "two", "three", "four", "five", "past"})
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
        found = plain_unit(words, at, unit, floor)
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
    if at == 0 or not raw[at][:1].isupper() or not raw[at][1:].islower():
        return False
    quoted = words.low[at - 2] in ("``", "“", '"', "'", "‘") and words.named(at, at - 1)  # "on the program "This Week""
    return quoted or words.low[at - 1] not in _UNIT_STARTS


def _amount_of(words: Words, at: int, unit: str, amount: Amount, floor: int) -> Found | None:
    low = words.low
    first = amount.first
    article = low[first] in ("a", "an") and first == at - 1
    if unit == "WE":
        # "a weekend in Paris" is any, "a weekend meeting" was or will be at the last or the next
        told = article and low[at + 1] in occasions()
        return Found(at, at + 1, WeekendForm(), "weekend") if told else None
    if unit == "TS" and (article or low[first] == "one"):
        return None
    before = low[first - 1] if first > floor else ""
    if elsewhere := moved(low, at, first, unit, amount.text):
        return elsewhere
    if article and _is_rate(low, at, before, unit):
        return Found(first, at + 1, FixedForm("SET", duration("1", unit)), "rate")
    if before in EVERY:
        return Found(first - 1, at + 1, FixedForm("SET", duration(amount.text, unit)), "set")
    end = at + 1
    if low[end : end + 3] == ["and", "a", "half"] and amount.text.isdigit():
        amount, end = amount._replace(text=amount.text + ".5"), at + 4  # "an hour and a half"
    value = duration(amount.text, unit)
    lasts = before == "last" and low[max(floor, first - 2)] in _BEFORE_VERB
    if (before in _PAST_SPANS or before in _NEXT_SPANS) and not lasts:
        start = first - 2 if first - 2 >= floor and low[first - 2] in ("the", "these", "those", "this") else first - 1
        return Found(start, end, FixedForm("DURATION", value), "span")
    mod = "APPROX" if before in ("about", "around", "nearly", "almost", "some", "roughly") else ""
    into = low[first - 2] if mod and first - 2 >= floor else before  # "in about two weeks"
    if (
        into == "in"
        and not ranks(low, first - 1, floor)
        and amount.text.isdigit()
        and unit in CALENDAR_UNITS
        and low[at - 1] != "-"
        and low[end] != "of"  # "in two days of talks"
    ):
        return Found(first, end, InForm(unit, int(amount.text), value), "in", mod=mod)
    return Found(first, end, FixedForm("DURATION", value), "duration", mod=mod)


_BEFORE_VERB = frozenset({"to", "will", "would", "could", "can", "may", "might", "should", "must", "not", "'ll"})
"""Before "last" as a verb: "will last two days"."""


def _is_rate(low: list[str], at: int, before: str, unit: str) -> bool:
    """As in "twice a week", "80 dollars a barrel a day", "$12 an hour"; not "for a week", "in 1998 a year after"."""
    number = before[:1].isdigit() and not year_number(before) and low[at + 1] not in _FROM_EVENT
    return (before in _RATE_BEFORE or number) and (unit in CALENDAR_UNITS or unit == "TH")


_FROM_EVENT = frozenset({"after", "before", "since", "from", "of"})
