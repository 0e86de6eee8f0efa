"""How surely two reports mean one meeting: parties, days, place, sort and publication weighed against each other.

A meeting is told from others first by who meets, then by when and where. Each judge gives points, or ``NEVER`` where
what the reports say cannot be one meeting. ``SAME`` points are enough: both parties and nothing against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.compare.company import NEVER, by_parties, company_at
from store.compare.days import by_days
from store.compare.kinds import TALKS, families_differ, levels_differ
from store.compare.parties import fold
from store.compare.places import same_place, within
from store.compare.windows import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.compare.company import Company
    from store.compare.occasions import Occasion

SAME = 4.0
"""Points that are enough."""
REWRITTEN, ALIKE, FEWEST_WORDS = 1.5, 0.5, 12
"""Points for the same sentence in both reports; share of its words that must agree, and how many it must have."""
REPEATED = 2.0
"""Points for a headline: it tells what the article tells."""


def _between(a: Occasion, b: Occasion, points: float) -> float:
    """``points`` of how two occasions look, with what depends on the reports and the very words."""
    if a.report.article_id == b.report.article_id:
        # One article tells its meetings apart itself; only its headline repeats what stands below.
        return points + REPEATED if a.headline != b.headline else NEVER
    return points + REWRITTEN if SAME - REWRITTEN <= points < SAME and _one_sentence(a, b) else points


def likeness_of_looks(a: Occasion, b: Occasion, *, any_day: bool = False) -> float:
    """Points by everything that ``looks`` compares."""
    company = company_at(a, b)
    points = by_parties(a, b, company)
    for judge in (_sorts, _places) if any_day else (_sorts, _places, by_days):
        if points == NEVER:
            return NEVER
        points += judge(a, b, company)
    return points


def looks(occasion: Occasion) -> tuple[object, ...]:
    """All of ``occasion`` that tells it from others, but for its article and words: equal ones are equally alike."""
    place = occasion.place
    return (
        occasion.members,
        occasion.window,
        occasion.sort,
        place and (place.name, place.country, place.kind),
        occasion.changes,
        occasion.day,
        occasion.exact_day,
        occasion.fact.quote if len(occasion.members) < 2 else "",
    )


class Likenesses:
    """Likeness among many occasions, asked by position; a hundred reports that look alike are weighed once."""

    def __init__(self, occasions: Sequence[Occasion]) -> None:
        self._occasions = occasions
        numbers: dict[tuple[object, ...], int] = {}
        self._looks = [numbers.setdefault(looks(o), len(numbers)) for o in occasions]
        self._known: dict[tuple[int, int, bool], float] = {}

    def of(self, i: int, j: int, *, any_day: bool = False) -> float:
        """Points for the occasions at ``i`` and ``j``; ``NEVER`` where they cannot be one meeting.

        With ``any_day`` the days do not count: a plan and what became of it after two changes.
        """
        a, b = self._occasions[i], self._occasions[j]
        one, other = self._looks[i], self._looks[j]
        key = (one, other, any_day) if one < other else (other, one, any_day)
        points = self._known.get(key)
        if points is None:
            points = self._known[key] = likeness_of_looks(a, b, any_day=any_day)
        return _between(a, b, points)


def _one_sentence(a: Occasion, b: Occasion) -> bool:
    """True where one report tells it in much the same words as the other: both rewrite one dispatch."""
    one, other = frozenset(fold(a.fact.quote).split()), frozenset(fold(b.fact.quote).split())
    return min(len(one), len(other)) >= FEWEST_WORDS and len(one & other) >= ALIKE * len(one | other)


def _sorts(a: Occasion, b: Occasion, company: Company) -> float:
    if families_differ(a.sort, b.sort):
        return NEVER
    known = company.complete and company.persons > 1
    if levels_differ(a.sort, b.sort) and not known:
        return NEVER
    if "call" in (a.sort.family, b.sort.family) and a.sort.family != b.sort.family and (a.place or b.place):
        return NEVER
    points = 0.0
    if a.sort.family != b.sort.family and "visit" in (a.sort.family, b.sort.family):
        points -= 1.0
    elif a.sort.family == b.sort.family != TALKS or a.sort.levels & b.sort.levels:
        points += 1.0
    if a.sort.name and b.sort.name:
        points += min(1.0, len(a.sort.name & b.sort.name) / 2) or (0.0 if known else -0.5)
    return points


def _places(a: Occasion, b: Occasion, company: Company) -> float:
    if a.place is None or b.place is None:
        return 0.0
    if same_place(a.place, b.place):
        return 2.0 if company.matched != 1 or company.bodies else 1.0
    if within(a.place, b.place):
        return 1.0
    if (
        a.place.kind == b.place.kind == "venue"
        or "region" in (a.place.kind, b.place.kind)
        or not (a.place.country and b.place.country)
    ):
        return 0.0
    moved = (a.changes or b.changes) and company.complete
    disputed = company.complete and standing(a.window, b.window).relation == "same"
    return -2.0 if moved or disputed else NEVER
