"""A journey with several stops is a visit to each: "will tour Peru, Chile and Bolivia from May 4 to 15"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.formats import soil
from store.extract.meetings.parts.schedule import when_of
from store.extract.names import host_of
from store.extract.times.calendar_days import common_value
from store.model.mentions import When

if TYPE_CHECKING:
    from datetime import date

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene
    from store.extract.meetings.parts.schedule import Schedule
    from store.model.mentions import Place

_JOINS = frozenset(
    ", and then the to on onto onward from there thence finally later as well also plus "
    "of republic kingdom federation state sultanate emirate united arab islamic democratic federal".split()
)
_TOUR = 3
"""Stops told in one breath that make one tour; two are a visit to each."""
_ORDER = frozenset("then on onto onward from thence finally later".split())
_BETWEEN = 7
"""Tokens from one stop to the next: ", and then on to the", ", the United Republic of"."""
_FIRST = 6
"""Tokens after the verb or noun within which the first stop stands."""


def legs(c: Candidate) -> list[Candidate]:
    """One candidate a stop, in the order of the journey; ``c`` alone where it leads to one state."""
    if c.series != "visit" or not c.licensed:
        return [c]
    stops = _stops(c)
    if len(stops) < 2:
        return [c]
    hosts = {host.name: host for _, place in stops if (host := host_of(place))}
    goals = {m.first for m, _ in stops}
    inside = {p.what.span for p in c.scene.parties if p.what is not None and p.first in goals}
    travellers = [p for p in c.parties if p.span not in inside and p.name not in hosts]
    if _one_tour(c, stops):
        parties = [*travellers, *(replace(host, rule="stop") for host in hosts.values())]
        return [replace(c, place=stops[0][1], parties=parties, definite=False, pair=False)]
    first = replace(c, leg=1, place=stops[0][1], parties=travellers, definite=False, pair=False)
    # A day makes an announcement of the first stop: of the others too, though it is not theirs.
    timed = c.needs_time and not c.times
    later = enumerate(stops[1:], 2)
    return [first, *(replace(first, at=m.first, leg=n, place=place, needs_time=timed) for n, (m, place) in later)]


def _stops(c: Candidate) -> list[tuple[Mention, Place]]:
    scene = c.scene
    taken = _taken_to(c)
    soils = [(m, place) for m in (*scene.places, *scene.parties) if (place := soil(scene, m)) is not None]
    soils.sort(key=lambda pair: pair[0].first)
    stops: list[tuple[Mention, Place]] = []
    last: Mention | None = None
    for m, place in soils:
        if taken and stops and m.first >= taken and (last is None or last.first < taken):
            last = m  # "arrives in Lima on a tour that will also take her to Quito"
        elif not (_opens(c, m, place, taken) if last is None else _follows(scene, last, m)):
            continue
        last = m
        if all(place.country != known.country for _, known in stops):  # "Oslo and Bergen" is one visit to one state
            stops.append((m, place))
    return stops


def _one_tour(c: Candidate, stops: list[tuple[Mention, Place]]) -> bool:
    """True for a plain list of three stops or more, "Peru, Chile and Bolivia": no day, no order told between them.

    Of a tour that has begun, "left on a visit to Peru, Chile and Bolivia", the later stops are still to come.
    """
    scene = c.scene
    if len(stops) < _TOUR or (c.group is not None and scene.tense(c.group)[0] in ("past", "perfect")):
        return False
    for (one, _), (other, _) in pairwise(stops):
        between = scene.lower[one.end : other.first]
        if not _ORDER.isdisjoint(between) or any(one.end <= t.first < other.first for t in scene.times):
            return False
    return True


def _taken_to(c: Candidate) -> int:
    """Token after the "to" of "a tour that will take him to Peru and Chile"; 0 without one."""
    scene, lower = c.scene, c.scene.lower
    for group in scene.groups:
        if group.verb not in ("take", "bring") or group.passive or group.negated or group.first < c.at:
            continue
        if scene.tense(group)[0] not in AHEAD | {"present"}:
            continue
        whom = next((m.end for m in scene.parties if m.first == group.end and m.party == "person"), group.end)
        whom += whom == group.end and lower[whom : whom + 1] in (["him"], ["her"], ["them"])
        also = whom + (lower[whom : whom + 1] in (["first"], ["also"], ["on"], ["then"]))
        if whom > group.end and lower[also : also + 1] == ["to"]:
            return also + 1
    return 0


def _opens(c: Candidate, m: Mention, place: Place, taken: int) -> bool:
    if taken and (c.place is None or c.place.kind == "region") and taken <= m.first <= taken + 1:
        return True
    if c.place is not None:
        return c.place.span == place.span and m.first >= _start(c)
    near = _start(c) <= m.first <= _start(c) + _FIRST
    return near and (not c.scene.broken(_start(c), m.first) or _listed(c.scene, m))


def _listed(scene: Scene, m: Mention) -> bool:
    """As in "will visit five countries - Peru, Chile": the stops stand behind a dash or colon."""
    return scene.lower[m.first - 1] in ("-", "–", "--", "—", ":") and scene.lower[m.first - 2] in _LANDS


_LANDS = frozenset({"countries", "nations", "states", "capitals", "cities"})


def _start(c: Candidate) -> int:
    if c.noun is not None:
        return c.noun.end
    return c.group.end if c.group is not None else c.at + 1


def _follows(scene: Scene, last: Mention, m: Mention) -> bool:
    if any(g.first == m.end and g.finite for g in scene.groups):
        return False  # "from May 3 to 5, the Vatican said"
    dated = {i for t in scene.times for i in range(t.first - (scene.lower[t.first - 1] == "on"), t.end)}
    between = [w for i, w in enumerate(scene.lower[last.end : m.first], last.end) if i not in dated]
    joined = 0 < len(between) <= _BETWEEN and _JOINS.issuperset(between)
    return joined and not {",", "and", "then"}.isdisjoint(between)


def of_leg(c: Candidate, when: Schedule) -> Schedule:
    """When a stop is: on the first day the first one; of the others no more is known than what all days have in
    common, the week, month or year.
    """
    first, last = _days(when)
    if c.leg and "respectively" in c.scene.lower[c.scene.sentence.first : c.scene.sentence.end]:
        days = [t for t in c.times if t.type == "DATE" and t.first is not None and t.first == t.last]
        if c.leg <= len(days):  # "to Peru and Chile on May 8 and 9 respectively"
            return when._replace(begin=when_of(days[c.leg - 1]), end=None)
    if not c.leg or when.begin is None or first is None or when.begin.first != when.begin.last:
        return when
    if c.leg == 1 or (last is None and _on_one_day(c)):
        return when._replace(end=None)
    return when._replace(begin=cover(when.begin, first, last) if last is not None else None, end=None)


def _on_one_day(c: Candidate) -> bool:
    """As in "will visit both Peru and Chile on Monday": the day behind the stops is that of each."""
    days = [m for m in c.scene.times if any(m.what is t for t in c.times)]
    both = "both" in c.scene.lower[_start(c) : c.at]
    return both and len(days) == 1 and days[0].first > c.at


def _days(when: Schedule) -> tuple[date | None, date | None]:
    return when.begin.first if when.begin else None, when.end.last if when.end else None


def cover(begin: When, first: date, last: date) -> When | None:
    """``begin`` made as coarse as all days from ``first`` to ``last`` ask for; None beyond a year."""
    common = common_value(first, last)
    if common is None:
        return None
    value, start, stop = common
    return replace(begin, value=value, first=start, last=stop, zone="", why=f"within {first} to {last}")
