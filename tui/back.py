"""The way back: where a reader was when something was opened, the newest place last. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.session import NO_TRAIL, NOTHING_LIT, PaneName, Passage, Trail

MOST_SPOTS = 50
"""Spots remembered to go back to."""

RowName = tuple[str, ...]
"""What tells a row of a smaller screen from the others, and still does when the store has been read again."""


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A row of a talk's card."""

    talk_id: str
    row: RowName


@dataclass(frozen=True, slots=True)
class ConflictPlace:
    """A side of a conflict."""

    conflict_id: str
    side: int


@dataclass(frozen=True, slots=True)
class SearchPlace:
    """A row of the hits for some words."""

    words: str
    row: int

    @property
    def title(self) -> str:
        """What the trail of these hits is called."""
        return f"“{self.words.strip()}”"


@dataclass(frozen=True, slots=True)
class LogPlace:
    """A line of the log of verdicts."""

    line: int


Place = CardPlace | ConflictPlace | SearchPlace | LogPlace
"""Where the cursor was on a screen over the dashboard."""


class Leap(NamedTuple):
    """What a smaller screen gives back: the trail that was opened, and where the cursor was."""

    trail: Trail
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the reader was on the dashboard, and on the smaller screen over it, if one was open."""

    pane: PaneName
    article_id: int | None
    offset: int
    lit: Passage = NOTHING_LIT
    trail: Trail = NO_TRAIL
    claim: str = ""
    """The one under the cursor of the Facts pane."""
    place: Place | None = None

    def place_after(self, last: Trail) -> Place | None:
        """Where to go back to on the smaller screen; among hits to the one that was walked to, read ``last``."""
        if isinstance(self.place, SearchPlace) and last.title == self.place.title:
            return replace(self.place, row=last.index)
        return self.place

    def trail_after(self, last: Trail) -> Trail:
        """What ``n`` walks from here on: what was walked here, else ``last``, what has been opened since."""
        return self.trail if self.trail.steps else last


@dataclass(frozen=True, slots=True)
class BackStack:
    """Spots to go back to; the oldest are forgotten when there are too many."""

    spots: tuple[Spot, ...] = ()

    def pushed(self, spot: Spot) -> BackStack:
        """The stack with one more spot to go back to first."""
        return BackStack((*self.spots, spot)[-MOST_SPOTS:])

    def popped(self) -> tuple[Spot | None, BackStack]:
        """The spot to go back to, None where there is none, and what is left."""
        return (self.spots[-1], BackStack(self.spots[:-1])) if self.spots else (None, self)
