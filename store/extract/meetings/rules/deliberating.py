"""Verbs of dealing with a matter together: "will discuss the draft with Peru", "are to thrash out a deal on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.heads import heads_of
from store.extract.meetings.parts.stand_ins import of_a_body
from store.extract.meetings.parts.subjects import assembly_sits
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.encounters import looking_ahead
from store.extract.meetings.rules.met import past_times
from store.extract.meetings.rules.sides import doers, other_side, several_sides, somebody
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scene import Scene

_LONGEST_PHRASE = 3


def by_deliberation(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "Peru and Chile will discuss the border this month", "will discuss trade with President Ruiz on Friday"."""
    if group.passive or not _deals(scene, group):
        return None
    c = looking_ahead(scene, group)
    if c is None or scene.tense(group)[0] not in AHEAD | {"present"} or assembly_sits(scene, group):
        return None
    start, end = doers(scene, group)
    with_other = other_side(scene, group) and somebody(scene, start, end)
    if not (with_other or (group.verb != "raise" and (several_sides(scene, start, end) or _body(scene, start, end)))):
        return None
    c.needs_time = True
    if scene.tense(group)[0] in AHEAD:
        c.rule = "will discuss"
        c.needs_time = not (group.verb == "discuss" and _between_offices(scene, group, start, end))
    return c


def _deals(scene: Scene, group: VerbGroup) -> bool:
    words = meeting_words()
    if group.verb in words.deliberate["matters"]:
        return True
    start = past_times(scene, group.end)
    after = scene.lower[start : start + _LONGEST_PHRASE]
    if group.verb == "raise":
        return not words.deliberate["raised"].isdisjoint(after)
    return " ".join(after).startswith(words.phrases.get(group.verb, ()))


def _body(scene: Scene, start: int, end: int) -> bool:
    """As in "The Security Council takes up the matter on Monday": a body of states that sits on a day told."""
    found = heads_of(scene, start, end) or of_a_body(scene, start, end)
    heads = [m.what for m in found if isinstance(m.what, Party)]
    return bool(heads) and all(p.kind == "organisation" and not p.of for p in heads)


def _between_offices(scene: Scene, group: VerbGroup, start: int, end: int) -> bool:
    """True where somebody on both sides holds an office: two such who "will discuss" something, meet."""
    others = [m for m in scene.parties if group.end < m.first and scene.lower[m.first - 1] == "with"]
    return _in_office([m.what for m in heads_of(scene, start, end)]) and _in_office([m.what for m in others])


def _in_office(found: list[object]) -> bool:
    return any(isinstance(p, Party) and p.kind == "person" and bool(p.role and p.of) for p in found)
