"""A line to write a note in."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.paint.safe import safe_line
from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine


class NoteScreen(Overlay[str]):
    """Gives back what was written."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "keep", "Keep the note", priority=True, id="note.keep")]

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def compose(self) -> ComposeResult:
        """The line under the words of the fact, and the keys."""
        with Vertical(classes="form") as form:
            form.border_title = Content(safe_line(f"Note on {self.about}"))
            yield Input(placeholder="what the next reader should know", id="note", compact=True)
        yield KeyLine((("keep", ("note.keep",)), ("back", ("overlay.leave",)), ("help", ("help",))))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()

    def action_keep(self) -> None:
        """Give back what was written."""
        self.dismiss(self.query_one(Input).value.strip())
