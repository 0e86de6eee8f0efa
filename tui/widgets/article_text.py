"""The text of an article in rows: its facts underlined, what is no report folded, what the mouse selects set off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from store.model.spans import Span
from tui.library import OpenArticle
from tui.paint.line import Line, Piece
from tui.paint.reading import READABLE, Page, gutter, lay_out, row_pieces
from tui.paint.safe import safe_line, safe_text
from tui.paint.selected import selected_part
from tui.session import Passage
from tui.widgets.lines import LinesPane

_GUTTER = 3
_SELECTED = Style(reverse=True)
"""Over whatever else marks the words, and seen without colour."""


class ArticleText(LinesPane):
    """One article at a readable width, to be looked at and selected from; only the rows in sight are painted."""

    ALLOW_SELECT: ClassVar[bool] = True

    desk: var[OpenArticle | None] = var(None, init=False)
    lit: var[Passage] = var(Passage(), init=False)
    today: var[date] = var(date.min, init=False)
    filling: var[bool] = var(default=False, init=False)
    unheard: var[str] = var("", init=False)

    @dataclass
    class LinkClicked(Message):
        """The address of the article was clicked."""

        url: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page: Page | None = None
        self.folded = False
        self._pressed = Offset()

    @property
    def title_text(self) -> str:
        """The article's title."""
        if self.desk is None:
            return "Article"
        return self.desk.article.title or self.desk.article.name

    @property
    def column(self) -> int:
        """Cells of a row of text at the present width."""
        return max(8, min(READABLE, self.text_width - _GUTTER - 1))

    def row_count(self) -> int:
        """Rows of the page, the notes on top included."""
        return len(self.page.notes) + len(self.page.rows) if self.page else 0

    def paint_row(self, row: int, part: int, width: int) -> Line:
        """A note about the article, or a row of its text."""
        page, shown = self.page, self.desk
        if page is None or shown is None:
            return ()
        margin = Piece(" " * ((width - self.column - _GUTTER) // 2))
        if row < len(page.notes):
            text, look = page.notes[row]
            return [margin, Piece(" " * _GUTTER), Piece(text, look)]
        span = page.rows[row - len(page.notes)]
        caret = self.caret_in(row)
        pieces = row_pieces(page, shown.article.text, span, self.lit.spans, caret)
        if count := page.hidden.get(span.start):
            pieces = [Piece(f"▸ {count} lines folded: ", "mark"), Piece(span.of(shown.article.text), "dim")]
        elif caret is not None and caret >= span.end:
            pieces.append(Piece(" ", "caret"))
        return [margin, *gutter(page, span, shown.facts, self.lit.spans), *pieces]

    def caret_in(self, row: int) -> int | None:
        """Where the caret is to be drawn in a row, None where it is not."""
        return None

    def empty_text(self) -> str:
        """Why the pane is empty, and what to do about it."""
        if self.filling:
            return "Reading the folder…"
        return self.unheard or "No article is open. Put .txt, .md or .html files into the folder and press r."

    def lay_out(self) -> None:
        """Lay the article out at the present width."""
        if self.desk is not None and self.text_width > 0:
            self.page = lay_out(self.desk.article, self.desk.marks, self.column, self.today, folded=self.folded)
        else:
            self.page = None

    def watch_today(self) -> None:
        """Write the publication day anew."""
        self.rows_changed()

    def watch_filling(self) -> None:
        """Say that the folder is being read."""
        self.refresh()

    def watch_unheard(self) -> None:
        """Say why there is nothing."""
        self.refresh()

    # What the mouse selects: offsets count code points of a row, rows count from the top of the page

    def render_line(self, y: int) -> Strip:
        """A line as it stands on the screen, what is selected of it set off."""
        strip = super().render_line(y)
        row = y - self.head_height + self.scroll_offset.y
        span = self._text_row(row)
        if span is None or self.desk is None:
            return strip
        lead = (self.text_width - self.column - _GUTTER) // 2 + _GUTTER
        picked = selected_part(self.text_selection, row, span)
        if picked:
            text = self.desk.article.text
            first, last = (lead + cell_len(safe_line(text[span.start : at])) for at in (picked.start, picked.end))
            words = Strip(Segment.apply_style(strip.crop(first, last), post_style=_SELECTED))
            strip = Strip.join([strip.crop(0, first), words, strip.crop(last)])
        return strip.apply_offsets(-lead, row)

    def _text_row(self, row: int) -> Span | None:
        page = self.page
        at = row - len(page.notes) if page is not None else -1
        return page.rows[at] if page is not None and 0 <= at < len(page.rows) else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words of the article from one end of the selection to the other; what it folds away is not left out."""
        if self.page is None or self.desk is None or not self.page.rows:
            return None
        parts = [
            part
            for at, span in enumerate(self.page.rows, len(self.page.notes))
            if (part := selected_part(selection, at, span))
        ]
        return (safe_text(self.desk.article.text[parts[0].start : parts[-1].end]), "\n") if parts else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Keep where the button went down: let go elsewhere, it has selected words and clicked nothing."""
        self._pressed = event.screen_offset

    def on_click(self, event: events.Click) -> None:
        """Leave the caret where it is at the end of a drag; Textual calls the base's own handler after this one."""
        if event.screen_offset != self._pressed:
            event.prevent_default()

    def row_clicked(self, row: int, x: int, times: int) -> None:
        """Tell that the article's address was clicked."""
        url = self.desk.article.url if self.desk is not None else ""
        if url and self.page is not None and row < len(self.page.notes) and (self.page.notes[row][0] or "\n") in url:
            self.post_message(self.LinkClicked(url))
