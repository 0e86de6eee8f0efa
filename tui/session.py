"""What a person is doing: the clock they look at, the passage that is lit, the trail they follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from typing import Literal, NamedTuple

from store.clock import Clock, StoryClock
from store.model.claims import Evidence
from store.model.spans import Spans

AsOf = datetime | Literal["now", "story"] | None
"""What was asked for at the start; None lets the age of the story decide."""
PaneName = Literal["articles", "article", "talks", "facts"]
PANES: tuple[PaneName, ...] = ("articles", "article", "talks", "facts")
STORY_AGE = timedelta(days=7)
"""A story whose newest article is older than this is read at its own time."""


@dataclass(frozen=True, slots=True)
class Timepiece:
    """The clock that all countdowns run on, and which one it is."""

    kind: Literal["story", "real", "moved"]
    clock: Clock

    @property
    def label(self) -> str:
        """What the header calls it."""
        return {"story": "story clock", "real": "real clock", "moved": "as of"}[self.kind]


@dataclass(frozen=True, slots=True)
class Clocks:
    """Where timepieces come from: the machine's clock, and a maker of clocks that start elsewhere and tick on."""

    real: Clock
    at: Callable[[datetime], Clock] = StoryClock.at

    def opening(self, as_of: AsOf, newest: datetime | None) -> Timepiece:
        """The timepiece to start with, where ``newest`` is the latest publication, if any is known."""
        if isinstance(as_of, datetime):
            return self.set_to(as_of)
        old = newest is not None and self.real.now() - newest > STORY_AGE
        if newest is not None and (as_of == "story" or (as_of is None and old)):
            return self.story(newest)
        return Timepiece("real", self.real)

    def story(self, newest: datetime) -> Timepiece:
        """A clock that shows ``newest`` now and ticks on."""
        return Timepiece("story", self.at(newest))

    def set_to(self, moment: datetime) -> Timepiece:
        """A clock that shows ``moment`` now and ticks on."""
        return Timepiece("moved", self.at(moment))

    def moved(self, timepiece: Timepiece, by: timedelta) -> Timepiece:
        """``timepiece`` set back or on; it stays where it is near the ends of the calendar."""
        try:
            moment = timepiece.clock.now() + by
        except OverflowError:
            return timepiece
        # A year away from either end every zone can still tell the time.
        return self.set_to(moment) if MINYEAR < moment.year < MAXYEAR else timepiece


class Passage(NamedTuple):
    """What is lit in the article; ``reveal`` where it is also to be brought into sight."""

    spans: Spans = ()
    reveal: bool = True
    caret: int | None = None
    """Where the caret belongs, None where that is the first lit word or where it is."""


NOTHING_LIT = Passage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stop of a trail: a passage to open."""

    article_id: int
    spans: Spans
    note: str = ""

    @classmethod
    def of(cls, evidence: Evidence) -> Step:
        """The stop at which a piece of evidence stands."""
        return cls(article_id=evidence.article_id, spans=(evidence.span, *evidence.also), note=evidence.speaker)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """What ``n`` and ``N`` walk: the evidence of a date or claim, or the hits of a search."""

    title: str = ""
    steps: tuple[Step, ...] = ()
    index: int = 0

    @property
    def here(self) -> Step | None:
        """The stop that is open."""
        return self.steps[self.index] if self.steps else None

    @property
    def label(self) -> str:
        """For the border of the article: "1/3 Oslo, Sun 9 Jan"."""
        return f"{self.index + 1}/{len(self.steps)} {self.title}" if self.steps else ""

    def moved(self, by: int) -> Trail:
        """The same trail at the next or previous stop, round and round."""
        if not self.steps:
            return self
        return Trail(title=self.title, steps=self.steps, index=(self.index + by) % len(self.steps))


NO_TRAIL = Trail()
