"""What the journey to a meeting adds to it: the day and city of "will fly to Oslo on Friday to resume talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup
from store.extract.meetings.parts.candidate import PREPARING
from store.extract.meetings.parts.spots import better, locative
from store.extract.meetings.rules.destinations import destination
from store.extract.meetings.rules.journeys import RULE
from store.model.mentions import Place, Time

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scene import Scene

_FURTHEST = 3
"""Verbs above the meeting's own among which its journey is sought."""


def from_journey(c: Candidate, candidates: list[Candidate]) -> None:
    """As in "Will fly to Oslo on Friday to resume talks": the day and city of the journey are those of the talks."""
    scene, group = c.scene, c.group
    dated = c.dated
    if (dated and c.place is not None) or (group is not None and group.verb in PREPARING):
        return  # "flies to Oslo on Monday to prepare the summit": another day, another place
    for _ in range(_FURTHEST):
        over = scene.parent(group) or _went_first(scene, group) if group is not None else None
        if not isinstance(over, VerbGroup):
            return
        journeys = [other for other in candidates if other.group == over and other.licensed]
        if journeys:
            if dated:
                _lead_up_to(c, over, journeys)
            return
        if over.tense in ("past", "perfect"):
            _after_journey(c, over, dated=dated)
        else:
            _with_journey(c, over, dated=dated)
        group = over


def _goal(scene: Scene, over: VerbGroup) -> Place | None:
    goal = destination(scene, over)
    return goal.what if goal is not None and isinstance(goal.what, Place) else None


def _lead_up_to(c: Candidate, over: VerbGroup, journeys: list[Candidate]) -> None:
    """As in "will fly to Oslo on Friday and start talks on Monday": the journey is only the way to the talks."""
    goal = _goal(c.scene, over)
    if c.place is None and goal is not None:
        c.place = goal
        for journey in journeys:
            journey.licensed = journey.rule != RULE


def _with_journey(c: Candidate, over: VerbGroup, *, dated: bool) -> None:
    """The city, and where none is told the day, of a journey that is still to come."""
    scene, goal = c.scene, _goal(c.scene, over)
    if dated:
        c.place = goal or c.place
        return
    c.times += [m.what for m in scene.times if isinstance(m.what, Time) and scene.owner(m) == over]
    at_venue = goal is not None and c.place is not None and c.place.kind == "venue"
    if at_venue and c.group is not None and _went_first(scene, c.group) == over:
        c.place = None  # "flies to Oslo and is to meet Ruiz at the embassy"
    told = destination(scene, over)
    for m in scene.places if told is None else [told]:
        if isinstance(m.what, Place) and scene.owner(m) == over and locative(scene, m):
            c.place = better(c.place, m.what)


def _after_journey(c: Candidate, over: VerbGroup, *, dated: bool) -> None:
    """As in "left for Oslo on Monday to resume talks": the city, and the day only where that is the report's."""
    goal = _goal(c.scene, over)
    if goal is None:
        return
    c.place = better(c.place, goal)
    if not dated and over.tense == "past":
        c.times += _today(c.scene, over)


def _today(scene: Scene, over: VerbGroup) -> list[Time]:
    """As in "flew to Oslo today to meet the premier": the day of the report."""
    day = scene.page.article.anchor.day
    own = (m for m in scene.times if scene.owner(m) == over and scene.lower[m.first] == "today")
    return [m.what for m in own if isinstance(m.what, Time) and m.what.first == day]


def _went_first(scene: Scene, group: VerbGroup) -> VerbGroup | None:
    """The journey of "will travel to Oslo on Friday and hold talks": the verb before "and", with a destination."""
    at = next((m.first for m in scene.times if m.end == group.first), group.first)  # "and the next day meets"
    if not group.finite or scene.lower[at - 1] not in ("and", "then"):
        return None
    before = scene.left_group(group.first)
    ahead = before is not None and scene.tense(before)[0] in (scene.tense(group)[0], "present")
    return before if before is not None and ahead and destination(scene, before) is not None else None
