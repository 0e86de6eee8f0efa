"""Columns of the Facts pane: which fit a width, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from store.model.views import ClaimOrder, ClaimRow
from tui.paint.kinds import REVIEW_MARKS, group_of
from tui.paint.line import Line, Piece, padded
from tui.paint.when import value_label


class Column(NamedTuple):
    """A column: its name, and its width in cells."""

    name: ClaimOrder
    width: int


_WIDTHS: tuple[tuple[int, Mapping[ClaimOrder, int]], ...] = (
    (170, {"kind": 9, "who": 28, "what": 0, "when": 18, "where": 18, "articles": 26, "origins": 8}),
    (130, {"kind": 9, "who": 22, "what": 0, "when": 14, "where": 13, "articles": 20, "origins": 8}),
    (100, {"kind": 8, "who": 17, "what": 0, "when": 13, "where": 10, "articles": 14, "origins": 8}),
    (70, {"kind": 8, "who": 15, "what": 0, "when": 13, "origins": 8}),
    (0, {"kind": 8, "who": 12, "what": 0, "when": 7}),
)
"""Columns from so many cells on, the widest first; "what" takes the room that is left."""
GUTTER = 2


def columns_at(width: int) -> list[Column]:
    """The columns that ``width`` cells hold; "what" takes the room that is left."""
    fixed = next(widths for least, widths in _WIDTHS if width >= least)
    rest = width - GUTTER - sum(taken + 1 for taken in fixed.values() if taken)
    return [Column(name, taken or max(4, rest)) for name, taken in fixed.items()]


def column_heads(columns: Sequence[Column], order: ClaimOrder, *, descending: bool) -> Line:
    """The names of the columns, an arrow at the one that orders the rows."""
    arrow = "▼" if descending else "▲"
    text = " ".join(padded(f"{column.name}{arrow if column.name == order else ''}", column.width) for column in columns)
    return [Piece(" " * GUTTER + text, "strong")]


def claim_line(row: ClaimRow, columns: Sequence[Column], today: date, *, cursor: bool) -> Line:
    """One claim over the columns; the gutter shows the cursor, then a review or what is new."""
    mark = REVIEW_MARKS.get(row.review, "r") if row.review else "+" if row.new else " "
    right = row.corrected
    assumed = "~" if row.assumed and row.when and not right.when else ""
    cells = {
        "kind": row.kind,
        "who": right.who or row.who,
        "what": right.what or row.what,
        "when": value_label(right.when or row.when, today) + assumed,
        "where": right.where or row.where,
        "articles": ", ".join(row.articles),
        "origins": f"{row.origins} ({len(row.articles)})",
    }
    line = [Piece(">" if cursor else " "), Piece(mark, "mark")]
    for index, column in enumerate(columns):
        text = padded(cells[column.name].replace("\n", " "), column.width)
        line += [Piece(" ")] if index else []
        if column.name == "kind":
            word = text.rstrip()
            line += [Piece(word, group_of(row.kind)), Piece(text[len(word) :])]
        else:
            line.append(Piece(text))
    return line


def claim_sentence(row: ClaimRow, today: date) -> str:
    """The whole claim in one readable stretch, for where its columns cut it short."""
    when = value_label(row.when, today)
    if row.assumed and when:
        when += " (assumed)"
    head = " · ".join(part for part in (row.kind, row.who, when, row.where) if part)
    named = f" ({row.behind})" if row.behind else ""
    origins = f"{row.origins} origin{'' if row.origins == 1 else 's'}{named} in {', '.join(row.articles)}"
    parts = {name: getattr(row.corrected, name) for name in ("who", "what", "when", "where")}
    changes = [f"{name} {value}" for name, value in parts.items() if value]
    corrected = f"corrected to {', '.join(changes)}; the reports read: " if changes else ""
    return f"{corrected}{head}: {row.what} — {origins}"
