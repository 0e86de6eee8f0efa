"""The log of verdicts: lines are appended; undo and redo are lines too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from store.db.shapes import to_json
from store.model.reviews import Correction, Review

if TYPE_CHECKING:
    from collections.abc import Iterable

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
JUDGED = """
select f.key, case when f.kind in ('meeting', 'event') then f.kind else 'statement' end, f.quote, f.occurrence
from facts f where f.article_id = :article and exists (select 1 from reviews_in_force r where r.fact_key = f.key)
"""
SAME_WORDS = """
select f.key from facts f
where f.article_id = :article and f.quote = :quote and f.occurrence = :occurrence
    and case when f.kind in ('meeting', 'event') then f.kind else 'statement' end = :sort
    and not exists (select 1 from facts old where old.key = :key)
limit 1
"""
LET_GO = """
insert into reviews (fact_key, text_hash, sort, quote, occurrence, article, reading, verdict, note, correction, "by",
    "at", undoes)
select fact_key, text_hash, sort, quote, occurrence, article, reading, verdict, :note, correction, :by, :at, id
from reviews where id = :id
"""
TAKE_UP = """
insert into reviews (fact_key, text_hash, sort, quote, occurrence, article, reading, verdict, note, correction, "by",
    "at")
select :now, a.text_hash, r.sort, r.quote, r.occurrence, a.name, r.reading, r.verdict, r.note, r.correction, r."by",
    r."at"
from reviews r, articles a where r.id = :id and a.id = :article
"""
CARRIED = "The article was edited: the verdict goes on with the same words in its new text."
LOG = """
select r.id, r.fact_key, r.quote, r.article, r.verdict, r.note, r.correction, r."by", r."at", r.undoes,
    exists (select 1 from reviews_in_force i where i.id = r.id) as in_force,
    not exists (select 1 from facts f where f.key = r.fact_key) as orphaned
from reviews r order by r.id desc limit :limit
"""
LINE = LOG.replace("order by r.id desc limit :limit", "where r.id = :id")
STANDS = "select 1 from verdicts where fact_key = :key and verdict = :verdict"
OF_FACT = """
select r.id, r.fact_key, r.quote, r.article, r.verdict, r.note, r.correction, r."by", r."at", r.undoes,
    1 as in_force, not exists (select 1 from facts f where f.key = r.fact_key) as orphaned
from reviews_in_force r where r.fact_key = :key order by r.id
"""


class Judged(NamedTuple):
    """What a verdict was given on: the key of a fact, and the words by which it is found again."""

    key: str
    sort: str
    """"meeting", "event" or "statement"."""
    quote: str
    occurrence: int


VERDICTS = "select fact_key, verdict from verdicts"
NO_CORRECTION = Correction()


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


def append_once(db: Database, key: str, verdict: Verdict, by: str, at: str) -> bool:
    """Add a verdict on the fact ``key``; False where it is in force already, or there is no such fact."""
    if db.execute(STANDS, {"key": key, "verdict": verdict}).fetchone() is not None:
        return False
    return append(db, key, verdict, "", NO_CORRECTION, by, at) is not None


def undo(db: Database, by: str, at: str) -> int | None:
    """Undo the newest verdict in force; the id of its line, None where there is none."""
    return _reverse(db, TO_UNDO, by, at)


def redo(db: Database, by: str, at: str) -> int | None:
    """Take back the newest undo; the id of its line, None where nothing was undone since the last verdict."""
    return _reverse(db, TO_REDO, by, at)


def log(db: Database, limit: int) -> list[Review]:
    """The newest lines of the log, newest first."""
    return [_review(row) for row in db.query(LOG, {"limit": limit})]


def line(db: Database, line_id: int) -> Review | None:
    """One line of the log, None where there is none of this number."""
    return next((_review(row) for row in db.query(LINE, {"id": line_id})), None)


def of_fact(db: Database, key: str) -> list[Review]:
    """What is in force for one fact, oldest first."""
    return [_review(row) for row in db.query(OF_FACT, {"key": key})]


def verdicts(db: Database) -> dict[str, str]:
    """Fact key -> the verdict in force, for facts that have one; notes are none."""
    return {row[0]: row[1] for row in db.execute(VERDICTS)}


def judged(db: Database, article_id: int) -> list[Judged]:
    """Facts of an article that verdicts or notes are in force for, as they stand before its text is replaced."""
    return [Judged(*row) for row in db.execute(JUDGED, {"article": article_id})]


def carry(db: Database, article_id: int, before: Iterable[Judged], by: str, at: str) -> None:
    """Let verdicts go on where the edited article still holds the same words the same number of times before.

    The log only grows: the old line is undone and a new one, with its name and time, stands on the new text. What no
    longer matches exactly is left, and so listed as orphaned.
    """
    for fact in before:
        found = db.execute(SAME_WORDS, {"article": article_id, **fact._asdict()}).fetchone()
        if found is None:
            continue
        for review in of_fact(db, fact.key):
            db.execute(LET_GO, {"id": review.id, "note": CARRIED, "by": by, "at": at})
            db.execute(TAKE_UP, {"id": review.id, "now": found[0], "article": article_id})


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
