"""Where a meeting is to be, when its own clause does not say."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from typing import TYPE_CHECKING

from store.extract.meetings.entries.stays import on_a_visit, sent_to, where_one_stays
from store.extract.meetings.parts.kinship import kin
from store.extract.meetings.parts.schedule import when_of
from store.extract.meetings.parts.spots import locative
from store.extract.meetings.slots.filed_from import again, on_the_day, where_filed
from store.extract.meetings.slots.under_way import NEAR, ahead, far, under_one_roof, where_they_sit
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.reading import Reading
    from store.model.mentions import When

_BESIDE = frozenset({"sidelines", "sideline", "margins", "margin", "fringes", "fringe", "framework"})


def settle_places(entries: list[Entry], candidates: list[Candidate], page: Reading) -> None:
    """Let entries without a city take it from the gathering they go with, or from the dateline of the same day."""
    for entry in entries:
        _beside_another(entry, entries, candidates, page)
    everywhere = candidates
    for entry in entries:
        if entry.place is None:
            entry.place = next((p for c in entry.candidates if c.beside and (p := _city_of_sentence(c))), None)
        if entry.place is None:
            candidates = _around(entry.candidates[0], everywhere)
            entry.place = (
                _of_the_same_day(entry, candidates)
                or _of_the_same_body(entry, candidates, page)
                or where_one_stays(entry, candidates, page)
                or on_a_visit(entry, entries)
                or _right_after(entry, candidates)
                or under_one_roof(entry, candidates, page)
                or where_they_sit(entry, candidates, page)
                or sent_to(entry, page)
                or where_filed(entry, candidates, page)
            )
        elif entry.place.kind == "country" and entry.series != "visit":
            stay = where_one_stays(entry, _around(entry.candidates[0], everywhere), page)
            if stay is not None and stay.country == entry.place.country:
                entry.place = stay  # "landed in Lima", "is to meet the premier", "his first trip to Peru"
    told = Counter(index for entry in entries for index in entry.passages)
    for entry in entries:
        on_the_day(entry, page)
        if entry.place is not None and entry.place.kind == "venue":
            entry.place = _city_of_venue(entry, told, page) or entry.place


def _city_of_venue(entry: Entry, told: Counter[int], page: Reading) -> Place | None:
    """As in "will meet at the Palace Hotel", then "Both delegations were flying to Lima": the one city told nearby.

    ``told``: sentence index -> how many meetings it tells of.
    None where a sentence beside it tells of more than one, or of an earlier or another meeting.
    """
    venue, first, last = entry.place, entry.candidates[0].scene.index, entry.candidates[-1].scene.index
    lower, sentences = page.tokens.lower, page.tokens.sentences
    if venue is None or first != last:
        return None
    for index in (first, first + 1, first + 2):
        if (
            told[index] > (index in entry.passages)
            or not 0 <= index < len(sentences)
            or sentences[index].kind != "body"
        ):
            continue
        words = lower[sentences[index].first : sentences[index].end]
        cities = [p for p in page.places_in.get(index, ()) if p.kind == "city"]
        if cities and (len({p.name for p in cities}) > 1 or not _EARLIER.isdisjoint(words)):
            return None
        if cities and (not venue.country or venue.country == cities[0].country):
            return cities[0]
    return None


_EARLIER = frozenset({"last", "previous", "earlier", "former", "from"})
"""In a sentence that tells of another time or way, its city need not be the venue's."""


def _around(c: Candidate, candidates: list[Candidate]) -> list[Candidate]:
    """The mentions, in text order, that stand near one of them: a book-long text stays linear."""
    at = bisect(candidates, c.at, key=lambda other: other.at)
    return candidates[max(0, at - _REACH) : at + _REACH]


_REACH = 200


