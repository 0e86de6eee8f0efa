"""Which words of a row the mouse has selected."""

from __future__ import annotations

from store.model.spans import Span

Place = tuple[int, int]
"""(code points from the start of the row, row)."""


def selected_part(ends: tuple[Place | None, Place | None] | None, row: int, span: Span) -> Span | None:
    """What of the ``row``-th row, which shows ``span`` of the text, lies between the two ``ends``.

    An end of None reaches to the first or last row. None where nothing of the row is selected.
    """
    if ends is None:
        return None
    begin, end = ends
    if (begin is not None and row < begin[1]) or (end is not None and row > end[1]):
        return None
    size = span.end - span.start
    first = begin[0] if begin is not None and begin[1] == row else 0
    last = end[0] if end is not None and end[1] == row else size
    first, last = (max(0, min(size, at)) for at in (first, last))
    return Span(span.start + first, span.start + last) if first < last else None
