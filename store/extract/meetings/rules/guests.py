"""Guests whom somebody expects: "Peru is expecting the Chilean minister for talks", "Oslo awaits Ruiz on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD, Candidate
from store.extract.meetings.parts.subjects import subject_stretch
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene

EXPECTING = frozenset({"expect", "await"})
_COMING = frozenset({"come", "arrive", "visit", "fly", "land"})
_FOR = 4
"""Tokens from the guest to what he comes for."""


def guest_expected(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "Namibia is expecting the Botswana minister for discussions", "Oslo awaits President Ruiz on Friday"."""
    if group.passive or scene.tense(group)[0] not in AHEAD | {"present"}:
        return None
    start, end = subject_stretch(scene, group)
    hosts = any(start <= m.first < end and m.party in ("state", "person") for m in scene.parties)
    guest = next((m for m in scene.parties if m.first - group.end in (0, 1) and m.party == "person"), None)
    party = guest.what if guest is not None else None
    if guest is None or not hosts or not isinstance(party, Party) or not (party.role or party.of):
        return None
    then = scene.right_group(guest.end)
    owns = scene.lower[guest.end : guest.end + 1] in (["'s"], ["’s"], ["'"])  # "awaits the premier's answer"
    acts = then is not None and then.first == guest.end and then.verb not in _COMING  # "expects him to resign"
    if owns or acts:
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="visit", rule="will meet")
    c.needs_time = not any(
        0 < n.first - guest.end <= _FOR for n in scene.nouns if scene.preposition(n) in ("for", "on")
    )
    return c
