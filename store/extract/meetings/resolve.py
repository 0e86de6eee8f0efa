"""Who "the two sides", "they" and "the leaders" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.meetings.candidate import Candidate
    from store.model.mentions import Party

_REACH = 6
"""Sentences that such a reference looks back."""


def resolve_pair(c: Candidate, before: list[Candidate]) -> None:
    """Give ``c`` the parties of the nearest meeting mentioned before, else the two states or persons named last."""
    near = [o for o in reversed(before) if c.scene.index - o.scene.index <= _REACH]
    for other in near:
        if len(other.parties) >= 2:
            c.parties = list(other.parties)
            return
    for other in near:
        if other.parties and other.parties[0].kind == "organisation":
            c.parties = list(other.parties)
            return
    c.parties = c.parties or _named_last(c)


def _named_last(c: Candidate) -> list[Party]:
    page = c.scene.page
    start = page.tokens.starts[c.at]
    for kind in ("state", "person"):
        near: dict[str, Party] = {}
        for party in reversed(page.parties):
            if party.span.end < start and party.kind == kind:
                near.setdefault(party.name, party)
                if len(near) == 2:
                    return sorted(near.values(), key=lambda p: p.span)
    return []
