"""The word lists of comparing, read once when first asked for."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from store.compare.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator


class Strength(NamedTuple):
    """How much a word commits its speaker: ``level`` 1 (hedged) to 3 (certain) on "modal" or "scope"."""

    scale: str
    level: int


def lines_of(name: str) -> Iterator[list[str]]:
    """Words of each line of ``lexicon/name``; comments and empty lines left out."""
    for line in _text_of(name).splitlines():
        words = line.split()
        if words and not line.startswith("#"):
            yield words


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """Rows of the table ``lexicon/name`` by column."""
    return csv.DictReader(_text_of(name).splitlines())


def _text_of(name: str) -> str:
    return (files("store.compare") / "lexicon" / name).read_text(encoding="utf-8")


@cache
def function_words() -> frozenset[str]:
    """Lower-case forms that carry no content."""
    return frozenset(w for words in lines_of("function_words.txt") for w in words)


@cache
def light_words() -> frozenset[str]:
    """Stems so frequent in news that sharing one tells little."""
    return frozenset(stem(w) for words in lines_of("light_words.txt") for w in words)


@cache
def same_words() -> dict[str, str]:
    """Stem (of several words: joined by underscores) -> the stem of the first spelling on its line."""
    return _first_on_line("same_words.txt", {})


@cache
def related_words() -> dict[str, str]:
    """Stem -> class of the words that reports exchange for one another."""
    return _first_on_line("related_words.txt", same_words())


@cache
def phrase_starts() -> frozenset[str]:
    """First stems of the entries that consist of several words."""
    entries = (*same_words(), *related_words())
    return frozenset(entry.split("_")[0] for entry in entries if "_" in entry)


@cache
def speech_nouns() -> frozenset[str]:
    """Nouns that take up what was said before ("the speculation")."""
    return frozenset(w for words in lines_of("speech_nouns.txt") for w in words)


@cache
def involvement_nouns() -> frozenset[str]:
    """Nouns for a part in something ("any role")."""
    return frozenset(w for words in lines_of("involvement_nouns.txt") for w in words)


@cache
def denial_cues() -> frozenset[str]:
    """Lower-case words that call something untrue."""
    return frozenset(w for words in lines_of("denial_cues.txt") for w in words)


@cache
def measures() -> frozenset[str]:
    """Stems of units and calendar words."""
    return frozenset(stem(w) for words in lines_of("measures.txt") for w in words)


@cache
def strengths() -> dict[str, Strength]:
    """Lower-case word -> what it commits its speaker to."""
    return {row["word"]: Strength(row["scale"], int(row["level"])) for row in rows_of("strength.csv")}


def _first_on_line(name: str, same: dict[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for words in lines_of(name):
        stems = [_phrase_stem(w, same) for w in words]
        for each in stems:
            table.setdefault(each, stems[0])
    return table


def _phrase_stem(word: str, same: dict[str, str]) -> str:
    joined = "_".join(stem(part) for part in word.lower().split("_"))
    return same.get(joined, joined)
