"""What stands across the articles: replaced as a whole or in part, asked for, and behind when an article changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.db import articles, claims, info, talks, ties
from store.db.migrations import NEVER
from store.model.reports import Comparison

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlite_utils import Database


class Tied(NamedTuple):
    """What a comparison says of the store beside its outcome."""

    ties: ties.Ties
    sides: Mapping[str, str]
    """Id of a talk that lends its city -> "host", of one that may take another's -> "beside"."""
    before: tuple[set[str], set[str], set[str]] | None
    """Ids of the talks, claims and conflicts that the outcome replaces; None where it replaces all."""


def stored(db: Database) -> Comparison:
    """The talks, claims and conflicts as they were stored last."""
    return Comparison(
        talks=tuple(talks.talks(db, NEVER)),
        claims=tuple(claims.claims(db)),
        conflicts=tuple(talks.conflicts(db, NEVER)),
    )


def save(db: Database, comparison: Comparison, comparer: str, tied: Tied | None, now: datetime) -> bool:
    """Make ``comparison`` what stands, with the ties found on the way; True where any row changed."""
    before = tied.before if tied else None
    published = articles.published(db, _articles(comparison) if before else None)
    sides = tied.sides if tied else {}
    talk_ids, claim_ids, conflict_ids = before or (None, None, None)
    changed = [
        claims.store_all(db, comparison.claims, published, claim_ids),
        talks.store_talks(db, comparison.talks, published, now, sides, talk_ids),
        talks.store_conflicts(db, comparison.conflicts, published, conflict_ids),
    ]
    ties.store_shown(db, comparison, before)
    if tied:
        ties.store(db, tied.ties)
    info.put(db, info.TIED_BY, comparer if tied else "")
    info.put(db, info.STALE, "0")
    info.put(db, info.COMPARED_BY, comparer)
    return any(changed)


def is_stale(db: Database, comparer: str) -> bool:
    """True where articles changed since the comparison, or another one than ``comparer`` made it."""
    stale, by = info.value(db, info.STALE), info.value(db, info.COMPARED_BY)
    return stale == "1" or (bool(by) and by != comparer)


def ties_by(db: Database, comparer: str) -> bool:
    """True where the ties are those that this comparison found."""
    return info.value(db, info.TIED_BY) == comparer


def fall_behind(db: Database, article_id: int) -> None:
    """Note that an article changed, came or went since the comparison."""
    info.put(db, info.STALE, "1")
    ties.fall_behind(db, article_id)


def _articles(comparison: Comparison) -> set[int]:
    passages = [
        *(e for claim in comparison.claims for e in claim.evidence),
        *(e for talk in comparison.talks for claim in talk.claims for e in claim.evidence),
        *(e for conflict in comparison.conflicts for side in conflict.sides for e in side.evidence),
    ]
    return {e.article_id for e in passages}
