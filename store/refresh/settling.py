"""After the reading: undated articles take a neighbour's anchor and are read again, then everything is compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.compare import compare
from store.compare.neighbours import neighbour_anchors
from store.model.article import NO_ANCHOR
from store.refresh.reading import read_again
from store.refresh.version import comparer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from store.model.reports import Fact, Report
    from store.writer import Writer


def compare_all(writer: Writer) -> None:
    """Date, settle and compare what is stored, and keep what stands across the articles."""
    reports = writer.reports()
    if _settle(writer, reports, writer.unsettled()):
        reports = writer.reports()
    writer.save_comparison(compare(reports, writer.comparison()), comparer())


def _settle(writer: Writer, reports: Sequence[Report], unsettled: Mapping[int, tuple[Fact, ...]]) -> bool:
    """Give every undated article the anchor that its neighbours lend it now; True where any was read again.

    Neighbours are looked for among articles as they read by themselves, so that the outcome does not depend on
    the order in which they were loaded.
    """
    alone = [
        replace(report, anchor=NO_ANCHOR, facts=unsettled[report.article_id])
        if report.article_id in unsettled
        else report
        for report in reports
    ]
    lent = neighbour_anchors(alone)
    changed = False
    for report in reports:
        anchor = lent.get(report.article_id, NO_ANCHOR)
        if report.article_id in unsettled and anchor != report.anchor:
            article = writer.article(report.article_id)
            if article is not None:
                facts = unsettled[report.article_id] if anchor == NO_ANCHOR else read_again(article, anchor)
                writer.settle(report.article_id, anchor, facts)
                changed = True
    return changed
