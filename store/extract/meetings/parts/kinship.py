"""Whether two mentions can be of one meeting by kind and by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry

TALKS = frozenset(
    {
        "talks",
        "negotiations",
        "discussions",
        "dialogue",
        "consultations",
        "round of talks",
        "meeting",
        "conversation",
        "session",
        "hearing",
    }
)
"""Kinds of which each can be called by the name of any other."""

_GATHERINGS = frozenset(
    {
        "summit",
        "conference",
        "forum",
        "meeting",
        "ministerial",
        "session",
        "retreat",
        "roundtable",
        "talks",
        "round of talks",
    }
)


def kin(a: str, b: str) -> int:
    """How alike two kinds are: 2 for one kind, 1 where one meeting is called by either, 0 else."""
    if a == b:
        return 2
    if (a in TALKS and b in TALKS) or (a in _GATHERINGS and b in _GATHERINGS):
        return 1
    return 1 if "visit" in (a, b) and (a in TALKS or b in TALKS) else 0


def elsewhere(entry: Entry, c: Candidate | Entry) -> bool:
    """True where the two are told to be in different cities or states."""
    a, b = entry.place, c.place
    return bool(a and b and a.kind == b.kind == "city" and a.name != b.name) or abroad(entry, c)


def one_stop(entry: Entry, c: Candidate) -> bool:
    """True where both can be one visit: a place is missing, or the city lies in the state."""
    a, b = entry.place, c.place
    if a is None or b is None or a.name == b.name:
        return True
    return bool(a.country) and a.country == b.country and {a.kind, b.kind} != {"city"}


def abroad(entry: Entry, c: Candidate | Entry) -> bool:
    """True where the two are known to be in different states."""
    a, b = entry.place, c.place
    return bool(a and b and a.country and b.country and a.country != b.country)
