"""A list of ready lines for the smaller screens: laid out anew for every width, rows with a key can be picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.message import Message

from tui.paint.line import Line, Piece
from tui.widgets.lines import LinesPane


class Row(NamedTuple):
    """A line and what it stands for; lines that stand for nothing are skipped by the cursor."""

    line: Line
    key: object = None


Painter = Callable[[int], Sequence[Row]]
"""Rows for a width in cells."""


class LineList(LinesPane):
    """Rows from a painter, under a title."""

    @dataclass
    class Opened(Message):
        """A row was picked."""

        key: object

    @dataclass
    class Clicked(Message):
        """A line was clicked, ``x`` cells from its left, the ``times``-th time in a row; ``key`` may be None."""

        key: object
        row: int
        x: int
        times: int

    @dataclass
    class Moved(Message):
        """The cursor came to another row."""

        key: object

    def __init__(
        self,
        title: str,
        painter: Painter,
        *,
        id: str | None = None,  # noqa: A002
        empty: str = "",
        begin: Callable[[object], bool] | None = None,
    ) -> None:
        super().__init__(id=id)
        self._begin = begin
        """Tells the key of the row that the cursor begins on."""
        self._title = title
        self._painter = painter
        self.empty = empty
        self.rows: Sequence[Row] = ()

    @property
    def title_text(self) -> str:
        """The list's title."""
        return self._title

    @property
    def key(self) -> object:
        """What the row under the cursor stands for."""
        return self.rows[self.cursor].key if self.cursor < len(self.rows) else None

    def show_border(self) -> None:
        """The title above; which of the rows that can be picked below."""
        self.write_border(self._title, self.position())

    def position(self) -> str:
        """Which of the rows that can be picked the cursor is on; where none can be, which line is the last in sight."""
        picks = [row for row, item in enumerate(self.rows) if item.key is not None]
        if picks or len(self.rows) <= self.room:
            return f"{picks.index(self.cursor) + 1}/{len(picks)}" if self.cursor in picks else ""
        return f"{min(self.scroll_offset.y + self.room, len(self.rows))}/{len(self.rows)} lines"

    def watch_scroll_y(self, before: float, after: float) -> None:
        """Tell how far down this is."""
        super().watch_scroll_y(before, after)
        self.show_border()

    def row_count(self) -> int:
        """How many lines there are."""
        return len(self.rows)

    def selectable(self, row: int) -> bool:
        """Rows with a key."""
        return self.rows[row].key is not None

    def paint_row(self, row: int, part: int, width: int) -> Line:
        """A ready line, with the cursor's mark."""
        item = self.rows[row]
        mark = ">" if row == self.cursor and item.key is not None else " "
        return [Piece(mark), *item.line]

    def empty_text(self) -> str:
        """Why the pane is empty, and what to do about it."""
        return self.empty

    def lay_out(self) -> None:
        """Ask the painter again."""
        self.rows = self._painter(max(8, self.text_width - 2))
        begin, self._begin = self._begin, None
        if begin is not None:
            self.set_reactive(LinesPane.cursor, self.row_of(begin) or 0)

    def row_of(self, wanted: Callable[[object], bool]) -> int | None:
        """The first row with a key that is ``wanted``."""
        return next((at for at, row in enumerate(self.rows) if row.key is not None and wanted(row.key)), None)

    def show(self, *, title: str | None = None, to_top: bool = False) -> None:
        """Show what the painter says now."""
        self._title = self._title if title is None else title
        if to_top:
            self.scroll_to(y=0, animate=False)
            self.set_reactive(LinesPane.cursor, 0)
        self.rows_changed()

    @property
    def shows_cursor(self) -> bool:
        """The cursor shows on rows that can be picked."""
        return self.key is not None

    def move_to(self, row: int, *, towards: int = 1) -> None:
        """Move to the nearest row that can be picked; where there is none at all, scroll."""
        if any(item.key is not None for item in self.rows):
            super().move_to(row, towards=towards)
        else:
            self.scroll_to(y=self.scroll_offset.y + row - self.cursor, animate=False)
            self.set_reactive(LinesPane.cursor, self.scroll_offset.y)

    def cursor_moved(self) -> None:
        """Tell which row it is."""
        self.post_message(self.Moved(self.key))

    def row_clicked(self, row: int, x: int, times: int) -> None:
        """Tell which line it is."""
        self.post_message(self.Clicked(self.rows[row].key, row, x, times))

    def action_open(self) -> None:
        """Pick the row under the cursor."""
        if self.key is not None:
            self.post_message(self.Opened(self.key))
