"""The passages of the regression gate, read as any file is read."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.ingest.read import read_document
from store.model.article import Metadata
from store.model.facts import Findings
from tests.gold.expected import (
    ExpectedEvent,
    ExpectedLayout,
    ExpectedMeeting,
    ExpectedName,
    ExpectedStatement,
    ExpectedTime,
    Words,
    event_of,
    layout_of,
    meeting_of,
    name_of,
    statement_of,
    time_of,
)

HERE = Path(__file__).parent
E = TypeVar("E")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Generic[E]):
    """A short text with what people find in it and what the program finds in it."""

    id: str
    text: str
    expected: tuple[E, ...]
    found: Findings


@cache
def times() -> tuple[Passage[ExpectedTime], ...]:
    return tuple(_passages("times", _each(time_of)))


@cache
def names() -> tuple[Passage[ExpectedName], ...]:
    return tuple(_passages("names", _each(name_of)))


@cache
def meetings() -> tuple[Passage[ExpectedMeeting], ...]:
    return tuple(_passages("meetings", _each(meeting_of)))


@cache
def statements() -> tuple[Passage[ExpectedStatement], ...]:
    return tuple(_passages("statements", _each(statement_of)))


@cache
def events() -> tuple[Passage[ExpectedEvent], ...]:
    return tuple(_passages("events", _each(event_of)))


@cache
def layouts() -> tuple[Passage[ExpectedLayout], ...]:
    return tuple(_passages("layout", lambda words, table: (layout_of(words, table),)))


Reads = Callable[[Words, dict[str, Any]], tuple[E, ...]]


def _each(one: Callable[[Words, dict[str, Any]], E]) -> Reads[E]:
    return lambda words, table: tuple(one(words, given) for given in table["expect"])


@cache
def texts() -> tuple[str, ...]:
    """The passages of every kind, unread."""
    kinds = ("times", "names", "meetings", "statements", "events", "layout")
    return tuple(table["text"] for kind in kinds for table in _tables(kind))


def how_many(kind: str) -> int:
    """Passages of a kind."""
    return len(_tables(kind))


def _tables(kind: str) -> list[dict[str, Any]]:
    with (HERE / f"{kind}.toml").open("rb") as file:
        tables: list[dict[str, Any]] = tomllib.load(file)["passage"]
    return tables


def _passages(kind: str, reads: Reads[E]) -> Iterator[Passage[E]]:
    for table in _tables(kind):
        text = table["text"]
        yield Passage(id=table["id"], text=text, expected=reads(Words(text, table["id"]), table), found=_read(table))


def _read(table: dict[str, Any]) -> Findings:
    beside = Metadata(published=table["published"], published_from="its passage") if "published" in table else None
    document = read_document(Path(table.get("file", "passage.txt")), table["text"].encode(), beside)
    return read_article(open_article("passage", document))
