"""Pane 4: claims in columns, a window of rows over however many there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from store.model.views import ClaimOrder, ClaimRow
from tui.library import ClaimView, Window
from tui.paint.facts import GUTTER, claim_line, claim_sentence, column_heads, columns_at
from tui.paint.line import Line, Piece, shorten
from tui.paint.wrap import wrap_text
from tui.widgets.lines import LinesPane

DETAIL_HEIGHT = 2
_ROOM_FOR_DETAIL = 8
ORDER_WORDS: Mapping[ClaimOrder, str] = {"soonest": "to come, then the latest", "text": "as published and written"}
"""Orders that no column's head can tell."""


class FactTable(LinesPane):
    """The rows of a ``ClaimView``; the full wording of the one under the cursor stands below them."""

    number: ClassVar[int] = 4

    window: var[Window] = var(Window(), init=False)
    view: var[ClaimView] = var(ClaimView(), init=False)
    today: var[date] = var(date.min, init=False)
    chips: var[str] = var("", init=False)
    unheard: var[str] = var("", init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._asked = False
        self._untold = False

    @dataclass
    class Wanted(Message):
        """Rows around ``around`` are in sight and not at hand."""

        around: int

    @dataclass
    class Picked(Message):
        """The cursor came to rest on a claim."""

        claim_id: str

    @dataclass
    class Opened(Message):
        """The evidence of a claim is asked for."""

        claim_id: str

    @dataclass
    class ColumnClicked(Message):
        """The name of a column was clicked."""

        order: ClaimOrder

    class FilterClicked(Message):
        """What narrows the list was clicked."""

    @property
    def title_text(self) -> str:
        """The pane's title, with what narrows it."""
        return f"Facts — {self.chips}" if self.chips else "Facts"

    @property
    def head_height(self) -> int:
        """The names of the columns."""
        return 1

    @property
    def foot_height(self) -> int:
        """A rule and the wording of the picked claim, where there is room."""
        return DETAIL_HEIGHT + 1 if self.content_size.height >= _ROOM_FOR_DETAIL else 0

    def row_count(self) -> int:
        """How many claims pass the filter."""
        return self.window.total

    @property
    def picked(self) -> ClaimRow | None:
        """The claim under the cursor, where it has been read."""
        return self.window.at(self.cursor)

    @property
    def shown(self) -> list[ClaimRow]:
        """The claims in sight from the cursor down, as far as they have been read."""
        below = self.scroll_offset.y + self.room
        rows = (self.window.at(row) for row in range(self.cursor, min(below, self.row_count())))
        return [row for row in rows if row is not None]

    @property
    def next_open(self) -> ClaimRow | None:
        """The first claim from the cursor down that still has something to review, as far as they have been read."""
        rows = self.window.rows[max(0, self.cursor - self.window.offset) :]
        return next((row for row in rows if row.review in ("", "partly")), None)

    def go_below(self, count: int) -> None:
        """Move the cursor over ``count`` rows; where that leaves the screen, what comes next stands on top."""
        row = self.cursor + count
        if row >= self.scroll_offset.y + self.room and count > 1:
            self.scroll_to(y=row, animate=False)
        self.move_to(row)

    @property
    def orders(self) -> list[ClaimOrder]:
        """What the rows can be ordered by: what comes soonest, the columns in sight, the place in the text."""
        return ["soonest", *(column.name for column in columns_at(self.text_width)), "text"]

    def position(self) -> str:
        """What the marks mean and which order this is, where there is room; which of the claims the cursor is on."""
        at = super().position()
        marks = {
            "+ new": any(row.new for row in self.window.rows),
            "~ assumed": any(row.assumed for row in self.window.rows),
        }
        words = (" ".join(name for name, seen in marks.items() if seen), ORDER_WORDS.get(self.view.order, ""))
        told = [" · ".join(filter(None, (*words[first:], at))) for first in range(len(words) + 1)]
        return next(text for text in told if len(text) <= self.text_width - 4 or text == at) if at else ""

    def paint_head(self, width: int) -> list[Line]:
        """The names of the columns."""
        return [column_heads(columns_at(width), self.view.order, descending=self.view.descending)]

    def paint_foot(self, width: int) -> list[Line]:
        """The picked claim in full."""
        rule: Line = [Piece("─" * width, "dim")]
        if self.picked is None:
            return [rule] if self.row_count() else []
        sentence = claim_sentence(self.picked, self.today)
        spans = wrap_text(sentence, width - 2)
        lines: list[Line] = [[Piece(f" {span.of(sentence)}")] for span in spans[:DETAIL_HEIGHT]]
        if len(spans) > DETAIL_HEIGHT:
            rest = sentence[spans[DETAIL_HEIGHT - 1].start :]
            lines[-1] = [Piece(f" {shorten(rest, width - 2)}")]
        return [rule, *lines]

    def paint_row(self, row: int, part: int, width: int) -> Line:
        """One claim."""
        claim = self.window.at(row)
        if claim is None:
            self._ask(row)
            return [Piece("  …", "dim")]
        return claim_line(claim, columns_at(width), self.today, cursor=row == self.cursor)

    def empty_text(self) -> str:
        """Why the pane is empty, and what to do about it."""
        if self.chips:
            return "No claim passes this filter; f changes it."
        return self.unheard or "No facts yet."

    def _ask(self, row: int) -> None:
        """Ask once for rows that are not at hand; the answer is a new window."""
        if not self._asked:
            self._asked = True
            self.post_message(self.Wanted(row))

    def watch_window(self) -> None:
        """Show the rows that came down, and tell of the cursor's one where it had been waited for."""
        self._asked = False
        self.rows_changed()
        if self._untold:
            self.cursor_moved()

    def watch_view(self) -> None:
        """Show the new order."""
        self.show_border()
        self.refresh()

    def watch_today(self) -> None:
        """Write the days anew."""
        self.refresh()

    def watch_unheard(self) -> None:
        """Say why there is nothing."""
        self.refresh()

    def watch_chips(self) -> None:
        """Show what narrows the list."""
        self.show_border()
        self.refresh()

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the rows that the cursor left and entered, and the wording in the head."""
        super().watch_cursor(before, after)
        foot = self.foot_height
        self.refresh(Region(0, self.content_size.height - foot, self.text_width, foot))

    def cursor_moved(self) -> None:
        """Tell which claim is under the cursor, at once or when it has been read."""
        self._untold = self.picked is None and self.row_count() > 0
        if self.picked is not None:
            self.post_message(self.Picked(self.picked.id))
        elif self._untold:
            self._ask(self.cursor)  # painting would ask too, a frame later

    def head_clicked(self, x: int, y: int) -> None:
        """Tell which column it is."""
        end = GUTTER
        for column in columns_at(self.text_width):
            end += column.width + 1
            if GUTTER <= x < end:
                self.post_message(self.ColumnClicked(column.name))
                return

    def title_clicked(self, x: int) -> None:
        """Tell that what narrows the list is to be changed."""
        if self.chips and x < len(self.title_text) + 8:
            self.post_message(self.FilterClicked())

    def action_open(self) -> None:
        """Ask for the evidence of the claim under the cursor."""
        if self.picked is not None:
            self.post_message(self.Opened(self.picked.id))
