"""Gives undated articles the anchors that their neighbours lend them, and has them read again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.neighbours import Lenders, Neighbour, lending_looks, lendings_among
from store.db.ties import hint_number
from store.model.article import NO_ANCHOR
from store.refresh.kept import READ_LENDING
from store.refresh.reading import read_again

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from store.compare.neighbours import Lending
    from store.db.stored_ties import StoredTies
    from store.model.article import Anchor
    from store.model.reports import Fact, Report
    from store.writer import Writer


def alone(reports: Iterable[Report], unsettled: Mapping[int, tuple[Fact, ...]]) -> list[Report]:
    """``reports`` as they read by themselves.

    Neighbours are looked for among these, so that the outcome does not depend on the order in which they were loaded.
    """
    return [
        replace(report, anchor=NO_ANCHOR, facts=unsettled[report.article_id])
        if report.article_id in unsettled
        else report
        for report in reports
    ]


def settle(
    writer: Writer,
    reports: Sequence[Report],
    unsettled: Mapping[int, tuple[Fact, ...]],
    lent: Mapping[int, Anchor],
) -> set[int]:
    """Give the undated of ``reports`` the anchor that is ``lent`` to them now; ids of those that were read again."""
    changed = set()
    for report in reports:
        anchor = lent.get(report.article_id, NO_ANCHOR)
        if report.article_id in unsettled and anchor != report.anchor:
            article = writer.article(report.article_id)
            if article is not None:
                facts = unsettled[report.article_id] if anchor == NO_ANCHOR else read_again(article, anchor)
                writer.settle(report.article_id, anchor, facts)
                changed.add(report.article_id)
    return changed


class Loans:
    """What undated articles share with others, looked at anew for the articles that changed."""

    def __init__(self, stored: StoredTies, changed: AbstractSet[int]) -> None:
        self._stored = stored
        self._changed = changed
        self._here = alone(stored.reports(changed), stored.unsettled(changed))
        looks = {hint_number("lend", key) for report in self._here for key in lending_looks(report)}
        near = {article for _, article, _ in stored.holders(looks)} - changed
        others = alone(stored.reports(near), stored.unsettled(near))
        self.found: list[Lending] = lendings_among([*self._here, *others], changed)

    def settle(self, writer: Writer) -> set[int]:
        """Date the undated articles that have another lender now; ids of those that were read again."""
        first = {r.article_id for r in self._here} | self._borrowers(self._changed)
        # An article may take its anchor from one that has it from an anchored one, and no further.
        undated = self._stored.unsettled(first | self._borrowers(first))
        lenders = Lenders(self._of, self._neighbour)
        lent = {article: anchor for article in undated if (anchor := lenders.anchor(article))}
        return settle(writer, self._stored.reports(undated), undated, lent)

    def _borrowers(self, articles: AbstractSet[int]) -> set[int]:
        return self._stored.borrowers(articles) | {x.undated for x in self.found if x.other in articles}

    def _of(self, undated: int) -> list[Lending]:
        stored = [READ_LENDING.decode(data) for data in self._stored.lendings(undated)]
        return [
            *(x for x in stored if self._changed.isdisjoint((x.undated, x.other))),
            *(x for x in self.found if x.undated == undated),
        ]

    def _neighbour(self, article: int) -> Neighbour:
        return Neighbour(article, *self._stored.own_anchor(article))
