"""Where a meeting is to be, when its own clause does not say."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from store.extract.gazetteer import states
from store.extract.meetings.journeys import destination
from store.extract.meetings.participants import heads_of
from store.extract.meetings.slots import locative
from store.extract.meetings.subjects import subject_stretch
from store.extract.names import host_of
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from store.extract.meetings.candidate import Candidate
    from store.extract.meetings.entry import Entry
    from store.extract.reading import Reading

_BESIDE = frozenset({"sidelines", "sideline", "margins", "margin", "fringes", "fringe", "framework"})
_NEAR = 5
"""Days within which gatherings of one body are taken to be in one city."""


def put_here(c: Candidate, page: Reading) -> None:
    """As in "Here" is the dateline's city; a venue or nothing named on the host's soil is the host's."""
    if c.here and (c.place is None or c.place.kind != "city"):
        c.place = dateline_place(page) or c.place
    if c.place is None and c.group is not None and c.group.verb in ("host", "co-host") and not c.group.passive:
        c.place = _soil_of(c)


def _soil_of(c: Candidate) -> Place | None:
    """The state that hosts: "Senegal will host the next meeting"."""
    group = c.group
    assert group is not None
    for m in c.scene.parties:
        party = m.what
        if isinstance(party, Party) and party.kind == "state" and m.first < group.first and group.first - m.end <= 2:
            code = next((s.code for s in states().values() if s.name == party.name), "")
            return Place(span=party.span, name=party.name, kind="country", country=code, rule="host state")
    return None


def dateline_place(page: Reading) -> Place | None:
    """The city that the article was filed from; a dateline in capitals that opens the body tells it best."""
    filed: Place | None = None
    for index, sentence in enumerate(page.tokens.sentences):
        city = next((p for p in page.places_in.get(index, ()) if p.kind == "city"), None)
        if sentence.kind == "dateline":
            filed = filed or city
        elif sentence.kind == "body":
            opens = city is not None and city.span.start == sentence.span.start
            return city if opens and city and city.span.of(page.tokens.text).isupper() else filed
    return filed


def settle_places(entries: list[Entry], candidates: list[Candidate], page: Reading) -> None:
    """Let entries without a city take it from the gathering they go with, or from the dateline of the same day."""
    for entry in entries:
        _beside_another(entry, entries, candidates)
    everywhere = candidates
    for entry in entries:
        if entry.place is None:
            entry.place = next((p for c in entry.candidates if c.beside and (p := _city_of_sentence(c))), None)
        if entry.place is None:
            candidates = _around(entry.candidates[0], everywhere)
            entry.place = (
                _of_the_same_body(entry, candidates, page)
                or _where_one_stays(entry, candidates, page)
                or _under_one_roof(entry, candidates, page)
                or _with_the_host(entry, candidates, page)
            )
    anchor = page.article.anchor
    for entry in entries:
        same_day = entry.begin and anchor.bound == "exact" and entry.begin.first == entry.begin.last == anchor.day
        if same_day and (entry.place is None or entry.place.kind == "venue"):
            entry.place = dateline_place(page) or entry.place


def _around(c: Candidate, candidates: list[Candidate]) -> list[Candidate]:
    """The mentions, in text order, that stand near one of them: a book-long text stays linear."""
    at = bisect(candidates, c.at, key=lambda other: other.at)
    return candidates[max(0, at - _REACH) : at + _REACH]


_REACH = 200


def _beside_another(entry: Entry, entries: list[Entry], candidates: list[Candidate]) -> None:
    """As in "on the sidelines of the summit": that one's day and city, where its own are not given."""
    for c in entry.candidates:
        for host in _around(c, candidates):
            if host.scene is not c.scene or not _hosts(host) or host in entry.candidates:
                continue
            other = next((e for e in entries if e is not entry and _is_entry_of(host, e)), None)
            if other is not None:
                if entry.begin is None:
                    entry.begin = other.begin
                entry.place = entry.place or other.place
            entry.place = entry.place or host.place


def _city_of_sentence(c: Candidate) -> Place | None:
    """As in "invited them to Turku on the sidelines of the conference"."""
    for m in c.scene.places:
        if isinstance(m.what, Place) and m.what.kind == "city" and locative(c.scene, m):
            return m.what
    return None


def _is_entry_of(host: Candidate, entry: Entry) -> bool:
    return host in entry.candidates or bool(host.names and entry.names & host.names)


