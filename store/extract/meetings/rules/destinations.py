"""Where a journey leads to, by its verb and the preposition after it: "fly to", "leave for", "is due in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.nouns import Noun
from store.extract.meetings.parts.spots import CITIES
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene

_TO = frozenset({"to", "into"})
_TRAVEL = frozenset(
    "travel fly go head journey continue proceed move come return shuttle rush hurry hasten dash race jet".split()
)
LEAVE = frozenset({"leave", "depart"})
ARRIVE = frozenset({"arrive", "land", "touch"})
THERE = frozenset({"be", "schedule", "expect", "stay"})
"""Verbs after which "in Oslo" is where somebody will be: "will be in", "is due in", "is expected in"."""
_REACH_GOAL = frozenset({"reach"})
_BOARD = frozenset({"take", "catch", "board"})
_FLIGHTS = frozenset({"flight", "plane", "train"})
_LEAD = frozenset({"lead", "head"})
JOURNEYS = _LEAD | _TRAVEL | LEAVE | ARRIVE | THERE | _REACH_GOAL | _BOARD | {"stop", "set"}
SENT = frozenset(
    "delegation delegations delegates chairmen chairs cochairs facilitators commissioners "
    "envoy envoys negotiators ministers diplomats mediators "
    "troika quartet representatives leaders presidents premiers lawmakers parliamentarians officers commanders "
    "chiefs".split()
)
_REACH = 12
"""Tokens after the verb within which its destination stands."""
_NEAR = 6
"""Tokens after "is due" within which "in Oslo" or "in the Sri Lankan capital Colombo" does."""


def destination(scene: Scene, group: VerbGroup) -> Mention | None:
    """The place that a journey leads to: after "to", of leaving after "for", of arriving after "in" or "at"."""
    for place in scene.places:
        if not group.end <= place.first <= group.end + _REACH:
            continue
        link = _link(scene, place, group.end)
        own = scene.owner(place) == group or (link == "for" and _after_a_stay(scene, place))
        if own and _leads_to(scene, group, place, link):
            return place
    if group.verb in _TRAVEL | ARRIVE and scene.lower[group.end : group.end + 1] == ["there"]:
        named = [m for m in scene.places if m.end <= group.first and m.what is not None]
        return named[-1] if named else None  # "has been invited to Oslo and will travel there on Friday"
    return None


def _leads_to(scene: Scene, group: VerbGroup, place: Mention, link: str) -> bool:
    verb, after = group.verb, scene.lower[group.end : place.first]
    if link in _TO:
        led = verb in _LEAD and not SENT.isdisjoint(after)  # "will lead a trade delegation to Peru"
        boards = verb in _BOARD and not _FLIGHTS.isdisjoint(after)  # "takes a flight to Oslo"
        return verb in _TRAVEL or led or boards
    if link == "for":
        return verb in LEAVE or verb == "head" or (verb == "set" and after[:1] in (["off"], ["out"]))
    if link in ("in", "at") and verb in ARRIVE:
        return True
    if link == "in" and verb == "stop":
        return after[:1] in (["over"], ["off"], ["in"])
    if verb in THERE and place.first - group.end <= _NEAR:
        at_once = after[1:2] if after[:1] == ["back"] else after[:1]  # "is expected back in Oslo"
        venue = isinstance(place.what, Place) and place.what.kind == "venue"  # "is expected at the palace"
        return at_once == [link] and (link == "in" or (link == "at" and venue))
    return verb in _REACH_GOAL and not after


def _after_a_stay(scene: Scene, place: Mention) -> bool:
    """As in "will leave Quito on Monday after a three-day visit for Lima"."""
    owner = scene.owner(place)
    return isinstance(owner, Noun) and scene.preposition(owner) == "after"


def _link(scene: Scene, place: Mention, floor: int) -> str:
    i = place.first - 1
    of = scene.lower[i] == "of" or (scene.lower[i] == "," and scene.lower[place.end] in (",", "."))
    if i > floor and scene.lower[i - of] in CITIES:
        i -= 1 + of  # "in the Egyptian capital of Cairo", "in the Azeri capital, Baku,"
        while i > floor and (scene.tokens.words[i][0].isupper() or scene.lower[i] == "'s"):
            i -= 1
    while i >= floor and scene.lower[i] in ("the", "neighbouring", "neighboring", "nearby", "on"):
        i -= 1
    return scene.lower[i] if i >= floor else ""
