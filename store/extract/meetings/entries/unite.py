"""Entries that are one meeting told in pieces: who meets in one sentence, on which day or where in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.entries.merge import OPEN
from store.extract.meetings.parts.entry import absorb
from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.kinship import elsewhere, kin
from store.extract.meetings.parts.schedule import compatible
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.rules.object_rules import beside
from store.extract.plural_verbs import PEOPLE

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry

_REACH = 60
"""Meetings told before and after, among which the other piece is sought."""
_NEAR = 8
"""Sentences between the pieces."""


def united(entries: list[Entry]) -> list[Entry]:
    """Let an entry that names nobody complete the only one near it that lacks what it tells; in text order."""
    gone: set[int] = set()
    for at, piece in enumerate(entries):
        if not _anonymous(piece):
            continue
        near = enumerate(entries[max(0, at - _REACH) : at + _REACH], max(0, at - _REACH))
        whole = [e for n, e in near if n != at and n not in gone and _lacks(e, piece)]
        if len(whole) == 1:
            absorb(whole[0], piece)
            gone.add(at)
    return [e for n, e in enumerate(entries) if n not in gone]


def _anonymous(entry: Entry) -> bool:
    return not (entry.parties or entry.names or entry.own_name) and entry.status == "scheduled"


def _lacks(entry: Entry, piece: Entry) -> bool:
    """True where the two can be one meeting, and ``piece`` tells a day or place that ``entry`` leaves open."""
    if not entry.parties or entry.status == "cancelled" or not kin(entry.series, piece.series):
        return False
    if elsewhere(entry, piece) or not compatible(entry.begin, piece.begin):
        return False
    if piece.series in OPEN and entry.series != piece.series and any(c.rule == "will hold" for c in entry.candidates):
        return False  # a summit of many, and what two of them will hold beside it
    if any(n.series == piece.series and beside(c.scene, n) for c in entry.candidates for n in c.scene.nouns):
        return False  # "will meet on the sidelines of the summit"
    if _told_twice(entry, piece):
        return True
    apart = min(abs(a - b) for a in entry.passages for b in piece.passages)
    tells = (entry.begin is None and piece.begin is not None) or (entry.place is None and piece.place is not None)
    linked = any(c.beside or c.rule == "link" for c in piece.candidates)
    own = piece.begin is not None and piece.place is not None and any(_tells_who(c) for c in piece.candidates)
    return tells and not linked and not own and 0 < apart <= _NEAR


def _told_twice(entry: Entry, piece: Entry) -> bool:
    """As in "a meeting of the Baltic premiers when they gather on Friday in Oslo": one day, one city, one sentence."""
    a, b, here, there = entry.begin, piece.begin, entry.place, piece.place
    if a is None or b is None or here is None or there is None:
        return False
    if (a.first, a.last) != (b.first, b.last) or here.name != there.name:
        return False
    return all(c.group is not None and c.scene.lower[c.group.first - 1] == "they" for c in piece.candidates)


_SHORT = 4
"""Tokens of a subject that only takes up who is known."""


def _tells_who(c: Candidate) -> bool:
    """As in "transport ministers from six states will meet": with day and place it lacks nothing but names."""
    scene, group = c.scene, c.group or c.host
    told = scene.lower[slice(*subject_stretch(scene, group))] if group is not None else []
    if c.pair and len(told) <= _SHORT:
        return False  # "the two ministers will meet"
    after = scene.lower[c.noun.end : clause_end(scene, c.noun.end)] if c.noun is not None else []
    return not PEOPLE.isdisjoint(told) or (after[:1] == ["of"] and not PEOPLE.isdisjoint(after))
