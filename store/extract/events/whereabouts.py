"""Whereabouts: where somebody is said to be at the time of the report ("is spending the weekend at home in Lund")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.events.deeds import event_of
from store.extract.meetings.parts.spots import locative
from store.model.mentions import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene
    from store.model.facts import Event

TRIGGERS = frozenset("home holiday holidays vacation vacationing holidaying staying spending resting".split())
"""Words without one of which, or "is in", a sentence is not looked at."""
STAYING = frozenset({"stay", "spend", "rest", "holiday", "vacation", "relax"})
AWAY = frozenset({"home", "holiday", "holidays", "vacation", "leave", "residence", "ranch", "retreat", "estate"})
REACH = 4
"""Tokens behind "is" within which "at home" and "on holiday" stand."""


def may_tell(words: Sequence[str]) -> bool:
    """True where the lower-cased ``words`` of a sentence are worth a look."""
    return not TRIGGERS.isdisjoint(words) or any(
        word == "in" and words[k - 1] in ("is", "was", "currently", "now") for k, word in enumerate(words) if k
    )


def whereabouts(scene: Scene) -> list[Event]:
    """At most one event of a sentence: a person, the verb of staying, and the place in the same sentence."""
    for group in scene.groups:
        place = next((m.what for m in scene.places if m.first >= group.end and locative(scene, m)), None)
        if isinstance(place, Place) and place.kind != "country" and _stays(scene, group):
            event = event_of(scene, group, (), "verb of staying with a place")
            if event.who and all(party.kind == "person" for party in event.who):
                return [replace(event, where=event.where or place)]
    return []


def _stays(scene: Scene, group: VerbGroup) -> bool:
    if group.negated or group.mood != "plain" or group.tense not in ("present", "past"):
        return False
    if group.verb in STAYING:
        return group.progressive
    if group.verb != "be":
        return False
    after = scene.lower[group.end : group.end + REACH]
    away = after[:1] in (["at"], ["on"]) and not AWAY.isdisjoint(after)
    return away or any(m.first in range(group.end + 1, group.end + 3) and "in" in after[:2] for m in scene.places)