def _beside_another(entry: Entry, entries: list[Entry], candidates: list[Candidate], page: Reading) -> None:
    """As in "on the sidelines of the summit": that one's day and city, where its own are not given."""
    for c in entry.candidates:
        for host in _around(c, candidates):
            own = host in entry.candidates and not host.beside
            if host.scene is not c.scene or not _hosts(host) or own:
                continue
            other = next((e for e in entries if e is not entry and _is_entry_of(host, e)), None)
            other = other or _just_told(host, [e for e in entries if e is not entry])
            if entry.begin is None and other is None:
                entry.begin = _coming_day(host, page)
            if other is not None:
                if entry.begin is None:
                    entry.begin = other.begin
                entry.place = entry.place or other.place
            entry.place = entry.place or host.place


def _coming_day(host: Candidate, page: Reading) -> When | None:
    """The day of a gathering under way or to come that makes no entry: "on the sidelines of the summit on Friday"."""
    day = page.article.anchor.day
    coming = (t for t in host.times if t.type == "DATE" and t.first and day and t.first >= day and t.first == t.last)
    time = next(coming, None)
    return when_of(time) if time is not None else None


def _city_of_sentence(c: Candidate) -> Place | None:
    """As in "invited them to Turku on the sidelines of the conference"."""
    for m in c.scene.places:
        if isinstance(m.what, Place) and m.what.kind == "city" and locative(c.scene, m):
            return m.what
    return None


def _is_entry_of(host: Candidate, entry: Entry) -> bool:
    return host in entry.candidates or bool(host.names and entry.names & host.names)


def _just_told(host: Candidate, entries: list[Entry]) -> Entry | None:
    """The meeting told last before a bare "on the sidelines of the meeting"."""
    named = host.names or (host.parties and not host.attended)
    if host.noun is None or not host.definite or named or host.place or host.times:
        return None
    before = [e for e in entries if e.candidates[0].at < host.at and kin(e.series, host.series)]
    return max(before, key=lambda e: e.candidates[0].at, default=None)


def _hosts(c: Candidate) -> bool:
    if c.noun is None:
        return False
    scene, first = c.scene, c.noun.first
    before = scene.lower[max(scene.sentence.first, first - 4) : first]
    return before[-1:] == ["during"] or (before[-1:] == ["of"] and not _BESIDE.isdisjoint(before))


def _of_the_same_body(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """The city of another gathering of the same body in these days: "the forum opened in Riga", "they meet again"."""
    bodies = entry.names | {p.name.lower() for p in entry.parties.values() if p.kind == "organisation"}
    resumed = any(again(c) for c in entry.candidates)
    for c in candidates:
        if c.place is None or c.place.kind != "city" or c.series == "visit" or c.noun is None or c in entry.candidates:
            continue
        theirs = c.names | {p.name.lower() for p in c.parties if p.kind == "organisation"}
        if not (bodies & theirs or (resumed and not ahead(c, page))) or far(c, entry, page):
            continue
        return c.place
    return None


def _of_the_same_day(entry: Entry, candidates: list[Candidate]) -> Place | None:
    """As in "are willing to hold talks in Oslo on Saturday", then "Saturday's talks": told before, if not for sure."""
    day = entry.begin.first if entry.begin and entry.begin.first == entry.begin.last else None
    if day is None:
        return None
    for c in candidates:
        told = c.place is not None and not c.licensed and kin(entry.series, c.series) > 1 and c not in entry.candidates
        if told and any(t.first == day == t.last for t in c.times):
            return c.place
    return None


def _right_after(entry: Entry, candidates: list[Candidate]) -> Place | None:
    """As in "ministers meet in Oslo on Friday ahead of the summit on Monday": where the preparations are."""
    day = entry.begin.first if entry.begin and entry.begin.first == entry.begin.last else None
    for c in entry.candidates:
        if c.rule != "link" or day is None:
            continue
        for other in candidates:
            if other.scene is not c.scene or other is c or other.place is None or other.place.kind != "city":
                continue
            if any(p.kind == "person" for p in other.parties):
                continue  # two who meet before a summit may do so anywhere
            days = [t.first for t in other.times if t.first]
            if other.at < c.at and days and 0 <= (day - max(days)).days <= NEAR:
                return other.place
    return None
