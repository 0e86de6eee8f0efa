"""Entries that tell one meeting again: in the headline, twice in the text, or item by item of a guest's programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.entries.merge import OPEN
from store.extract.meetings.parts.entry import absorb
from store.extract.meetings.parts.kinship import elsewhere, kin
from store.extract.meetings.parts.schedule import compatible, finer
from store.extract.meetings.rules.object_rules import beside
from store.extract.names import host_of

if TYPE_CHECKING:
    from store.extract.meetings.parts.entry import Entry

_REACH = 60
"""Entries before and after, among which the other telling is sought: keeps a book-long text linear."""


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
"""Days between what a headline and what the report says of one meeting."""


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
        absorb(host, entry)
    return kept


def _one_occasion(one: Entry, other: Entry) -> bool:
    """True where day, city and circle are the same, and neither has a person whom the other leaves out."""
    a, b = one.place, other.place
    if a is None or b is None or a.name != b.name or a.kind != "city" or one.status != other.status:
        return False
    undated = one.begin is None or other.begin is None
    if not compatible(one.begin, other.begin) or (undated and len(one.circle() & other.circle()) < _SURE):
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


_SURE = 2
"""Parties in common by which a telling without a day is known for the same."""


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
            absorb(host, entry)
    return kept


def _at_a_stop(entry: Entry, tour: Entry) -> bool:
    """As in "will visit Peru, Chile and Bolivia", then "In Chile he will meet the premier", no day told."""
    stops = {p.name for p in tour.parties.values() if p.rule == "stop"}
    state = host_of(entry.place) if entry.place is not None and entry.begin is None else None
    guests = {p.name for p in entry.parties.values()} & tour.parties.keys() - stops
    named = entry.names or entry.own_name or entry.series in OPEN
    planned = entry.status in ("scheduled", "proposed") and not named
    return planned and state is not None and state.name in stops and bool(guests)


def _open(entry: Entry) -> bool:
    """True for whom somebody is to meet, with neither day nor place told."""
    bare = entry.begin is None and entry.place is None and entry.status == "scheduled" and not entry.names
    return bare and any(c.rule in _ITEMS for c in entry.candidates)


_ITEMS = frozenset({"will meet", "will hold", "will discuss"})


def _item(entry: Entry, host: Entry) -> bool:
    """True where the same person is to see others, on a visit or with no day and place told either."""
    guests = {p.name for p in entry.parties.values() if p.kind == "person"}
    theirs = {p.name for p in host.parties.values() if p.kind == "person"}
    if not _open(entry):
        return False
    if host.series == "visit" and _with_hosts(entry, host):
        return True
    open_too = _open(host) or (host.series == "visit" and host.status == "scheduled")
    return open_too and bool(guests & theirs)


def _with_hosts(entry: Entry, visit: Entry) -> bool:
    """As in "will visit Peru on Monday and will meet with some Peruvian officials", told beside each other."""
    near = 0 <= entry.candidates[0].scene.index - visit.candidates[-1].scene.index <= 1
    return near and bool(entry.parties) and entry.parties.keys() <= visit.circle()
