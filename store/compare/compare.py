"""Everything that stands across articles, computed over their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.compare.claims import claims_among
from store.compare.conflicts import conflicts_among
from store.compare.said import said_among
from store.compare.talks import talks_among
from store.compare.voices import Voices
from store.model.reports import Comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.model.reports import Report


def compare(reports: Sequence[Report], previous: Comparison) -> Comparison:
    """Talks, claims and conflicts among ``reports``; ids are inherited from ``previous``.

    Pure; the order of ``reports`` does not matter.
    """
    saids = said_among(reports)
    talks = talks_among(reports, Voices(saids), previous.talks)
    claims = claims_among(reports, talks, previous, saids=saids)
    return Comparison(
        talks=talks, claims=claims, conflicts=conflicts_among(reports, talks, claims, previous, saids=saids)
    )
