"""Meetings that an adjective announces: "the upcoming talks", "a planned visit", "the next round"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.object_rules import PAST_LINKS, direct_ahead, governor

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


def by_modifier(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "The upcoming talks", "a planned visit", "the next round"."""
    inside = scene.lower[noun.first : noun.head]
    words = meeting_words()
    if any(w in words.modifiers["upcoming"] or w in words.modifiers["proposed"] for w in inside):
        link = _past_link(scene, noun)
        if link or (governor(scene, noun) and _mood_forbids(scene, noun)):
            return None
        if "next" in inside and any(
            w in ("week", "month", "year", "day", "week's", "month's", "year's") for w in inside
        ):
            return None  # a date, not an order
        if any(g.tense in ("past", "perfect") and g.negated for g in scene.subject_groups(noun)):
            return None  # "the planned session did not take place"
        group = governor(scene, noun)
        if (group is not None and group.verb in words.verbs["cancel"]) or _no_date(scene, noun):
            c.rule, c.licensed = "not to be", False
            return c
        c.rule = "upcoming"
        c.group = group if direct_ahead(scene, noun) else None
        return c
    return None


def _no_date(scene: Scene, noun: Noun) -> bool:
    """As in "no date has been set for the next round"."""
    before = scene.lower[max(scene.sentence.first, noun.first - 12) : noun.first]
    return any(before[i] == "no" and before[i + 1] in _SETTINGS for i in range(len(before) - 1))


_SETTINGS = frozenset({"date", "dates", "time", "timetable", "schedule", "venue", "place", "decision"})


def _past_link(scene: Scene, noun: Noun) -> bool:
    return scene.preposition(noun) in PAST_LINKS


def _mood_forbids(scene: Scene, noun: Noun) -> bool:
    group = governor(scene, noun)
    if group is None:
        return False
    _, mood = scene.tense(group)
    return group.negated or mood in ("wish", "refused")
