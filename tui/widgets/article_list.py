"""Pane 1: the articles, newest first, each with its day and how surely that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual.message import Message
from textual.reactive import var

from tui.library import Shelf
from tui.paint.line import Line, Piece, shorten, spread, width_of
from tui.paint.when import day_of, short_day
from tui.widgets.lines import LinesPane

BOUND_MARKS = {"exact": " ", "no later than": "<", "about": "~", "none": "?"}


class ArticleList(LinesPane):
    """A window of the articles; two lines each: day and name, then the title."""

    row_height: ClassVar[int] = 2
    number: ClassVar[int] = 1

    shelf: var[Shelf] = var(Shelf(), init=False)
    opened: var[int | None] = var(None, init=False)
    today: var[date] = var(date.min, init=False)
    folder: var[str] = var("", init=False)
    filling: var[bool] = var(default=False, init=False)
    unheard: var[str] = var("", init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._asked = False
        self._lost: int | None = None
        """The article that the cursor was on before it went out of the list; it comes back with it."""

    @dataclass
    class Opened(Message):
        """An article was picked to be read."""

        article_id: int

    @dataclass
    class Wanted(Message):
        """Rows around ``around`` are in sight and not at hand."""

        around: int

    @property
    def title_text(self) -> str:
        """The pane's title."""
        return "Articles"

    def row_count(self) -> int:
        """How many articles there are."""
        return self.shelf.total

    def paint_row(self, row: int, part: int, width: int) -> Line:
        """The day and name of an article, or its title."""
        article = self.shelf.at(row)
        if article is None:
            self._ask(row)
            return [Piece("  …", "dim")] if part == 0 else ()
        mark = ">" if row == self.cursor else "•" if article.id == self.opened else " "
        strong = article.id == self.opened
        if part:
            warning = "! " if article.problem else ""
            title = shorten(article.title, width - 3 - len(warning))
            return [Piece("   "), Piece(warning, "alarm"), Piece(title, "strong" if strong else "dim")]
        day = day_of(article.day)
        label = f"{short_day(day, self.today) if day else 'no date':>6}{BOUND_MARKS.get(article.bound, ' ')} "
        left = [Piece(mark), Piece(label, "mark" if day else "dim")]
        name = shorten(article.name, width - width_of(left))
        facts = f"{article.facts} facts "
        room = width - width_of(left) - cell_len(name) > len(facts) + 1
        return spread(
            [*left, Piece(name, "strong" if strong else "plain")], [Piece(facts if room else "", "dim")], width
        )

    def empty_text(self) -> str:
        """Why the pane is empty, and what to do about it."""
        if self.filling:
            return "Reading the folder…"
        return self.unheard or "No articles yet. Put .txt, .md or .html files into the folder and press r."

    def _ask(self, row: int) -> None:
        """Ask once for rows that are not at hand; the answer is a new shelf."""
        if not self._asked:
            self._asked = True
            self.post_message(self.Wanted(row))

    def watch_shelf(self, before: Shelf, after: Shelf) -> None:
        """Show the articles that came down, the cursor on the same one as before."""
        self._asked = False
        kept = before.at(self.cursor)
        sought = self._lost if self._lost is not None else kept.id if kept else None
        here = after.at(self.cursor)
        if sought is not None and (here is None or here.id != sought):
            row = next((after.offset + place for place, row in enumerate(after.rows) if row.id == sought), None)
            self._lost = sought if row is None else None
            self.set_reactive(ArticleList.cursor, self.cursor if row is None else row)
        self.rows_changed()

    def cursor_moved(self) -> None:
        """Look no more for the place that was lost: a person has chosen another."""
        self._lost = None

    def watch_opened(self) -> None:
        """Mark the article that is open."""
        self.refresh()

    def watch_today(self) -> None:
        """Write the days anew."""
        self.refresh()

    def watch_unheard(self) -> None:
        """Say why there is nothing."""
        self.refresh()

    def watch_filling(self) -> None:
        """Say that the folder is being read."""
        self.refresh()

    def action_open(self) -> None:
        """Read the article under the cursor."""
        article = self.shelf.at(self.cursor)
        if article is not None:
            self.post_message(self.Opened(article.id))
