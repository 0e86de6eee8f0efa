"""The one place that asks the time; everything else is handed a ``Clock``."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells "now" as an aware UTC ``datetime``."""

    def now(self) -> datetime:
        """The current moment, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The current moment, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class StoryClock:
    """A clock that stood at ``start`` when it was made and ticks on from there.

    ``start`` is aware; time passes by the monotonic clock, so a change of the system time does not move the story.
    """

    start: datetime
    made_at: float

    @classmethod
    def at(cls, start: datetime) -> StoryClock:
        """A story clock that shows ``start`` now."""
        return cls(start.astimezone(UTC), time.monotonic())

    def now(self) -> datetime:
        """``start`` plus the time that passed since the clock was made, in UTC."""
        return self.start + timedelta(seconds=time.monotonic() - self.made_at)


@dataclass(frozen=True, slots=True)
class StoppedClock:
    """Always shows the same moment."""

    moment: datetime

    def now(self) -> datetime:
        """``moment``, in UTC."""
        return self.moment.astimezone(UTC)
