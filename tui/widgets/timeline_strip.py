"""The strip of time under the header: reports, talks and the clock; a click sets the clock to a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from textual import events
from textual.message import Message
from textual.reactive import var

from store.model.claims import Talk
from tui.paint.line import Line
from tui.paint.month import DayMark
from tui.paint.talk_days import day_marks
from tui.paint.timeline import Story, moment_at, timeline_lines
from tui.paint.when import EPOCH, here
from tui.widgets.painted import Painted


class TimelineStrip(Painted):
    """One line or two, as high as the screen lets it be; out of sight where nothing in the story has a day."""

    DEFAULT_CSS = "TimelineStrip { height: 1; } TimelineStrip.-empty { display: none; }"

    story: var[Story] = var(Story(), init=False)
    talks: var[Sequence[Talk]] = var((), init=False)
    now: var[datetime] = var(EPOCH, init=False)
    zone: var[str] = var("UTC", init=False)

    @dataclass
    class Picked(Message):
        """The clock is to be set to a moment."""

        moment: datetime

    def __init__(self) -> None:
        super().__init__(classes="-empty")
        self._marks: Mapping[date, DayMark] = {}

    def paint(self, y: int, width: int) -> Line:
        """Line ``y``: the axis, or the days below it."""
        return timeline_lines(self.story, self._marks, self.now, self.zone, width, self.size.height)[y]

    def watch_story(self) -> None:
        """Show other reports."""
        self.set_class(not (self.story.published or self.story.days), "-empty")
        self.refresh()

    def watch_talks(self) -> None:
        """Show the talks that were known."""
        self._marks = day_marks(self.talks)
        self.refresh()

    def watch_zone(self) -> None:
        """Days may be others."""
        self.refresh()

    def watch_now(self, before: datetime, after: datetime) -> None:
        """Move the clock's mark where the day changes."""
        if here(before, self.zone).date() != here(after, self.zone).date():
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which moment was clicked on."""
        moment = moment_at(self.story, self._marks, self.zone, self.size.width, event.x)
        if moment is not None:
            self.post_message(self.Picked(moment))
