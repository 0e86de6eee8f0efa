"""Several meetings in one sentence: "in three formats: A-B in X, A-C in Y", "with B on Monday and with C on Friday"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeGuard

from store.extract.meetings.parts.roster import stands_for
from store.extract.meetings.parts.words import meeting_words
from store.extract.names import soil_of
from store.extract.word_classes import PREPOSITIONS, PRONOUNS
from store.model.mentions import Party, Place, Time

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene

_OPENERS = frozenset(
    "at by a an his her its their one another with between in on the first second third then next for".split()
)


@dataclass(slots=True)
class _Item:
    first: int
    end: int
    parties: list[Party] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)

    @property
    def told_apart(self) -> bool:
        """True where the item says by itself where or when."""
        return bool(self.places or self.times)


def split(c: Candidate) -> list[Candidate]:
    """One candidate for each item of an enumeration that ``c`` heads; ``c`` alone where there is none."""
    if not c.licensed:
        return [c]
    items = _listed(c.scene, c) or _repeated(c.scene, c) or _stops(c.scene, c)
    if len(items) < 2:
        return [c]
    told = [{p.name for p in i.parties} for i in items if len(i.parties) > 1]
    shared = set.intersection(*told) if told else set()
    common = [p for i in items for p in i.parties if p.name in shared]
    return [_of_item(c, item, common, items) for item in items]


def _of_item(c: Candidate, item: _Item, common: list[Party], items: list[_Item]) -> Candidate:
    inside = {p.span for i in items for p in i.parties}
    inside |= {place.span for i in items if i is not item for place in i.places}  # of "Peru (May 3), Chile (May 5)"
    parties = {p.name: p for p in (*[p for p in c.parties if p.span not in inside], *item.parties)}
    if len(item.parties) == 1:
        parties = {p.name: p for p in common} | parties
    host_stays = c.group is not None and c.group.verb in _STAYING and items[0].places
    told = any(i.places for i in items)
    place = item.places[0] if item.places else items[0].places[0] if host_stays else None if told else c.place
    elsewhere = {id(t) for i in items for t in i.times}
    times = item.times or [t for t in c.times if id(t) not in elsewhere]
    return replace(
        c,
        at=item.first,
        parties=list(parties.values()),
        place=place,
        times=times,
        definite=False,
        pair=False,
        rule="one of several",
    )


_STAYING = frozenset({"receive", "welcome", "host"})
"""Whoever does this to one after the other is at home: "will receive X in Oslo on Thursday and Y on Monday"."""


def _listed(scene: Scene, c: Candidate) -> list[_Item]:
    """Items after a colon."""
    lower = scene.lower
    colon = next((i for i in range(c.at, scene.sentence.end) if lower[i] == ":"), None)
    if colon is None:
        return []
    items = _items(scene, colon + 1, scene.sentence.end)
    return items if len(items) > 1 and all(i.told_apart and i.parties for i in items) else []


def _repeated(scene: Scene, c: Candidate) -> list[_Item]:
    """As in "with B on Monday and with C on Friday": each item has a day or city of its own."""
    start = c.noun.end if c.noun else c.group.end if c.group else c.at + 1
    stop = next((g.first for g in scene.groups if g.first >= start), scene.sentence.end)
    fronted = _fronted(scene, c)
    items = _items(scene, start, stop, led=bool(fronted))
    if scene.lower[stop - 1] in PRONOUNS:
        items.pop()  # "will meet Ruiz on Monday, and on Tuesday he will travel"
    if len(items) < 2 or any(_says_when(scene, item) for item in items[1:]):
        return []
    if not items[0].times and all(i.times for i in items[1:]):
        items[0].times = fronted
    opening = scene.lower[items[0].first]
    agents = c.group is not None and c.group.passive and opening == "by"  # "be received by X today and by Y tomorrow"
    alike = (agents or opening in ("with", "between")) and all(scene.lower[i.first] == opening for i in items)
    if not alike and (c.group is None or c.group.verb not in ("meet", "see", "receive", "hold", "host", "have")):
        return []
    return items if all(i.parties and i.told_apart for i in items) and _differ(items) else []


def _stops(scene: Scene, c: Candidate) -> list[_Item]:
    """As in "will visit Ghana on Monday and Togo on Friday", "planned in Riga on May 3 and in Oslo on May 9"."""
    meets = c.noun is None and c.group is not None and c.group.verb in meeting_words().verbs["meet"]
    fronted = _fronted(scene, c)
    holds = c.rule in ("will hold", "holds on")
    if c.group is None or (c.series != "visit" and c.group.first < c.at and not (meets or holds)):
        return []
    stop = next((g.first for g in scene.groups if g.first >= c.group.end), scene.sentence.end)
    purposes = (n.first for n in scene.nouns if n.first >= c.group.end and scene.preposition(n) == "for")
    stop = min(stop, next(purposes, stop))  # "will visit Oslo on Monday and Riga on Friday for talks with"
    start = c.group.end
    if holds and not fronted and c.noun is not None:  # "a first round in Oslo on Monday and a second in Lima"
        start, stop = c.noun.end, min(stop, next((n.first for n in scene.nouns if n.first > c.at), stop))
    goals = [m for m in (*scene.places, *scene.parties) if start <= m.first < stop and soil(scene, m) is not None]
    left = c.group.end if c.group.verb in ("leave", "depart") else -1  # "leaves Tokyo on Sunday for Seoul"
    goals = sorted((m for m in goals if m.first != left), key=lambda m: m.first)
    ends = [m.first for m in goals[1:]] + [stop]
    items: list[_Item] = []
    for goal, end in zip(goals, ends, strict=False):
        before = items[-1].end if items else c.group.end
        times = [m.what for m in scene.times if goal.end <= m.first < end and _dates(m.what)]
        led = [m.what for m in scene.times if before <= m.first < goal.first and _dates(m.what)]
        if fronted:  # "On Friday she holds talks in Oslo and on Saturday in Riga"
            times = led if items else fronted
        if not times:
            return []
        place = soil(scene, goal)
        stop_here = goal.end if fronted else end
        items.append(_Item(goal.first, stop_here, places=[place] if place else [], times=times))
    return items if len(items) > 1 and _differ(items) else []


def _dates(what: object) -> TypeGuard[Time]:
    """False for a length: "three weeks before the vote"."""
    return isinstance(what, Time) and what.type != "DURATION"


def _fronted(scene: Scene, c: Candidate) -> list[Time]:
    """The time before the verb of "On Monday she meets Ruiz and on Tuesday Berg"."""
    if c.group is None:
        return []
    return [t for t in c.times if t.type != "DURATION" and t.span.end <= scene.tokens.starts[c.group.first]]


def soil(scene: Scene, m: Mention) -> Place | None:
    """A place, or a state as one: only the list makes Togo a place in "visit Ghana on Monday and Togo on Friday"."""
    if isinstance(m.what, Place):
        return m.what if m.what.kind in ("city", "country") else None
    if not isinstance(m.what, Party) or m.what.kind != "state" or m.what.form not in ("country", "capital"):
        return None
    return soil_of(m.what, scene.tokens.text)


def _says_when(scene: Scene, item: _Item) -> bool:
    """As in "on Friday, a day before a summit of the union in Lima": no second item, but when the first is."""
    return not _WHEN.isdisjoint(scene.lower[item.first : item.first + 4])


_WHEN = frozenset({"before", "after", "ahead", "prior"})


def _differ(items: list[_Item]) -> bool:
    """True where each item has a day or a city that the others have not."""
    days = [tuple(t.value for t in i.times) for i in items]
    cities = [tuple(p.name for p in i.places) for i in items]
    return len(set(days)) == len(items) or len(set(cities)) == len(items)


def _items(scene: Scene, start: int, stop: int, *, led: bool = False) -> list[_Item]:
    items = [_Item(start, stop)]
    lower = scene.lower
    i = start
    while i < stop:
        inside = any(m.first < i < m.end for m in (*scene.parties, *scene.places, *scene.times))
        if not inside and lower[i] in (",", ";", "and") and i + 1 < stop:
            j = i + 1
            while j < stop and lower[j] in ("and", "then", "finally"):
                j += 1
            if (
                j < stop
                and (lower[j] in _OPENERS or any(m.first == j for m in scene.parties))
                and _filled(scene, items[-1].first, i, led=led and len(items) == 1)
                and _party_follows(scene, j, stop)
            ):
                items[-1].end = i
                items.append(_Item(j, stop))
                i = j
                continue
        i += 1
    for item in items:
        _fill(scene, item)
    return items


def _party_follows(scene: Scene, first: int, stop: int) -> bool:
    return any(first <= m.first < min(stop, first + 12) for m in scene.parties)


def _filled(scene: Scene, first: int, end: int, *, led: bool) -> bool:
    told = led or any(first <= m.first < end for m in (*scene.places, *scene.times))
    return told and any(first <= m.first < end for m in scene.parties)


def _fill(scene: Scene, item: _Item) -> None:
    for m in scene.parties:
        if item.first <= m.first < item.end and isinstance(m.what, Party):
            item.parties.append(stands_for(m.what))
    for m in scene.places:
        if item.first <= m.first < item.end and isinstance(m.what, Place) and scene.lower[m.first - 1] in PREPOSITIONS:
            item.places.append(m.what)
    for m in scene.times:
        if item.first <= m.first < item.end and isinstance(m.what, Time):
            item.times.append(m.what)
