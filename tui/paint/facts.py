"""Columns of the Facts pane: which fit a width, and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
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


_FIXED: tuple[tuple[int, Sequence[Column]], ...] = (
    (
        170,
        (
            Column("kind", 9),
            Column("who", 28),
            Column("what", 0),
            Column("when", 18),
            Column("where", 18),
            Column("articles", 26),
            Column("origins", 9),
        ),
    ),
    (
        130,
        (
            Column("kind", 9),
            Column("who", 22),
            Column("what", 0),
            Column("when", 13),
            Column("where", 13),
            Column("articles", 20),
            Column("origins", 7),
        ),
    ),
    (
        100,
        (
            Column("kind", 8),
            Column("who", 18),
            Column("what", 0),
            Column("when", 11),
            Column("where", 10),
            Column("articles", 12),
            Column("origins", 7),
        ),
    ),
    (70, (Column("kind", 8), Column("who", 15), Column("what", 0), Column("when", 11), Column("origins", 7))),
    (0, (Column("kind", 8), Column("who", 12), Column("what", 0), Column("when", 7))),
)
GUTTER = 2


def columns_at(width: int) -> list[Column]:
    """The columns that ``width`` cells hold; "what" takes the room that is left."""
    fixed = next(columns for least, columns in _FIXED if width >= least)
    rest = width - GUTTER - sum(column.width + 1 for column in fixed if column.width) - 1
    return [column if column.width else Column(column.name, max(4, rest)) for column in fixed]


def column_heads(columns: Sequence[Column], order: ClaimOrder, *, descending: bool) -> Line:
    """The names of the columns, an arrow at the one that orders the rows."""
    arrow = "▼" if descending else "▲"
    text = " ".join(padded(f"{column.name}{arrow if column.name == order else ''}", column.width) for column in columns)
    return [Piece(" " * GUTTER + text, "strong")]


def claim_line(row: ClaimRow, columns: Sequence[Column], today: date, *, cursor: bool) -> Line:
    """One claim over the columns; the gutter shows the cursor, then a review or what is new."""
    mark = REVIEW_MARKS.get(row.review, "r") if row.review else "+" if row.new else " "
    cells = {
        "kind": row.kind,
        "who": row.who,
        "what": row.what,
        "when": value_label(row.when, today) + ("~" if row.assumed and row.when else ""),
        "where": row.where,
        "articles": ", ".join(row.articles),
        "origins": f"{row.origins} ({len(row.articles)})",
    }
    line = [Piece(">" if cursor else " "), Piece(mark, "mark")]
    for index, column in enumerate(columns):
        text = padded(cells[column.name].replace("\n", " "), column.width)
        line += [Piece(" ")] if index else []
        line.append(Piece(text, group_of(row.kind) if column.name == "kind" else "plain"))
    return line


def claim_sentence(row: ClaimRow, today: date) -> str:
    """The whole claim in one readable stretch, for where its columns cut it short."""
    when = value_label(row.when, today)
    if row.assumed and when:
        when += " (assumed)"
    head = " · ".join(part for part in (row.kind, row.who, when, row.where) if part)
    origins = f"{row.origins} origin{'' if row.origins == 1 else 's'} in {', '.join(row.articles)}"
    return f"{head}: {row.what} — {origins}"
