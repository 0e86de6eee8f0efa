"""Everything that stands across articles, computed over their facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from store.compare import claims, conflicts, talks
from store.compare.event_claims import event_claim, event_conflicts
from store.compare.grouping import groups_among, points_among
from store.compare.ids import unused
from store.compare.matter import later_copies, matter_of
from store.compare.meeting_claims import meeting_claims
from store.compare.relations import relations_among
from store.compare.said import said_among
from store.compare.same_events import events_alike, events_linked
from store.compare.same_said import alike_among
from store.compare.sidelines import may_host, placed_among
from store.compare.sides import by_claim
from store.compare.statement_claims import statement_claims
from store.compare.talk_conflicts import talk_conflicts
from store.compare.ties import bonds_among
from store.model.reports import Comparison

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from store.compare.grouping import Points
    from store.compare.ids import InUse
    from store.compare.matter import Matter
    from store.compare.occasions import Occasion
    from store.compare.ties import Place, Sort
    from store.model.claims import Claim, Talk
    from store.model.reports import Report

    Bonds = dict[Sort, dict[Place, Place]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What a comparison of some facts has to know of all the others."""

    common: Container[str] | None = None
    """Hints that too many statements share; None where all statements are compared."""
    chosen: Container[Place] | None = None
    """Statements that conflicts are sought among."""
    hosts: Sequence[Talk] = ()
    claims: Sequence[Claim] = ()
    talk_in_use: InUse = field(default=unused)
    claim_in_use: InUse = field(default=unused)
    conflict_in_use: InUse = field(default=unused)


ALONE = Rest()


class Outcome(NamedTuple):
    """What a comparison gives, and which facts it tied together on the way."""

    comparison: Comparison
    bonds: Bonds


def compare(reports: Sequence[Report], previous: Comparison) -> Comparison:
    """Talks, claims and conflicts among ``reports``; ids are inherited from ``previous``.

    Pure; the order of ``reports`` does not matter.
    """
    return compared(matter_of(reports, said_among(reports), later_copies(reports)), previous).comparison


def compared(matter: Matter, previous: Comparison, rest: Rest = ALONE) -> Outcome:
    """What stands across ``matter``; ``rest`` is what counts besides."""
    points = points_among(matter.occasions)
    alike = alike_among(matter.saids, rest.common)
    found_talks = talks.named(_talks(matter, points, rest), previous.talks, rest.talk_in_use)
    events = events_alike(matter.happenings)
    found_claims = claims.named(
        (
            *meeting_claims(matter.announced, found_talks, matter.voices),
            *(event_claim(group, matter.voices) for group in events),
            *statement_claims(matter.saids, alike),
        ),
        previous.claims,
        rest.claim_in_use,
    )
    relations = relations_among(matter.once, rest.common, rest.chosen)
    found_conflicts = conflicts.named(
        (
            *talk_conflicts(found_talks),
            *event_conflicts(events, matter.voices),
            *conflicts.statement_conflicts(relations, by_claim((*rest.claims, *found_claims))),
        ),
        previous.conflicts,
        rest.conflict_in_use,
    )
    return Outcome(
        Comparison(talks=found_talks, claims=found_claims, conflicts=found_conflicts),
        {
            "talk": bonds_among((*_linked(matter.occasions, points), *_copied(matter.announced))),
            "event": bonds_among((a.place, b.place) for a, b in events_linked(matter.happenings)),
            "claim": bonds_among((link.one.place, link.two.place) for link in alike),
            "conflict": bonds_among(relations.links()),
        },
    )


def _talks(matter: Matter, points: Points, rest: Rest) -> list[Talk]:
    groups = groups_among(matter.occasions, points)
    found = [talks.talk_of(group, matter.voices) for group in groups if group[0].at in matter.announced]
    hosts = [*rest.hosts, *(t for t in found if may_host(t))]
    return [placed_among(t, hosts) for t in found]


def _linked(occasions: Sequence[Occasion], points: Points) -> Iterator[tuple[Place, Place]]:
    return ((occasions[i].at, occasions[j].at) for i, j in points)


def _copied(places: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    """Places of one fact in copies of its article."""
    in_order = sorted(places, key=lambda place: (place[1], place[0]))
    return ((one, two) for one, two in pairwise(in_order) if one[1] == two[1])
