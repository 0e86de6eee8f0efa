"""What the clauses around a candidate's own add to it: "where" and "when", a date that is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup
from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.spots import CITIES, locative
from store.extract.meetings.parts.subjects import subject_start
from store.extract.meetings.slots.filed_from import dateline_place
from store.model.mentions import Place, Time

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scene import Scene


def tells_when(time: Time) -> bool:
    """False for "the future", "now", "every year"."""
    return time.type == "DURATION" or (time.type in ("DATE", "TIME") and time.value[:1] in "0123456789X")


def from_where(c: Candidate) -> None:
    """As in "will travel to Oslo on Sunday, where he will meet the premier": the day and city of the clause before."""
    scene, group = c.scene, c.group
    if group is None:
        return
    opener = _where_before(scene, group)
    if opener < 0:
        return
    taken_up = _taken_up(scene, opener)
    if taken_up is None and scene.lower[opener - 1] != ",":
        return  # "will announce on Friday where they meet"
    c.place = c.place or taken_up
    finite = next((g for g in reversed(scene.groups) if g.end <= opener and g.finite), None)
    if not c.times and finite is not None and finite.tense not in ("past", "perfect"):
        c.times += [m.what for m in scene.times if isinstance(m.what, Time) and finite.end <= m.first < opener]


def _where_before(scene: Scene, group: VerbGroup) -> int:
    """The "where" that opens the clause of ``group``, or of the verb that it hangs on; -1 without one."""
    for i in range(group.first - 1, scene.sentence.first, -1):
        if scene.lower[i] == "where":
            between = [g for g in scene.groups if g.finite and i < g.first < group.first]
            return i if not between or (len(between) == 1 and not group.finite) else -1
        if scene.lower[i] in _CLOSES:
            return -1
    return -1


def _taken_up(scene: Scene, opener: int) -> Place | None:
    """The place that "where" takes up: the one named last, a city before the state that it is in."""
    near = [m for m in scene.places if opener - _NEAR <= m.first < opener and isinstance(m.what, Place)]
    if not near:
        return None
    last = near[-1]
    before = near[-2] if len(near) > 1 and last.first - near[-2].end <= 1 else None
    if before is not None and isinstance(before.what, Place) and before.what.kind == "city":
        return before.what
    if not isinstance(last.what, Place) or scene.lower[last.end : last.end + 1] != ["'s"]:
        return last.what if isinstance(last.what, Place) else None
    filed = dateline_place(scene.page, scene.index)  # "in Japan's second city, where"
    kind = not CITIES.isdisjoint(scene.lower[last.end : opener])
    return filed if kind and filed is not None and filed.country == last.what.country else None


_CLOSES = frozenset({".", ";", ":", "who", "which", "that", "when", "because", "although"})


def from_when(c: Candidate, candidates: list[Candidate]) -> None:
    """As in "will be put to the vote on Thursday when the board meets": the day of the clause that "when" takes up."""
    scene = c.scene
    group = c.group or (scene.left_group(c.noun.first) if c.noun is not None else None)
    if group is None or c.dated:
        return
    if _of_clause_behind(c, group, candidates):
        return
    opener = subject_start(scene, group) - 1
    if opener <= scene.sentence.first or scene.lower[opener] != "when":
        return
    near = [m for m in scene.times if opener - _NEAR <= m.first and m.end <= opener and isinstance(m.what, Time)]
    over = next((g for g in reversed(scene.groups) if g.end <= opener and (g.finite or g.tense == "infinitive")), None)
    until = bool(near) and scene.lower[near[-1].first - 1] in ("until", "till")  # "were given until Friday, when"
    ahead = until or (over is not None and _looks_ahead(scene, over))
    if near and over is not None and ahead and near[-1].first >= over.end:
        pair = len(near) > 1 and near[-1].first - near[-2].end <= 1  # "on Thursday and Friday, when"
        c.times += [m.what for m in near[-1 - pair :] if isinstance(m.what, Time) and tells_when(m.what)]
        where = [m for m in scene.places if scene.owner(m) == over and m.first < opener and locative(scene, m)]
        if c.place is None and where and isinstance(where[-1].what, Place):
            c.place = where[-1].what


def _looks_ahead(scene: Scene, over: VerbGroup) -> bool:
    """True for "will vote", "votes", "to visit Peru next year", and for "adjourned until Friday"."""
    return over.tense == "infinitive" or over.verb == "adjourn" or scene.tense(over)[0] in AHEAD | {"present"}


def leave_the_clause_before(c: Candidate) -> None:
    """As in "part on Wednesday and will meet again on Friday": the day before "and" is the first clause's."""
    if c.group is None or c.noun is not None or len(c.times) < 2:
        return
    scene, group = c.scene, c.group
    at = [scene.tokens.at(t.span)[0] for t in c.times]
    first = scene.lower[group.first - 1] in ("and", "but") and min(at) < group.first < max(at)
    if first and scene.left_group(group.first) is None:
        c.times = [t for t, i in zip(c.times, at, strict=True) if i > group.first]


