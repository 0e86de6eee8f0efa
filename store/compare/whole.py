"""Everything that is compared, in its order: what a load computes from all reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.model.reports import Comparison

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from store.model.article import Anchor
    from store.model.reports import Report


def neighbours(reports: Sequence[Report]) -> Mapping[int, Anchor]:  # noqa: ARG001
    """Article id -> anchor, for undated reports that tell of the same meeting or event as an anchored one."""
    return {}


def compare(reports: Sequence[Report], before: Comparison) -> Comparison:  # noqa: ARG001
    """Talks, claims and conflicts over ``reports``; ids come from ``before`` by the largest overlap of evidence."""
    return Comparison()
