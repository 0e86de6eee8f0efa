"""How surely two reports mean one meeting: parties, days, place, sort and publication weighed against each other.

A meeting is told from others first by who meets, then by when and where. Each judge gives points, or ``NEVER`` where
what the reports say cannot be one meeting. ``SAME`` points are enough: both parties and nothing against it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from store.compare.kinds import TALKS, families_differ, levels_differ
from store.compare.parties import Member, fold, may_be, rivals, same_member, stands_for
from store.compare.windows import standing

if TYPE_CHECKING:
    from store.compare.occasions import Occasion
    from store.model.mentions import Place

NEVER = float("-inf")
SAME = 4.0
SLIP = 3
"""Days by which reports differ about one meeting: a first session, a time zone, a slip."""
MOVED = 10
"""Days by which a later report that says nothing of a change may give another date for a meeting still ahead."""
PUT_OFF = 183
"""Days by which a meeting may be put off and still be that meeting."""
TOGETHER = 21
"""Days between reports of a meeting that neither or only one of them dates."""
LONG_AGO = 62
NAMELESS = -1.5
"""Points where one report does not say who meets, and nothing in the name of the occasion agrees."""
REWRITTEN, ALIKE, FEWEST_WORDS = 1.5, 0.5, 12
"""Points for the same sentence in both reports; share of its words that must agree, and how many it must have."""
REPEATED = 2.0
"""Points for a headline: it tells what the article tells."""
GATHERINGS = frozenset({"summit", "gathering"})


class Company(NamedTuple):
    """How the parties of two reports pair off."""

    matched: int
    persons: int
    """Of the matched, those where both name the person."""
    only_a: tuple[Member, ...]
    only_b: tuple[Member, ...]
    clash: bool
    """True where each names another person of one state."""
    bodies: int
    """Of the matched, organisations."""

    @property
    def complete(self) -> bool:
        """True where at least two pair off and one of the reports names nobody else."""
        return self.matched > 1 and not (self.only_a and self.only_b)


def likeness(a: Occasion, b: Occasion, *, any_day: bool = False) -> float:
    """Points for one meeting; symmetric. ``NEVER`` where it cannot be one.

    With ``any_day`` the days do not count: a plan and what became of it after two changes.
    """
    if a.report.article_id == b.report.article_id and not _told_twice(a, b):
        return NEVER
    company = _with_named_beside(a, b, company_of(a.members, b.members))
    points = _parties(a, b, company)
    if points == NEVER:
        return NEVER
    if a.report.article_id == b.report.article_id:
        points += REPEATED
    for judge in (_sorts, _places) if any_day else (_sorts, _places, _days):
        points += judge(a, b, company)
        if points == NEVER:
            return NEVER
    return points + REWRITTEN if SAME - REWRITTEN <= points < SAME and _one_sentence(a, b) else points


def _one_sentence(a: Occasion, b: Occasion) -> bool:
    """True where one report tells it in much the same words as the other: both rewrite one dispatch."""
    one, other = frozenset(fold(a.fact.quote).split()), frozenset(fold(b.fact.quote).split())
    return min(len(one), len(other)) >= FEWEST_WORDS and len(one & other) >= ALIKE * len(one | other)


def company_of(a: tuple[Member, ...], b: tuple[Member, ...]) -> Company:
    """Pair the parties off: first by the same name, then a person with the state acted for."""
    left = list(b)
    pairs, rest = [], []
    for m in a:
        match = next((n for n in left if same_member(m, n)), None)
        if match is None:
            rest.append(m)
        else:
            left.remove(match)
            pairs.append((m, match))
    alone = []
    for m in rest:
        match = next((n for n in left if stands_for(m, n)), None)
        if match is None:
            alone.append(m)
        else:
            left.remove(match)
            pairs.append((m, match))
    only_a, only_b = _uncovered(alone, [m for m, _ in pairs]), _uncovered(left, [n for _, n in pairs])
    persons = sum(m.kind == n.kind == "person" for m, n in pairs)
    bodies = sum(m.kind == "organisation" for m, _ in pairs)
    return Company(len(pairs), persons, only_a, only_b, any(rivals(m, n) for m in only_a for n in only_b), bodies)


def _uncovered(alone: list[Member], matched: list[Member]) -> tuple[Member, ...]:
    """Those of ``alone`` that add a party: not a state whose president is matched already."""
    return tuple(m for m in alone if not any(stands_for(m, n) for n in matched))


def _with_named_beside(a: Occasion, b: Occasion, company: Company) -> Company:
    """The sentence of a report that lists one party may still name the others: then nobody is missing."""
    if company.matched == 1 and _names(a, company.only_b):
        return company._replace(matched=1 + len(company.only_b), only_b=())
    if company.matched == 1 and _names(b, company.only_a):
        return company._replace(matched=1 + len(company.only_a), only_a=())
    return company


def _names(told: Occasion, missing: tuple[Member, ...]) -> bool:
    words = frozenset(fold(told.fact.quote).split())
    return len(told.members) == 1 and bool(missing) and all(words.issuperset(m.words[-1:]) for m in missing)


def _told_twice(a: Occasion, b: Occasion) -> bool:
    """One article tells its meetings apart itself; only its headline repeats what stands below."""
    return a.headline != b.headline


def _parties(a: Occasion, b: Occasion, company: Company) -> float:
    if not a.members or not b.members:
        return _by_name(a, b)
    if company.clash:
        return NEVER
    if company.matched == 0:
        named = _by_name(a, b)
        return named - 1 if named != NAMELESS and not _both_bilateral(a, b) else NEVER
    if company.complete or (company.matched == len(a.members) == len(b.members) > 1):
        whole = not (company.only_a or company.only_b)
        return (4.0 if whole else 3.5) + min(1.0, company.persons / 2)
    if company.matched > 1:
        return 2.5 + min(1.0, company.persons / 2)
    return _one_shared(a, b, company)


def _one_shared(a: Occasion, b: Occasion, company: Company) -> float:
    """One name in common tells little of two ("Oslo and Riga"), more of one ("attend the ASEAN summit")."""
    if company.only_a and company.only_b:
        if any(may_be(m, n) for m in company.only_a for n in company.only_b):
            return 2.5
        gathering = {a.sort.family, b.sort.family} <= GATHERINGS and company.bodies
        return 1.5 if gathering else NEVER
    gathered = a.sort.family in GATHERINGS and b.sort.family in GATHERINGS
    alone = not (company.only_a or company.only_b)
    if company.bodies:
        return 2.5 if gathered or alone else 2.0
    if not alone:
        # A president meets many people in a day, and a capital sees many meetings of its own state.
        return -0.5
    return 1.5 if company.persons else 0.5


def _both_bilateral(a: Occasion, b: Occasion) -> bool:
    return len(a.members) == 2 and len(b.members) == 2


def _by_name(a: Occasion, b: Occasion) -> float:
    """A conference is known by its name where no report says who comes."""
    shared, smaller = a.sort.name & b.sort.name, min(len(a.sort.name), len(b.sort.name))
    if not shared or a.sort.family != b.sort.family or 2 * len(shared) < smaller:
        return NAMELESS
    return 2.0 if len(shared) > 1 or len(a.sort.name | b.sort.name) == 1 else 1.0


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


def same_place(a: Place, b: Place) -> bool:
    """True where both name one place."""
    return a.name.casefold() == b.name.casefold() and (a.country == b.country or not (a.country and b.country))


def within(a: Place, b: Place) -> bool:
    """True where one is a country and the other a city or venue in it, or a venue may be in the city."""
    if "venue" in (a.kind, b.kind):
        return not (a.country and b.country) or a.country == b.country
    return a.country == b.country != "" and "country" in (a.kind, b.kind)


def _days(a: Occasion, b: Occasion, company: Company) -> float:
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
    if not company.complete and not (company.matched == 1 and same_sort_and_place(a, b)):
        return NEVER
    if _announced_late(a, b) and not (a.changes or b.changes):
        return NEVER
    if a.changes or b.changes:
        return 0.0 if gap <= PUT_OFF and _changed_in_time(a, b) else NEVER
    if gap <= SLIP:
        return 0.0 if gap == 1 else -1.0
    told_later = a.exact_day and b.exact_day and a.exact_day != b.exact_day
    return -1.5 if told_later and gap <= MOVED and company.complete else NEVER


def same_sort_and_place(a: Occasion, b: Occasion) -> bool:
    """True where a body's own gathering is meant in one place: "the OPEC conference in Vienna"."""
    gathering = a.sort.family == b.sort.family and a.sort.family in GATHERINGS
    return gathering and a.place is not None and b.place is not None and same_place(a.place, b.place)


def _changed_in_time(a: Occasion, b: Occasion) -> bool:
    """A plan is changed before its day has long passed, and the other report came first."""
    for change, plan in ((a, b), (b, a)):
        last = plan.window.last
        if change.changes and plan.day and change.day and last and plan.day <= change.day <= last + timedelta(SLIP):
            return True
    return any(o.day is None for o in (a, b))
