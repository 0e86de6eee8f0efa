"""What there is to choose from in the filters of the claims table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

KINDS = "select kind, count(*) from claims where known_from <= :known group by kind order by 2 desc, 1"
SPEAKERS = """
select e.speaker, count(distinct e.claim_id) from evidence e join claims c on c.id = e.claim_id
where c.known_from <= :known and e.speaker <> '' group by e.speaker order by 2 desc, 1
"""
OUTLETS = """
select e.outlet, count(distinct e.claim_id) from evidence e join claims c on c.id = e.claim_id
where c.known_from <= :known and e.outlet <> '' group by e.outlet order by 2 desc, 1
"""
PLACES = """
select "where", count(*) from claims where known_from <= :known and "where" <> '' group by "where" order by 2 desc, 1
"""


def choices(db: Database, known: int) -> dict[str, list[tuple[str, int]]]:
    """Values of each field of a filter with how many claims they leave, most first."""
    statements = {"kinds": KINDS, "speakers": SPEAKERS, "outlets": OUTLETS, "places": PLACES}
    return {
        field: [(row[0], row[1]) for row in db.execute(statement, {"known": known})]
        for field, statement in statements.items()
    }
