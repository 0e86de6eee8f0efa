"""Where those who meet are staying: on a visit under way or told to come, or where they were seen of late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.heads import heads_of
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.rules.destinations import destination
from store.extract.meetings.rules.journeys import CAME
from store.extract.meetings.slots.under_way import NEAR, far
from store.extract.names import dateline_place, host_of
from store.extract.times.calendar_days import days_from
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.reading import Reading


def where_one_stays(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """As in "Ruiz arrived here on Friday", then "the premier is to meet Ruiz": the city of a visit under way."""
    people = {p.name for p in entry.parties.values() if p.kind == "person"}
    day = page.article.anchor.day
    begin = entry.begin.first if entry.begin else None
    if begin is not None and day is not None and (begin - day).days > NEAR:
        return None
    for c in candidates:
        if c.rule not in ("travelled for", CAME) or c.place is None or c.place.kind != "city":
            continue
        theirs = {p.name for p in c.parties}
        guest = bool(theirs) and any(_of_the_guest(o) for o in entry.candidates)
        guest = guest or _host_meets(entry, c)
        if (people & theirs or guest) and not far(c, entry, page):
            return c.place
    arrived = next((city for c in candidates if (city := _arrived(c, people))), None)
    return arrived or _seen_in(entry, people, page)


def _host_meets(entry: Entry, c: Candidate) -> bool:
    """As in "Peru's minister arrived in Oslo on Sunday", then "Ruiz will meet Norway's Berg": one of the hosts."""
    host = host_of(c.place) if c.place is not None else None
    near = 0 < entry.candidates[0].scene.index - c.scene.index <= _SOON
    return near and host is not None and any(p.kind == "person" and p.of == host.name for p in entry.parties.values())


_SOON = 6
"""Sentences after an arrival within which those who came meet their hosts."""


def _of_the_guest(c: Candidate) -> bool:
    """As in "the guest is to be received by the president": whoever is on a visit under way."""
    if c.group is None:
        return False
    subject = c.scene.lower[slice(*subject_stretch(c.scene, c.group))]
    return not _GUESTS.isdisjoint(subject[-3:])


def on_a_visit(entry: Entry, entries: list[Entry]) -> Place | None:
    """As in "Ruiz arrives in Peru on Monday", then "He will meet the premier on Tuesday": where he is by then."""
    day = entry.begin.first if entry.begin and entry.begin.first == entry.begin.last else None
    if day is None:
        return None
    people = {p.name for p in entry.parties.values() if p.kind == "person"}
    for visit in entries:
        first = visit.begin.first if visit.begin else None
        if visit is entry or visit.place is None or first is None or not any(c.journey for c in visit.candidates):
            continue
        last = visit.end.last if visit.end and visit.end.last else days_from(first, NEAR)
        if people & visit.parties.keys() and last is not None and first <= day <= last:
            return visit.place
    return None


def _arrived(c: Candidate, people: set[str]) -> Place | None:
    """As in "Meir arrived in Cairo on Friday on a surprise visit": the city, where one of ``people`` came to it."""
    for group in c.scene.groups:
        came = group.verb in _CAME and group.tense in ("past", "perfect")
        goal = destination(c.scene, group) if came else None
        if goal is None or not isinstance(goal.what, Place) or goal.what.kind != "city":
            continue
        who = heads_of(c.scene, *subject_stretch(c.scene, group))
        if any(isinstance(m.what, Party) and m.what.name in people for m in who):
            return goal.what
    return None


def _seen_in(entry: Entry, people: set[str], page: Reading) -> Place | None:
    """As in "was signed in Oslo on Monday by Ruiz", then "she was to hold talks later Tuesday with Berg": still there.

    Only where Berg is told to be no stranger in Oslo, by his state or by none being told.
    """
    day, begin = page.article.anchor.day, entry.begin.first if entry.begin else None
    if day is None or begin is None or not 0 <= (begin - day).days <= _STILL or len(people) < len(entry.parties):
        return None
    states = {p.of for p in entry.parties.values()}
    for party in page.parties:
        if party.name not in people:
            continue
        first = page.tokens.at(party.span)[0]
        if page.tokens.lower[first - 1] != "by":
            continue
        index = page.tokens.sentence_of[first]
        days = [t.last for t in page.times_in.get(index, ()) if t.type == "DATE" and t.last]
        if not any(0 <= (day - d).days <= _STILL for d in days):
            continue
        for city in page.places_in.get(index, ()):
            host = host_of(city)
            told_in = page.tokens.lower[page.tokens.at(city.span)[0] - 1] == "in"
            abroad = host is not None and party.of and party.of != host.name
            if told_in and city.kind == "city" and abroad and ((host and host.name in states) or "" in states):
                return city
    return None


def sent_to(entry: Entry, page: Reading) -> Place | None:
    """As in a report from Lima on "a Peruvian delegation to Chile" that the premier "was due to meet Chile's Vaz"."""
    filed = dateline_place(page)
    home = host_of(filed) if filed is not None else None
    day, begin = page.article.anchor.day, entry.begin.first if entry.begin else None
    states = {p.of for p in entry.parties.values()}
    near = day is not None and begin is not None and 0 <= (begin - day).days <= _STILL
    theirs = states - {home.name, ""} if home is not None else set()
    if home is None or len(theirs) != 1 or len(states) == 1 or not near:
        return None
    for place in page.places:
        first, host = page.tokens.at(place.span)[0], host_of(place)
        before = page.tokens.lower[max(0, first - 2) : first]
        abroad = host is not None and host.name in theirs
        if abroad and len(before) > 1 and before[0] in _SENT and before[1] == "to":
            return place
    return None


_SENT = frozenset({"delegation", "mission"})
_STILL = 2
"""Days before and after the report for which one who was seen in a city is taken to stay there."""


_GUESTS = frozenset({"guest", "guests", "visitor", "visitors"})
_CAME = frozenset({"arrive", "land", "fly", "travel", "come"})
