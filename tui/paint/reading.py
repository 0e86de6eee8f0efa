"""The page of an article: what is known about it, then its text in rows with facts, furniture and lit words marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from store.model.article import Article
from store.model.spans import Span
from store.model.views import FactRow
from tui.paint.kinds import REVIEW_MARKS, letter_of
from tui.paint.line import Look, Piece
from tui.paint.marks import Marks
from tui.paint.when import short_day
from tui.paint.wrap import wrap_text

READABLE = 84
"""Cells of a row of text: longer ones are hard to follow back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article laid out at a width: lines about it, then the rows of its text."""

    notes: tuple[tuple[str, Look], ...]
    rows: tuple[Span, ...]
    starts: tuple[int, ...]
    marks: Marks
    quiet: tuple[Span, ...]
    """Furniture, in text order."""
    hidden: Mapping[int, int]
    """Where furniture is folded: start of the row that is left of it -> how many rows it stands for."""

    def row_at(self, offset: int) -> int:
        """The row, notes not counted, that holds or follows ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def quiet_in(self, row: Span) -> Sequence[Span]:
        """Furniture that touches a row."""
        first = bisect_right(self.quiet, row.start, key=lambda span: span.end)
        return self.quiet[first : bisect_left(self.quiet, row.end, key=lambda span: span.start)]


def lay_out(article: Article, marks: Marks, width: int, today: date, *, folded: bool = False) -> Page:
    """The article as a page of rows of ``width`` cells; ``folded`` leaves one row of each stretch of furniture."""
    quiet = tuple(segment.span for segment in article.segments if segment.kind == "furniture")
    rows = wrapped(article.text, width)
    hidden: dict[int, int] = {}
    if folded:
        rows, hidden = _folded(rows, quiet)
    return Page(
        notes=tuple(_notes(article, width, today)),
        rows=rows,
        starts=tuple(row.start for row in rows),
        marks=marks,
        quiet=quiet,
        hidden=hidden,
    )


@lru_cache(maxsize=4)
def wrapped(text: str, width: int) -> tuple[Span, ...]:
    """The rows of a text, kept for a few widths: zooming and folding go back and forth."""
    return tuple(wrap_text(text, width))


def _folded(rows: Sequence[Span], quiet: Sequence[Span]) -> tuple[tuple[Span, ...], dict[int, int]]:
    """The rows with those of furniture behind the first one of a stretch left out, and how many each stands for."""
    kept: list[Span] = []
    hidden: dict[int, int] = {}
    shown = 0
    for first, end in _stretches(rows, quiet):
        kept += rows[shown : first + 1]
        if end > first + 1:
            hidden[rows[first].start] = end - first
        shown = end
    return (*kept, *rows[shown:]), hidden


def _stretches(rows: Sequence[Span], quiet: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """First row and end of each stretch of furniture; empty rows behind one belong to it."""
    starts, ends = [row.start for row in rows], [row.end for row in rows]
    first = end = 0
    for span in quiet:
        # A row may begin with blanks that belong to nothing.
        begin, stop = bisect_right(ends, span.start), bisect_left(starts, span.end)
        if begin >= stop:
            continue
        while stop < len(rows) and rows[stop].start == rows[stop].end:
            stop += 1
        if begin > end:
            if end > first:
                yield first, end
            first = begin
        end = max(end, stop)
    if end > first:
        yield first, end


def _notes(article: Article, width: int, today: date) -> list[tuple[str, Look]]:
    about = " · ".join(
        part for part in (article.outlet or article.name, article.author, published(article, today)) if part
    )
    said: list[tuple[str, Look]] = [(about, "strong")]
    said += [(article.url, "dim")] if article.url else []
    said += [(f"note: {note}", "mark") for note in article.notes]
    lines = [(span.of(text), look) for text, look in said for span in wrap_text(text, width)]
    return [*lines, ("", "plain")]


def published(article: Article, today: date) -> str:
    """When the article was published and on what that rests."""
    anchor = article.anchor
    if anchor.day is None:
        return "publication date unknown"
    if anchor.why.startswith("published") and str(anchor.day.year) in anchor.why:
        return anchor.why  # it names the day itself
    bound = "" if anchor.bound == "exact" else f"{anchor.bound} "
    why = f" ({anchor.why})" if anchor.why else ""
    return f"published {bound}{short_day(anchor.day, today)}{why}"


def row_pieces(page: Page, text: str, row: Span, lit: Sequence[Span], caret: int | None) -> list[Piece]:
    """One row of the text as pieces: by kind of fact, furniture dim, lit words and caret over all."""
    runs = page.marks.between(row.start, row.end)
    quiet = page.quiet_in(row)
    shown = [span for span in lit if span.start < row.end and row.start < span.end]
    edges = {row.start, row.end}
    for span in [*((run.start, run.end) for run in runs), *quiet, *shown]:
        edges |= {max(row.start, span[0]), min(row.end, span[1])}
    if caret is not None and row.start <= caret <= row.end:
        edges |= {caret, min(row.end, caret + 1)}
    places = sorted(edges)
    pieces = []
    for start, end in pairwise(places):
        look: Look = "plain"
        if caret == start:
            look = "caret-lit" if any(span.start <= start < span.end for span in shown) else "caret"
        elif any(span.start <= start < span.end for span in shown):
            look = "lit"
        elif any(span.start <= start < span.end for span in quiet):
            look = "dim"
        else:
            look = next((run.group for run in runs if run.start <= start < run.end), "plain")
        pieces.append(Piece(text[start:end], look))
    return pieces


def gutter(page: Page, row: Span, facts: Sequence[FactRow], lit: Sequence[Span]) -> list[Piece]:
    """Three cells before a row: a bar where it is lit, the letter of a fact that begins in it and its review."""
    bar = "▌" if any(span.start < row.end and row.start < span.end for span in lit) else " "
    begun = [run for run in page.marks.between(row.start, max(row.end, row.start + 1)) if run.start >= row.start]
    if not begun:
        return [Piece(bar, "mark"), Piece("  ")]
    fact = facts[begun[0].facts[0]]
    review = REVIEW_MARKS.get(fact.review, "r")
    return [Piece(bar, "mark"), Piece(letter_of(fact.kind), "mark"), Piece(review, "mark")]
