"""After the reading: undated articles take a neighbour's anchor and are read again, then what changed is compared."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from store.errors import TornTies
from store.refresh.part import compare_part
from store.refresh.version import comparer
from store.refresh.whole import compare_whole

if TYPE_CHECKING:
    from store.writer import Writer

WORTH_A_PART = 0.25
"""Share of the articles that may have changed for it to be quicker to compare only what they touch."""


def compare_all(writer: Writer, *, more_to_come: bool = False) -> None:
    """Date, settle and compare what is stored, and keep what stands across the articles.

    Only what changed is compared, with what it touches; the outcome is that of a comparison of everything. With
    ``more_to_come``, most articles may be, what ties the articles is not kept: it would hardly serve again.
    """
    with writer.asking() as stored:
        behind, there = stored.behind(), stored.how_many()
    if writer.ties_by(comparer()) and len(behind) <= WORTH_A_PART * there:
        with suppress(TornTies):
            compare_part(writer, behind)
            return
    compare_whole(writer, keep_ties=not more_to_come)
