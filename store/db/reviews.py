"""The log of verdicts: lines are appended; undo and redo are lines too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from store.db.shapes import to_json
from store.model.reviews import Correction, Review

if TYPE_CHECKING:
    from sqlite_utils import Database

    from store.model.reviews import Verdict

APPEND = """
insert into reviews (fact_key, text_hash, sort, quote, occurrence, article, reading, verdict, note, correction, "by",
    "at")
select f.key, a.text_hash, case when f.kind in ('meeting', 'event') then f.kind else 'statement' end, f.quote,
    f.occurrence, a.name, json_object('who', f.who, 'what', f.what, 'when', f."when", 'where', f."where"),
    :verdict, :note, :correction, :by, :at
from facts f join articles a on a.id = f.article_id where f.key = :key order by a.id limit 1
returning id
"""
REVERSE = """
insert into reviews (fact_key, text_hash, sort, quote, occurrence, article, reading, verdict, note, correction, "by",
    "at", undoes)
select fact_key, text_hash, sort, quote, occurrence, article, reading, verdict, note, correction, :by, :at, id
from reviews where id = :id
returning id
"""
# The newest line still in force; one undone and done again counts from when it was done again.
TO_UNDO = """
select id from reviews_in_force order by max(id, coalesce((
    select max(again.id) from reviews u join reviews again on again.undoes = u.id where u.undoes = reviews_in_force.id
), 0)) desc limit 1
"""
# The newest undo that was not redone, unless a verdict was given since.
TO_REDO = """
select u.id from reviews u join reviews r on r.id = u.undoes
where r.undoes is null and not exists (select 1 from reviews again where again.undoes = u.id)
and not exists (select 1 from reviews later where later.undoes is null and later.id > u.id)
order by u.id desc limit 1
"""
LOG = """
select r.id, r.fact_key, r.quote, r.article, r.verdict, r.note, r.correction, r."by", r."at", r.undoes,
    exists (select 1 from reviews_in_force i where i.id = r.id) as in_force,
    not exists (select 1 from facts f where f.key = r.fact_key) as orphaned
from reviews r order by r.id desc limit :limit
"""
OF_FACT = """
select r.id, r.fact_key, r.quote, r.article, r.verdict, r.note, r.correction, r."by", r."at", r.undoes,
    1 as in_force, not exists (select 1 from facts f where f.key = r.fact_key) as orphaned
from reviews_in_force r where r.fact_key = :key order by r.id
"""

VERDICTS = "select fact_key, verdict from verdicts"


def append(db: Database, key: str, verdict: Verdict, note: str, correction: Correction, by: str, at: str) -> int | None:
    """Add a verdict on the fact ``key``; the id of the line, None where there is no such fact."""
    values = {
        "key": key,
        "verdict": verdict,
        "note": note,
        "correction": to_json(correction),
        "by": by,
        "at": at,
    }
    return _returned(db, APPEND, values)


def undo(db: Database, by: str, at: str) -> int | None:
    """Undo the newest verdict in force; the id of its line, None where there is none."""
    return _reverse(db, TO_UNDO, by, at)


def redo(db: Database, by: str, at: str) -> int | None:
    """Take back the newest undo; the id of its line, None where nothing was undone since the last verdict."""
    return _reverse(db, TO_REDO, by, at)


def log(db: Database, limit: int) -> list[Review]:
    """The newest lines of the log, newest first."""
    return [_review(row) for row in db.query(LOG, {"limit": limit})]


def of_fact(db: Database, key: str) -> list[Review]:
    """What is in force for one fact, oldest first."""
    return [_review(row) for row in db.query(OF_FACT, {"key": key})]


def verdicts(db: Database) -> dict[str, str]:
    """Fact key -> the verdict in force, for facts that have one; notes are none."""
    return {row[0]: row[1] for row in db.execute(VERDICTS)}


def _reverse(db: Database, which: str, by: str, at: str) -> int | None:
    row = db.execute(which).fetchone()
    if row is None:
        return None
    _returned(db, REVERSE, {"id": row[0], "by": by, "at": at})
    return int(row[0])


def _returned(db: Database, statement: str, values: dict[str, Any]) -> int | None:
    rows = db.execute(statement, values).fetchall()
    return int(rows[0][0]) if rows else None


def _review(row: dict[str, Any]) -> Review:
    return Review(
        **{
            **row,
            "correction": msgspec.json.decode(row["correction"], type=Correction),
            "in_force": bool(row["in_force"]),
            "orphaned": bool(row["orphaned"]),
        }
    )
