"""Changed plans told of the meeting before: "but it has been put off until Sunday", "has called it off"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import Candidate
from store.extract.meetings.rules.changes import change_words, only_wished, status_said

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene


def taken_up(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "but it has been put off until Sunday", "the appointment was moved to Friday", "has called it off".

    Said of the meeting that was told last.
    """
    if group.negated or not group.finite or only_wished(scene, group):
        return None
    if scene.lower[group.first] == "had" and not _put_to(scene, group):
        return None
    opening = group.first <= scene.sentence.first + 1 or scene.lower[group.first - 2] in _OPENERS
    subject = opening and scene.lower[group.first - 1] in _IT
    named = scene.lower[group.first - 1] in _CALLED_SO and scene.lower[group.first - 2] in ("the", "that")
    words, status = change_words(), None
    if subject or named:
        status = status_said(scene, group, [group.end], words.done if group.passive else words.happens)
    elif scene.lower[group.end : group.end + 1] in (["it"], ["them"]) and not group.passive:
        status = status_said(scene, group, [group.end, group.end + 1], words.done)
    if status is None:
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule=status, status=status)
    c.anaphor = c.definite = True
    return c


def _put_to(scene: Scene, group: VerbGroup) -> bool:
    """As in "announced that it had been put back by a week, to May 3": reported, with the new day."""
    told = scene.lower[group.first - 2] in ("that", "said")
    return told and any(m.first >= group.end and scene.lower[m.first - 1] in ("to", "until") for m in scene.times)


_OPENERS = frozenset({",", ";", ":", "but", "and", "that", "said", '"', "``", "“", "--", "–"})


_IT = frozenset({"it", "they", "that", "this"})


_CALLED_SO = frozenset({"appointment", "date", "occasion", "event"})