def _of_clause_behind(c: Candidate, group: VerbGroup, candidates: list[Candidate]) -> bool:
    """As in "will be received by Ruiz when he visits Oslo next week": the day and city of the "when" behind."""
    scene = c.scene
    behind = next((g for g in scene.groups if g.first >= group.end and g.finite), None)
    if behind is None or scene.tense(group)[0] not in AHEAD or behind.tense not in ("present", "future"):
        return False
    opener = next((i for i in range(behind.first - 1, group.end, -1) if scene.lower[i] == "when"), None)
    if opener is None or behind.first - opener > _SUBJECT or "," in scene.lower[group.end : opener]:
        return False
    stop = next((g.first for g in scene.groups if g.first >= behind.end and g.finite), scene.sentence.end)
    times = [m.what for m in scene.times if behind.end <= m.first < stop and isinstance(m.what, Time)]
    times = [t for t in times if tells_when(t) and t.type != "DURATION"]
    c.times += times
    goals = [m for m in scene.places if behind.end <= m.first < stop]
    goals = [m for m in goals if locative(scene, m) or m.first == behind.end]
    if c.place is None and times and goals and isinstance(goals[0].what, Place):
        c.place = goals[0].what
    for other in candidates:
        if times and other.group == behind and other.series == "visit" and c.noun is None:
            other.licensed = False  # the visit is the occasion of the meeting
    return bool(times)


_SUBJECT = 6
"""Tokens of "when the premier" before the verb of its clause."""


def from_date_set(c: Candidate) -> None:
    """As in "set May 3 as the date for a round of talks", "the date of the summit has been fixed for May 3"."""
    scene = c.scene
    if c.noun is None or c.times or scene.preposition(c.noun) not in ("for", "of"):
        return
    if _DATES.isdisjoint(scene.lower[c.noun.first - 3 : c.noun.first - 1]):
        _from_day_set(c, scene.left_group(c.noun.first))
        return
    named = (g for g in scene.groups if g.verb == "be" and g.tense in ("present", "future") and g.first >= c.noun.end)
    if any(m.first == g.end for g in named for m in scene.times):  # "the date of the summit is May 3"
        c.times += [m.what for m in scene.times if isinstance(m.what, Time) and m.first > c.noun.end]
        return
    group = next((g for g in scene.groups if g.verb in _SETTING and not g.negated), None)
    if group is not None:
        c.times += [m.what for m in scene.times if isinstance(m.what, Time) and m.what.direction == "future"]
        c.group = c.group or (None if group.passive else group)


def _from_day_set(c: Candidate, group: VerbGroup | None) -> None:
    """As in "have set March 20 for their next meeting": the day is what is set."""
    if group is None or c.noun is None or group.verb not in _SETTING or group.negated or group.passive:
        return
    start = group.end + (c.scene.lower[group.end] == "on")  # "have settled on June 13 for their next encounter"
    days = [m for m in c.scene.times if m.first == start and m.end == c.noun.first - 1]
    c.times += [m.what for m in days if isinstance(m.what, Time)]


_DATES = frozenset({"date", "dates", "day"})
_SETTING = frozenset({"set", "fix", "agree", "settle", "name", "choose", "pick", "propose", "announce"})
_NEAR = 14
"""Tokens before "where" within which the place that it takes up stands."""
