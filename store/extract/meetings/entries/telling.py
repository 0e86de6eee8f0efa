"""Whether an entry tells enough to be an announcement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.kinship import TALKS
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.slots.filed_from import dateline_place
from store.extract.names import is_capital
from store.extract.plural_verbs import PEOPLE

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.reading import Reading


def tells(entry: Entry, page: Reading) -> bool:
    """False for what is too thin to be an announcement: no date, and nobody and nothing named."""
    if entry.series == "hearing" and len(entry.parties) < 2 and entry.rule != "arranged":
        return False  # before a committee or a court
    if entry.series == "session" and _of_parliament(entry):
        return False
    setting = all(c.beside and c.rule != "link" for c in entry.candidates)
    if setting and not entry.names and (entry.begin is None or not (entry.parties or entry.place)):
        return False  # "on the sidelines of a conference in Oslo": only the setting of another meeting
    if entry.series == "visit" and entry.rule == "holds on" and not (entry.place or entry.parties or entry.names):
        return False  # "leaves on a foreign tour on Thursday": nobody and nowhere
    if entry.begin is None and entry.series == "visit" and _sightseeing(entry, page):
        return False
    if entry.begin is not None:
        named = entry.parties or entry.place or entry.names or len(entry.passages) > 1
        named = named or any(_held_by_office(c) for c in entry.candidates)
        sure = any((c.noun and c.definite) or c.rule in _SURELY or c.pair for c in entry.candidates)
        sure = sure or entry.rule == "invited"
        return bool(named) or sure or entry.series != "meeting"
    sentences = page.tokens.sentences
    if all(sentences[i].kind == "headline" for i in entry.passages):
        return False
    if entry.status == "proposed":
        return False
    if entry.status == "postponed" and entry.place is not None:
        return True
    sited = (
        entry.place is not None
        and entry.series != "visit"
        and (
            entry.rule in _SURELY
            or _hosted(entry)
            or (entry.rule == "will hold" and (entry.series in TALKS | {"summit"} or _next(entry)))
        )
    )
    return bool(entry.parties or entry.names) or sited


def _hosted(entry: Entry) -> bool:
    """As in "Riga will host the next conference of the port cities": no day, but a city and a firm verb."""
    first = entry.candidates[0]
    return entry.rule == "upcoming" and first.group is not None and first.group.verb == "host"


def _sightseeing(entry: Entry, page: Reading) -> bool:
    """As in a report from Lima that a guest "will also visit Cuzco", no day told: a trip within the country."""
    here, there = dateline_place(page, entry.candidates[0].scene.index), entry.place
    if here is None or there is None or there.kind != "city" or there.country != here.country:
        return False
    return not is_capital(there) and not any(p.kind == "person" for p in list(entry.parties.values())[1:])


def _next(entry: Entry) -> bool:
    """As in "Oslo will host the next conference": one of a row, though nothing else is told of it."""
    nouns = ((c.scene.lower, c.noun) for c in entry.candidates if c.noun is not None)
    return any("next" in lower[noun.first : noun.head] for lower, noun in nouns)


_SURELY = frozenset({"will meet", "will be held", "postponed", "will discuss", "together"})


def _held_by_office(c: Candidate) -> bool:
    """As in "ministers from the region will discuss it at an emergency meeting", "rival factions are to hold talks"."""
    if c.attended and c.host is not None:
        return not PEOPLE.isdisjoint(c.scene.lower[slice(*subject_stretch(c.scene, c.host))])
    if c.rule not in ("will hold", "arranged") or c.group is None:
        return False
    return not meeting_words().people.isdisjoint(c.scene.lower[slice(*subject_stretch(c.scene, c.group))])


def _of_parliament(entry: Entry) -> bool:
    names = [name.lower().split()[-1] for name in entry.parties]
    return bool(names) and all(name in meeting_words().assemblies for name in names)
