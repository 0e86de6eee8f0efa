"""The last line: the vital keys as they are bound at this moment, the most vital first, as many as fit.

What the program says stands here too, so that it covers nothing that is being read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from tui.paint.line import Line, Piece, width_of
from tui.paint.said import Said, said_lines
from tui.widgets.painted import Painted

Hint = tuple[str, Sequence[str]]
"""What a key does in a word, and the ids of its bindings."""


class KeyLine(Painted):
    """Keys and words of ``hints``; a hint whose bindings are not active is left out.

    A brief message takes their place for a moment, a longer one has lines of its own above them.
    """

    DEFAULT_CSS = "KeyLine { height: 1; }"

    def __init__(self, hints: Sequence[Hint]) -> None:
        super().__init__()
        self.hints = hints
        self._said: Sequence[Said] = ()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Name other keys from now on."""
        self.hints = hints
        self.refresh()

    def on_mount(self) -> None:
        """Follow the bindings as focus moves."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self.watch(self.app, "said", self._show_said)

    def on_resize(self) -> None:
        """Wrap what is said anew."""
        self._show_said(self._said)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key that was clicked does; a click on what is said takes that away."""
        lines = self._lines(self.size.width)
        if event.y < len(lines) - 1 or any(word.brief for word in self._said):
            self.app.clear_notifications()
            return
        wanted = self._clicked(event.x)
        for active in list(self.screen.active_bindings.values()):
            if active.binding.id == wanted and active.enabled:
                await self.app.run_action(active.binding.action, active.node)
                return

    def _clicked(self, x: int) -> str:
        """The id of the binding whose key stands at ``x``; the word behind belongs to a key that stands alone."""
        active, at = active_keys(self.app, self.screen), 0
        for word, ids in self.hints:
            bound = [(active[binding_id], binding_id) for binding_id in ids if binding_id in active]
            if not bound:
                continue
            shown = _joined([key for key, _ in bound])
            end = at + cell_len(f" {shown} {word} ")
            if x < end:
                return bound[0][1] if len(bound) == 1 else _key_at(bound, shown, x - at - 1)
            at = end
        return ""

    def _show_said(self, said: Sequence[Said]) -> None:
        self._said = said
        self.styles.height = max(1, len(self._lines(self.size.width)))
        self.refresh()

    def _lines(self, width: int) -> list[Line]:
        """What is said, and the keys unless a brief message takes their place."""
        most = max(1, self.screen.size.height // 4)
        brief = [word for word in self._said if word.brief]
        lasting = said_lines([word for word in self._said if not word.brief], width, most)
        return [*lasting, *(said_lines(brief, width, most) or [self._keys(width)])]

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def paint(self, y: int, width: int) -> Line:
        """A line of what is said, or the keys."""
        lines = self._lines(width)
        return lines[y] if y < len(lines) else ()

    def _keys(self, width: int) -> Line:
        """As many hints as fit."""
        line: list[Piece] = []
        for keys, word in self._bound():
            more = [Piece(f" {keys}", "key"), Piece(f" {word} ", "plain")]
            if width_of([*line, *more]) > width:
                break
            line += more
        return line

    def _bound(self) -> Iterator[tuple[str, str]]:
        active = active_keys(self.app, self.screen)
        for word, ids in self.hints:
            keys = [active[binding_id] for binding_id in ids if binding_id in active]
            if keys:
                yield _joined(keys), word


def active_keys(app: App[Any], screen: Screen[Any]) -> dict[str, str]:
    """The first key of every binding that is active on ``screen``, by the binding's id."""
    keys: dict[str, str] = {}
    for active in screen.active_bindings.values():
        binding: Binding = active.binding
        if binding.id and binding.id not in keys and active.enabled:
            keys[binding.id] = app.get_key_display(binding)
    return keys


def _key_at(bound: Sequence[tuple[str, str]], shown: str, x: int) -> str:
    """The id of the key at ``x`` of those ``shown`` side by side; of a range the ends can be clicked."""
    if x < 0 or x >= cell_len(shown):
        return ""
    if shown != " ".join(key for key, _ in bound):
        return {0: bound[0][1], cell_len(shown) - 1: bound[-1][1]}.get(x, "")
    at = 0
    for key, binding_id in bound:
        if at <= x < at + cell_len(key):
            return binding_id
        at += cell_len(key) + 1
    return ""


def _joined(keys: Sequence[str]) -> str:
    digits = [key for key in keys if key.isdecimal()]
    if len(digits) > 2 and len(digits) == len(keys):
        return f"{keys[0]}-{keys[-1]}"
    return " ".join(keys)
