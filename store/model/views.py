"""What screens and commands read: rows ready to show, cut from the store by a filter, an order and a window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from store.model.reviews import Correction
from store.model.spans import Span

NO_CORRECTION = Correction()
ClaimOrder = Literal["soonest", "when", "kind", "who", "what", "where", "articles", "origins", "text"]
"""A column, the place in the text, or "soonest": to come, the next first, then past, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims to show; empty fields narrow nothing. Values within a field are alternatives."""

    kinds: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    article: int | None = None
    words: str = ""
    """Full-text query as typed; any text is legal."""
    reviewed: Literal["all", "open", "done"] = "all"
    new: bool = False
    """Only what came since the last look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One line of the article list."""

    id: int
    name: str
    title: str
    outlet: str
    day: str
    """ISO day of the anchor or ""."""
    bound: str
    basis: str
    why: str
    facts: int
    problem: str = ""
    path: str = ""
    author: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One line of the Facts pane."""

    id: str
    kind: str
    who: str
    what: str
    when: str
    where: str
    assumed: bool
    articles: tuple[str, ...]
    origins: int
    behind: str = ""
    """The origins by name, with those who spoke for them or relayed their words."""
    review: str = ""
    """The verdict on its facts; "mixed" where they differ, "partly" where some have none, "" where none has."""
    corrected: Correction = NO_CORRECTION
    """What a person says it should read, where the verdict in force is a correction."""
    new: bool = False
    """True where something in it came since the last look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One fact of one article, as ``dateline facts`` prints it and the article pane underlines it."""

    key: str
    claim: str
    kind: str
    who: str
    what: str
    when: str
    where: str
    via: tuple[str, ...]
    article_id: int
    article: str
    outlet: str
    span: Span
    """The whole stretch."""
    pieces: tuple[Span, ...]
    """What to underline: evidence clauses, or source, cue and content."""
    quote: str
    assumed: bool
    why: str
    review: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place that a search found."""

    article_id: int
    article: str
    span: Span
    excerpt: str
    marks: tuple[Span, ...]
    """Matching words, as offsets within ``excerpt``."""
    words: tuple[Span, ...] = ()
    """The same words in the article's text."""
    claim: str = ""
    """Set where the hit is a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Totals for the header."""

    articles: int
    claims: int
    talks: int
    conflicts: int
    problems: int
    newest: datetime | None
    """The story's own "now": the latest publication (a day without an hour at 12:00 UTC)."""
    version: int
    """Grows with every change of the store."""


class News(NamedTuple):
    """What came since the last look."""

    articles: int = 0
    facts: int = 0
    """Claims, as the Facts pane lists them."""
    looked: bool = False
    """False where nobody has looked yet: then nothing is new."""
    at: datetime | None = None
    """When that look ended, where it is known."""


class Revision(NamedTuple):
    """RFC 5545 SEQUENCE and DTSTAMP of a talk: they move only when what a calendar shows of it moves."""

    sequence: int
    changed: str
    """ISO 8601, UTC."""
