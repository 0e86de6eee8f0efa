"""The base of every pane: rows through which keys and the mouse move the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from tui.widgets.drawn_rows import DrawnRows


class LinesPane(DrawnRows):
    """Rows to move through and to open; subclasses hear where the cursor came to and what was clicked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="pane.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="pane.down"),
        Binding("pageup", "page(-1)", "A page up", show=False, id="pane.page_up"),
        Binding("pagedown,space", "page(1)", "A page down", show=False, id="pane.page_down"),
        Binding("home,g", "first", "To the top", show=False, id="pane.first"),
        Binding("end,G", "last", "To the end", show=False, id="pane.last"),
        Binding("enter", "open", "Open", id="pane.open"),
    ]

    def cursor_moved(self) -> None:
        """Called after a person moved the cursor."""

    def action_open(self) -> None:
        """Open what the cursor is on."""

    # Moving

    def put_cursor(self, row: int) -> None:
        """Move the cursor without telling anyone."""
        self.cursor = max(0, min(row, self.row_count() - 1))
        self.show_cursor()

    def move_to(self, row: int, *, towards: int = 1) -> None:
        """Move the cursor to the selectable row nearest to ``row`` and tell."""
        row = self.nearest(max(0, min(row, self.row_count() - 1)), towards)
        if row == self.cursor:
            self.show_cursor()
            return
        self.cursor = row
        self.show_cursor()
        self.cursor_moved()

    def _go(self, row: int, *, towards: int, edge: int) -> None:
        """Move the cursor; where it is there already, show what lies beyond it at that ``edge``."""
        before = self.cursor
        self.move_to(row, towards=towards)
        if self.cursor == before:
            self.reveal_edge(edge)

    def reveal_edge(self, towards: int) -> None:
        """Scroll what is not selectable beyond the first or last row into sight."""
        if towards < 0:
            self.scroll_to(y=0, animate=False)
        else:
            self.scroll_to(y=self.max_scroll_y, animate=False)

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows."""
        self._go(self.cursor + by, towards=by, edge=by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        page = max(1, self.room // self.row_height - 1)
        self._go(self.cursor + by * page, towards=by, edge=by)

    def action_first(self) -> None:
        """Move the cursor to the first row."""
        self._go(0, towards=1, edge=-1)

    def action_last(self) -> None:
        """Move the cursor to the last row."""
        self._go(self.row_count() - 1, towards=-1, edge=1)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row clicked; twice opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            if event.y == 0:
                self.title_clicked(event.x)
            return
        if offset.y < self.head_height:
            self.head_clicked(offset.x, offset.y)
        if not self.head_height <= offset.y < self.head_height + self.room:
            return
        row = (offset.y - self.head_height + self.scroll_offset.y) // self.row_height
        if row < self.row_count():
            picked = self.selectable(row)
            if picked:
                self.move_to(row)
            self.row_clicked(row, offset.x, event.chain)
            if picked and event.chain == 2:
                self.action_open()

    def title_clicked(self, x: int) -> None:
        """Called for a click on the upper border."""

    def head_clicked(self, x: int, y: int) -> None:
        """Called for a click on what stays on top."""

    def row_clicked(self, row: int, x: int, times: int) -> None:
        """Called for each click on a row, the ``times``-th in a row, before the second opens it."""
