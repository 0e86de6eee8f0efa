"""Who meets according to two reports: how their parties pair off, and what that says for one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.compare.parties import Member, fold, may_be, rivals, same_member, stands_for

if TYPE_CHECKING:
    from store.compare.occasions import Occasion

NEVER = float("-inf")
"""Points where what the reports say cannot be one meeting."""
NAMELESS = -1.5
"""Points where one report does not say who meets, and nothing in the name of the occasion agrees."""
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


def company_at(a: Occasion, b: Occasion) -> Company:
    """The parties of two occasions paired off, with those that only the sentence of one names."""
    return _with_named_beside(a, b, company_of(a.members, b.members))


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


def by_parties(a: Occasion, b: Occasion, company: Company) -> float:
    """Points for who meets: 4 and more where both reports name the same parties."""
    if not a.members or not b.members:
        return _by_name(a, b)
    if company.clash:
        return NEVER
    if company.matched == 0:
        return _no_party_shared(a, b)
    if company.complete or (company.matched == len(a.members) == len(b.members) > 1):
        whole = not (company.only_a or company.only_b)
        # With a third party at the table it is often another meeting of the two.
        return 4.0 + min(1.0, company.persons / 2) if whole else 3.0
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


def _no_party_shared(a: Occasion, b: Occasion) -> float:
    """Two reports of a large meeting may each name other guests; it is one by its name, or a city's one summit."""
    named = _by_name(a, b)
    if named != NAMELESS and not (len(a.members) == len(b.members) == 2):
        return named - 1
    one_day = a.window.exact and b.window.exact and a.window.first == b.window.first
    hosts = [any(m.kind == "organisation" for m in o.members) for o in (a, b)]
    pair = any(len(o.members) == 2 and not host for o, host in zip((a, b), hosts, strict=True))
    one_summit = a.sort.family == b.sort.family == "summit" and one_day and not all(hosts) and not pair
    return 0.0 if one_summit else NEVER


def _by_name(a: Occasion, b: Occasion) -> float:
    """A conference is known by its name where no report says who comes."""
    shared, smaller = a.sort.name & b.sort.name, min(len(a.sort.name), len(b.sort.name))
    if not shared or a.sort.family != b.sort.family or 2 * len(shared) < smaller:
        return NAMELESS
    return 2.0 if len(shared) > 1 or len(a.sort.name | b.sort.name) == 1 else 1.0
