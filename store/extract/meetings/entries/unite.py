"""Entries that are one meeting told in pieces: who meets in one sentence, on which day or where in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.entries.merge import OPEN
from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.kinship import elsewhere, kin
from store.extract.meetings.parts.schedule import compatible, finer
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.rules.object_rules import beside
from store.extract.names import host_of
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
            _complete(whole[0], piece)
            gone.add(at)
    return [e for n, e in enumerate(entries) if n not in gone]


def without_headlines(entries: list[Entry]) -> list[Entry]:
    """Let what only a headline tells go into the body's meeting in the same place, their days a week apart at most."""
    gone: set[int] = set()
    for at, head in enumerate(entries):
        if not all(c.scene.sentence.kind == "headline" for c in head.candidates):
            continue
        body = next((e for e in entries[at + 1 : at + _REACH] if _headed_by(e, head)), None)
        if body is not None:
            body.passages |= head.passages
            gone.add(at)
    return [e for n, e in enumerate(entries) if n not in gone]


def _headed_by(entry: Entry, head: Entry) -> bool:
    a, b = entry.begin, head.begin
    near = a is None or b is None or (a.first and b.first and abs((a.first - b.first).days) <= _WEEK)
    same = entry.status == head.status and kin(entry.series, head.series) and not elsewhere(entry, head)
    placed = entry.place is not None and head.place is not None
    return bool(near and same and (placed or entry.circle() & head.circle()))


_WEEK = 7


def one_occasion(entries: list[Entry]) -> list[Entry]:
    """Let what is told twice of one day, one city and one circle be one entry; in text order."""
    kept: list[Entry] = []
    for entry in entries:
        host = next((e for e in reversed(kept[-_REACH:]) if _one_occasion(e, entry)), None)
        if host is None:
            kept.append(entry)
            continue
        begin = finer(host.begin, entry.begin) if host.begin is not None and entry.begin is not None else None
        if begin is not None and begin is not host.begin:
            host.begin, host.end = begin, entry.end or host.end
        _complete(host, entry)
        for party in entry.parties.values():
            host.parties.setdefault(party.name, party)
    return kept


def _one_occasion(one: Entry, other: Entry) -> bool:
    """True where day, city and circle are the same, and neither has a person whom the other leaves out."""
    a, b = one.place, other.place
    if a is None or b is None or a.name != b.name or a.kind != "city" or one.status != other.status:
        return False
    if one.begin is None or other.begin is None or not compatible(one.begin, other.begin):
        return False
    if not kin(one.series, other.series) or (one.names and other.names and not one.names & other.names):
        return False
    told = [c for e in (one, other) for c in e.candidates]
    if any(c.leg or c.rule == "one of several" or any(beside(c.scene, n) for n in c.scene.nouns) for c in told):
        return False  # "will meet on the sidelines of the summit"
    people, others = ({p.name for p in e.parties.values() if p.kind == "person"} for e in (one, other))
    if not (people <= others or others <= people):
        return False
    return not (one.parties and other.parties) or bool(one.circle() & other.circle())


def one_programme(entries: list[Entry]) -> list[Entry]:
    """Let the items of one programme be one entry: whom a guest is to see, where no item has a day or place of its own.

    As in "He will meet the premier", then "The bishop will also meet the head of the church"; in text order.
    """
    kept: list[Entry] = []
    for entry in entries:
        host = next((e for e in reversed(kept[-_REACH:]) if _item(entry, e) or _at_a_stop(entry, e)), None)
        if host is None:
            kept.append(entry)
        else:
            _complete(host, entry)
            for party in entry.parties.values():
                host.parties.setdefault(party.name, party)
    return kept


def _at_a_stop(entry: Entry, tour: Entry) -> bool:
    """As in "will visit Peru, Chile and Bolivia", then "In Chile he will meet the premier", no day told."""
    stops = {p.name for p in tour.parties.values() if p.rule == "stop"}
    state = host_of(entry.place) if entry.place is not None and entry.begin is None else None
    guests = {p.name for p in entry.parties.values()} & tour.parties.keys() - stops
    named = entry.names or entry.own_name or entry.series in OPEN
    return (
        entry.status in ("scheduled", "proposed")
        and not named
        and state is not None
        and state.name in stops
        and bool(guests)
    )


def _open(entry: Entry) -> bool:
    """True for whom somebody is to meet, with neither day nor place told."""
    bare = entry.begin is None and entry.place is None and entry.status == "scheduled" and not entry.names
    return bare and any(c.rule in _ITEMS for c in entry.candidates)


_ITEMS = frozenset({"will meet", "will hold", "will discuss"})


def _item(entry: Entry, host: Entry) -> bool:
    """True where the same person is to see others, on a visit or with no day and place told either."""
    guests = {p.name for p in entry.parties.values() if p.kind == "person"}
    theirs = {p.name for p in host.parties.values() if p.kind == "person"}
    if _open(entry) and host.series == "visit" and _with_hosts(entry, host):
        return True
    if not _open(entry):
        return False
    open_too = _open(host) or (host.series == "visit" and host.status == "scheduled")
    return open_too and bool(guests & theirs)


def _with_hosts(entry: Entry, visit: Entry) -> bool:
    """As in "will visit Peru on Monday and will meet with some Peruvian officials", told beside each other."""
    near = 0 <= entry.candidates[0].scene.index - visit.candidates[-1].scene.index <= 1
    return near and bool(entry.parties) and entry.parties.keys() <= visit.circle()


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


def _complete(entry: Entry, piece: Entry) -> None:
    if entry.begin is None:
        entry.begin, entry.end = piece.begin, piece.end
    entry.place = entry.place or piece.place
    entry.topic = entry.topic or piece.topic
    entry.passages |= piece.passages
    entry.candidates = sorted([*entry.candidates, *piece.candidates], key=lambda c: c.at)
    entry.last_at = max(entry.last_at, piece.last_at)
