"""Claims across articles: meetings, events and statements, each with every fact that supports it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.ids import stable_ids, unused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.compare.ids import InUse
    from store.model.claims import Claim


def named(found: Iterable[Claim], before: Iterable[Claim], in_use: InUse = unused) -> tuple[Claim, ...]:
    """``found`` by kind, speaker and words, with ids from ``before`` by the largest overlap of evidence."""
    ordered = sorted(found, key=_order)
    known = {c.id: _keys(c) for c in before}
    ids = stable_ids("claim", [_keys(c) for c in ordered], known, in_use)
    return tuple(replace(c, id=made) for c, made in zip(ordered, ids, strict=True))


def _order(claim: Claim) -> tuple[str, str, str, str, list[str], str]:
    sort = claim.kind if claim.kind in ("meeting", "event") else "statement"
    return sort, claim.who, claim.what, claim.when, _keys(claim), str(claim.evidence)


def _keys(claim: Claim) -> list[str]:
    """Fact keys; of a meeting with the day: one announcement of two days supports two claims."""
    day = claim.when if claim.kind == "meeting" else ""
    return sorted({f"{e.fact}{day}" for e in claim.evidence})