def _hosts(c: Candidate) -> bool:
    if c.noun is None:
        return False
    scene, first = c.scene, c.noun.first
    before = scene.lower[max(scene.sentence.first, first - 4) : first]
    return before[-1:] == ["during"] or (before[-1:] == ["of"] and not _BESIDE.isdisjoint(before))


def _of_the_same_body(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """The city of another gathering of the same body in these days: "the forum opened in Riga", "they meet again"."""
    bodies = entry.names | {p.name.lower() for p in entry.parties.values() if p.kind == "organisation"}
    again = any(_again(c) for c in entry.candidates)
    for c in candidates:
        if c.place is None or c.place.kind != "city" or c.series == "visit" or c.noun is None or c in entry.candidates:
            continue
        theirs = c.names | {p.name.lower() for p in c.parties if p.kind == "organisation"}
        if not (bodies & theirs or again) or _far(c, entry, page):
            continue
        return c.place
    return None


def _where_one_stays(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """As in "Ruiz arrived here on Friday", then "the premier is to meet Ruiz": the city of a visit under way."""
    people = {p.name for p in entry.parties.values() if p.kind == "person"}
    day = page.article.anchor.day
    begin = entry.begin.first if entry.begin else None
    if begin is not None and day is not None and (begin - day).days > _NEAR:
        return None
    for c in candidates:
        if c.rule != "travelled for" or c.place is None or c.place.kind != "city":
            continue
        if people & {p.name for p in c.parties} and not _far(c, entry, page):
            return c.place
    return next((city for c in candidates if (city := _arrived(c, people))), None)


def _arrived(c: Candidate, people: set[str]) -> Place | None:
    """As in "Meir arrived in Cairo on Friday on a surprise visit": the city, where one of ``people`` came to it."""
    for group in c.scene.groups:
        goal = destination(c.scene, group) if group.verb == "arrive" and group.tense == "past" else None
        if goal is None or not isinstance(goal.what, Place) or goal.what.kind != "city":
            continue
        who = heads_of(c.scene, *subject_stretch(c.scene, group))
        if any(isinstance(m.what, Party) and m.what.name in people for m in who):
            return goal.what
    return None


def _with_the_host(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """As in a report from Tokyo that a foreign premier "will hold talks on Friday" with Japan's: there, unless Japan's
    is told to travel.
    """
    city, day = dateline_place(page), page.article.anchor.day
    begin = entry.begin.first if entry.begin else None
    host = host_of(city) if city is not None else None
    if host is None or day is None or begin is None or not 0 <= (begin - day).days <= _STAY:
        return None
    ours = {p.name for p in entry.parties.values() if host.name in (p.name, p.of)}
    guests = [p for p in entry.parties.values() if p.name not in ours and p.kind != "organisation"]
    away = any(c.journey and ours & {p.name for p in c.parties} for c in candidates)
    return city if ours and guests and not away else None


_STAY = 7
"""Days ahead within which a guest is met where the report was filed."""


def _under_one_roof(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """As in "the summit opened here on Sunday", then "ministers meet on Tuesday": where a gathering is under way.

    Not for two persons, who may meet anywhere.
    """
    if entry.begin is None or any(p.kind == "person" for p in entry.parties.values()):
        return None
    for c in candidates:
        opened = c.rule == "was held" and c.group is not None and c.group.verb in _OPENED
        same = c.series == entry.series and c not in entry.candidates and entry.names <= c.names
        if (
            (opened or same)
            and c.series in _GATHERINGS
            and c.place is not None
            and c.place.kind == "city"
            and not _far(c, entry, page)
        ):
            return c.place
    return None


_OPENED = frozenset({"open", "begin", "start", "kick", "convene"})
_GATHERINGS = frozenset({"summit", "conference", "forum", "ministerial", "retreat", "round of talks"})


def _again(c: Candidate) -> bool:
    group = c.group
    return group is not None and (
        group.verb in ("resume", "continue", "reconvene") or "again" in c.scene.lower[group.end : group.end + 2]
    )


def _far(c: Candidate, entry: Entry, page: Reading) -> bool:
    day = entry.begin.first if entry.begin else page.article.anchor.day
    days = [t.first for t in c.times if t.first]
    return bool(day and days and all(abs((d - day).days) > _NEAR for d in days))
