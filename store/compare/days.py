"""When two reports say that a meeting is: the same day, a slip, a plan that changed, or another meeting."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from store.compare.company import GATHERINGS, NEVER
from store.compare.places import same_place
from store.compare.windows import standing

if TYPE_CHECKING:
    from store.compare.company import Company
    from store.compare.occasions import Occasion

SLIP = 3
"""Days by which reports differ about one meeting: a first session, a time zone, a slip."""
MOVED = 10
"""Days by which a later report that says nothing of a change may give another date for a meeting still ahead."""
PUT_OFF = 183
"""Days by which a meeting may be put off and still be that meeting."""
TOGETHER = 21
"""Days between reports of a meeting that neither or only one of them dates."""
LONG_AGO = 62


def by_days(a: Occasion, b: Occasion, company: Company) -> float:
    """Points for the days given, and for the days on which the reports were published."""
    relation, gap = standing(a.window, b.window)
    if relation == "same":
        clocks = {a.window.clock, b.window.clock} - {""}
        return 3.0 if len(clocks) < 2 else 2.0
    if relation in {"overlap", "within"}:
        return _announced_late(a, b) or (2.0 if relation == "overlap" else 1.5)
    if relation == "unknown":
        return _undated(a, b)
    return _another_day(a, b, company, gap)


def _announced_late(a: Occasion, b: Occasion) -> float:
    """What is told after the day was over ("next month") is the next meeting."""
    for told, other in ((a, b), (b, a)):
        if told.exact_day and other.window.exact and other.window.last and told.exact_day > other.window.last:
            return NEVER
    return 0.0


def _undated(a: Occasion, b: Occasion) -> float:
    if a.adrift or b.adrift:
        return -1.5
    late = _announced_late(a, b)
    if late or a.day is None or b.day is None:
        return late
    between = abs((a.day - b.day).days)
    if between > LONG_AGO:
        return NEVER
    return 0.0 if between <= TOGETHER else -1.0


def _another_day(a: Occasion, b: Occasion, company: Company, gap: int) -> float:
    """Two days for one meeting: a slip of a few days, or a plan that changed before it came about."""
    if not company.complete and not (company.matched == 1 and _same_gathering_and_place(a, b)):
        return NEVER
    if _announced_late(a, b) and not (a.changes or b.changes):
        return NEVER
    if a.changes or b.changes:
        return 0.0 if gap <= PUT_OFF and _changed_in_time(a, b) else NEVER
    if gap <= SLIP:
        return 0.0 if gap == 1 else -1.0
    told_later = a.exact_day and b.exact_day and a.exact_day != b.exact_day
    return -1.5 if told_later and gap <= MOVED and company.complete else NEVER


def _same_gathering_and_place(a: Occasion, b: Occasion) -> bool:
    """True where a body's own gathering is meant in one place: "the OPEC conference in Algiers"."""
    gathering = a.sort.family == b.sort.family and a.sort.family in GATHERINGS
    return gathering and a.place is not None and b.place is not None and same_place(a.place, b.place)


def _changed_in_time(a: Occasion, b: Occasion) -> bool:
    """A plan is changed before its day has long passed, and the other report came first."""
    for change, plan in ((a, b), (b, a)):
        last = plan.window.last
        if change.changes and plan.day and change.day and last and plan.day <= change.day <= last + timedelta(SLIP):
            return True
    return any(o.day is None for o in (a, b))
