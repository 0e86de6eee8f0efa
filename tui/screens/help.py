"""The keys that are really bound at this moment, and the marks that the panes use."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from tui.paint.line import Piece, padded
from tui.paint.wrap import wrap_text
from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row

MARKS = (
    ("*  ?  ~  -", "in Talks: announced, disputed, assumed, superseded by a later report"),
    ("[31]", "in the month: today"),
    ("<  ~  ?", "after an article's day: no later than, about, unknown"),
    ("m  e  s", "beside the text: a meeting, an event, a statement begins in this row"),
    ("▌", "beside the text: what is lit"),
    ("+", "in Facts: new since the last time"),
    ("✓  ✗  ?  c  n", "in Facts: accepted, rejected, unsure, corrected, noted"),
    ("1 (2)", "in Facts: one independent origin, two articles"),
)
_KEYS = 18


class HelpScreen(Overlay[None]):
    """A list of keys and what they do; closes with escape."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.keys = keys

    def action_help(self) -> None:
        """The key that opened it closes it."""
        self.action_leave()

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        yield LineList("Keys", self._rows, id="help")
        yield KeyLine((("back", ("overlay.leave",)),))

    def _rows(self, width: int) -> list[Row]:
        rows = [row for keys, words in self.keys for row in _rows_of(keys, words, width)]
        rows += [Row(()), Row([Piece("Marks", "heading")])]
        return rows + [row for mark, words in MARKS for row in _rows_of(mark, words, width)]


def _rows_of(keys: str, words: str, width: int) -> list[Row]:
    spans = wrap_text(words, max(10, width - _KEYS - 1))
    lines = [Row([Piece(f"{padded(keys, _KEYS)} ", "key"), Piece(spans[0].of(words))])]
    return lines + [Row([Piece(" " * (_KEYS + 1)), Piece(span.of(words))]) for span in spans[1:]]
