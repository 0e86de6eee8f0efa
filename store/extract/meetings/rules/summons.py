"""Guests called to a place: "have been summoned to Oslo on Friday", "asked both sides to come to Riga next week"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import Candidate
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.sides import somebody
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene

SUMMONS = frozenset({"summon", "call", "convoke", "convene", "invite", "ask", "bid", "fly", "bring"})
_BINDING = frozenset({"summon", "call", "convoke", "convene", "fly", "bring"})
"""What leaves the guests no choice: the others only propose."""
_REACH = 14
"""Tokens after the verb within which it is told where to."""
_OTHERWISE = frozenset(
    {"court", "prison", "jail", "trial", "police", "testify", "explain", "justice", "hospital", "arms"}
)


def by_summons(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A candidate where holders of offices, or two sides, are called to a city or venue; only with a day to come."""
    if (
        group.negated
        or group.tense in ("participle", "gerund", "infinitive")
        or scene.tense(group)[1] in ("wish", "refused")
    ):
        return None
    goal = _goal(scene, group) or _audience(scene, group) or _together(scene, group)
    if goal is None or not _OTHERWISE.isdisjoint(scene.lower[group.end : scene.sentence.end]):
        return None
    guests = subject_stretch(scene, group) if group.passive else (group.end, goal[0])
    people = meeting_words().people
    officials = any(scene.lower[i] in people for i in range(*guests))
    states = [m for m in scene.parties if guests[0] <= m.first < guests[1] and m.party in ("state", "organisation")]
    if not somebody(scene, *guests) or not (officials or states):
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule="summoned")
    c.status = "scheduled" if group.verb in _BINDING else "proposed"
    c.needs_time, c.bound, c.place = True, goal[1] is not None, goal[1]
    return c


def _goal(scene: Scene, group: VerbGroup) -> tuple[int, Place | None] | None:
    """(token of "to", where to) of "to Oslo", "to come to the Grand Hotel"."""
    stop = min(group.end + _REACH, scene.sentence.end)
    for m in scene.places:
        if not group.end < m.first < stop or not isinstance(m.what, Place) or m.what.kind not in ("city", "venue"):
            continue
        to = m.first - 1 - (scene.lower[m.first - 1] == "the")
        if scene.lower[to] != "to":
            continue
        come = next((g for g in scene.groups if g.end == to and g.verb in ("come", "travel", "go", "fly")), None)
        if come is not None or scene.left_group(to) == group:
            return (come.first if come is not None else to), m.what
    return None


def _audience(scene: Scene, group: VerbGroup) -> tuple[int, None] | None:
    """(token of "to", nowhere) of "asked union leaders to come to see him"."""
    come = scene.right_group(group.end)
    if come is None or come.tense != "infinitive" or come.verb != "come" or come.first - group.end > _REACH:
        return None
    seen = scene.right_group(come.end)
    told = seen is not None and seen.first == come.end and seen.verb in ("see", "meet", "join")
    return (come.first, None) if told else None


def _together(scene: Scene, group: VerbGroup) -> tuple[int, None] | None:
    """As in "have been called together for Monday", "have been convened by Peru for the 14th"."""
    if not group.passive or group.verb not in ("call", "summon", "bring", "convene"):
        return None
    called = group.verb == "convene" or scene.lower[group.end : group.end + 1] == ["together"]
    return (group.end, None) if called else None
