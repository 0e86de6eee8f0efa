"""After the reading: undated articles take a neighbour's anchor and are read again, then everything is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.compare.compare import compare
from store.compare.neighbours import neighbour_anchors
from store.refresh.reading import read_again
from store.refresh.version import comparer

if TYPE_CHECKING:
    from store.model.article import Anchor
    from store.model.reports import Report
    from store.writer import Writer


def compare_all(writer: Writer) -> None:
    """Date, settle and compare what is stored, and keep what stands across the articles.

    Neighbours are looked for among articles as they read by themselves, so that the outcome does not depend on
    the order in which they were loaded.
    """
    unsettled = writer.reports(settled=False)
    lent = neighbour_anchors(unsettled)
    before = {report.article_id: report.anchor for report in writer.reports()}
    for report in unsettled:
        anchor = lent.get(report.article_id, report.anchor)
        if report.anchor.bound == "none" and anchor != before[report.article_id]:
            _settle(writer, report, anchor)
    writer.save_comparison(compare(writer.reports(), writer.comparison()), comparer())


def _settle(writer: Writer, report: Report, anchor: Anchor) -> None:
    article = writer.article(report.article_id)
    if article is not None:
        facts = report.facts if anchor == report.anchor else read_again(article, anchor)
        writer.settle(report.article_id, anchor, facts)
