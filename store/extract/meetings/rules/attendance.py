"""Who else comes to a meeting announced before: "Peru's president will also attend", "will join the talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD, Candidate

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.entry import Entry
    from store.extract.meetings.parts.scene import Scene

RULE = "attends"
ATTENDING = frozenset({"attend", "participate", "take", "join"})
_LISTING = frozenset({"include", "comprise"})
_PRESENT = frozenset({"participants", "delegates", "guests", "attending", "negotiators", "attendees"})
_CLOSING = frozenset({".", ",", ";", "and", "but", "as", "too", "instead", "there"})
_REACH = 2
"""Sentences back to the meeting that is attended."""


def by_attendance(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "Chile's president will also take part": nothing is said of what, so it is what was told before."""
    if group.negated or group.passive:
        return None
    tense = scene.tense(group)[0]
    at = group.end + (group.verb == "take" and scene.lower[group.end : group.end + 1] == ["part"])
    bare = at >= scene.sentence.end or scene.lower[at] in _CLOSING
    part = group.verb in ("attend", "participate") or (group.verb == "take" and at > group.end)
    comes = part and tense in AHEAD and bare
    lists = group.verb in _LISTING and not _PRESENT.isdisjoint(scene.lower[scene.sentence.first : group.first])
    if not comes and not (lists and tense in AHEAD | {"present"}):
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule=RULE)
    c.anaphor = c.definite = True
    return c


def attended(entries: list[Entry], c: Candidate) -> Entry | None:
    """The meeting told last, where ``c`` only tells who comes to it: "will attend the summit", no day, no city."""
    bare = c.rule == RULE or (
        c.noun is not None
        and c.definite
        and c.group is not None
        and c.group.verb in ATTENDING
        and not (c.names or c.own_name or c.times or c.place or c.beside)
        and c.series != "visit"
    )
    if not bare or not c.parties:
        return None
    near = [e for e in entries if e.last_at < c.at and c.scene.index - e.candidates[-1].scene.index <= _REACH]
    told = [e for e in near if e.series != "visit" and e.status != "cancelled"]
    return max(told, key=lambda e: e.last_at, default=None)
