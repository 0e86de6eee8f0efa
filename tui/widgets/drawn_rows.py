"""Rows in a border, drawn line by line: a cursor that is kept in sight, a head that stays while the rest scrolls."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.paint.line import Line, Piece, looks_of, strip_of
from tui.paint.safe import safe_line
from tui.paint.wrap import wrap_text

FOCUS_MARK = "▶ "


class DrawnRows(ScrollView, can_focus=True, inherit_bindings=False):
    """A bordered list of rows of the same height, of which only those in sight are ever painted.

    Subclasses say how many rows there are and how a row looks; the base lays them out, keeps the cursor in sight and
    shows number, title and position in the border.
    """

    DEFAULT_CSS = """
    DrawnRows { border: round $panel; padding: 0; scrollbar-size: 0 0; overflow: hidden auto; }
    DrawnRows:focus { border: heavy $panel; }
    """
    ALLOW_SELECT: ClassVar[bool] = False  # a list has rows to open, no text to take
    row_height: ClassVar[int] = 1
    number: ClassVar[int] = 0

    cursor: var[int] = var(0, init=False)
    _fitted = Size(0, 0)
    _border = ("", "")

    # What a pane shows

    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def paint_row(self, row: int, part: int, width: int) -> Line:
        """Line ``part`` of row ``row`` at ``width`` cells."""
        raise NotImplementedError

    def paint_head(self, width: int) -> list[Line]:
        """Lines that stay on top."""
        return []

    def paint_foot(self, width: int) -> list[Line]:
        """Lines that stay at the bottom."""
        return []

    def selectable(self, row: int) -> bool:
        """True where the cursor may rest."""
        return True

    def position(self) -> str:
        """What the bottom border says."""
        total = self.row_count()
        return f"{min(self.cursor + 1, total)}/{total}" if total else ""

    # Drawing

    @property
    def text_width(self) -> int:
        """Cells of a line inside the border."""
        return self.content_size.width

    @property
    def head_height(self) -> int:
        """Lines of the head."""
        return 0

    @property
    def _fixed_height(self) -> int:
        return self.head_height + self.foot_height

    @property
    def foot_height(self) -> int:
        """Lines of the foot."""
        return 0

    @property
    def room(self) -> int:
        """Lines between head and foot."""
        return max(self.row_height, self.content_size.height - self.head_height - self.foot_height)

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the pane as it stands on the screen."""
        width = self.text_width
        base = self.rich_style
        look = looks_of(self)
        head = self.head_height
        if y < head:
            lines = self.paint_head(width)
            return strip_of(lines[y] if y < len(lines) else (), width, look, base)
        if y >= head + self.room:
            lines, y = self.paint_foot(width), y - head - self.room
            return strip_of(lines[y] if y < len(lines) else (), width, look, base)
        place = y - head + self.scroll_offset.y
        row, part = divmod(place, self.row_height)
        if row >= self.row_count():
            return strip_of(self.paint_empty(y - head, width), width, look, base)
        if row == self.cursor and self.shows_cursor:
            base += look("cursor" if self.has_focus else "cursor-idle")
        return strip_of(self.paint_row(row, part, width), width, look, base)

    @property
    def shows_cursor(self) -> bool:
        """True where the cursor's whole row is set off."""
        return True

    def empty_text(self) -> str:
        """What an empty pane says: why, and what to do about it."""
        return ""

    def paint_empty(self, y: int, width: int) -> Line:
        """Line ``y`` below the last row: the words of an empty pane, else nothing."""
        if self.row_count() or y < 1:
            return ()
        text = self.empty_text()
        rows = wrap_text(text, width - 3) if text else []
        return [Piece(f"  {rows[y - 1].of(text)}", "dim")] if y <= len(rows) else ()

    def rows_changed(self) -> None:
        """To be called where what is shown has changed: lays it out anew, the cursor where it was."""
        if not self.text_width:
            self._fitted = Size(0, 0)  # out of sight: laid out when it is shown again
        elif self._fitted.width:
            self.lay_out()
            self._measure()
            self.refresh()

    def _measure(self) -> None:
        # Nothing but this pane depends on its virtual size: there are no scrollbars, so no layout is called for.
        size = Size(self.text_width, self._fixed_height + self.row_count() * self.row_height)
        self.set_reactive(DrawnRows.virtual_size, size)
        # Where all rows fit now, scroll_to would do nothing and leave the pane scrolled beyond the last one.
        self.scroll_y = self.scroll_target_y = min(self.scroll_y, self.max_scroll_y)
        self.cursor = self.nearest(min(self.cursor, max(0, self.row_count() - 1)), 1)
        self.show_cursor()
        self.show_border()

    def show_border(self) -> None:
        """Number and title above, position below."""
        focused = FOCUS_MARK if self.has_focus else ""
        self.write_border(f"{focused}{self.number} {self.title_text}", self.position())

    def write_border(self, title: str, subtitle: str) -> None:
        """Set the words in the border, where they differ from what stands there."""
        if self._border != (title, subtitle):
            self._border = (title, subtitle)
            self.border_title = Content(safe_line(title))
            self.border_subtitle = Content(safe_line(subtitle))

    @property
    def title_text(self) -> str:
        """The pane's title."""
        return ""

    def lay_out(self) -> None:
        """Break what is shown into rows of the present width; for panes whose rows depend on it."""

    @property
    def allow_vertical_scroll(self) -> bool:
        """True where there is more than fits; scrollbars, which Textual would ask, are never there."""
        return self.max_scroll_y > 0

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: FBT001, FBT002
        # The resize event comes after the first paint; laid out here, the first paint is complete.
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        self._fit()
        return resized

    def _fit(self) -> None:
        """Lay the rows out where the pane has another size than they were laid out for."""
        size = self.content_size
        if size != self._fitted and size.width:
            self._fitted = size
            self.lay_out()
            self._measure()

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001
        """Show or take away the mark of focus."""
        super().watch_has_focus(has_focus)
        self.show_border()

    # The cursor

    def show_cursor(self) -> None:
        """Scroll just so far that the cursor's row is in sight."""
        top = self.cursor * self.row_height
        height = self.room
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif top + self.row_height > self.scroll_offset.y + height:
            self.scroll_to(y=top + self.row_height - height, animate=False)

    def refresh_row(self, row: int) -> None:
        """Draw one row again."""
        y = self.head_height + row * self.row_height - self.scroll_offset.y
        self.refresh(Region(0, y, self.text_width, self.row_height))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the rows that the cursor left and entered."""
        self.refresh_row(before)
        self.refresh_row(after)
        self.show_border()

    def nearest(self, row: int, towards: int) -> int:
        """The selectable row nearest to ``row``, looking ``towards`` first."""
        for step in (towards, -towards):
            at = row
            while 0 <= at < self.row_count():
                if self.selectable(at):
                    return at
                at += step
        return max(0, row)
