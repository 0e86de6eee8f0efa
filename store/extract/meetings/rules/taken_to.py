"""Journeys told of what takes somebody there: "The quarrel will take Premier Ruiz to Lima on Thursday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD, Candidate
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.rules.journeys import RULE
from store.extract.meetings.rules.met import fixture_in
from store.extract.names import host_of
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene

TAKES = frozenset({"take", "bring", "lead", "carry"})
_REACH = 5
"""Tokens from whom it takes to "to" and the place."""


def by_taking(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A visit where what is no person takes the holder of an office to another state."""
    tense = scene.tense(group)[0]
    if group.passive or tense not in AHEAD | {"present"} or (taken := _taken(scene, group)) is None:
        return None
    end, person = taken
    if fixture_in(scene) or any(n.end <= group.first and group in scene.subject_groups(n) for n in scene.nouns):
        return None  # "a tour that takes him to Peru" is told of the tour
    goal = next((m.what for m in scene.places if end < m.first <= end + _REACH and _after_to(scene, m)), None)
    if not isinstance(goal, Place) or goal.kind == "venue":
        return None
    host = host_of(goal)
    if host is None or host.name == person.of:
        return None  # "The campaign takes the president to Lima"
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="visit", rule=RULE, journey=True)
    c.place, c.bound, c.needs_time = goal, True, tense not in AHEAD
    return c


def _after_to(scene: Scene, m: Mention) -> bool:
    return "to" in scene.lower[m.first - 2 : m.first]


def _taken(scene: Scene, group: VerbGroup) -> tuple[int, Party] | None:
    """Who is taken, with the token after his name; None where a person or a firm is the subject."""
    start, end = subject_stretch(scene, group)
    if any(start <= m.first < end and m.party in ("person", "organisation") for m in scene.parties):
        return None
    for m in scene.parties:
        person = m.what
        if group.end <= m.first <= group.end + 1 and isinstance(person, Party) and person.kind == "person":
            return (m.end, person) if person.role and person.of else None
    return None
