"""Clock times, their zones, and two clock times that tell one moment."""

from __future__ import annotations

import re

from store.extract.times.forms import ClockForm, Found, Words
from store.extract.times.words import calendar_words, zone_abbreviations, zone_names

_CLOCK = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?(am|pm|hrs?|h)?$", re.ASCII)
_PLAIN = re.compile(r"(\d\d?)([0-5]\d)(?:hrs?|h)?$", re.ASCII)
_HALVES = {"a.m.": 0, "am": 0, "p.m.": 12, "pm": 12, "a.m": 0, "p.m": 12}
_BEFORE_CLOCK = frozenset(
    {
        "at",
        "by",
        "from",
        "until",
        "till",
        "around",
        "about",
        "before",
        "after",
        "since",
        "(",
        "between",
        "approximately",
        "to",
        "and",
        "-",
        "–",
    }
)


def read_clock(words: Words, at: int, floor: int) -> list[Found]:
    """As in "16:25 Washington time", "10 a.m. EST", "0930 GMT", "7pm", "noon"."""
    low = words.low
    clock, end = clock_at(low, at)
    if not clock:
        return []
    zone, local, stop = zone_at(words, end)
    if stop == end and low[end] == "in":
        zone, stop = _zone_in_city(words, at, end)
    sure = (
        stop > end
        or low[end - 1] in _HALVES
        or low[at][-1] in "mhs"
        or low[end - 1] in ("o'clock", "hours", "morning", "afternoon", "evening")
    )
    if not sure and not (":" in low[at] and low[at - 1] in _BEFORE_CLOCK and at > floor):
        return []
    return [Found(at, stop, ClockForm(clock), "clock", clock=clock, zone=zone, local=local)]


def _zone_in_city(words: Words, at: int, end: int) -> tuple[str, int]:
    """As in "15:35 in Ottawa (22:35 in Ankara)", "when it was 01:25 in Ankara", and the index after the city.

    Elsewhere "at 9:30 in Ottawa" tells where something happens, and the city is left to the names.
    """
    low, raw = words
    for length in (3, 2, 1):
        stop = end + 1 + length
        closed = low[at - 1] == "(" and low[stop] == ")"
        told = low[at - 2 : at] in (["it", "was"], ["it", "is"]) and not raw[stop][:1].isupper()
        paired = low[stop] == "(" and bool(clock_at(low, stop + 1)[0])
        named = all(word[:1].isupper() for word in raw[end + 1 : stop])
        if named and (closed or told or paired) and (zone := named_zone(" ".join(raw[end + 1 : stop]))):
            return zone, stop
    return "", end


def read_named_hour(words: Words, at: int, _floor: int) -> list[Found]:
    """As in "noon", "midnight", "midday"."""
    raw = words.raw
    titled = at > 0 and raw[at].istitle() and raw[at - 1].istitle()  # "High Noon", the film
    if titled or words.low[at + 1] in ("prayers", "mass", "oil", "express", "sun"):
        return []
    clock = calendar_words().parts[words.low[at]]
    zone, local, stop = zone_at(words, at + 1)
    return [Found(at, stop, ClockForm(clock), "clock", clock=clock, zone=zone, local=local)]


def read_oclock(words: Words, at: int, floor: int) -> list[Found]:
    """As in "three o'clock"; figures before it are read with the hour."""
    hour = calendar_words().numbers.get(words.low[at - 1], 0) if at > floor else 0
    clock, end = _hour_of_part(words.low, str(hour), None, at) if 1 <= hour <= 12 else ("", at)
    return [Found(at - 1, end, ClockForm(clock), "clock", clock=clock)] if clock else []


def clock_at(low: list[str], at: int) -> tuple[str, int]:
    """As in "HH:MM" and the index after it; ("", at) where no clock time stands at ``at``."""
    word = low[at]
    if (plain := _PLAIN.match(word)) and "." not in word and len(word) in (3, 4, 5, 6, 7):
        zoned = low[at + 1] in ("gmt", "utc", "hours", "hrs", "local") or word[-1] in "hs"
        end = at + 2 if low[at + 1] in ("hours", "hrs") else at + 1
        return (_wall(plain[1], plain[2], None), end) if zoned and len(word) > 3 else ("", at)
    match = _CLOCK.match(word)
    if not match:
        return "", at
    end, half = at + 1, match[3]
    if half not in ("am", "pm") and low[end] in _HALVES:
        half, end = low[end], end + 1
    elif low[end] == "o'clock" or low[end : end + 2] == ["in", "the"]:
        return _hour_of_part(low, match[1], match[2], end)
    if half not in _HALVES and (not match[2] or ":" not in word):
        # "9.30" is a clock time only with its half of the day or a zone beside it.
        return (_wall(match[1], match[2], None), end) if match[2] and low[end] in ("gmt", "utc", "local") else ("", at)
    return _wall(match[1], match[2], _HALVES.get(half or "")), end


def _hour_of_part(low: list[str], hour: str, minute: str | None, at: int) -> tuple[str, int]:
    """As in "4 o'clock in the morning", "at 6 in the evening"."""
    spoken = low[at] == "o'clock"
    end = at + spoken
    half = (
        {"morning": 0, "afternoon": 12, "evening": 12}.get(low[end + 2])
        if low[end : end + 2] == ["in", "the"]
        else None
    )
    if half is not None:
        return _wall(hour, minute, half), end + 3
    return (_wall(hour, minute, None), end) if spoken else ("", at)


def _wall(hour: str, minute: str | None, half: int | None) -> str:
    h = int(hour)
    if half is not None:
        if not 1 <= h <= 12:
            return ""
        h = h % 12 + half
    return f"{h:02d}:{minute or '00'}" if h < 24 or (h == 24 and minute == "00") else ""


def zone_at(words: Words, at: int) -> tuple[str, bool, int]:
    """Zone that stands at ``at``, whether it is the place's own ("local time"), and the index after it."""
    low, raw = words
    opening = low[at] == "("
    step = at + opening
    zone, local, end = _zone(low, raw, step)
    if end == step:
        return "", False, at
    if opening:
        return (zone, local, end + 1) if low[end] == ")" else ("", False, at)
    return zone, local, end


def _zone(low: list[str], raw: list[str], at: int) -> tuple[str, bool, int]:
    if low[at] == "local" and low[at + 1] == "time":
        return "", True, at + 2
    if zone := (raw[at].isupper() and zone_abbreviations().get(low[at])):
        offset, end = _offset(low, at + 1) if zone == "UTC" else ("", at + 1)
        return offset or zone, False, end
    for length in (1, 2, 3):
        if low[at + length] == "time" and raw[at][:1].isupper():
            return named_zone(" ".join(raw[at : at + length])), False, at + length + 1
    return "", False, at


def _offset(low: list[str], at: int) -> tuple[str, int]:
    """As in "+8" after GMT: the IANA zone of that fixed offset (whose sign is turned round) and the index after."""
    if low[at] in ("+", "-") and low[at + 1].isdigit() and int(low[at + 1]) <= 14:
        sign = "-" if low[at] == "+" else "+"
        return f"Etc/GMT{sign}{int(low[at + 1])}", at + 2
    return "", at


def named_zone(name: str) -> str:
    """IANA zone of "Moscow", "Central European", "U.S. Eastern"; "" where unknown."""
    known = zone_names().get(name.lower())
    if known:
        return known
    from store.extract.times.city_zones import place_zone

    return place_zone(name)
