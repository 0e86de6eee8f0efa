"""The calendar's vocabulary, read once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from store.extract.tables import table_of


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


@cache
def calendar_words() -> CalendarWords:
    """The whole vocabulary; the file is read at the first call."""
    tables = table_of("calendar")
    for name in ("fillers", "counted"):
        tables[name] = frozenset(tables[name]["words"])
    return CalendarWords(**tables)


@cache
def zone_abbreviations() -> dict[str, str]:
    """Lower-case abbreviation -> IANA zone: "est" -> "America/New_York"."""
    return dict(table_of("zones")["abbreviations"])


@cache
def zone_names() -> dict[str, str]:
    """What stands before "time": "central european" -> "Europe/Paris"."""
    return dict(table_of("zones")["names"])


@cache
def holidays() -> dict[str, str]:
    """Lower-case name, its tokens apart by one space -> rule; see ``lexicon/holidays.toml``."""
    return dict(table_of("holidays"))


@cache
def landmarks() -> dict[tuple[int, int, str], int]:
    """(month, day, word that follows) -> year: "the Sept. 11 attacks" are those of 2001."""
    rows = table_of("landmarks")["landmark"]
    return {(row["month"], row["day"], word): row["year"] for row in rows for word in row["words"]}
