"""Anchors for undated articles from dated ones that report the same: about when they were written, or nothing.

A wrong anchor is worse than none: the same two states meet every year.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from store.compare.sharing import dossier_of, shared_by
from store.model.article import Anchor
from store.model.facts import Event, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from store.compare.sharing import Dossier, Shared
    from store.model.mentions import When
    from store.model.reports import Report

ENOUGH = 3.5
"""Points: one meeting of the same parties on the same day of the year in the same city, or two with a day or place
each, or one beside an event with its figures. The same leaders alone met a year later too."""
RIVAL = 0.8
"""Share of the best neighbour's points from which another one's day counts against it."""
ONE_STORY = timedelta(7)
ROUNDS = 2
"""An article may take its anchor from one that has it from an anchored one, and no further."""


class Neighbour(NamedTuple):
    """An anchored article with what an undated one shares with it."""

    points: float
    anchor: Anchor
    report: Report
    shared: list[Shared]


def neighbour_anchors(reports: Iterable[Report]) -> dict[int, Anchor]:
    """Article id -> anchor "about" a day, for the undated of ``reports`` that tell the same as an anchored one.

    Pure; the order of ``reports`` does not matter. An anchor that came from a neighbour before counts as none.
    """
    reports = sorted(reports, key=lambda r: (r.name, r.article_id))
    if all(_own(r.anchor) for r in reports):
        return {}
    dossiers = [dossier_of(r) for r in reports]
    known = {d.report.article_id: d.report.anchor for d in dossiers if _own(d.report.anchor)}
    found: dict[int, Anchor] = {}
    open_ones = [d for d in dossiers if d.report.article_id not in known]
    for _ in range(ROUNDS):
        new = {d.report.article_id: a for d, near in _beside(open_ones, dossiers, known) if (a := _anchor(d, near))}
        found |= new
        known = {**known, **new}
        open_ones = [d for d in open_ones if d.report.article_id not in found]
    return found


def _own(anchor: Anchor) -> bool:
    return anchor.day is not None and anchor.basis not in {"neighbour", "none"}


def _beside(
    undated: Sequence[Dossier], dossiers: Sequence[Dossier], known: Mapping[int, Anchor]
) -> Iterator[tuple[Dossier, list[tuple[Dossier, Anchor]]]]:
    """Each undated dossier with the anchored ones that share a key with it."""
    wanted = set().union(*(d.keys for d in undated))
    holders: dict[str, list[Dossier]] = defaultdict(list)
    for dossier in dossiers:
        if dossier.report.article_id in known:
            for key in dossier.keys & wanted:
                holders[key].append(dossier)
    for dossier in undated:
        near = {d.report.article_id: d for key in dossier.keys for d in holders[key]}
        yield dossier, [(near[i], known[i]) for i in sorted(near, key=lambda i: (near[i].report.name, i))]


def _anchor(undated: Dossier, near: Sequence[tuple[Dossier, Anchor]]) -> Anchor | None:
    """The anchor of the neighbour that shares most, unless one that shares nearly as much is of another time."""
    neighbours = sorted((n for d, a in near if (n := _neighbour(undated, d, a))), key=_rank)
    if not neighbours:
        return None
    best = neighbours[0]
    day = best.anchor.day
    rivals = [n.anchor.day for n in neighbours if n.points >= RIVAL * best.points]
    if day is None or any(r and abs(r - day) > ONE_STORY for r in rivals):
        return None
    told = " and ".join(s.what for s in best.shared[:2])
    return Anchor(
        bound="about", basis="neighbour", day=day, why=f"{best.report.name} of {_said(best.anchor)} has {told} too"
    )


def _rank(neighbour: Neighbour) -> tuple[float, bool, date, str, int]:
    anchor = neighbour.anchor
    return (
        -neighbour.points,
        anchor.bound != "exact",
        anchor.day or date.max,
        neighbour.report.name,
        neighbour.report.article_id,
    )


def _neighbour(undated: Dossier, other: Dossier, anchor: Anchor) -> Neighbour | None:
    if anchor.day is None or _written_at_another_time(undated.report, anchor.day):
        return None
    shared = shared_by(undated, other)
    points = sum(s.points for s in shared)
    if points < ENOUGH:
        return None
    return Neighbour(points, anchor, other.report, shared)


def _written_at_another_time(report: Report, day: date) -> bool:
    """True where dates that the article itself gives in full say that it was not written about ``day``."""
    for fact in report.facts:
        if isinstance(fact.found, Event) and any(f > day + timedelta(1) for f in _sure_days(fact.found.begins)):
            return True
        ahead = (fact.found.begin,) if isinstance(fact.found, Meeting) and fact.found.begin else ()
        if any(f < day - ONE_STORY for f in _sure_days(ahead)):
            return True
    return False


def _sure_days(times: Iterable[When]) -> Iterator[date]:
    return (t.first for t in times if t.first and not t.assumed)


def _said(anchor: Anchor) -> str:
    day = f"{anchor.day.day} {anchor.day:%b %Y}" if anchor.day else ""
    return day if anchor.bound == "exact" else f"{anchor.bound} {day}"
