"""Events that are one across articles: the same parties and kind of event, at times and with figures that agree."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from store.compare.contents import content_of, likeness
from store.compare.parties import keys, member, same_member
from store.compare.states import state_names
from store.compare.windows import days_of
from store.model.facts import Event
from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from store.compare.contents import Content
    from store.compare.parties import Member
    from store.model.mentions import When
    from store.model.reports import Fact, Report

MONTH_DAY = re.compile(r"[\dX]{4}-(\d\d-\d\d)")
CLOCK = re.compile(r"T(\d\d:\d\d)")
DAYS = 3
"""Days between two reports of an event of which one does not say when it was."""
SERIES = "+series"


@dataclass(frozen=True, kw_only=True, eq=False)
class Happening:
    """An event of one report in the form in which it is held against those of others."""

    report: Report
    fact: Fact
    event: Event
    members: tuple[Member, ...]

    @cached_property
    def content(self) -> Content:
        """What happened, as classes of words."""
        return content_of(self.event.what, [Span(0, len(self.event.what))], state_names())

    @property
    def place(self) -> tuple[int, str]:
        """Article id and fact key."""
        return self.report.article_id, self.fact.key

    @property
    def key(self) -> tuple[str, str, int]:
        """A place in an order that does not depend on the order of the articles."""
        return self.fact.key, self.report.name, self.report.article_id


def happenings_in(reports: Iterable[Report]) -> list[Happening]:
    """Every event of ``reports``, in an order that only the reports determine."""
    found = [_happening(r, f, f.found) for r in reports for f in r.facts if isinstance(f.found, Event)]
    return sorted(found, key=lambda h: h.key)


def _happening(report: Report, fact: Fact, event: Event) -> Happening:
    return Happening(
        report=report,
        fact=fact,
        event=event,
        members=tuple(dict.fromkeys(member(p) for p in event.who)),
    )


def events_alike(happenings: Iterable[Happening]) -> list[list[Happening]]:
    """Groups of happenings that are one event; each happening fits every other of its group.

    ``happenings`` come in the order of ``happenings_in``.
    """
    groups: list[list[Happening]] = []
    held: dict[str, list[int]] = defaultdict(list)
    for happening in happenings:
        own = keys_of(happening)
        near = sorted({g for key in own for g in held[key]})
        at = next((g for g in near if all(same_event(happening, other) for other in groups[g])), len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(happening)
        for key in own:
            if at not in held[key]:
                held[key].append(at)
    return groups


def events_linked(happenings: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Every two happenings that are found to be one event."""
    held: dict[str, list[int]] = defaultdict(list)
    for position, happening in enumerate(happenings):
        own = hints_of(happening)
        for other in sorted({i for key in own for i in held[key]}):
            if same_event(happenings[other], happening):
                yield happenings[other], happening
        for key in own:
            held[key].append(position)


def hints_of(happening: Happening) -> frozenset[str]:
    """Keys under which the happenings that can be one event find each other: a party and the kind of event."""
    names = {name for m in happening.members[:8] for name in keys(m)}
    return frozenset({f"{name}{SERIES} {happening.event.series}" for name in names} | {happening.fact.key})


def keys_of(happening: Happening) -> frozenset[str]:
    """What two happenings must share to be held against each other: a pair of parties, or one and the kind."""
    names = [keys(m) for m in happening.members[:8]]
    pairs = {"+".join(sorted((x, y))) for a, b in combinations(names, 2) for x in a for y in b}
    alone = {f"{name}{SERIES} {happening.event.series}" for own in names for name in own if happening.event.series}
    return frozenset(pairs | alone | {happening.fact.key})


def same_event(one: Happening, two: Happening) -> bool:
    """True where two reports tell of one event."""
    if one.fact.key == two.fact.key:
        return True
    if one.report.article_id == two.report.article_id or not _same_sort(one, two):
        return False
    shared = sum(any(same_member(a, b) for b in two.members) for a in one.members)
    if shared < min(2, len(one.members), len(two.members)) or not shared:
        return False
    return _times_agree(one, two)


def _same_sort(one: Happening, two: Happening) -> bool:
    a, b = one.event.series, two.event.series
    if a and b:
        return a == b
    return not a and not b and likeness(one.content, two.content).dice >= 0.6


def _times_agree(one: Happening, two: Happening) -> bool:
    """Days that overlap; where one has none, a figure that both have, or reports of the same days."""
    a, b = _days(one.event), _days(two.event)
    if a and b:
        return a[0] <= b[1] and b[0] <= a[1]
    x, y = month_day(one.event), month_day(two.event)
    if x and y:
        return x == y
    if figures(one.event) & figures(two.event):
        return True
    days = (one.report.anchor.day, two.report.anchor.day)
    near = days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= DAYS
    return near and not (x or y) and bool(one.event.series)


def _days(event: Event) -> tuple[date, date] | None:
    for when in (*event.begins, *event.ends):
        first, last = days_of(when)
        if first and last:
            return first, last
    return None


def month_day(event: Event) -> str:
    """Month and day as "01-10", of an event whose year is unknown too; "" where no day is given."""
    found = (MONTH_DAY.match(w.value) for w in (*event.begins, *event.ends))
    return next((m[1] for m in found if m), "")


def figures(event: Event) -> frozenset[str]:
    """Clock times with their zones, and the duration: what two events seldom share by chance."""
    clocks = {
        f"{side} {match[1]} {when.zone}"
        for side, times in (("from", event.begins), ("to", event.ends))
        for when in times
        if (match := CLOCK.search(when.value))
    }
    return frozenset(clocks | ({event.duration.value} if event.duration else set()))


def clock_of(when: When) -> str:
    """The hour as "HH:MM" where ``when`` has one, else ""."""
    match = CLOCK.search(when.value)
    return match[1] if match else ""


def ordered(group: Sequence[Happening]) -> list[Happening]:
    """Earliest report first, undated last."""
    return sorted(
        group, key=lambda h: (str(h.report.anchor.day or "9999"), h.report.name, h.report.article_id, h.fact.span)
    )
