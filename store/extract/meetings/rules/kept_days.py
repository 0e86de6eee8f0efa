"""Days that are kept for somebody: "Wednesday is set aside for the ministers", "Friday is given over to talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import Candidate
from store.extract.meetings.parts.heads import clause_end, possessor
from store.extract.meetings.parts.objects import first_noun_phrase
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.met import fixture_in
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


_FOR = 3
"""Tokens after the verb within which "for" or "to" stands: "is set aside for", "is given over to"."""


def kept_day(scene: Scene, group: VerbGroup) -> Time | None:
    """The day of "Wednesday has been set aside for", "Tuesday is the day set aside for"; None for any other verb."""
    after = scene.lower[group.end : group.end + 1]
    if group.negated or not after or after[0] not in KEPT.get(group.verb, ()) or fixture_in(scene):
        return None
    start, end = subject_stretch(scene, group)
    if _is_the_day(scene, start, group.first):
        start, end = scene.sentence.first, group.first
    elif not group.passive:
        return None  # "the council set aside money"
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
    start = next((i + 1 for i in range(group.end, group.end + _FOR) if scene.lower[i : i + 1] in (["for"], ["to"])), 0)
    phrase = first_noun_phrase(scene.lower[start : clause_end(scene, start)]) if start else []
    named = [m for m in scene.parties if start <= m.first < start + len(phrase) and not possessor(scene, m)]
    owns = scene.lower[start + len(phrase) : start + len(phrase) + 1] in (["'"], ["'s"], ["’"], ["’s"])
    head = phrase[-1] if phrase and not owns else ""
    if not (head in meeting_words().people or head in PEOPLE or any(m.end == start + len(phrase) for m in named)):
        return None  # "set aside for the mourning of the president"
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule="together", times=[day])
    c.needs_time = c.bound = True  # "for the ministers to take up the war in Chad": no place
    return c
