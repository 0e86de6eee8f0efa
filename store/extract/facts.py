"""Findings of an article as facts: who, what, when and where in words, and a key that outlives a new extraction."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from store.extract.noteworthy import noteworthy
from store.model.facts import Event, Meeting, Statement
from store.model.reported import reported_words
from store.model.reports import Fact, text_hash
from store.model.spans import Span, Spans, hull

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.facts import Findings
    from store.model.mentions import Party, When

Found = Meeting | Event | Statement


def fact_key(article_hash: str, sort: str, quote: str, occurrence: int) -> str:
    """16 hex digits that name a fact by its words, not by what a version of the program makes of them.

    ``sort`` is "meeting", "event" or "statement": a statement whose act is read better later keeps its key.
    """
    parts = (article_hash, sort, quote, str(occurrence))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def facts_of(text: str, findings: Findings) -> tuple[Fact, ...]:
    """Meetings, events and statements that tell something, in text order.

    Pure: the same text and findings give the same keys.
    """
    article_hash = text_hash(text)
    founds: list[Found] = [*findings.meetings, *findings.events, *noteworthy(text, findings)]
    placed = sorted(((_pieces(found), found) for found in founds if _pieces(found)), key=lambda pair: hull(pair[0]))
    seen: Counter[tuple[str, str]] = Counter()
    facts = []
    for pieces, found in placed:
        sort, quote = _sort(found), hull(pieces).of(text)
        facts.append(_fact(text, findings, found, pieces, article_hash, seen[sort, quote]))
        seen[sort, quote] += 1
    return tuple(facts)


def _fact(text: str, findings: Findings, found: Found, pieces: Spans, article_hash: str, occurrence: int) -> Fact:
    span = hull(pieces)
    quote = span.of(text)
    time = _time_of(found)
    return Fact(
        key=fact_key(article_hash, _sort(found), quote, occurrence),
        kind=found.act if isinstance(found, Statement) else _sort(found),
        who=found.speaker if isinstance(found, Statement) else _names(found),
        what=_what(text, found),
        when=time.value if time else "",
        where=_where(found, findings),
        via=found.via if isinstance(found, Statement) else (),
        span=span,
        pieces=pieces,
        quote=quote,
        occurrence=occurrence,
        assumed=bool(time and time.assumed),
        why=time.why if time else "",
        found=found,
    )


def _sort(found: Found) -> str:
    return type(found).__name__.lower()


def _pieces(found: Found) -> Spans:
    if isinstance(found, Statement):
        return tuple(sorted({*found.source, *found.cue, *found.content}))
    return tuple(sorted(set(found.evidence)))


def _names(found: Meeting | Event) -> str:
    parties: Iterable[Party] = found.parties if isinstance(found, Meeting) else found.who
    return ", ".join(dict.fromkeys(party.name for party in parties))


def _what(text: str, found: Found) -> str:
    match found:
        case Meeting():
            return found.title
        case Event():
            return found.what
        case Statement():
            return reported_words(text, found)


def _time_of(found: Found) -> When | None:
    """The start of a meeting or event; of a statement, when it was made."""
    match found:
        case Meeting():
            return found.begin
        case Event():
            return found.begins[0] if found.begins else found.duration
        case Statement():
            return found.when


def _where(found: Found, findings: Findings) -> str:
    match found:
        case Meeting():
            return found.place.name if found.place else ""
        case Event():
            return found.where.name if found.where else ""
        case Statement():
            return next((place.name for place in findings.places if _inside(place.span, found.content)), "")


def _inside(span: Span, pieces: Spans) -> bool:
    return any(piece.holds(span) for piece in pieces)
