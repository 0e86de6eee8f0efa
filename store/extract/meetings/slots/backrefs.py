"""Cities told again by what they are: "in the capital", "in the Mexican resort", "in the city"."""

from __future__ import annotations

from bisect import bisect
from functools import cache
from typing import TYPE_CHECKING

from store.extract.gazetteer import states
from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.scene import Scene
from store.extract.meetings.parts.spots import CITIES
from store.extract.meetings.slots.filed_from import dateline_place
from store.extract.names import capital_of, is_capital
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.reading import Reading

_REACH = 100
"""Places before, among which the one that is taken up is sought: keeps a book-long text linear."""
_BEFORE = frozenset({"in", "to", "at"})
_GOES_ON = frozenset({"of", "'s", "-", "council", "hall", "government", "officials", "authorities", "centre", "center"})


def told_again(c: Candidate) -> Place | None:
    """The city that the candidate's own clause takes up by its kind; None where it names one or none is known."""
    scene = c.scene
    for i in range(scene.sentence.first + 2, scene.sentence.end):
        if scene.lower[i] not in CITIES or not _stands_alone(scene, i):
            continue
        first = i - 1 - (scene.lower[i - 1] != "the")
        if scene.lower[first] not in ("the", "that") or scene.lower[first - 1] not in _BEFORE:
            continue
        if scene.owner(Mention(first, i + 1, None)) not in (c.noun, c.group):
            continue
        return _city(scene, i, scene.lower[i - 1] if first < i - 1 else "")
    return None


def _stands_alone(scene: Scene, i: int) -> bool:
    after = scene.lower[i + 1] if i + 1 < scene.sentence.end else "."
    named = any(m.first <= i < m.end or m.first in (i + 1, i + 2) for m in scene.places)
    return after not in _GOES_ON and not named


def _city(scene: Scene, i: int, adjective: str) -> Place | None:
    page, start = scene.page, scene.tokens.starts[i]
    at = bisect(page.places, start, key=lambda p: p.span.start)
    before = [p for p in page.places[max(0, at - _REACH) : at] if p.kind == "city"]
    if adjective and adjective != "same":
        country = _adjectives().get(adjective, "")
        filed = dateline_place(page, scene.index)
        near = [p for p in before if (p.country == country if country else filed is None or p.name != filed.name)]
        return near[-1] if near else None
    if scene.lower[i] == "capital":
        filed = dateline_place(page, scene.index)
        capitals = [p for p in before if is_capital(p)]
        if filed is not None and is_capital(filed):
            return filed
        return next(reversed(capitals), None) or (_capital_of_the_host(scene, i) if filed is None else None)
    told = [p for p in before if _told_in(page, p)]
    return next(reversed(told or before), None)


def _capital_of_the_host(scene: Scene, i: int) -> Place | None:
    """As in "The Latvian president will welcome her colleague in the capital": of the state named first."""
    party = next((m.what for m in scene.parties if m.end <= i), None)
    if not isinstance(party, Party) or not (party.of or party.kind == "state"):
        return None
    return capital_of(party.of or party.name, scene.tokens.span(i, i + 1))


def _told_in(page: Reading, place: Place) -> bool:
    """True for the city of "in Oslo", "to Oslo"; not of "the Oslo accord"."""
    first = page.tokens.at(place.span)[0]
    return first > 0 and page.tokens.lower[first - 1] in _BEFORE


def as_venue(c: Candidate) -> Place | None:
    """As in "Oslo has been chosen as the venue for talks": the city of which that is said."""
    scene, noun = c.scene, c.noun
    if noun is None:
        return None
    told = scene.preposition(noun) in ("for", "of")
    if told and not _VENUES.isdisjoint(scene.lower[max(scene.sentence.first, noun.first - 3) : noun.first]):
        return next((p for m in scene.places if m.end <= noun.first and isinstance(p := m.what, Place)), None)
    over = scene.left_group(noun.first)
    if over is not None and over.verb in _CHOSEN and not over.passive and scene.preposition(noun) == "for":
        return next((p for m in scene.places if m.first == over.end and isinstance(p := m.what, Place)), None)
    for m in scene.places:
        group = scene.right_group(m.end)
        if group is None or group.first - m.end > 1 or group.end > noun.first or not isinstance(m.what, Place):
            continue
        after = scene.lower[group.end : group.end + 4]
        if group.verb in _AWAITING and "for" in scene.lower[group.end : group.end + 3]:
            return m.what
        called = group.verb in _CALLED and not _VENUES.isdisjoint(after) and scene.nearest_head(noun.first) == group
        chosen = group.passive and group.verb in _CHOSEN and scene.preposition(noun) == "for"
        if called or (chosen and scene.left_group(noun.first) == group):
            return m.what
    return None


_VENUES = frozenset({"venue", "site", "host", "setting", "scene", "location"})
_CALLED = frozenset({"be", "become", "remain"})
"""As in "Oslo will be the venue when talks resume"."""
_AWAITING = frozenset({"ready", "brace", "prepare", "gear"})
"""As in "Oslo readies itself for the summit"."""
_CHOSEN = frozenset({"choose", "pick", "select", "name", "settle", "propose", "fix", "prefer"})
"""As in "Oslo was chosen on Tuesday for the summit"."""


@cache
def _adjectives() -> dict[str, str]:
    return {adjective.lower(): state.code for state in states().values() for adjective in state.adjectives}
