"""Which words can start a time expression, and who reads on from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from store.extract.times.clock import read_clock, read_named_hour, read_oclock
from store.extract.times.forms import Found, Words
from store.extract.times.months import read_day_first, read_month
from store.extract.times.ordinals import read_numbered_day
from store.extract.times.periods import read_decade, read_named_decade, read_quarter, read_season, read_year
from store.extract.times.relative import (
    read_current,
    read_day_noun,
    read_deictic,
    read_future,
    read_next_part,
    read_part,
    read_past,
    read_plural_weekday,
    read_recent,
    read_ref,
    read_set,
    read_term,
)
from store.extract.times.units import read_unit
from store.extract.times.weekdays import read_iso, read_weekday
from store.extract.times.words import calendar_words, holidays

Reader = Callable[[Words, int, int], list[Found]]
"""Words of a paragraph, index of the trigger, first index not yet taken -> what stands there, in text order."""


@cache
def triggers() -> dict[str, tuple[Reader, ...]]:
    """Lower-case word -> readers to try in turn."""
    words = calendar_words()
    table: dict[str, tuple[Reader, ...]] = {}
    _add(table, read_day_noun, {name.split()[0] for name in holidays()})
    _add(table, read_month, words.months | words.short_months)
    _add(table, read_weekday, words.weekdays | words.short_weekdays)
    _add(table, read_plural_weekday, words.plural_weekdays)
    _add(table, read_unit, words.units)
    _add(table, read_deictic, ("today", "yesterday", "tomorrow"))
    parts = {w for w, part in words.parts.items() if len(part) == 2}
    _add(table, read_part, {"tonight"} | parts)
    _add(table, read_next_part, parts)
    _add(table, read_named_hour, {w for w, part in words.parts.items() if len(part) > 2})
    _add(table, read_named_decade, words.decades)
    _add(table, read_season, words.seasons)
    _add(table, read_quarter, ("quarter", "half"))
    _add(table, read_set, words.sets)
    _add(table, read_ref, words.refs)
    for word, reader in (
        ("current", read_current),
        ("future", read_future),
        ("past", read_past),
        ("recent", read_recent),
        ("term", read_term),
        ("o'clock", read_oclock),
    ):
        _add(table, reader, (word,))
    return table


def _add(table: dict[str, tuple[Reader, ...]], reader: Reader, words: object) -> None:
    for word in words:  # type: ignore[attr-defined]
        table[word] = (*table.get(word, ()), reader)


FIGURES: tuple[Reader, ...] = (read_clock, read_iso, read_day_first, read_numbered_day, read_year, read_decade)
"""Readers of words that start with a figure."""
