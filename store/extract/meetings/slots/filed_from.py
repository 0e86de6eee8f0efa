"""Where a meeting is to be, as the city tells that the report was filed from: "here", the host's, a body's seat."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from store.extract.gazetteer import folded, gazetteer, rows_of
from store.extract.meetings.parts.items import city_of_item
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.slots.under_way import gathers_there, sits_here
from store.extract.names import host_of
from store.model.mentions import Party, Place, Time

if TYPE_CHECKING:
    from datetime import date

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene
    from store.extract.reading import Reading


def dateline_place(page: Reading, index: int | None = None) -> Place | None:
    """The city or headquarters that the article was filed from, or its item around sentence ``index``.

    A dateline in capitals that opens the body tells it best.
    """
    of_item = city_of_item(page, index) if index is not None else None
    if of_item is not None:
        return of_item
    filed: Place | None = None
    for index, sentence in enumerate(page.tokens.sentences):
        city = next((p for p in page.places_in.get(index, ()) if p.kind == "city"), None)
        if sentence.kind == "dateline":
            filed = filed or city or next(iter(page.places_in.get(index, ())), None)
        elif sentence.kind == "body":
            opens = city is not None and city.span.start == sentence.span.start
            return city if opens and city and city.span.of(page.tokens.text).isupper() else filed
    return filed


def where_filed(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """The city of the report, where the meeting is evidently there: at the host's, at a seat, among its own people."""
    first = entry.candidates[0].scene
    city, day = _opening(first) or dateline_place(page, first.index), page.article.anchor.day
    begin = entry.begin.first if entry.begin else None
    if city is None or day is None or begin is None or not 0 <= (begin - day).days <= _STAY:
        return None
    last = entry.begin.last if entry.begin else None
    if last is None or (last - begin).days >= _STAY:
        return None  # "at the summit in December", read on the last of November
    there = (
        _with_the_host(entry, candidates, city)
        or _where_it_goes_on(entry, candidates, page)
        or _among_its_own(entry, candidates, city)
        or _at_its_seat(entry, city)
        or _of_this_town(entry, city)
        or _ends(entry)
        or sits_here(entry, candidates, page)
        or gathers_there(entry, candidates, page, city)
    )
    return city if there else None


_STAY = 7
"""Days ahead within which a meeting is taken to be where the report on it was filed."""


def on_the_day(entry: Entry, page: Reading) -> None:
    """What a report says of later the same day happens where it was filed."""
    anchor = page.article.anchor
    same_day = entry.begin and anchor.bound == "exact" and entry.begin.first == entry.begin.last == anchor.day
    near = entry.begin and entry.begin.first and anchor.day and 0 <= (entry.begin.first - anchor.day).days <= _STAY
    hall = (
        entry.place is not None
        and entry.place.kind == "venue"
        and not _LOCAL.isdisjoint(entry.place.name.title().split())
    )
    untold = same_day and entry.place is None
    filed = dateline_place(page, entry.candidates[0].scene.index) if untold or (near and hall) else None
    if filed is not None and (entry.place is None or _may_be_in(entry.place, filed)):
        entry.place = filed


_LOCAL = frozenset({"Hotel", "Guesthouse", "Hall", "Centre", "Center", "Guildhall", "Inn"})
"""Last words of venues that a report names without their city where that is its own."""


def _may_be_in(venue: Place, city: Place) -> bool:
    if venue.kind != "venue" or _named_for_another(venue, city):
        return False
    return not venue.country or venue.country == city.country


def _named_for_another(venue: Place, city: Place) -> bool:
    """True for the "Busan Convention Center" in a report from Seoul; an "Oxford Hotel" may stand anywhere."""
    first, *others = venue.name.split()
    halls = not _PUBLIC.isdisjoint(others)
    return halls and folded(first) in gazetteer().cities and not city.name.startswith(first)


_PUBLIC = frozenset({"Convention", "Conference", "Congress", "Exhibition"})


def _of_this_state(party: Party) -> bool:
    """True for "Prime Minister Ruiz": a report names the state of every premier but that of its own country."""
    return party.kind == "person" and not party.of and party.role in _OF_A_STATE


_OF_A_STATE = frozenset({"president", "prime minister", "premier", "foreign minister", "king", "queen", "chancellor"})


def _opening(scene: Scene) -> Place | None:
    """As in "In Cairo, the Arab League said that its ministers would meet on Sunday": what is told from there."""
    head = scene.places[0] if scene.places else None
    first = scene.sentence.first
    if (
        head is None
        or scene.lower[first] != "in"
        or head.first != first + 1
        or scene.lower[head.end : head.end + 1] != [","]
    ):
        return None
    return head.what if isinstance(head.what, Place) and head.what.kind == "city" else None


