"""Quotes in columns: wrapped, their source below, the words that differ set off."""

from __future__ import annotations

from collections.abc import Sequence

from store.export.citation import Source, quote_with_citation
from store.model.article import Article
from store.model.backing import backing_of
from store.model.claims import Evidence, Side
from store.model.spans import Span, Spans, merged
from tui.paint.line import Line, Look, Piece, width_of
from tui.paint.wrap import wrap_text

_QUOTATION_MARKS = tuple("\"'“‘«„")


def marked_lines(text: str, marks: Sequence[Span], width: int, look: Look = "plain") -> list[Line]:
    """``text`` wrapped at ``width``; the stretches in ``marks`` set off."""
    return [_marked(text, row, marks, look) for row in wrap_text(text, width)]


def _marked(text: str, row: Span, marks: Sequence[Span], look: Look) -> Line:
    pieces: list[Piece] = []
    done = row.start
    for mark in sorted(marks):
        start, end = max(mark.start, done), min(mark.end, row.end)
        if start < end:
            pieces += [Piece(text[done:start], look), Piece(text[start:end], "differing")]
            done = end
    return [*pieces, Piece(text[done : row.end], look)]


def evidence_lines(evidence: Evidence, width: int, marks: Sequence[Span] = ()) -> list[Line]:
    """A quote between quotation marks, and below it who says it where."""
    bare = evidence.quote[:1] not in _QUOTATION_MARKS
    quote = f"“{evidence.quote}”" if bare else evidence.quote
    shifted = [Span(mark.start + bare, mark.end + bare) for mark in marks]
    parts = dict.fromkeys(part for part in (evidence.speaker, evidence.article, evidence.outlet) if part)
    source = " · ".join(parts)
    lines = marked_lines(quote, shifted, width)
    return [*lines, *marked_lines(f"— {source}", (), width, "dim")]


def value_lines(value: str, backing: str, width: int) -> list[Line]:
    """A claimed value with who stands behind it: in one line where both fit, else each wrapped, one below the other."""
    together: Line = [Piece(value, "strong"), Piece(f"  {backing}", "mark")]
    if width_of(together) <= width:
        return [together]
    below = marked_lines(backing, (), width - 4, "mark")
    return [*marked_lines(value, (), width, "strong"), *([Piece("    "), *line] for line in below)]


def side_lines(side: Side, width: int) -> list[Line]:
    """One side of a conflict: its value, its origins, its quotes."""
    articles = list(dict.fromkeys(evidence.article for evidence in side.evidence))
    origins = f"{len(side.origins)} ({len(articles)}) {backing_of(side.origins, side.evidence)}"
    lines = [*marked_lines(side.value, (), width, "strong"), *marked_lines(origins, (), width, "mark"), ()]
    for index, evidence in enumerate(side.evidence):
        lines += [*evidence_lines(evidence, width, side.marks if index == 0 else ()), ()]
    return lines


def in_columns(columns: Sequence[Sequence[Line]], width: int) -> list[Line]:
    """Columns of lines of ``width`` cells beside each other, a rule between them."""
    height = max((len(column) for column in columns), default=0)
    lines: list[Line] = []
    for row in range(height):
        line: list[Piece] = []
        for index, column in enumerate(columns):
            cell = column[row] if row < len(column) else ()
            line += [Piece(" │ ", "dim")] if index else []
            line += [*cell, Piece(" " * max(0, width - width_of(cell)))]
        lines.append(line)
    return lines


def citation(article: Article, spans: Spans) -> str:
    """The words in ``spans``, each once, with where they stand, as it is copied."""
    words, at = "", None
    for span in merged(spans):
        between = article.text[at : span.start] if at is not None else ""
        words += (" […] " if between.strip() else between) + span.of(article.text)
        at = span.end
    return quote_with_citation(words.strip(), Source.of_article(article))
