"""The application: what holds on every screen, and how the dashboard is started."""

from __future__ import annotations

import gc
import getpass
from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from store.clock import SystemClock
from store.reader import Reader
from tui.library import Readers
from tui.loading import load_in_background
from tui.screens.dashboard import Dashboard
from tui.screens.filling import Loader
from tui.screens.reviewing import Review, Reviewer
from tui.session import AsOf, Clocks

KEY_NAMES = {"enter": "enter", "escape": "esc", "space": "space", "tab": "tab", "shift+tab": "shift+tab"}


class DatelineApp(App[int], inherit_bindings=False):
    """One dashboard over one store."""

    TITLE = "Dateline"
    CSS_PATH = ["styles/base.tcss", "styles/dashboard.tcss", "styles/screens.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "Quit", id="quit"),
        Binding("ctrl+q", "quit", "Quit from anywhere", show=False, priority=True, id="quit.anywhere"),
        Binding("question_mark", "help", "Help: the keys that are bound", id="help"),
        Binding("ctrl+p", "command_palette", "Commands by name", show=False, priority=True, id="palette"),
        Binding("ctrl+z", "suspend_process", "Suspend; fg brings it back", show=False, priority=True, id="suspend"),
    ]

    def __init__(
        self,
        readers: Readers,
        clocks: Clocks,
        *,
        as_of: AsOf = None,
        zone: str | None = None,
        loader: Loader | None = None,
        review: Review | None = None,
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self._dashboard = partial(Dashboard, readers, clocks, asked=as_of, zone=zone, loader=loader, review=review)

    def get_default_screen(self) -> Screen[None]:
        """The dashboard."""
        return self._dashboard()

    def on_ready(self) -> None:
        """Collect garbage from now on, but not what the start has left for good."""
        gc.freeze()
        gc.enable()

    def get_key_display(self, binding: Binding) -> str:
        """Keys by their names, where a sign would have to be guessed."""
        return KEY_NAMES.get(binding.key) or super().get_key_display(binding)

    def action_help(self) -> None:
        """List the keys that are bound where the focus is."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.bound_keys()))

    def bound_keys(self) -> list[tuple[str, str]]:
        """Keys and what they do, as bound on the screen in sight; keys that do the same in one line."""
        keys: dict[str, list[str]] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.description and active.enabled:
                keys.setdefault(active.binding.description, []).append(self.get_key_display(active.binding))
        return [(" ".join(dict.fromkeys(shown)), words) for words, shown in keys.items()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """For the palette: everything that a key does, and the themes."""
        told: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if active.enabled and binding.show and binding.id and binding.id not in told:
                told.add(binding.id)
                run = partial(self.run_action, binding.action, active.node)
                yield SystemCommand(binding.description, f"key {self.get_key_display(binding)}", run)
        yield SystemCommand("Theme", "Change the colours", self.action_change_theme)


def run_dashboard(folder: Path, db: Path, as_of: AsOf = None, zone: str | None = None) -> int:
    """Show the story in ``folder`` from the store ``db``, filling it in the background.

    ``as_of`` is "now", "story", a moment, or None where the age of the story is to decide; ``zone`` the reader's IANA
    zone, UTC where there is none. Returns the exit code.
    """
    app = DatelineApp(
        Readers(partial(Reader, db)),
        Clocks(SystemClock()),
        as_of=as_of,
        zone=zone,
        loader=partial(load_in_background, db, folder),
        review=Review(by=_user(), opener=partial(_open_writer, db)),
    )
    app.run()
    return app.return_code or 0


def _open_writer(db: Path) -> AbstractContextManager[Reviewer]:
    from store.writer import Writer

    return Writer(db)


def _user() -> str:
    """The name that verdicts are signed with."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "reader"
