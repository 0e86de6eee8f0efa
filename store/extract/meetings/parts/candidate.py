"""One mention of a meeting on its way to an entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.clauses import Mood, Tense, VerbGroup
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene
    from store.model.facts import Status
    from store.model.mentions import Party, Place, Time


AHEAD = frozenset({"future", "reported"})
PREPARING = frozenset({"prepare", "arrange", "plan", "organise", "organize", "discuss"})
"""What is done to a meeting that is held elsewhere and later."""


@dataclass(slots=True, kw_only=True)
class Candidate:
    """One mention of a meeting that may announce it; filled in by the slots and joined by the merging."""

    scene: Scene
    at: int
    """Token of the trigger."""
    noun: Noun | None
    group: VerbGroup | None
    """The verb group whose subject and complements are the meeting's."""
    series: str
    rule: str
    status: Status = "scheduled"
    licensed: bool = True
    """False for a mention that only adds to a meeting announced elsewhere."""
    definite: bool = False
    needs_time: bool = False
    """True where only a future date makes an announcement of it."""
    finishing: bool = False
    """True where the time is that of the last day ("concludes on Friday")."""
    journey: bool = False
    bound: bool = False
    """True where its rule has told the place: the goal of a journey, not where it starts."""
    times: list[Time] = field(default_factory=list)
    place: Place | None = None
    given_up: bool = False
    """True where its clause tells the plan since given up ("the talks, planned for Friday in Oslo, were put off")."""
    here: bool = False
    parties: list[Party] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    """Words that name the occasion ("apec", "economic"): two different sets are two meetings."""
    own_name: str = ""
    """The phrase itself where it is a proper name ("Beijing Summit")."""
    beside: bool = False
    """True for what another meeting is held beside ("on the sidelines of the summit")."""
    topic: str = ""
    sides: int = 0
    """2 for "bilateral", 3 for "trilateral" talks."""
    told_by_name: bool = False
    """True where its parties stand in the noun phrase itself ("the Latvia-Estonia meeting")."""
    attended: bool = False
    """True where the subject of ``host`` does something at the meeting, and so takes part."""
    host: VerbGroup | None = None
    leg: int = 0
    """Which stop of a journey it is, from 1; 0 where the journey has no others."""
    anaphor: bool = False
    """True for "they will open on Monday", said of the meeting mentioned last."""
    pair: bool = False
    """True where its parties are "the two countries", "they": to be resolved from what went before."""

    @property
    def dated(self) -> bool:
        """True where one of its times is more than a length ("three days")."""
        return any(t.type != "DURATION" for t in self.times)


def status_of(mood: Mood, tense: Tense) -> Status:
    """How sure the announcement is by the mood of its verb."""
    return "proposed" if mood in ("proposed", "expected") or tense == "modal" else "scheduled"
