"""The next three talks with their countdowns, in sight where the Talks pane may not be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import events
from textual.message import Message
from textual.reactive import var

from store.model.claims import Talk
from tui.paint.line import Line, Piece
from tui.paint.talk_days import next_talks
from tui.paint.talks import next_talk_line
from tui.paint.when import EPOCH
from tui.paint.wrap import wrap_text
from tui.widgets.painted import Painted

SHOWN = 3


class NextTalks(Painted):
    """Three lines, each drawn again once a second."""

    DEFAULT_CSS = "NextTalks { height: 3; }"

    talks: var[Sequence[Talk]] = var((), init=False)
    now: var[datetime] = var(EPOCH, init=False)
    filling: var[bool] = var(default=False, init=False)
    unheard: var[str] = var("", init=False)

    def __init__(self) -> None:
        super().__init__()
        self._coming: list[Talk] = []

    @dataclass
    class Clicked(Message):
        """The card of a talk is asked for."""

        talk: Talk

    def on_click(self, event: events.Click) -> None:
        """Tell which talk was clicked."""
        if event.y < len(self._coming):
            self.post_message(self.Clicked(self._coming[event.y]))

    def paint(self, y: int, width: int) -> Line:
        """Line ``y``: one talk."""
        if y < len(self._coming):
            return [Piece(" "), *next_talk_line(self._coming[y], self.now, width - 2), Piece(" ")]
        if self._coming:
            return ()
        why = "Reading the folder…" if self.filling else "No talks to come."
        told = why if self.filling or self.talks else self.unheard or why
        spans = wrap_text(told, width - 2)
        return [Piece(f" {spans[y].of(told)}", "dim")] if y < len(spans) else ()

    def watch_talks(self) -> None:
        """Show the talks that came down."""
        self._coming = next_talks(self.talks, self.now)[:SHOWN]
        self.refresh()

    def watch_now(self, before: datetime, after: datetime) -> None:
        """Let the countdowns tick; which talks come next changes with the minute at most."""
        if abs((after - before).total_seconds()) > 5 or before.minute != after.minute:
            self._coming = next_talks(self.talks, self.now)[:SHOWN]
        self.refresh()

    def watch_unheard(self) -> None:
        """Say why there is nothing."""
        self.refresh()

    def watch_filling(self) -> None:
        """Say that the folder is being read."""
        self.refresh()
