"""Pane 2: the text of an article, its facts underlined, a caret that picks the fact under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from store.model.spans import Span
from store.model.views import FactRow
from tui.edited import Edit
from tui.library import OpenArticle
from tui.paint.line import Line, Piece
from tui.paint.marks import Run
from tui.paint.reading import READABLE, Page, gutter, lay_out, row_pieces
from tui.paint.safe import safe_line, safe_text
from tui.paint.selected import selected_part
from tui.session import Passage, Trail
from tui.widgets.lines import LinesPane

LEGEND = "m meeting  e event  s statement"
_GUTTER = 3
_SELECTED = Style(reverse=True)
"""Over whatever else marks the words, and seen without colour."""
_WORD = re.compile(r"\S+")


class ArticleView(LinesPane):
    """One article at a readable width; only the rows in sight are painted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "word(1)", "Next word", show=False, id="article.next_word"),
        Binding("left,h", "word(-1)", "Previous word", show=False, id="article.previous_word"),
        Binding("F", "fold", "Fold what is no report: comments, navigation; or unfold it", id="article.fold"),
    ]
    ALLOW_SELECT: ClassVar[bool] = True
    number: ClassVar[int] = 2

    desk: var[OpenArticle | None] = var(None, init=False)
    lit: var[Passage] = var(Passage(), init=False)
    trail: var[Trail] = var(Trail(), init=False)
    today: var[date] = var(date.min, init=False)
    filling: var[bool] = var(default=False, init=False)
    unheard: var[str] = var("", init=False)

    @dataclass
    class FactUnder(Message):
        """The caret came to rest on another fact."""

        fact: FactRow

    @dataclass
    class Opened(Message):
        """The evidence of the fact under the caret is asked for."""

        fact: FactRow

    @dataclass
    class LinkClicked(Message):
        """The address of the article was clicked."""

        url: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page: Page | None = None
        self.caret = 0
        self.folded = False
        self._under: str = ""
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

    @property
    def shows_cursor(self) -> bool:
        """The caret shows where the cursor is."""
        return False

    def row_count(self) -> int:
        """Rows of the page, the notes on top included."""
        return len(self.page.notes) + len(self.page.rows) if self.page else 0

    def position(self) -> str:
        """The trail that is followed, and how far down the text is."""
        if self.page is None or not self.page.rows:
            return ""
        percent = 100 * min(self.cursor + 1, self.row_count()) // max(1, self.row_count())
        here = self.trail.here
        followed = self.trail.label if here is not None and here.spans == self.lit.spans else ""
        return f"{followed or LEGEND} · {percent}%"

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
        caret = self.caret if self.has_focus and row == self.cursor else None
        pieces = row_pieces(page, shown.article.text, span, self.lit.spans, caret)
        if count := page.hidden.get(span.start):
            pieces = [Piece(f"▸ {count} lines folded: ", "mark"), Piece(span.of(shown.article.text), "dim")]
        elif caret is not None and caret >= span.end:
            pieces.append(Piece(" ", "caret"))
        return [margin, *gutter(page, span, shown.facts, self.lit.spans), *pieces]

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

    def empty_text(self) -> str:
        """Why the pane is empty, and what to do about it."""
        if self.filling:
            return "Reading the folder…"
        return self.unheard or "No article is open. Put .txt, .md or .html files into the folder and press r."

    def lay_out(self) -> None:
        """Lay the article out at the present width, the caret where it was."""
        if self.desk is not None and self.text_width > 0:
            self.page = lay_out(self.desk.article, self.desk.marks, self.column, self.today, folded=self.folded)
        else:
            self.page = None
        if self.caret:
            self.call_after_refresh(self.show_caret)

    def watch_desk(self, before: OpenArticle | None, after: OpenArticle | None) -> None:
        """Show another article, or the same one with other facts."""
        if before is None or after is None or before.id != after.id:
            self.caret = 0
            self._under = ""
            self.set_reactive(ArticleView.cursor, 0)
            self.scroll_to(y=0, animate=False)
        elif before.article.text != after.article.text:
            self._keep_place(Edit.between(before.article.text, after.article.text))
        self.rows_changed()

    def _keep_place(self, edit: Edit) -> None:
        """Leave the words under the caret where they are on the screen, though the text around them was edited."""
        if self.page is None or self.desk is None or not self.caret:
            return
        down = self.cursor - self.scroll_offset.y
        self.caret = edit.moved(self.caret)
        self.lay_out()
        row = len(self.page.notes) + self.page.row_at(self.caret)
        self.set_reactive(ArticleView.cursor, row)
        self._measure()
        self.scroll_to(y=max(0, row - down), animate=False)

    def watch_lit(self, _before: Passage, after: Passage) -> None:
        """Light a passage and bring it into sight."""
        if after.caret is not None:
            self.caret = after.caret
            self.show_caret() if self.caret else self.put_cursor(0)
        elif after.spans and after.reveal:
            if self.folded and self.page and any(quiet.overlaps(after.spans[0]) for quiet in self.page.quiet):
                self.action_fold()
            self.caret = after.spans[0].start
            self.show_caret()
        self.show_border()
        self.refresh()

    def watch_trail(self) -> None:
        """Name the trail in the border."""
        self.show_border()

    def watch_today(self) -> None:
        """Write the publication day anew."""
        self.rows_changed()

    def watch_filling(self) -> None:
        """Say that the folder is being read."""
        self.refresh()

    def watch_unheard(self) -> None:
        """Say why there is nothing."""
        self.refresh()

    def show_caret(self) -> None:
        """Put the cursor on the caret's row and scroll it to a third of the height where it was out of sight."""
        if not self.text_width:
            self._fitted = Size(0, 0)  # out of sight: laid out, with the caret in sight, when it is shown again
            return
        if self.page is None or not self.page.rows or self.caret == 0:
            return
        row = len(self.page.notes) + self.page.row_at(self.caret)
        top = self.scroll_offset.y
        if not top <= row < top + self.room - 1:
            self.scroll_to(y=max(0, row - self.room // 3), animate=False)
        self.cursor = row
        self.show_cursor()

    def cursor_moved(self) -> None:
        """Bring the caret along with the row, at the same column."""
        if self.page is None:
            return
        row = self.cursor - len(self.page.notes)
        if row < 0:
            self.caret = 0
            return
        span = self.page.rows[row]
        before = self.page.rows[self.page.row_at(self.caret)]
        self.caret = min(span.start + max(0, self.caret - before.start), max(span.start, span.end - 1))
        self._tell_fact(span)

    def _tell_fact(self, row: Span) -> None:
        """Tell of the fact under the caret, or of the first one that touches its row."""
        if self.page is None or self.desk is None:
            return
        self.refresh_row(self.cursor)
        run = self._run_near(row)
        if run is None:
            self._under = ""
            return
        fact = self.desk.facts[run.facts[0]]
        if fact.key != self._under:
            self._under = fact.key
            self.post_message(self.FactUnder(fact))

    def _run_near(self, row: Span) -> Run | None:
        """What is marked under the caret, else the first mark of its row."""
        if self.page is None:
            return None
        return self.page.marks.at(self.caret) or next(iter(self.page.marks.between(row.start, row.end)), None)

    def action_fold(self) -> None:
        """Fold furniture to one row a stretch, or show it in full; the caret stays in sight."""
        self.folded = not self.folded
        self.rows_changed()
        self.show_caret()

    def action_word(self, by: int) -> None:
        """Move the caret by a word, over the ends of rows."""
        if self.page is None or self.desk is None or not self.page.rows:
            return
        text = self.desk.article.text
        if by > 0:
            here = _WORD.match(text, self.caret)
            there = _WORD.search(text, here.end() if here else self.caret)
            self.caret = there.start() if there else self.caret
        else:
            lead = text[max(0, self.caret - 200) : self.caret]
            words = list(_WORD.finditer(lead))
            self.caret = self.caret - len(lead) + words[-1].start() if words else self.caret
        row = self.page.row_at(self.caret)
        self.cursor = len(self.page.notes) + row
        self.show_cursor()
        self._tell_fact(self.page.rows[row])

    @property
    def fact(self) -> FactRow | None:
        """The fact under the caret, else the first one of its row."""
        if self.page is None or self.desk is None or not self.page.rows:
            return None
        run = self._run_near(self.page.rows[self.page.row_at(self.caret)])
        return self.desk.facts[run.facts[0]] if run is not None else None

    def go_to_next_fact(self) -> None:
        """Move the caret to the next fact of the text; at the last one it stays."""
        fact = self.fact
        if self.page is None or self.desk is None or fact is None:
            return
        offset = self.desk.marks.next_fact(self.desk.facts.index(fact))
        if offset is not None:
            self.caret = offset
            self.show_caret()
            self._tell_fact(self.page.rows[self.page.row_at(offset)])

    def action_open(self) -> None:
        """Ask for the evidence of the fact under the caret, across articles."""
        if self.fact is not None:
            self.post_message(self.Opened(self.fact))
