"""What one article reports, in the form in which it is stored and compared with others."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from store.model.article import Anchor
from store.model.claims import Claim, Conflict, Talk
from store.model.facts import Event, Meeting, Statement
from store.model.spans import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A meeting, event or statement of one article with the key that it keeps as long as its words stay."""

    key: str
    """16 hex digits: see ``store.extract.facts.fact_key``. Two copies of one text give the same keys."""
    kind: str
    """"meeting", "event", or the statement's act."""
    who: str
    what: str
    when: str
    where: str
    via: tuple[str, ...] = ()
    span: Span
    """The whole stretch, from the first to the last of ``pieces``."""
    pieces: Spans
    """In text order: evidence clauses, or source, cue and content."""
    quote: str
    """The words of ``span``."""
    occurrence: int = 0
    """How many times the same quote was the basis of a fact of this sort before, in text order."""
    assumed: bool = False
    why: str = ""
    found: Meeting | Event | Statement


def text_hash(text: str) -> str:
    """SHA-256 of a text as read, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article as its neighbours are compared with it."""

    article_id: int
    """Stays as long as the file stays where it is, whatever becomes of its text."""
    name: str
    title: str
    outlet: str
    anchor: Anchor
    text: str
    text_hash: str
    facts: tuple[Fact, ...]
    """In text order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What stands across all articles at one time: computed afresh, ids inherited from the one before."""

    talks: tuple[Talk, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
