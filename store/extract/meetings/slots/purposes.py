"""Meetings that are the purpose of another mention: "will visit Oslo for talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.kinship import TALKS
from store.extract.meetings.parts.spots import better

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate


def served_by(c: Candidate, candidates: list[Candidate]) -> Candidate | None:
    """As in "will visit Oslo for talks with Ruiz on Friday", "gather in Oslo for their session": the verb's meeting."""
    scene, noun = c.scene, c.noun
    link = scene.preposition(noun) if noun is not None else ""
    visit = c.series == "visit" and link == "during" and not c.parties
    on_a_trip = c.series == "visit" and link == "on" and not c.parties and c.rule == "opens on"
    told = c.rule in _PURPOSES and (link == "for" or visit)
    if noun is None or not (told or on_a_trip) or (c.names and c.series not in TALKS):
        return None
    group = scene.left_group(noun.first)
    by_verb = (o for o in candidates if o.noun is None or (visit and o.noun is not noun and o.noun.end < noun.first))
    occasion = next((o for o in by_verb if o.group is not None and o.group == group), None)
    if on_a_trip and (occasion is None or occasion.series != "visit" or occasion.times):
        return None  # "will visit Peru and Chile on a trip that starts on Monday"
    if occasion is None or occasion.rule == "told on":
        return None
    if occasion.journey and c.series not in TALKS | {"visit"}:
        return None  # "arrives on Saturday for a conference that opens on Sunday"
    if occasion.times and c.times and {t.value for t in occasion.times} != {t.value for t in c.times}:
        return None
    return occasion


_PURPOSES = frozenset({"travel", "mention", "holds on", "at", "upcoming"})


def fold(purpose: Candidate, occasion: Candidate) -> None:
    """Let the verb's candidate take over when, where, who and what from its purpose."""
    occasion.times += purpose.times
    if purpose.place is not None:
        occasion.place = better(occasion.place, purpose.place)
    occasion.here = occasion.here or purpose.here
    known = {p.name for p in occasion.parties}
    occasion.parties += [p for p in purpose.parties if p.name not in known]
    occasion.topic = occasion.topic or purpose.topic
    occasion.own_name = occasion.own_name or purpose.own_name
    if occasion.series == "meeting":
        occasion.series = purpose.series
