"""What the passages beside this file say is to be found in them: one frozen value for each expectation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

Choice = tuple[str, ...]
"""Values any of which is right; empty where nothing is expected or judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedTime:
    span: Span
    value: Choice
    type: Choice
    zone: str
    until: Span | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedName:
    span: Span
    kind: str
    name: Choice
    role: str
    of: str
    country: str
    zone: str
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedMeeting:
    start: str
    end: str
    place: Choice
    parties: tuple[Choice, ...]
    status: Choice
    evidence: tuple[Span, ...]

    @property
    def required(self) -> bool:
        """True where a calendar must show it; what is only proposed neither rewards nor punishes there."""
        return bool({"scheduled", "postponed"} & set(self.status))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedEvent:
    who: tuple[Choice, ...]
    begins: Choice
    ends: Choice
    duration: str
    where: Choice
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedStatement:
    sources: tuple[Span, ...]
    """Any of them is right; empty where nobody is named."""
    cue: Span
    content: tuple[Span, ...]
    speaker: str | None
    act: str | None
    polarity: str | None
    via: Choice | None
    direct: bool | None
    inner: tuple[ExpectedStatement, ...] | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedLayout:
    segments: tuple[tuple[str, Span], ...]
    """Role or kind of every segment, with the words that it begins with."""
    bound: Choice
    basis: Choice
    day: date | None


@dataclass(frozen=True, slots=True)
class Words:
    """Where quoted words stand in a passage."""

    text: str
    passage: str
    seen: list[Span] = field(default_factory=list)

    def at(self, quote: str, nth: int = 1) -> Span:
        """The ``nth`` place where ``quote`` stands as whole words; the expectation is wrong where there is none."""
        found = list(re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", self.text))
        if len(found) < nth:
            raise ValueError(f"{self.passage}: {quote!r} does not stand there {nth} times")
        return Span(*found[nth - 1].span())

    def all_of(self, quotes: Iterable[str]) -> tuple[Span, ...]:
        """The places of ``quotes``."""
        return tuple(self.at(quote) for quote in quotes)


def time_of(words: Words, given: dict[str, Any]) -> ExpectedTime:
    return ExpectedTime(
        span=words.at(given["quote"], given.get("nth", 1)),
        value=choice(given["value"]),
        type=choice(given.get("type", "DATE")),
        zone=given.get("zone", ""),
        until=words.at(given["until"]) if "until" in given else None,
        optional=given.get("optional", False),
    )


def name_of(words: Words, given: dict[str, Any]) -> ExpectedName:
    return ExpectedName(
        span=words.at(given["quote"], given.get("nth", 1)),
        kind=given["is"],
        name=choice(given["name"]),
        role=given.get("role", ""),
        of=given.get("of", ""),
        country=given.get("country", ""),
        zone=given.get("zone", ""),
        optional=given.get("optional", False),
    )


def meeting_of(words: Words, given: dict[str, Any]) -> ExpectedMeeting:
    return ExpectedMeeting(
        start=given.get("start", ""),
        end=given.get("end", ""),
        place=choice(given.get("place")),
        parties=tuple(choice(p) for p in given.get("parties", ())),
        status=choice(given["status"]),
        evidence=words.all_of(given["evidence"]),
    )


def event_of(words: Words, given: dict[str, Any]) -> ExpectedEvent:
    return ExpectedEvent(
        who=tuple(choice(p) for p in given.get("who", ())),
        begins=choice(given.get("begins")),
        ends=choice(given.get("ends")),
        duration=given.get("duration", ""),
        where=choice(given.get("where")),
        evidence=words.all_of(given["evidence"]),
    )


def statement_of(words: Words, given: dict[str, Any]) -> ExpectedStatement:
    inner = given.get("inner")
    return ExpectedStatement(
        sources=words.all_of(choice(given.get("source"))),
        cue=words.at(given["cue"]) if given["cue"] != ":" else Span(words.text.index(":"), words.text.index(":") + 1),
        content=words.all_of(given["content"]),
        speaker=given.get("speaker"),
        act=given.get("act"),
        polarity=given.get("polarity"),
        via=tuple(given["via"]) if "via" in given else None,
        direct=given.get("direct"),
        inner=None if inner is None else tuple(statement_of(words, i) for i in inner),
        optional=given.get("optional", False),
    )


def layout_of(words: Words, given: dict[str, Any]) -> ExpectedLayout:
    anchor = given["anchor"]
    return ExpectedLayout(
        segments=tuple((kind, words.at(opening)) for kind, opening in given["segments"]),
        bound=choice(anchor["bound"]),
        basis=choice(anchor["basis"]),
        day=anchor.get("day"),
    )


def choice(given: str | list[str] | None) -> Choice:
    """One value or several that are right alike."""
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)
