"""Meetings told as planned, without a verb that looks ahead: "talks due on Monday", "a session is on his programme"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.word_classes import DETERMINERS

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


def by_participle(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "Talks due on Monday", "a meeting set for Friday": participles and "due" right after the noun phrase."""
    lower = scene.lower
    stop = min(noun.end + 12, scene.sentence.end)
    for i in range(noun.end, stop):
        word = lower[i]
        if word in ("due", "scheduled", "slated", "planned", "set", "expected", "rescheduled", "timed"):
            before = lower[i - 1]
            if any(g.first <= i < g.end and scene.was_once(g) for g in scene.groups):
                return None
            if before in DETERMINERS or any(g.first <= i < g.end and g.finite for g in scene.groups):
                return None
            c.rule, c.needs_time = "due", word in ("set", "expected", "planned", "due")
            c.status = "proposed" if word == "expected" else "scheduled"
            return c
        if word in _PROGRAMMES and lower[i - 1] in ("the", "his", "her", "their") and lower[i - 2] == "on":
            c.rule, c.needs_time = "due", True
            return c
        if any(g.first == i for g in scene.groups) or (word in "().;:") or word in ("which", "who", "that", "when"):
            return None
    return None


_PROGRAMMES = frozenset({"agenda", "programme", "program", "schedule", "calendar", "cards", "itinerary"})
"""As in "a meeting with President Ruiz on the programme for Friday"."""


def was_planned(scene: Scene, noun: Noun, group: VerbGroup) -> bool:
    """As in "A meeting between Ruiz and Berg was planned as well": with no day, of what is still to come."""
    if group.negated or scene.times or scene.tense(group)[0] not in ("past", "present") or not _last_said(scene, group):
        return False
    with_whom = scene.lower[noun.end : noun.end + 1] in (["between"], ["with"])
    planned = group.passive and group.verb in _PLANNED and scene.lower[group.first] in ("was", "were")
    return with_whom and (planned or _on_the_programme(scene, group))


def _on_the_programme(scene: Scene, group: VerbGroup) -> bool:
    """As in "A session with the minister is on Ruiz's programme as well"."""
    after = scene.lower[group.end : group.end + _NAMED_BY]
    return group.verb == "be" and after[:1] == ["on"] and not _PROGRAMMES.isdisjoint(after) and "agenda" not in after


def _last_said(scene: Scene, group: VerbGroup) -> bool:
    """False in "was planned but never took place", "was planned before the coup"."""
    rest = scene.lower[group.end : scene.sentence.end]
    return _TURNS.isdisjoint(rest) and not any(g.finite and g.first >= group.end for g in scene.groups)


_TURNS = frozenset({"but", "before", "until", "when", "of"})
_NAMED_BY = 6
"""Tokens of "on Ruiz's crowded programme"."""
_PLANNED = frozenset({"plan", "schedule", "expect", "arrange", "foresee"})
