"""Anchors for undated articles from dated ones that report the same: about when they were written, or nothing.

A wrong anchor is worse than none: the same two states meet every year.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from store.compare.sharing import dossier_of, shared_by
from store.compare.ties import Hint
from store.model.article import Anchor
from store.model.facts import Event, Meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from store.compare.sharing import Dossier
    from store.compare.ties import Place
    from store.model.mentions import When
    from store.model.reports import Report

ENOUGH = 3.5
"""Points: one meeting of the same parties on the same day of the year in the same city, or two with a day or place
each, or one beside an event with its figures. The same leaders alone met a year later too."""
RIVAL = 0.8
"""Share of the best neighbour's points from which another one's day counts against it."""
ONE_STORY = timedelta(7)
UNDATED, DATED = "undated\x1f", "dated\x1f"
"""How hints begin: of an article that could take an anchor, and of one that has its own."""


class Lending(NamedTuple):
    """What an undated article shares with another one, dated or not."""

    undated: int
    other: int
    points: float
    told: str
    """What is shared, readable."""
    event: date | None
    meeting: date | None
    """Days that the undated article gives in full: of its last event, of its first meeting still to come."""


class Neighbour(NamedTuple):
    """An article with what it can lend."""

    article_id: int
    name: str
    anchor: Anchor
    """Its own."""


def neighbour_anchors(reports: Iterable[Report]) -> dict[int, Anchor]:
    """Article id -> anchor "about" a day, for the undated of ``reports`` that tell the same as an anchored one.

    Pure; the order of ``reports`` does not matter. An anchor that came from a neighbour before counts as none.
    """
    reports = list(reports)
    return anchors_lent(lendings_among(reports), reports)


def anchors_lent(lendings: Iterable[Lending], reports: Iterable[Report]) -> dict[int, Anchor]:
    """The anchors that follow from ``lendings`` among ``reports``."""
    by_undated: dict[int, list[Lending]] = defaultdict(list)
    for lending in lendings:
        by_undated[lending.undated].append(lending)
    known = {r.article_id: Neighbour(r.article_id, r.name, r.anchor) for r in reports}
    lenders = Lenders(lambda article: by_undated.get(article, ()), known.__getitem__)
    found = {article: lenders.anchor(article) for article in by_undated}
    return {article: anchor for article, anchor in found.items() if anchor}


def lendings_among(reports: Sequence[Report], new: Container[int] | None = None) -> list[Lending]:
    """What the undated of ``reports`` share with others, where it is enough; with ``new``, only what concerns those."""
    if all(_own(r.anchor) for r in reports):
        return []
    dossiers = [dossier_of(r) for r in reports]
    undated = [d for d in dossiers if not _own(d.report.anchor)]
    wanted = set().union(*(d.keys for d in undated))
    holders: dict[str, list[Dossier]] = defaultdict(list)
    for dossier in dossiers:
        for key in dossier.keys & wanted:
            holders[key].append(dossier)
    return [
        lending
        for one in undated
        for other in {d.report.article_id: d for key in one.keys for d in holders[key] if d is not one}.values()
        if new is None or one.report.article_id in new or other.report.article_id in new
        if (lending := _lending(one, other))
    ]


def lending_hints(report: Report) -> Iterator[Hint]:
    """Under what an article is found by those that share something with it."""
    undated = not _own(report.anchor)
    place: Place = report.article_id, ""
    return (Hint("lend", f"{UNDATED if undated else DATED}{key}", place) for key in dossier_of(report).keys)


def lending_looks(report: Report) -> Iterator[str]:
    """Under what an article finds those: a dated one needs only the undated ones."""
    for key in dossier_of(report).keys:
        yield f"{UNDATED}{key}"
        if not _own(report.anchor):
            yield f"{DATED}{key}"


def _lending(undated: Dossier, other: Dossier) -> Lending | None:
    shared = shared_by(undated, other)
    points = sum(s.points for s in shared)
    if points < ENOUGH:
        return None
    told = " and ".join(s.what for s in shared[:2])
    return Lending(undated.report.article_id, other.report.article_id, points, told, *_sure_days_of(undated.report))


class Lenders:
    """Anchors that undated articles take from their neighbours, asked one by one.

    An article may take its anchor from one that has it from an anchored one, and no further.
    """

    def __init__(self, lendings: Callable[[int], Iterable[Lending]], known: Callable[[int], Neighbour]) -> None:
        self._lendings = lendings
        self._known = known
        self._first: dict[int, Anchor | None] = {}

    def anchor(self, undated: int) -> Anchor | None:
        """What ``undated`` takes, None where nobody lends it any."""
        return self._at_first(undated) or self._best(undated, lent=True)

    def _at_first(self, undated: int) -> Anchor | None:
        if undated not in self._first:
            self._first[undated] = self._best(undated, lent=False)
        return self._first[undated]

    def _best(self, undated: int, *, lent: bool) -> Anchor | None:
        """The anchor of the neighbour that shares most, unless one that shares nearly as much is of another time."""
        found = []
        for lending in self._lendings(undated):
            neighbour = self._known(lending.other)
            if _own(neighbour.anchor):
                found.append((lending, neighbour))
            elif lent and (anchor := self._at_first(lending.other)):
                found.append((lending, neighbour._replace(anchor=anchor)))
        found = sorted((pair for pair in found if _in_time(*pair)), key=lambda pair: _rank(*pair))
        if not found:
            return None
        lending, best = found[0]
        day = best.anchor.day
        rivals = [n.anchor.day for other, n in found if other.points >= RIVAL * lending.points]
        if day is None or any(r and abs(r - day) > ONE_STORY for r in rivals):
            return None
        why = f"{best.name} of {_said(best.anchor)} has {lending.told} too"
        return Anchor(bound="about", basis="neighbour", day=day, why=why)


def _own(anchor: Anchor) -> bool:
    return anchor.day is not None and anchor.basis not in {"neighbour", "none"}


def _rank(lending: Lending, neighbour: Neighbour) -> tuple[float, bool, date, str, int]:
    anchor = neighbour.anchor
    return -lending.points, anchor.bound != "exact", anchor.day or date.max, neighbour.name, neighbour.article_id


def _in_time(lending: Lending, neighbour: Neighbour) -> bool:
    """False where dates that the article itself gives in full say that it was not written about that day."""
    day = neighbour.anchor.day
    if day is None or (lending.event and lending.event > day + timedelta(1)):
        return False
    return not (lending.meeting and lending.meeting < day - ONE_STORY)


def _sure_days_of(report: Report) -> tuple[date | None, date | None]:
    events, meetings = [], []
    for fact in report.facts:
        if isinstance(fact.found, Event):
            events += _sure_days(fact.found.begins)
        if isinstance(fact.found, Meeting) and fact.found.begin:
            meetings += _sure_days((fact.found.begin,))
    return max(events, default=None), min(meetings, default=None)


def _sure_days(times: Iterable[When]) -> list[date]:
    return [t.first for t in times if t.first and not t.assumed]


def _said(anchor: Anchor) -> str:
    day = f"{anchor.day.day} {anchor.day:%b %Y}" if anchor.day else ""
    return day if anchor.bound == "exact" else f"{anchor.bound} {day}"
