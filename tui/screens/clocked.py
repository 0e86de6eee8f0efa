"""The clock that every countdown runs on: shown each second, set back and on by key."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.timer import Timer

from tui.paint.when import here
from tui.screens.reviewing import ReviewingScreen


class ClockedScreen(ReviewingScreen):
    """Keeps ``now`` and ``today`` up to date."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "clock", "Story clock or real clock", id="clock"),
        Binding("left_square_bracket", "move_clock(-1)", "Clock a day back", id="clock.day_back"),
        Binding("right_square_bracket", "move_clock(1)", "Clock a day on", id="clock.day_on"),
        Binding("left_curly_bracket", "move_clock(-7)", "Clock a week back", id="clock.week_back"),
        Binding("right_curly_bracket", "move_clock(7)", "Clock a week on", id="clock.week_on"),
    ]
    _ticking: Timer | None = None

    def show_clock(self) -> None:
        """Show the time now, and again when the next second begins."""
        if self._ticking is not None:
            self._ticking.stop()
        before, yesterday = self.now, self.today
        self.read_clock()
        known = self.as_of is not None and before.minute != self.now.minute
        # A new day moves what was to come to what is past.
        if known or date.min < yesterday < self.today:
            self.look_again()
        self._ticking = self.set_timer(1.0 - self.now.microsecond / 1e6, self.show_clock)

    def read_clock(self) -> None:
        """Take the time, which clock tells it, and the reader's day."""
        self.now = self.timepiece.clock.now()
        self.clock_name = self.timepiece.label
        self.today = here(self.now, self.zone).date()

    def action_clock(self) -> None:
        """From the story's time to the real one and back."""
        if self.timepiece.kind == "real" and self.newest is not None:
            self.timepiece = self.clocks.story(self.newest)
        elif self.timepiece.kind == "real":
            self.notify("There is no story clock yet: no article has a date.", markup=False)
        else:
            self.timepiece = self.clocks.opening("now", None)
        self._clock_chosen()

    def action_move_clock(self, days: int) -> None:
        """Set the clock back or on: only what was published by then counts."""
        self.timepiece = self.clocks.moved(self.timepiece, timedelta(days=days))
        self._clock_chosen()

    def _clock_chosen(self) -> None:
        self.chosen = True
        self.show_clock()
        self.look_again()
