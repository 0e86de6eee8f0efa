"""Statements read out of short texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.names import find_names
from store.extract.reading import reading
from store.extract.statements import find_statements
from store.extract.times import find_times
from store.extract.tokens import tokenize
from store.model.article import NO_ANCHOR, Anchor, Article, Segment
from store.model.spans import Span

if TYPE_CHECKING:
    from datetime import date

    from store.model.facts import Statement
    from store.model.spans import Spans


def statements_in(text: str, day: date | None = None) -> tuple[Statement, ...]:
    """Statements of ``text``, one body segment a paragraph, published on ``day``."""
    segments, start = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            segments.append(Segment(kind="body", span=Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    anchor = Anchor(bound="exact", basis="metadata", day=day) if day else NO_ANCHOR
    return statements_of(Article(name="test", text=text, segments=tuple(segments), anchor=anchor))


def statements_of(article: Article) -> tuple[Statement, ...]:
    """Statements of ``article`` as it stands."""
    tokens = tokenize(article.text, article.segments)
    times = find_times(tokens, article.anchor)
    names = find_names(tokens, times)
    return find_statements(reading(article, tokens, times=times, places=names.places, parties=names.parties))


def words(text: str, spans: Spans) -> str:
    """The words of ``spans``, a bar between the pieces."""
    return " | ".join(span.of(text) for span in spans)


def the_only(text: str) -> Statement:
    """The statement of a ``text`` that holds one."""
    found = statements_in(text)
    assert len(found) == 1, [(words(text, s.source), words(text, s.content)) for s in found]
    return found[0]
