"""Pane 2: a caret in the text of an article, picking the fact under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var

from store.model.spans import Span
from store.model.views import FactRow
from tui.edited import Edit
from tui.library import OpenArticle
from tui.paint.marks import Run
from tui.session import Passage, Trail
from tui.widgets.article_text import ArticleText

LEGEND = "m meeting  e event  s statement"
_WORD = re.compile(r"\S+")


class ArticleView(ArticleText):
    """The text of an article, with a caret that is moved by words and rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "word(1)", "Next word", show=False, id="article.next_word"),
        Binding("left,h", "word(-1)", "Previous word", show=False, id="article.previous_word"),
        Binding("F", "fold", "Fold what is no report: comments, navigation; or unfold it", id="article.fold"),
    ]
    number: ClassVar[int] = 2

    trail: var[Trail] = var(Trail(), init=False)

    @dataclass
    class FactUnder(Message):
        """The caret came to rest on another fact."""

        fact: FactRow

    @dataclass
    class Opened(Message):
        """The evidence of the fact under the caret is asked for."""

        fact: FactRow

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.caret = 0
        self._under: str = ""

    @property
    def shows_cursor(self) -> bool:
        """The caret shows where the cursor is."""
        return False

    def position(self) -> str:
        """The trail that is followed, and how far down the text is."""
        if self.page is None or not self.page.rows:
            return ""
        percent = 100 * min(self.cursor + 1, self.row_count()) // max(1, self.row_count())
        here = self.trail.here
        followed = self.trail.label if here is not None and here.spans == self.lit.spans else ""
        return f"{followed or LEGEND} · {percent}%"

    def caret_in(self, row: int) -> int | None:
        """The caret shows on its row, in the pane that has the focus."""
        return self.caret if self.has_focus and row == self.cursor else None

    def lay_out(self) -> None:
        """Lay the article out at the present width, the caret where it was."""
        super().lay_out()
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
        if after.reveal or after.caret is not None:
            self._under = ""  # the caret is not brought here by a person: what is lit counts
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

    def lit_fact(self, claim: str = "") -> FactRow | None:
        """The fact that a reader sees lit; where several share the words the one of ``claim``, else the shortest."""
        if self.desk is None:
            return None
        under = self.fact
        if under is not None and under.key == self._under:
            return under  # a fast reader's next key may come before its words are lit
        for span in self.lit.spans:
            runs = self.desk.marks.between(span.start, span.end) if self._in_sight(span) else ()
            facts = [self.desk.facts[index] for run in runs for index in run.facts]
            if facts:
                return next((fact for fact in facts if claim and fact.claim == claim), facts[0])
        return None

    def _in_sight(self, span: Span) -> bool:
        if self.page is None or not self.text_width:
            return True  # laid out, with what is lit in sight, as soon as the pane is shown
        top = self.scroll_offset.y
        first, last = self.page.row_at(span.start), self.page.row_at(max(span.start, span.end - 1))
        return first < top - len(self.page.notes) + self.room and top - len(self.page.notes) <= last

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
