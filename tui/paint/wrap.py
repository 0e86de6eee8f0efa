"""Wraps a text to a width without copying it: rows are offsets into the text as read."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len

from store.model.spans import Span
from tui.paint.safe import safe_line

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_UNEVEN = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u1100-\u11ff"
    "\u200b-\u200d\u2060-\u2064\u231a-\u2b55\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe00-\ufe6f\ufeff"
    "\uff00-\uffe6\U00010000-\U0010ffff]"
)
"""What may take no cell or two: paragraphs that hold any of it are measured, all others counted."""


def wrap_text(text: str, width: int) -> list[Span]:
    """The rows of ``text`` at ``width`` cells, in order; line breaks and the space at a wrap belong to no row.

    Linear in the text; words longer than a row are cut.
    """
    rows: list[Span] = []
    width = max(1, width)
    start = 0
    for match in _BREAK.finditer(text):
        _wrap_paragraph(text, start, match.start(), width, rows)
        start = match.end()
    _wrap_paragraph(text, start, len(text), width, rows)
    return rows


def _wrap_paragraph(text: str, start: int, end: int, width: int, rows: list[Span]) -> None:
    uneven = _UNEVEN.search(text, start, end) is not None
    while end - start > width or (uneven and start < end):
        full = _reach(text, start, end, width) if uneven else start + width
        if full >= end:
            break
        space = text.rfind(" ", start + 1, full + 1)
        cut = space if space > start else full
        rows.append(Span(start, cut))
        start = cut
        while start < end and text[start] == " ":
            start += 1
        if start >= end:
            return
    rows.append(Span(start, end))


def _reach(text: str, start: int, end: int, width: int) -> int:
    """How far a row from ``start`` gets in ``width`` cells; at least one code point."""
    cells = 0
    for place in range(start, min(end, start + 4 * width)):
        cells += _cells(text[place])
        if cells > width:
            return max(place, start + 1)
    return min(end, start + 4 * width)


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    return cell_len(safe_line(char))