def _with_the_host(entry: Entry, candidates: list[Candidate], city: Place) -> bool:
    """As in a report from Tokyo that a foreign premier "will hold talks on Friday" with Japan's: there, unless Japan's
    is told to travel.
    """
    host = host_of(city)
    if host is None:
        return False
    ours = {p.name for p in entry.parties.values() if host.name in (p.name, p.of) or _of_this_state(p)}
    guests = [p for p in entry.parties.values() if p.name not in ours and p.kind != "organisation"]
    away = any(c.journey and ours & {p.name for p in c.parties} for c in candidates)
    return bool(ours and guests) and not away


def _among_its_own(entry: Entry, candidates: list[Candidate], city: Place) -> bool:
    """As in a report from Beirut that "Lebanese leaders will meet again on Tuesday": all who take part are at home."""
    host = host_of(city)
    if host is None or not entry.parties or entry.series == "visit":
        return False
    away = any(c.journey and entry.parties.keys() & {p.name for p in c.parties} for c in candidates)
    return not away and all(host.name in (p.name, p.of) for p in entry.parties.values())


def _of_this_town(entry: Entry, city: Place) -> bool:
    """As in a report from Oslo that "the Oslo Board of Education will meet the teachers on Friday"."""
    bodies = [p.name for p in entry.parties.values() if p.kind == "organisation"]
    return any(name.startswith(f"{city.name} ") for name in bodies)


def _ends(entry: Entry) -> bool:
    """As in a report from Oslo on a conference "which ends on Friday": it is under way there."""
    told = [c for c in entry.candidates if c.licensed]
    return entry.series in _GATHERINGS and all(c.finishing or (c.group and c.group.verb == "last") for c in told)


_GATHERINGS = frozenset({"summit", "conference", "forum", "ministerial", "retreat"})


def _at_its_seat(entry: Entry, city: Place) -> bool:
    """As in a report from Jeddah that the OIC's board "will meet on Thursday"."""
    bodies = [p.name for p in entry.parties.values() if p.kind == "organisation"]
    if not entry.parties:  # "the League said that its ministers would meet on Sunday"
        for c in entry.candidates:
            bodies += [m.what.name for m in c.scene.parties if isinstance(m.what, Party) and _of_the_one_named(c, m)]
    guests = sum(p.kind == "person" for p in entry.parties.values())
    return len(bodies) + guests >= len(entry.parties) and any(
        seats().get(name) == (city.name.removesuffix(" City"), city.country) for name in bodies
    )


def _of_the_one_named(c: Candidate, m: Mention) -> bool:
    group = c.group or (c.scene.left_group(c.noun.first) if c.noun is not None else None)
    if group is None or m.party != "organisation" or m.end > group.first:
        return False
    return "its" in c.scene.lower[m.end : group.first]


@cache
def seats() -> dict[str, tuple[str, str]]:
    """Organisation -> city and country code of its seat, for bodies that meet there as a rule."""
    return {row["body"]: (row["city"], row["country"]) for row in rows_of("seats")}


def _where_it_goes_on(entry: Entry, candidates: list[Candidate], page: Reading) -> bool:
    """As in a report from Oslo that two sides "met on Wednesday" and "will meet again on Thursday": there, where
    neither is told to be elsewhere.
    """
    day = page.article.anchor.day
    begin = entry.begin.first if entry.begin else None
    if day is None or begin is None or not 0 <= (begin - day).days <= _GOES_ON:
        return False
    resumed = any(again(c) or (c.definite and c.noun is not None) for c in entry.candidates)
    scenes = {c.scene.index for c in entry.candidates if again(c)}
    goes_on = any(c.group is not None and c.group.verb in _GOING_ON for c in entry.candidates)
    if goes_on and (begin - day).days <= 1 and entry.series != "visit":
        return True  # "the session resumes on Tuesday", read on Monday
    return resumed and any(_just_held(c, day) or (c.rule == "after" and c.scene.index in scenes) for c in candidates)


_GOING_ON = frozenset({"resume", "continue", "reconvene"})
_GOES_ON = 4
"""Days after which talks that go on may do so elsewhere."""


def _just_held(c: Candidate, day: date) -> bool:
    """True for talks of the day of the report, or the day before, of which no place is told."""
    if c.place is not None or (c.licensed and c.rule not in ("was held", "mention")):
        return False
    held = c.scene.left_group(c.noun.first) if c.noun is not None and c.group is None else c.group
    if held is None or held.tense not in ("past", "perfect") or held.verb in meeting_words().verbs["cancel"]:
        return False
    days = [t.last for m in c.scene.times if isinstance(t := m.what, Time) and t.type == "DATE" and t.last]
    return any(0 <= (day - d).days <= 1 for d in days)


def again(c: Candidate) -> bool:
    """As in "talks will resume", "they will meet again": where they were held before."""
    group = c.group
    return group is not None and (
        group.verb in _GOING_ON
        or "again" in c.scene.lower[group.end : group.end + 2]
        or c.scene.lower[group.end : group.end + 2] == ["once", "more"]
        or (
            c.scene.lower[group.end : group.end + 2] == ["for", "a"]
            and "day" in c.scene.lower[group.end : group.end + 4]
        )
    )
