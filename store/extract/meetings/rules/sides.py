"""Whether a stretch of words names several sides: who can come together without anybody else being told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.heads import clause_end, heads_of
from store.extract.meetings.parts.resolve import pair_words
from store.extract.meetings.parts.subjects import shares, subject_stretch
from store.extract.meetings.parts.words import meeting_words
from store.extract.plural_verbs import PEOPLE

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene

_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty dozen several both "
    "other all neighbouring neighboring rival warring".split()
)
_COUNTED = 4
"""Tokens from a number to who is counted: "the 15 council members", "six of the eight states"."""
_WITH = 9
"""Tokens from "with" to who it is: "with his Latvian, Lithuanian and Polish colleagues"."""


def doers(scene: Scene, group: VerbGroup) -> tuple[int, int]:
    """Tokens in which stands who does it: of an infinitive, or behind "and", the subject of the verb before."""
    at = scene.groups.index(group)
    while at and scene.groups[at].tense == "infinitive":
        at -= 1
    if at and scene.lower[scene.groups[at].first - 1] in ("and", "but", "then"):
        at = scene.groups.index(shares(scene, at))
    return subject_stretch(scene, scene.groups[at])


def several_sides(scene: Scene, start: int, end: int) -> bool:
    """As in "Peru and Chile", "the two sides", "experts of the 15 members", "EU foreign ministers"."""
    named = {m.what.name for m in heads_of(scene, start, end) if m.what is not None and hasattr(m.what, "name")}
    if len(named) > 1 or pair_words(scene, start, end):
        return True
    lower = scene.lower
    holders = [i for i in range(start, end) if lower[i] in PEOPLE]
    bodies = any(start <= m.first < end and m.party == "organisation" for m in scene.parties)
    bodies = bodies or any("and" in lower[i:end] or not _OF_SEVERAL.isdisjoint(lower[i:end]) for i in holders)
    joint = any(lower[i] == "joint" and lower[i + 1] in _JOINT for i in range(start, end - 1))
    return joint or (bool(holders) and bodies) or _counted(lower, start, end)


_OF_SEVERAL = frozenset({"states", "countries", "nations", "members", "governments", "capitals"})
"""As in "heads of government from the coastal states"."""
_JOINT = frozenset({"commission", "committee", "council", "group", "working", "panel", "body", "delegation", "team"})
"""What two sides have in common: "the joint committee will deal with the request"."""


def _counted(lower: list[str], start: int, end: int) -> bool:
    words = meeting_words()
    for i in range(start, end):
        if lower[i] not in words.pairs and lower[i] not in PEOPLE and lower[i] not in _MEMBERS:
            continue
        before = lower[max(start, i - _COUNTED) : i]
        if any(w in _COUNTS or w.isdigit() for w in before):
            return True
    return False


_MEMBERS = frozenset({"members", "bodies", "factions", "companies", "unions", "koreas", "powers", "groups", "teams"})


def somebody(scene: Scene, start: int, end: int) -> bool:
    """True where a party, or somebody in an office, is named."""
    people = meeting_words().people
    return any(start <= m.first < end for m in scene.parties) or any(w in people for w in scene.lower[start:end])


def other_side(scene: Scene, group: VerbGroup) -> bool:
    """As in "will discuss the base with Pentagon officials": who is told after "with"."""
    people = meeting_words().people
    stop = clause_end(scene, group.end)
    for i in range(group.end, stop):
        if scene.lower[i] != "with":
            continue
        near = range(i + 1, min(i + 1 + _WITH, stop))
        if any(scene.lower[k] in people for k in near) or any(m.first in near and m.party for m in scene.parties):
            return True
    return False
