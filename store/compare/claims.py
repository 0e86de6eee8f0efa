"""Claims across articles: meetings, events and statements, each with every fact that supports it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.event_claims import event_claim
from store.compare.ids import stable_ids
from store.compare.meeting_claims import meeting_claims
from store.compare.said import said_among
from store.compare.same_events import events_alike
from store.compare.statement_claims import statement_claims
from store.compare.voices import Voices
from store.model.reports import Comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.compare.said import Said
    from store.model.claims import Claim, Talk
    from store.model.reports import Report

NOTHING = Comparison()


def claims_among(
    reports: Sequence[Report],
    talks: Sequence[Talk],
    previous: Comparison = NOTHING,
    *,
    saids: Sequence[Said] | None = None,
) -> tuple[Claim, ...]:
    """Every claim of ``reports``, by kind, speaker and words; each fact supports at least one.

    ``talks`` are those of the same reports; ``saids`` spares reading the statements again. Ids come from ``previous``
    by the largest overlap of evidence. The order of ``reports`` does not matter.
    """
    saids = said_among(reports) if saids is None else saids
    voices = Voices(saids)
    found = [
        *meeting_claims(reports, talks, voices),
        *(event_claim(group, voices) for group in events_alike(reports)),
        *statement_claims(saids),
    ]
    ordered = sorted(found, key=_order)
    before = {c.id: _keys(c) for c in previous.claims}
    ids = stable_ids("claim", [_keys(c) for c in ordered], before)
    return tuple(replace(c, id=made) for c, made in zip(ordered, ids, strict=True))


def _order(claim: Claim) -> tuple[str, str, str, str, list[str]]:
    sort = claim.kind if claim.kind in ("meeting", "event") else "statement"
    return sort, claim.who, claim.what, claim.when, _keys(claim)


def _keys(claim: Claim) -> list[str]:
    """Fact keys; of a meeting with the day: one announcement of two days supports two claims."""
    day = claim.when if claim.kind == "meeting" else ""
    return sorted({f"{e.fact}{day}" for e in claim.evidence})
