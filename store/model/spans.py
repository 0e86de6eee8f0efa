"""Places in a text: half-open ranges of code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in code points of an article's text as read; ``text[start:end]`` is the quote."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand in this span of ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """True where ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def merged(spans: Spans) -> Spans:
    """The same stretches in text order, those that overlap or touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def hull(spans: Spans) -> Span:
    """The shortest span that holds all of ``spans`` (at least one)."""
    starts, ends = zip(*spans, strict=True)
    return Span(min(starts), max(ends))
