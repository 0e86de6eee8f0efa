"""What a fact should read: who, what, when, where."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from store.model.reviews import Correction
from tui.paint.safe import safe_line
from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine

HINTS = {
    "who": "the speaker, or the parties",
    "what": "what is said or happens",
    "when": "2031-05-12, 2031-05-12T09:30, 2031-W20 or 2031-05",
    "where": "the place",
}


class CorrectScreen(Overlay[Correction]):
    """Four lines to write in; gives back the parts that were changed."""

    AUTO_FOCUS = "#what"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "Keep the correction", priority=True, id="correct.keep"),
        Binding("down", "app.focus_next", "Next part", show=False, priority=True, id="correct.next"),
        Binding("up", "app.focus_previous", "Previous part", show=False, priority=True, id="correct.previous"),
    ]

    def __init__(self, reading: Correction) -> None:
        super().__init__()
        self.reading = {name: getattr(reading, name) for name in HINTS}

    def compose(self) -> ComposeResult:
        """A line for each part, and the keys."""
        with Vertical(classes="form") as form:
            form.border_title = "What this fact should read"
            for name, hint in HINTS.items():
                yield Label(Content(f" {name}"))
                yield Input(
                    safe_line(self.reading[name]), placeholder=hint, id=name, compact=True, select_on_focus=False
                )
        yield KeyLine(
            (
                ("keep", ("correct.keep",)),
                ("part", ("correct.previous", "correct.next")),
                ("back", ("overlay.leave",)),
                ("help", ("help",)),
            )
        )

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()

    def action_keep(self) -> None:
        """Give back what differs; nothing where nothing does."""
        written = {name: self.query_one(f"#{name}", Input).value.strip() for name in HINTS}
        changed = {name: value for name, value in written.items() if value != safe_line(self.reading[name]).strip()}
        self.dismiss(Correction(**changed) if any(changed.values()) else None)
