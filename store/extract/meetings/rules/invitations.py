"""Invitations to a meeting that a noun names: "invited them to talks", "has called both sides to a summit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.words import meeting_words

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


def invited(scene: Scene, noun: Noun, c: Candidate, group: VerbGroup) -> bool:
    """As in "invited them to talks", "have been summoned for a summit on Sunday", "accepted an invitation to talks"."""
    if group.verb in ("invite", "summon") and not group.passive:
        c.rule, c.group, c.status = "invited", group, "scheduled" if group.verb == "summon" else "proposed"
        c.needs_time = scene.tense(group)[0] in ("past", "perfect")
    elif group.verb in ("summon", "call") and group.passive:
        c.rule, c.group, c.needs_time = "arranged", group, True
    elif _called(scene, group, noun) or (
        group.verb == "accept" and "invitation" in scene.lower[group.end : noun.first]
    ):
        c.rule, c.group, c.needs_time = "invited", group, True
    else:
        return False
    return True


def _called(scene: Scene, group: VerbGroup, noun: Noun) -> bool:
    """As in "has called both sides to talks": who is called stands behind the verb."""
    back = scene.preposition(noun) == "for" and "back" in scene.lower[group.end : noun.first]  # "called them back for"
    if group.verb != "call" or not (back or scene.preposition(noun) == "to"):
        return False
    return any(group.end <= m.first < noun.first for m in scene.parties) or not meeting_words().people.isdisjoint(
        scene.lower[group.end : noun.first]
    )


def asked_to_come(scene: Scene, group: VerbGroup) -> bool:
    """As in "has asked the ministers to come to Oslo for consultations on May 8"."""
    if group.tense != "infinitive" or group.verb not in ("come", "attend", "travel", "join"):
        return False
    over = scene.left_group(group.first)
    return over is not None and over.verb in ("ask", "summon", "call") and not over.negated and over.finite
