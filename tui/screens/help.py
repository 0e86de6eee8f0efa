"""The keys that are really bound at this moment, and the marks that the panes use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from textual.app import ComposeResult

from store.model.facts import Act
from tui.paint.help import Block, BoundKey, Entry, help_lines, key_blocks
from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row

MARKS = (
    ("*  ?  ~  -", "in Talks: announced, disputed, assumed, superseded by a later report"),
    ("[31]", "in the month: today"),
    ("<  ~  ?", "after an article's day: no later than, about, unknown"),
    ("m  e  s", "beside the text: a meeting, an event, a statement begins in this row"),
    ("▌", "beside the text: what is lit"),
    ("+", "in Facts: new since you last looked"),
    ("✓  ✗  ?  c  n", "in Facts: accepted, rejected, unsure, corrected, noted"),
    ("1 (2)", "in Facts: one independent origin, two articles"),
)
KINDS = (
    Entry("m meeting", "talks that are announced", "meeting"),
    Entry("e event", "what happened, as an article tells it", "event"),
    Entry("s statement", ", ".join(get_args(Act)), "statement"),
)


class HelpScreen(Overlay[None]):
    """Keys and signs, and what they mean; closes with escape."""

    def __init__(self, keys: Sequence[BoundKey]) -> None:
        super().__init__()
        self.blocks = [
            *key_blocks(keys),
            Block("Kinds of facts", KINDS),
            Block("Marks", [Entry(mark, words, "mark") for mark, words in MARKS]),
        ]

    def action_help(self) -> None:
        """The key that opened it closes it."""
        self.action_leave()

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        yield LineList("Keys", self._rows, id="help")
        yield KeyLine((("back", ("overlay.leave",)), ("scroll", ("pane.up", "pane.down", "pane.page_down"))))

    def _rows(self, width: int) -> list[Row]:
        return [Row(line) for line in help_lines(self.blocks, width)]
