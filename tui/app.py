"""The application: what holds on every screen, and how the dashboard is started."""

from __future__ import annotations

import gc
import getpass
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from store.clock import SystemClock
from store.reader import Reader
from tui.colours import has_few_colours, settle_colours
from tui.ending import end_when_asked
from tui.faults import sentence_of
from tui.judging import Review, Reviewer
from tui.library import Readers
from tui.loading import load_in_background
from tui.paint.help import BoundKey
from tui.paint.safe import safe_line
from tui.plain_signs import PlainSigns, lacks_signs
from tui.remembered import Memory, state_path
from tui.saying import SayingApp
from tui.screens.dashboard import Dashboard
from tui.screens.filling import Loader
from tui.session import AsOf, Clocks
from tui.settings import Settings, read_settings, settings_path
from tui.themes import DARK, OWN, TERMINAL, known, theme_names
from tui.watching import FolderWatch, Watch

MOST_COMPLAINTS = 4
"""Notices that fit on a small screen."""
KEY_NAMES = {"enter": "enter", "escape": "esc", "space": "space", "tab": "tab", "shift+tab": "shift+tab"}


class DatelineApp(SayingApp, inherit_bindings=False):
    """One dashboard over one store."""

    TITLE = "Dateline"
    CSS_PATH = ["styles/base.tcss", "styles/dashboard.tcss", "styles/screens.tcss", "styles/colourless.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "Quit", id="quit"),
        Binding("ctrl+q", "quit", "Quit from anywhere", show=False, priority=True, id="quit.anywhere"),
        Binding("question_mark,f1", "help", "Help: the keys that are bound", id="help"),
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
        watch: Watch | None = None,
        review: Review | None = None,
        settings: Settings | None = None,
        memory: Memory | None = None,
        default_theme: str = DARK,
        encoding: str = "utf-8",
    ) -> None:
        # Without colours the terminal's own are used: then nothing but bold, underline and reverse is ever sent.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.animation_level = "none"
        self.settings = settings or Settings()
        self.memory = memory or Memory()
        if lacks_signs(encoding):
            self._filters.append(PlainSigns(encoding))
        self._complaints = [*filter(None, [self.memory.complaint]), *self.settings.complaints, *self._set_keys()]
        self._set_theme(default_theme)
        self._dashboard = partial(
            Dashboard,
            readers,
            clocks,
            asked=as_of,
            zone=zone,
            loader=loader,
            watch=watch,
            review=review,
            memory=self.memory,
            sizes=self.settings.panes,
        )

    def _set_keys(self) -> Sequence[str]:
        """Bind the keys of the settings; sentences about those that cannot be used."""
        if not self.settings.keys:
            return ()
        from tui.keymap import keymap_of

        keymap = keymap_of(self.settings.keys, type(self))
        self.set_keymap(dict(keymap.keys))
        return keymap.complaints

    def _set_theme(self, default: str) -> None:
        for theme in OWN:
            self.register_theme(theme)
        chosen = self.memory.theme(self.settings.theme) or self.settings.theme
        self.theme = chosen if known(chosen) else default
        for name in set(self.available_themes).difference(theme_names()):
            self.unregister_theme(name)

    def watch_theme(self, before: str, after: str) -> None:
        """Remember a theme that a person chose."""
        if self._running and before != after:
            self.memory.keep_theme(after, self.settings.theme)

    def get_default_screen(self) -> Screen[None]:
        """The dashboard."""
        return self._dashboard()

    def on_load(self) -> None:
        """Be ready to give the terminal back before it is taken."""
        end_when_asked(self)

    def _fatal_error(self) -> None:
        """End with a sentence: Textual would print its innermost variables, and articles with them."""
        error = self._exception
        told = sentence_of(getattr(error, "error", error) or RuntimeError("unknown"))  # a worker's error is wrapped
        self.panic(Text(safe_line(f"dateline: {told}")))

    def on_ready(self) -> None:
        """Collect garbage from now on, but not what the start has left for good."""
        gc.freeze()
        gc.enable()
        self.app_resume_signal.subscribe(self, self._draw_anew)
        for complaint in self._complaints[:MOST_COMPLAINTS]:
            self.notify(safe_line(complaint), title="Settings", severity="warning", timeout=20, markup=False)
        if len(self._complaints) > MOST_COMPLAINTS:
            self.notify("There is more: dateline settings lists it all.", title="Settings", markup=False)

    def _draw_anew(self, _: App[object]) -> None:
        """After "fg": the terminal comes back with an empty screen, of which Textual would draw only what changes."""
        self.screen.refresh(layout=True)

    def get_key_display(self, binding: Binding) -> str:
        """Keys by their names, where a sign would have to be guessed."""
        return KEY_NAMES.get(binding.key) or super().get_key_display(binding)

    def action_help(self) -> None:
        """List the keys that are bound where the focus is."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.bound_keys()))

    def bound_keys(self) -> list[BoundKey]:
        """Keys and what they do, as bound on the screen in sight; keys that do the same in one line."""
        keys: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.description and active.enabled:
                names.setdefault(active.binding.description, active.binding.id or "")
                keys.setdefault(active.binding.description, []).append(self.get_key_display(active.binding))
        return [BoundKey(names[words], " ".join(dict.fromkeys(shown)), words) for words, shown in keys.items()]

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
    settings = read_settings(settings_path())
    settle_colours()
    app = DatelineApp(
        Readers(partial(Reader, db)),
        Clocks(SystemClock()),
        as_of=as_of or (None if settings.clock == "auto" else settings.clock),
        zone=zone or settings.zone,
        loader=partial(load_in_background, db, folder),
        watch=FolderWatch(folder),
        review=Review(by=settings.reader or _user(), opener=partial(_open_writer, db)),
        settings=settings,
        memory=Memory(state_path(), str(db.resolve())),
        encoding=getattr(sys.__stderr__, "encoding", None) or "utf-8",  # Textual draws on stderr
        default_theme=TERMINAL if has_few_colours() else DARK,
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
