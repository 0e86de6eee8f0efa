"""Several sides in one place or conversation on a day to come, whatever the verb: "both will be in Oslo on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.spots import locative
from store.extract.meetings.parts.subjects import assembly_sits
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.encounters import looking_ahead
from store.extract.meetings.rules.met import fixture_in
from store.extract.meetings.rules.sides import doers, other_side, several_sides, somebody
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scene import Scene

_NOT_OVER = AHEAD | {"present"}
_FEW = 4
"""Tokens after "begin" within which its work is named."""


def by_company(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A candidate where two sides, or the holders of offices of several states, are told to come together on a day."""
    if scene.tense(group)[0] not in _NOT_OVER or not _together(scene, group) or assembly_sits(scene, group):
        return None
    lower = scene.lower[scene.sentence.first : scene.sentence.end]
    words = meeting_words()
    if not words.company["elsewise"].isdisjoint(lower) or fixture_in(scene):
        return None
    c = looking_ahead(scene, group)
    if c is None:
        return None
    start, end = doers(scene, group)
    they = scene.lower[start:end] == ["they"] and scene.lower[group.end : group.end + 1] == ["together"]
    several = they or several_sides(scene, start, end)
    goes = group.verb in words.company["move"]
    if group.verb not in words.company["talk"] and scene.lower[start:end] == ["they"]:
        return None  # whoever "they" are may just as well go home
    goes_on = _goes_on(scene, group)
    guest = {"guest", "guests"} & set(scene.lower[group.end : clause_end(scene, group.end)])
    other = not goes and (group.verb == "join" or goes_on or bool(guest) or other_side(scene, group))
    if not (several or (other and somebody(scene, start, end))):
        return None
    c.needs_time = True
    if scene.tense(group)[0] in AHEAD:
        c.rule = "together"
    return c


def _together(scene: Scene, group: VerbGroup) -> bool:
    words = meeting_words().company
    after = scene.lower[group.end : clause_end(scene, group.end)]
    if group.verb == "join":
        return group.passive and after[:1] == ["by"]  # "the donors will be joined by the minister"
    if group.passive and group.verb not in words["move"]:
        return False
    if group.verb in words["talk"]:
        return True
    if group.verb in words["move"]:
        return _somewhere(scene, group) or "together" in after
    if group.verb in words["spot"]:
        there = (scene.tense(group)[0] in AHEAD or _days_ahead(scene, group)) and _somewhere(scene, group)
        return there or not words["together"].isdisjoint(after)
    if group.verb == "spend" and (_somewhere(scene, group) or _deliberating(scene, group)):
        return True
    if group.verb in words["share"]:
        told = words["conversation"] | words["together"]
        if group.verb == "have" and after[:2] == ["a", "date"] and other_side(scene, group):
            return True
        return not (told | words["lengths"] if group.verb in ("spend", "have") else told).isdisjoint(after)
    at_work = not words["work"].isdisjoint(after[:_FEW]) or after[:1] == ["with"] or _deliberating(scene, group)
    return group.verb in words["start"] and (at_work or _goes_on(scene, group))


def _deliberating(scene: Scene, group: VerbGroup) -> bool:
    """As in "will spend Monday debating the draft"."""
    then = scene.right_group(group.end)
    if then is None or then.tense != "gerund" or scene.broken(group.end, then.first):
        return False
    behind = " ".join(scene.lower[then.end : then.end + 3])
    words = meeting_words()
    talked = then.verb in words.deliberate["matters"] or then.verb in words.company["talk"]
    return talked or behind.startswith(words.phrases.get(then.verb, ("-",)))


def _days_ahead(scene: Scene, group: VerbGroup) -> bool:
    """As in "are in Oslo from Monday": what is so on a day to come."""
    times = (m.what for m in scene.times if m.first >= group.end and scene.owner(m) == group)
    return any(isinstance(t, Time) and t.direction in ("future", "same") for t in times)


def _goes_on(scene: Scene, group: VerbGroup) -> bool:
    """As in "the participants would continue on Tuesday at nine": nothing but a day behind the verb."""
    again = group.verb in ("continue", "resume") or scene.lower[group.end : group.end + 1] == ["again"]
    return again and any(group.end <= m.first <= group.end + 2 for m in scene.times)


def _somewhere(scene: Scene, group: VerbGroup) -> bool:
    """True where a city or venue is told behind the verb."""
    stop = clause_end(scene, group.end)
    spots = [
        m for m in scene.places if group.end <= m.first < stop and getattr(m.what, "kind", "") in ("city", "venue")
    ]
    here = "here" in scene.lower[group.end : stop]
    return here or any(locative(scene, m) for m in spots)
