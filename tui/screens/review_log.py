"""Who judged what and when, the newest first; verdicts whose quote is gone stand apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType

from store.model.reviews import Correction, Review
from tui.back import LogPlace
from tui.paint.line import Look, Piece
from tui.paint.quotes import marked_lines
from tui.paint.when import clock_label, here
from tui.screens.copying import COPY
from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row

WORDS = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "unsure": "unsure", "note": "noted"}


class OpenedLine(NamedTuple):
    """What the log gives back: the key of a fact, and the line that it was opened from."""

    fact_key: str
    place: LogPlace


class ReviewLogScreen(Overlay[OpenedLine]):
    """The lines of the log; gives back the fact of the one that was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [COPY]

    def __init__(
        self, reviews: Sequence[Review], zone: str, copy: Callable[[str], object], at: LogPlace | None = None
    ) -> None:
        super().__init__()
        self.copy_fact = copy
        self.reviews = reviews
        self.zone = zone
        self.at = at

    def compose(self) -> ComposeResult:
        """The log, and the keys."""
        empty = "Nothing is reviewed yet: a accepts, x rejects, u marks as unsure, C corrects, m notes."
        yield LineList("Reviews", self._rows, id="log", empty=empty, begin=self._begins)
        yield KeyLine(
            (("open", ("pane.open",)), ("copy", ("copy",)), ("back", ("overlay.leave",)), ("help", ("help",)))
        )

    def _begins(self, key: object) -> bool:
        return self.at is None or (isinstance(key, Review) and key.id == self.at.line)

    def _rows(self, width: int) -> list[Row]:
        standing = [review for review in self.reviews if not review.orphaned]
        orphaned = [review for review in self.reviews if review.orphaned]
        rows = [row for review in standing for row in self._lines(review, width)]
        if orphaned:
            rows += [Row(())] if rows else []
            rows.append(Row([Piece("Orphaned: no article holds these words any more", "heading")]))
            rows += [row for review in orphaned for row in self._lines(review, width)]
        return rows

    def _lines(self, review: Review, width: int) -> list[Row]:
        at = clock_label(here(datetime.fromisoformat(review.at), self.zone))
        word = WORDS[review.verdict]
        state = "" if review.in_force else "  undoing" if review.undoes is not None else "  undone"
        look: Look = "strong" if review.in_force else "past"
        head = [Piece(f"{word}{state}", look), Piece(f"  {review.by}, {at}  ", "dim"), Piece(review.article, "mark")]
        rows = [Row(head, None if review.orphaned else review)]
        details = [*correction_words(review.correction), *([f"note: {review.note}"] if review.note else [])]
        for text in (*details, f"“{review.quote}”"):
            rows += [Row([Piece("    "), *line]) for line in marked_lines(" ".join(text.split()), (), width - 4)]
        return rows

    def action_copy_quote(self) -> None:
        """Copy the quote that was judged, with its citation."""
        judged = self.query_one(LineList).key
        if isinstance(judged, Review):
            self.copy_fact(judged.fact_key)
        else:
            self.notify("There is no quote under the cursor.", markup=False)

    def on_line_list_opened(self, message: LineList.Opened) -> None:
        """Give the fact back."""
        message.stop()
        if isinstance(message.key, Review):
            self.dismiss(OpenedLine(message.key.fact_key, LogPlace(message.key.id)))


def correction_words(correction: Correction) -> list[str]:
    """The parts that a correction changes: "when: 2031-05-12"."""
    parts = {name: getattr(correction, name) for name in ("who", "what", "when", "where")}
    return [f"{name}: {value}" for name, value in parts.items() if value]
