"""The base of the smaller screens: they lie over the dashboard and go away with escape."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.paint.line import LOOK_CLASSES

Result = TypeVar("Result")


class Overlay(ModalScreen[Result], inherit_bindings=False):
    """A screen that gives back a result, or None when it is left."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOK_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", id="overlay.leave"),
        Binding("question_mark,f1", "help", "Help: the keys that are bound", show=False, id="help"),
        Binding("tab", "app.focus_next", "Next part", show=False, id="overlay.next"),
        Binding("shift+tab", "app.focus_previous", "Previous part", show=False, id="overlay.previous"),
        Binding("ctrl+c", "screen.copy_text", "Copy what is selected", show=False, id="overlay.copy"),
    ]

    def action_help(self) -> None:
        """List the keys that are bound on this screen; the app's own keys do not reach it."""
        self.app.call_next(self.app.run_action, "help")

    def action_leave(self) -> None:
        """Go back with nothing."""
        self.dismiss(None)
