"""How the panes share the screen: all four where they fit, sized by the room, by the settings and by key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size

from tui.library import ClaimView
from tui.paint.filters import chips_of
from tui.remembered import Memory
from tui.screens.renewing import RenewingScreen
from tui.sizes import SIZED, fitted_sizes, resized, strip_height
from tui.widgets.key_line import active_keys

FOUR_PANES = (110, 32)
"""Columns and lines from which all panes show at once."""
SMALLEST = (40, 12)
"""Columns and lines below which a sentence stands instead."""


NO_SIZES: Mapping[str, int] = MappingProxyType({})
FIRST_KEYS = {
    "help": "lists every key",
    "pane.next": "goes to the next pane",
    "pane.open": "opens the sentence behind a date or fact",
    "search": "searches",
}


class SizingScreen(RenewingScreen):
    """Lays the panes out; sizes given by key are remembered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "zoom", "Zoom the pane", id="zoom"),
        Binding("plus", "resize(1)", "More room for the pane", id="size.more"),
        Binding("minus", "resize(-1)", "Less room for the pane", id="size.less"),
        Binding("equals_sign", "reset_sizes", "Panes at the sizes they had at first", id="size.reset"),
    ]
    memory: Memory
    settled: Mapping[str, int] = NO_SIZES
    """Sizes that the settings ask for."""
    _asked_sizes: Mapping[str, int] = NO_SIZES

    def remember_with(self, memory: Memory, settled: Mapping[str, int]) -> None:
        """Start with what was remembered: the filter, and sizes that go before those of the settings."""
        self.memory = memory
        self.settled = settled
        self._asked_sizes = {**settled, **memory.sizes(settled)}
        narrowed = memory.filter()
        self.set_reactive(SizingScreen.view, ClaimView(filter=narrowed))
        self.set_reactive(SizingScreen.chips, chips_of(narrowed))

    def watch_view(self, before: ClaimView, after: ClaimView) -> None:
        """Remember what the facts are narrowed to."""
        if before.filter != after.filter:
            self.memory.keep_filter(self.filter_to_keep())

    def give_hint(self) -> None:
        """Say once what a newcomer needs to know: the keys as they are bound."""
        if self.memory.hinted or self.filling:
            return
        keys = active_keys(self.app, self)
        told = [f"{keys[name]} {does}" for name, does in FIRST_KEYS.items() if name in keys]
        self.notify(" · ".join(told), title="Welcome", timeout=15, markup=False)
        self.memory.keep_hinted()

    def on_resize(self, event: events.Resize) -> None:
        """Four panes where they fit, one where they do not, a sentence where nothing does."""
        width, height = event.size
        self.set_class(width < FOUR_PANES[0] or height < FOUR_PANES[1], "-one-pane")
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-too-small")
        self.set_class(not strip_height(height), "-low")
        self.set_class(strip_height(height) > 1, "-high")
        self.lay_panes(event.size)

    @property
    def shows_one_pane(self) -> bool:
        """True where the other panes are out of sight."""
        return self.has_class("-one-pane") or self.has_class("-zoomed")

    def lay_panes(self, size: Size) -> None:
        """Give the panes their sizes; a pane alone has all the room."""
        sizes = {} if self.shows_one_pane else fitted_sizes(self._asked_sizes, size.width, size.height)
        for name, extent in SIZED.items():
            setattr(self.query_one(f"#{name}").styles, extent.way, sizes.get(name))

    def action_zoom(self) -> None:
        """Give the whole screen to the pane with the focus, or take it back."""
        self.toggle_class("-zoomed")
        self.lay_panes(self.size)

    def action_back(self) -> None:
        """Leave the zoom before going back: what is gone back to would have the whole screen, unasked for."""
        if self.has_class("-zoomed") and not self.selections:
            self.app.clear_notifications()
            self.action_zoom()
        else:
            super().action_back()

    def action_resize(self, by: int) -> None:
        """Give the pane with the focus more or less room."""
        if self.shows_one_pane:
            small = self.has_class("-one-pane")
            key = active_keys(self.app, self).get("zoom", "")
            alone = "a larger terminal shows all four" if small else f"{key} shows the others again"
            self.notify(f"This pane has all the room: {alone}.", timeout=3, markup=False)
            return
        shown = fitted_sizes(self._asked_sizes, *self.size)
        self._ask_sizes({**self._asked_sizes, **resized(shown, self.pane, by)})

    def action_reset_sizes(self) -> None:
        """Go back to the sizes of the settings, or those that fit the screen."""
        self._ask_sizes(self.settled)

    def _ask_sizes(self, asked: Mapping[str, int]) -> None:
        # What does not fit is not asked for: the next key would seem to do nothing.
        fitted = fitted_sizes(asked, *self.size)
        self._asked_sizes = {name: fitted[name] for name in asked}
        chosen = {name: size for name, size in self._asked_sizes.items() if self.settled.get(name) != size}
        self.memory.keep_sizes(chosen, self.settled)
        self.lay_panes(self.size)
