"""What a sentence opens with: "While in Oslo, Ruiz will", "When she is in Lima next week, she will"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.spots import locative
from store.model.mentions import Place, Time

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate


def in_opening(c: Candidate) -> Place | None:
    """As in "While in Oslo, Ruiz is to chair a meeting": the city of the opening adjunct."""
    scene, comma = c.scene, _comma_of(c)
    inside = [m.what for m in scene.places if m.end <= comma and isinstance(m.what, Place) and locative(scene, m)]
    return inside[-1] if inside else None


def from_opening(c: Candidate) -> None:
    """As in "When he is in Oslo next week, he will meet Ruiz": the day of the opening clause."""
    comma = _comma_of(c)
    if not comma or c.dated:
        return
    inside = (m.what for m in c.scene.times if m.end <= comma)
    c.times += [t for t in inside if isinstance(t, Time) and t.type == "DATE" and t.direction == "future"]


def _comma_of(c: Candidate) -> int:
    """The comma that ends an opening of where somebody is, before the candidate; 0 without one."""
    scene = c.scene
    first, lower = scene.sentence.first, scene.lower
    if lower[first] not in ("while", "during", "once", "when"):
        return 0
    comma = next((i for i in range(first, min(first + _OPENING, scene.sentence.end)) if lower[i] == ","), 0)
    if comma > c.at or (lower[first] == "while" and lower[first + 1] not in ("in", "visiting", "on")):
        return 0
    if lower[first] != "when":
        return comma
    there = any(g.verb in _THERE and g.tense == "present" and g.first < comma for g in scene.groups)
    somewhere = any(m.end <= comma and locative(scene, m) for m in scene.places)
    return comma if there and somewhere else 0


_THERE = frozenset({"be", "arrive", "visit", "travel", "go", "come", "stop", "fly"})
_OPENING = 14
"""Tokens within which an opening ends."""
