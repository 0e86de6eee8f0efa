"""One article: its text as read, its segments, what is known about it and when it was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal

from store.model.spans import Span

SegmentKind = Literal["headline", "dateline", "body", "furniture"]
Bound = Literal["exact", "no later than", "about", "none"]
Basis = Literal["metadata", "dateline", "comment", "neighbour", "none"]
NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text. Segments do not overlap and stand in text order; white space may lie between them."""

    kind: SegmentKind
    span: Span
    role: str = ""
    """Of furniture: "front matter", "byline", "comment", "disclosure", "navigation", "form". Of a headline: "" or
    "subheading"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """When an article was published, and how surely.

    ``day`` is the calendar day where it was written; ``moment`` is set only where an hour is known, ISO 8601 with
    offset when the zone is known. "no later than" and "about" bound ``day``; with bound "none" both are None.
    """

    bound: Bound = "none"
    basis: Basis = "none"
    day: date | None = None
    moment: datetime | None = None
    span: Span | None = None
    """Where the text gives it (a dateline, a dated comment); None for metadata."""
    why: str = ""
    """One readable clause: "reader comment of 31 Dec 2021", "published in articles.toml"."""

    @property
    def counted_from(self) -> datetime | None:
        """When an article counts as published, in UTC: its upper bound; a day without an hour at 12:00 UTC."""
        if self.moment:
            aware = self.moment if self.moment.tzinfo else self.moment.replace(tzinfo=UTC)
            return aware.astimezone(UTC)
        return datetime.combine(self.day, NOON) if self.day else None

    def was_out(self, as_of: datetime | None) -> bool:
        """True where an article counts at ``as_of``, None for ever; of an unknown day it always does."""
        return as_of is None or self.counted_from is None or self.counted_from <= as_of


NO_ANCHOR = Anchor()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file, its front matter or ``articles.toml`` say about an article; everything may be absent."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: date | datetime | None = None
    published_from: str = ""
    """Which source gave ``published``: "front matter", "articles.toml", "HTML metadata"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document as the extraction steps see it: text, segments, anchor; nothing about neighbours or storage."""

    name: str
    """The file's stem: how commands and tables refer to it."""
    text: str
    segments: tuple[Segment, ...] = ()
    anchor: Anchor = NO_ANCHOR
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    path: str = ""
    notes: tuple[str, ...] = ()
    """Shown on the article: disclosures about its outlet, "does not read as English"."""

    @property
    def problem(self) -> str:
        """The sentences of ``notes`` that name the file: what in it could not be read as it should."""
        return " ".join(note for note in self.notes if self.path and note.startswith(f"{self.path}: "))

    def mined(self) -> tuple[Segment, ...]:
        """The segments that facts may come from: everything but furniture."""
        return tuple(s for s in self.segments if s.kind != "furniture")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file as decoded, before anything is read in it."""

    path: str
    text: str
    metadata: Metadata = Metadata()
    body_start: int = 0
    """Where the text begins behind the front matter, in code points."""
    lines_are_paragraphs: bool = False
    """True where one newline ends a paragraph (text taken from HTML)."""
    notes: tuple[str, ...] = ()
    """Sentences about how it was read ("read as windows-1252")."""
