"""Days that are kept for somebody: "Wednesday is set aside for the ministers", "Friday is given over to talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import Candidate
from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.parts.words import meeting_words
from store.extract.plural_verbs import PEOPLE
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene

KEPT: dict[str, frozenset[str]] = {
    "set": frozenset({"aside"}),
    "put": frozenset({"aside"}),
    "give": frozenset({"over"}),
    "keep": frozenset({"free", "open"}),
    "leave": frozenset({"free", "open"}),
    "reserve": frozenset({"for"}),
    "earmark": frozenset({"for"}),
    "book": frozenset({"for"}),
    "devote": frozenset({"to"}),
    "dedicate": frozenset({"to"}),
}
"""Verb -> what follows it where a day is kept; in the passive."""


def kept_day(scene: Scene, group: VerbGroup) -> Time | None:
    """The day of "Wednesday has been set aside for", "Tuesday is the day set aside for"; None for any other verb."""
    if not group.passive and group.tense not in ("past", "participle"):
        return None
    if group.negated or scene.lower[group.end : group.end + 1][:1] == [] or group.verb not in KEPT:
        return None
    if scene.lower[group.end] not in KEPT[group.verb]:
        return None
    start, end = subject_stretch(scene, group)
    if _is_the_day(scene, start, group.first):
        start, end = scene.sentence.first, group.first
    days = (m.what for m in scene.times if start <= m.first and m.end <= end)
    return next((t for t in days if isinstance(t, Time) and t.type in ("DATE", "TIME") and t.first), None)


def _is_the_day(scene: Scene, start: int, end: int) -> bool:
    """As in "Tuesday is the day set aside for"."""
    return scene.lower[max(start, end - 2) : end] == ["the", "day"]


def by_kept_day(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A candidate where those for whom the day is kept hold offices, or are several sides."""
    day = kept_day(scene, group)
    if day is None:
        return None
    stop = clause_end(scene, group.end)
    people = meeting_words().people | PEOPLE
    held = any(group.end < m.first < stop for m in scene.parties) or not people.isdisjoint(
        scene.lower[group.end : stop]
    )
    if not held:
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule="together", times=[day])
    c.needs_time = c.bound = True  # "for the ministers to take up the war in Chad": no place
    return c
