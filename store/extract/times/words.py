"""The calendar's vocabulary, read once from the lexicon."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """Lower-case words with what they stand for; see ``lexicon/calendar.toml``."""

    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    plural_weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    units: dict[str, str]
    parts: dict[str, str]
    seasons: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    sets: dict[str, str]
    refs: dict[str, str]
    fillers: frozenset[str]
    counted: frozenset[str]


def lexicon(name: str) -> dict[str, Any]:
    """One TOML file of the lexicon."""
    return tomllib.loads((files("store.extract") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def calendar_words() -> CalendarWords:
    """The whole vocabulary; the file is read at the first call."""
    tables = lexicon("calendar")
    for name in ("fillers", "counted"):
        tables[name] = frozenset(tables[name]["words"])
    return CalendarWords(**tables)


@cache
def zone_abbreviations() -> dict[str, str]:
    """Lower-case abbreviation -> IANA zone: "est" -> "America/New_York"."""
    return dict(lexicon("zones")["abbreviations"])


@cache
def zone_names() -> dict[str, str]:
    """What stands before "time": "central european" -> "Europe/Paris"."""
    return dict(lexicon("zones")["names"])


@cache
def holidays() -> dict[str, str]:
    """Lower-case name, its tokens apart by one space -> rule; see ``lexicon/holidays.toml``."""
    return dict(lexicon("holidays"))


@cache
def landmarks() -> dict[tuple[int, int, str], int]:
    """(month, day, word that follows) -> year: "the Sept. 11 attacks" are those of 2001."""
    rows = lexicon("landmarks")["landmark"]
    return {(row["month"], row["day"], word): row["year"] for row in rows for word in row["words"]}
