"""A meeting of one report in the form in which it is held against those of other reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from store.compare.kinds import Sort, sort_of
from store.compare.parties import Member, essential, keys, member
from store.compare.passages import own_clause
from store.compare.windows import Window, months_of, weeks_of, window_of
from store.model.facts import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from store.model.article import Anchor
    from store.model.mentions import Place
    from store.model.reports import Fact, Report
    from store.model.spans import Span

MOST_PARTIES = 8
"""Parties that make keys; a summit of thirty is found by its first eight."""
AHEAD = 62
"""Days for which an announcement without a date may look ahead."""
NEIGHBOURING = 10
"""Days by which two reports of one meeting may miss each other's month."""
ANY_TIME, AT = "--", "@"
"""The time of a key that holds for any time; how keys of cities begin."""
CHANGED = frozenset({"postponed", "cancelled"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Occasion:
    """A meeting as compared, with the report that announces it."""

    report: Report
    fact: Fact
    meeting: Meeting
    members: tuple[Member, ...]
    window: Window
    sort: Sort
    order: tuple[str, ...]
    """Sorts occasions the same way whatever the order of the reports."""

    @property
    def day(self) -> date | None:
        """When it was published, exactly or about."""
        return self.report.anchor.day

    @property
    def exact_day(self) -> date | None:
        """When it was published, where that is known exactly."""
        return exact_day(self.report.anchor)

    @property
    def place(self) -> Place | None:
        """Where it is to be."""
        return self.meeting.place

    @property
    def headline(self) -> bool:
        """True where nothing but the headline announces it."""
        return self.meeting.headline or all(self.in_headline(p) for p in self.fact.pieces)

    def in_headline(self, piece: Span) -> bool:
        """True where ``piece`` stands in the headline of its report."""
        return self.meeting.headline or piece.of(self.report.text).strip() in self.report.title

    @property
    def adrift(self) -> bool:
        """True where neither the meeting nor its report is known to be of any year."""
        return self.day is None and self.window.first is None

    @property
    def changes(self) -> bool:
        """True where the report says that a plan was changed or given up."""
        return self.meeting.status in CHANGED

    @property
    def at(self) -> tuple[int, str]:
        """Article id and fact key."""
        return self.report.article_id, self.fact.key


def exact_day(anchor: Anchor) -> date | None:
    """The day of ``anchor`` where it is exact."""
    return anchor.day if anchor.bound == "exact" else None


def occasions_of(reports: Iterable[Report]) -> list[Occasion]:
    """Every meeting still to come when its report was published, in an order that only the reports determine."""
    found = [_occasion(r, f, f.found) for r in reports for f in r.facts if isinstance(f.found, Meeting)]
    return sorted((o for o in found if not _was_over(o)), key=lambda o: o.order)


def _occasion(report: Report, fact: Fact, meeting: Meeting) -> Occasion:
    members = essential(tuple(dict.fromkeys(member(p) for p in meeting.parties)))
    day = report.anchor.day.isoformat() if report.anchor.day else "~"
    return Occasion(
        report=report,
        fact=fact,
        meeting=meeting,
        members=members,
        window=window_of(meeting),
        # With two parties named, the clause may well tell of another occasion: "ahead of the border talks".
        sort=sort_of(meeting, own_clause(report, fact) if len(members) < 2 or _of_a_body(members) else ""),
        order=(day, report.name, report.text_hash, f"{report.article_id:012}", f"{fact.span.start:012}", fact.key),
    )


def _of_a_body(members: tuple[Member, ...]) -> bool:
    return any(m.kind == "organisation" for m in members)


def _was_over(occasion: Occasion) -> bool:
    """A meeting whose days lay behind its own report is no announcement."""
    day, last = occasion.exact_day, occasion.window.last
    return bool(day and last and last < day and not occasion.changes)


def keys_of(occasion: Occasion) -> frozenset[str]:
    """What occasions must share to be held against each other: parties and a month, a city and a week, or a name.

    A report that shares no key with a talk cannot change it. Keys that end in ``ANY_TIME`` tie reports of unknown day
    to the others.
    """
    times = _months(occasion)
    names = {*_names(occasion.members[:MOST_PARTIES]), *_name_words(occasion)}
    found = {f"{name} {time}" for name in names for time in (*times, ANY_TIME)}
    window, place = occasion.window, occasion.place
    if place is not None and place.kind in {"city", "venue"} and window.first and window.last:
        found.update(f"{AT}{place.name.casefold()} {week}" for week in weeks_of(window.first, window.last))
    return frozenset(found)


def hints_of(occasion: Occasion) -> Iterator[str]:
    """Keys under which other occasions find this one."""
    for key in keys_of(occasion):
        if key.endswith(ANY_TIME):
            yield f"{key} adrift" if occasion.adrift else key
        else:
            yield f"{key} few" if key.startswith(AT) and len(occasion.members) < 2 else key


def looks_of(occasion: Occasion) -> Iterator[str]:
    """Keys under which this occasion finds others: see ``grouping.candidates``."""
    for key in keys_of(occasion):
        if key.endswith(ANY_TIME):
            yield f"{key} adrift"
            if occasion.adrift:
                yield key
        elif key.startswith(AT):
            yield f"{key} few"
            if len(occasion.members) < 2:
                yield key
        else:
            yield key


def _name_words(occasion: Occasion) -> Iterator[str]:
    """A conference of which nobody says who comes is known by its name."""
    if len(occasion.members) < 2:
        yield from (f"#{word}" for word in occasion.sort.name)


def _names(members: tuple[Member, ...]) -> Iterator[str]:
    """Pairs of parties; a person or organisation also alone, a state only where nobody else is named."""
    each = [keys(m) for m in members]
    for a, b in combinations(each, 2):
        yield from {"+".join(sorted((x, y))) for x in a for y in b}
    for m, own in zip(members, each, strict=True):
        if m.kind != "state" or len(members) == 1:
            yield from own[: 1 if m.kind == "state" else len(own)]


def _months(occasion: Occasion) -> list[str]:
    window, day = occasion.window, occasion.day
    if window.first and window.last:
        earliest = min(window.first, day) if day and occasion.changes else window.first
        return months_of(earliest, window.last, NEIGHBOURING)
    if day:
        return months_of(day, day + timedelta(AHEAD))
    return []
