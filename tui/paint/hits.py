"""The line of a search hit: its article, and as much of its words' surroundings as there is room for."""

from __future__ import annotations

from rich.cells import cell_len

from store.model.spans import Span
from store.model.views import Hit
from tui.paint.line import Line, Piece, padded
from tui.paint.safe import safe_line

CUT = "…"
_KINDS = {True: "fact ", False: "     "}
_BEFORE = 3
"""The part of the room, one in so many, that is left for what stands before the first word."""


def hit_line(hit: Hit, name_width: int, width: int) -> Line:
    """The article, whether it is a fact, and the excerpt, cut so that the first word that matches is in sight."""
    kind = _KINDS[bool(hit.claim)]
    room = max(1, width - name_width - 1 - len(kind))
    shown = _in_sight(hit, room)
    line = [Piece(f"{padded(hit.article, name_width)} ", "dim"), Piece(kind, "mark")]
    line += [Piece(CUT, "dim")] if shown.start else []
    done = shown.start
    for mark in hit.marks:
        if mark.end <= shown.start:
            continue
        line += [Piece(hit.excerpt[done : mark.start]), Piece(hit.excerpt[mark.start : mark.end], "differing")]
        done = mark.end
    return [*line, Piece(hit.excerpt[done:])]


def _in_sight(hit: Hit, room: int) -> Span:
    """The part of the excerpt from which on it is shown: all of it where the first match stands within ``room``."""
    excerpt = hit.excerpt
    first = hit.marks[0] if hit.marks else Span(0, 0)
    if cell_len(safe_line(excerpt[: first.end])) <= room:
        return Span(0, len(excerpt))
    start = max(0, first.start - room // _BEFORE)
    blank = excerpt.find(" ", start, first.start)
    return Span(blank + 1 if blank >= 0 else first.start, len(excerpt))
