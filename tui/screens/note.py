"""A line to write a note in."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine


class NoteScreen(Overlay[str]):
    """Gives back what was written."""

    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        """The line, and the keys."""
        yield Input(placeholder="a note on this fact; enter keeps it", id="note", compact=True)
        yield KeyLine((("back", ("overlay.leave",)),))

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
