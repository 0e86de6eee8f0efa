"""The clock that every countdown runs on: shown each second, set back and on by key."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer

from tui.paint.when import day_label, here
from tui.screens.reviewing import ReviewingScreen
from tui.session import Timepiece
from tui.widgets.header import HeaderLine
from tui.widgets.key_line import active_keys
from tui.widgets.timeline_strip import TimelineStrip


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
        """From the story's time to the real one and back; a clock set by hand goes back to where it would start."""
        if self.timepiece.kind == "moved":
            self.timepiece = self.home
        elif self.timepiece.kind == "real" and self.newest is not None:
            self.timepiece = self.clocks.story(self.newest)
        elif self.timepiece.kind == "real":
            self.notify("There is no story clock yet: no article has a date.", markup=False)
        else:
            self.timepiece = self.clocks.opening("now", None)
        self._clock_chosen()

    @property
    def home(self) -> Timepiece:
        """The clock that this story is read by where nobody asks for another one."""
        return self.clocks.opening(None, self.newest)

    def words_of_then(self, *, out: bool) -> str:
        """What stands in an empty pane while the clock is set back, "" where it is not; ``out`` where a report was."""
        if self.as_of is None or not self.story.published:
            return ""
        keys = active_keys(self.app, self)
        then = day_label(here(self.now, self.zone).date())
        leads = {"clock.day_on": "sets the clock a day on", "clock": f"goes back to the {self.home.label}"}
        told = ", ".join(f"{keys[name]} {does}" for name, does in leads.items() if name in keys)
        why = "Nothing of this was reported" if out else "No report was out"
        return f"{why} by {then}." + (f" {told}." if told else "")

    def action_move_clock(self, days: int) -> None:
        """Set the clock back or on: only what was published by then counts."""
        self.timepiece = self.clocks.moved(self.timepiece, timedelta(days=days))
        self._clock_chosen()

    @on(TimelineStrip.Picked)
    def _set_clock(self, message: TimelineStrip.Picked) -> None:
        message.stop()
        self.timepiece = self.clocks.set_to(message.moment)
        self._clock_chosen()

    @on(HeaderLine.ClockClicked)
    def _change_clock(self, message: HeaderLine.ClockClicked) -> None:
        message.stop()
        self.action_clock()

    def _clock_chosen(self) -> None:
        self.chosen = True
        self.show_clock()
        self.look_again()
