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
    if group.passive or scene.tense(group)[0] not in AHEAD | {"present"}:
        return None
    taken = _taken(scene, group)
    if fixture_in(scene):
        return None
    if taken is None or any(n.end <= group.first and group in scene.subject_groups(n) for n in scene.nouns):
        return None  # "a tour that takes him to Peru" is told of the tour
    goal = next((m for m in scene.places if taken.end < m.first <= taken.end + _REACH and _after_to(scene, m)), None)
    if goal is None or not isinstance(goal.what, Place) or goal.what.kind == "venue":
        return None
    host = host_of(goal.what)
    if host is None or (isinstance(taken.what, Party) and taken.what.of in ("", host.name)):
        return None  # "The campaign takes the president to Lima"
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="visit", rule=RULE, journey=True)
    c.place, c.bound, c.needs_time = goal.what, True, scene.tense(group)[0] not in AHEAD
    return c


def _after_to(scene: Scene, m: Mention) -> bool:
    return "to" in scene.lower[m.first - 2 : m.first]


def _taken(scene: Scene, group: VerbGroup) -> Mention | None:
    """The person who is taken, where no person is the subject."""
    start, end = subject_stretch(scene, group)
    if any(start <= m.first < end and m.party in ("person", "organisation") for m in scene.parties):
        return None
    for m in scene.parties:
        person = m.what
        if group.end <= m.first <= group.end + 1 and isinstance(person, Party) and person.kind == "person":
            return m if person.role and person.of else None
    return None
