"""Quotes to take away: on the clipboard, with the words that say where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from store.model.claims import Evidence
from tui.library import Library
from tui.paint.quotes import citation
from tui.paint.safe import safe_line, safe_text
from tui.screens.following import FollowingScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.key_line import active_keys
from tui.widgets.talks_pane import TalksPane

COPY = Binding("y", "copy_quote", "Copy the quote, with its citation", id="copy")
"""One key, and one name to give it another, wherever there is a quote to copy."""


class CopyingScreen(FollowingScreen):
    """Copies what is lit, and what the smaller screens quote."""

    BINDINGS: ClassVar[list[BindingType]] = [COPY]

    @dataclass
    class Quoted(Message):
        """Quotes with their citations."""

        quotes: tuple[str, ...]

    def action_copy_quote(self) -> None:
        """Put the lit words, among talks those behind the date, and where they stand on the clipboard (OSC 52)."""
        date = self.query_one(TalksPane).picked.claim if self.pane == "talks" else None
        if date is not None:
            self.copy_evidence(date.evidence)
            return
        if self.desk is None or not self.lit.spans or self.pane == "talks":
            key = active_keys(self.app, self).get("copy", "")
            self.notify(f"Pick a fact or a date first: {key} copies the quote behind it.", markup=False)
            return
        self._copy([safe_text(citation(self.desk.article, self.lit.spans))])

    @work(thread=True, exclusive=True, group="copy")
    def copy_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Put the quotes of some evidence on the clipboard, a line each."""
        self.tell(lambda library: self.Quoted(_citations(library, evidence)))

    @work(thread=True, exclusive=True, group="copy")
    def copy_fact(self, key: str) -> None:
        """Put the quote of one fact on the clipboard."""

        def reading(library: Library) -> CopyingScreen.Quoted:
            claim = library.claim(library.claim_of(key) or "")
            evidence = claim.evidence if claim is not None else ()
            return CopyingScreen.Quoted(_citations(library, [piece for piece in evidence if piece.fact == key]))

        self.tell(reading)

    @on(Quoted)
    def _copy_quoted(self, message: Quoted) -> None:
        message.stop()
        self._copy(message.quotes)

    @on(ArticleView.LinkClicked)
    def _copy_address(self, message: ArticleView.LinkClicked) -> None:
        # Copied, not opened: an article may name any address.
        message.stop()
        self.app.copy_to_clipboard(safe_line(message.url))
        self.notify("Copied the address.", timeout=3, markup=False)

    def _copy(self, quotes: Sequence[str]) -> None:
        if quotes:
            self.app.copy_to_clipboard("\n".join(quotes))
            told = "Copied with its citation." if len(quotes) == 1 else f"Copied {len(quotes)} quotes with citations."
            self.notify(told, timeout=3, markup=False)


def _citations(library: Library, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    articles = {piece.article_id: library.article(piece.article_id) for piece in evidence}
    quotes = (citation(articles[piece.article_id], (piece.span, *piece.also)) for piece in evidence)
    return tuple(dict.fromkeys(map(safe_text, quotes)))
