"""Compares the articles that changed with what they touch, and with nothing else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from store.compare.compare import Rest, compared
from store.compare.matter import Matter, once_among
from store.compare.meeting_claims import announced_in
from store.compare.occasions import occasions_of
from store.compare.relations import denier, relations_among
from store.compare.relations import words_of as words_apart
from store.compare.same_events import happenings_in
from store.compare.same_said import words_of as words_alike
from store.compare.sidelines import may_host, placed_among, unplaced
from store.compare.voices import Voices
from store.db.comparisons import Tied
from store.db.ties import Ties
from store.errors import TornTies
from store.refresh.anew import compared_anew
from store.refresh.kept import bond_rows, lending_row, sides_of
from store.refresh.lent import Loans
from store.refresh.reach import Reach
from store.refresh.sight import Sight, articles_of
from store.refresh.version import comparer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from store.compare.compare import Outcome
    from store.compare.relations import Relations
    from store.compare.said import Said
    from store.compare.ties import Place
    from store.model.claims import Claim
    from store.refresh.anew import Anew
    from store.writer import Writer

    Before = tuple[set[str], set[str], set[str]]


def compare_part(writer: Writer, behind: Iterable[int]) -> None:
    """Date, settle and compare the articles ``behind`` and what hangs on them; all else stays as it is.

    Raises TornTies where that cannot be done.
    """
    with writer.asking() as stored, _ties_hold():
        changed = frozenset(behind)
        loans = Loans(stored, changed)
        sight_of = {*changed, *loans.settle(writer)}
        sight = Sight(stored)
        anew = compared_anew(sight, sight_of)
        part = _Part(sight, anew)
        touched = part.touched()
        outcome, before = part.compared(touched)
        while moved := part.talks_moved(outcome, before):
            touched = part.with_talks(touched, moved)
            outcome, before = part.compared(touched)
    tied = Tied(
        ties=_ties(anew, outcome, touched, changed, loans),
        sides=sides_of(outcome.comparison.talks),
        before=before,
    )
    writer.save_comparison(outcome.comparison, comparer(), tied)


@contextmanager
def _ties_hold() -> Iterator[None]:
    """Tell apart a tie to what is not there, as a damaged store may have it."""
    try:
        yield
    except (LookupError, msgspec.MsgspecError) as error:
        raise TornTies(f"{type(error).__name__}: {error}") from error


class Touched(NamedTuple):
    """Places of the facts that are compared, by sort."""

    talks: set[Place]
    programme: set[Place]
    """With those that only tell which reports announce the same meetings."""
    events: set[Place]
    claims: set[Place]
    conflicts: set[Place]


class _Part:
    def __init__(self, sight: Sight, anew: Anew) -> None:
        self._sight, self._stored = sight, sight.stored
        self._anew = anew
        self._reach = Reach(sight, anew.articles, anew.matter, anew.hints)

    def touched(self) -> Touched:
        talks = self._reach.programme_of(self._reach.talks())
        claims = self._reach.claims()
        return Touched(
            talks=talks,
            programme=self._reach.programme_of(talks),
            events=self._reach.events(),
            claims=claims,
            conflicts=self._conflicts(claims),
        )

    def with_talks(self, touched: Touched, more: set[Place]) -> Touched:
        """``touched`` with further announcements."""
        talks = touched.talks | more | self._reach.bound("talk", more)
        return touched._replace(talks=talks, programme=self._reach.programme_of(talks))

    def _conflicts(self, claims: AbstractSet[Place]) -> set[Place]:
        """Statements in a conflict that may change, be it that a claim changes which it shows."""
        found = self._reach.conflicts()
        while True:
            relations = self._relations(found)
            linked = {place for link in relations.links() for place in link}
            deniers = {denier(denial) for _, denial in relations.denials}
            bound = self._reach.bound("conflict", found | claims)
            shown = self._stored.shown_by("conflict", self._stored.shown_at("conflict", bound))
            supporting = {p for claim in self._claims_at(linked | bound) for p in _places(claim)}
            more = bound | self._reach.denials_by(deniers) | self._reach.bound("conflict", shown | supporting)
            if more <= found:
                return found
            found |= more

    def _claims_at(self, places: Iterable[Place]) -> tuple[Claim, ...]:
        return self._stored.comparison((), self._stored.supported_at(places), ()).claims

    def _once(self, places: AbstractSet[Place]) -> list[Said]:
        articles, copies = articles_of(places), self._anew.copies
        later = (self._stored.copies(articles) - copies.near) | copies.later
        return once_among(self._sight.saids(articles), later)

    def _relations(self, places: AbstractSet[Place]) -> Relations:
        once = self._once(places)
        return relations_among(once, self._common_apart(once), places)

    def _common_apart(self, once: Iterable[Said]) -> set[str]:
        return self._reach.common("conflict", {word for said in once for word in words_apart(said)})

    def compared(self, touched: Touched) -> tuple[Outcome, Before]:
        """What stands across ``touched``, and the ids of what stood there before."""
        matter = self._matter(touched)
        before = self._before(touched)
        previous = self._stored.comparison(*before)
        talks, claims, conflicts = before
        said_elsewhere = self._claims_at(touched.conflicts - touched.claims)
        rest = Rest(
            common=self._common_apart(matter.once)
            | self._reach.common("claim", {word for said in matter.saids for word in words_alike(said)}),
            chosen=touched.conflicts,
            hosts=[t for t in self._stored.talks_of_side("host") if t.id not in talks],
            claims=[claim for claim in said_elsewhere if claim.id not in claims],
            talk_in_use=lambda made: made not in talks and self._stored.has_talk(made),
            claim_in_use=lambda made: made not in claims and self._stored.has_claim(made),
            conflict_in_use=lambda made: made not in conflicts and self._stored.has_conflict(made),
        )
        return compared(matter, previous, rest), before

    def talks_moved(self, outcome: Outcome, before: Before) -> set[Place]:
        """Places of the talks elsewhere that take another city than they did, now that others are held otherwise."""
        hosts = [t for t in self._stored.talks_of_side("host") if t.id not in before[0]]
        hosts += [t for t in outcome.comparison.talks if may_host(t)]
        beside = [t for t in self._stored.talks_of_side("beside") if t.id not in before[0]]
        moved = [t.id for t in beside if placed_among(unplaced(t), hosts) != t]
        return self._stored.shown_by("talk", moved)

    def _matter(self, touched: Touched) -> Matter:
        sight = self._sight
        announcing = sight.reports(articles_of(touched.programme))
        told = sight.reports(articles_of(touched.events))
        spoken = articles_of(touched.talks) | articles_of(touched.events)
        return Matter(
            occasions=[o for o in occasions_of(announcing) if o.at in touched.programme],
            announced={p: told for p, told in announced_in(announcing).items() if p in touched.talks},
            happenings=[h for h in happenings_in(told) if h.place in touched.events],
            saids=[s for s in sight.saids(articles_of(touched.claims)) if s.place in touched.claims],
            once=self._once(touched.conflicts),
            voices=Voices(sight.saids(spoken)),
        )

    def _before(self, touched: Touched) -> Before:
        stored, articles = self._stored, self._anew.articles
        talks = stored.shown_at("talk", touched.talks) | stored.shown_of("talk", articles)
        of_talks = stored.shown_by("talk", talks)
        claims = stored.supported_at(touched.talks | touched.events | touched.claims) | stored.orphans()
        # Dated by a neighbour, an article may no longer say what it said by itself.
        claims |= stored.supported_of(articles)
        conflicts = stored.shown_at("conflict", touched.conflicts | touched.events | touched.talks | of_talks)
        return talks, claims, conflicts | stored.shown_of("conflict", articles)


def _places(claim: Claim) -> Iterable[Place]:
    return ((e.article_id, e.fact) for e in claim.evidence)


def _ties(anew: Anew, outcome: Outcome, touched: Touched, changed: frozenset[int], loans: Loans) -> Ties:
    copies = anew.copies
    among = {
        "talk": touched.talks,
        "event": touched.events,
        "claim": touched.claims,
        "conflict": touched.conflicts,
        "copy": {(article, "") for article in copies.near | changed},
    }
    outcome.bonds["copy"] = copies.bonds
    return Ties(
        articles=anew.articles,
        hints=anew.hints,
        bonds=bond_rows(outcome.bonds, among),
        unbound=[(sort, *place) for sort, places in among.items() for place in places],
        casts=anew.casts,
        copies=sorted(copies.later),
        singles=sorted((copies.near | changed) - copies.later),
        relent=changed,
        lendings=[lending_row(lending) for lending in loans.found],
    )
