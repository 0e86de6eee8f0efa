"""Talks and conflicts: few, kept whole, each with the id under which reviews and calendars know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from store.db.claims import known_from
from store.db.shapes import each_of, to_json
from store.model.claims import Conflict, Talk
from store.model.views import Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlite_utils import Database

STORED_TALKS = "select id, position, known_from, data, sequence, changed from talks order by position, id"
SAVE_TALK = """
insert into talks (id, position, known_from, data, sequence, changed)
values (:id, :position, :known_from, :data, 0, :changed)
on conflict (id) do update set position = excluded.position, known_from = excluded.known_from, data = excluded.data,
    sequence = sequence + :revised, changed = case when :touched then excluded.changed else changed end
"""
DELETE_TALK = "delete from talks where id = :id"
STORED_CONFLICTS = "select id, position, known_from, data from conflicts order by position, id"
SAVE_CONFLICT = """
insert into conflicts (id, position, known_from, data) values (:id, :position, :known_from, :data)
on conflict (id) do update set position = excluded.position, known_from = excluded.known_from, data = excluded.data
"""
DELETE_CONFLICT = "delete from conflicts where id = :id"
TALKS = "select data from talks where known_from <= :known order by position, id"
CONFLICTS = "select data from conflicts where known_from <= :known order by position, id"
COUNT_TALKS = "select count(*) from talks where known_from <= :known"
COUNT_CONFLICTS = "select count(*) from conflicts where known_from <= :known"
REVISIONS = "select id, sequence, changed from talks order by id"

READ_TALK = msgspec.json.Decoder(Talk)
READ_CONFLICT = msgspec.json.Decoder(Conflict)


def store_talks(db: Database, talks: Iterable[Talk], published: Mapping[int, int | None], now: datetime) -> bool:
    """Make ``talks`` all the talks there are, in this order; True where anything changed."""
    stored = {row[0]: row[1:] for row in db.execute(STORED_TALKS)}
    changed = False
    for position, talk in enumerate(talks):
        record = {
            "id": talk.id,
            "position": position,
            "known_from": known_from((p for claim in talk.claims for p in claim.evidence), published),
            "data": to_json(talk),
        }
        before = stored.pop(talk.id, None)
        if before is None or before[:3] != (position, record["known_from"], record["data"]):
            earlier = next(each_of([(before[2],)], READ_TALK), None) if before else None
            revised = shown(earlier) != shown(talk)
            touched = revised or described(earlier) != described(talk)
            stamp = {"revised": int(revised), "touched": int(touched), "changed": now.isoformat(timespec="seconds")}
            db.execute(SAVE_TALK, {**record, **stamp})
            changed = True
    for gone in stored:
        db.execute(DELETE_TALK, {"id": gone})
    return changed or bool(stored)


def store_conflicts(db: Database, conflicts: Iterable[Conflict], published: Mapping[int, int | None]) -> bool:
    """Make ``conflicts`` all the conflicts there are, in this order; True where anything changed."""
    stored = {row[0]: row[1:] for row in db.execute(STORED_CONFLICTS)}
    changed = False
    for position, conflict in enumerate(conflicts):
        # It takes the second side to make a conflict.
        known = sorted(known_from(side.evidence, published) for side in conflict.sides)
        record = (position, known[1] if len(known) > 1 else known[0], to_json(conflict))
        if stored.pop(conflict.id, None) != record:
            values = dict(zip(("position", "known_from", "data"), record, strict=True))
            db.execute(SAVE_CONFLICT, {"id": conflict.id, **values})
            changed = True
    for gone in stored:
        db.execute(DELETE_CONFLICT, {"id": gone})
    return changed or bool(stored)


def shown(talk: Talk | None) -> tuple[object, ...]:
    """What a calendar shows of a talk at a glance: where it changes, RFC 5545 asks for another SEQUENCE."""
    if talk is None:
        return ()
    return (talk.title, talk.city, talk.country, talk.zone, talk.parties, talk.start, talk.end, talk.status,
            talk.disputed, talk.values("start"))  # fmt: skip


def described(talk: Talk | None) -> list[tuple[object, ...]]:
    """What a calendar says about a talk's dates in its text: where only that changes, DTSTAMP tells."""
    starts = [claim for claim in talk.claims if claim.attribute == "start"] if talk else []
    return [
        (claim.value, claim.superseded, claim.origins, [(p.article, p.quote) for p in claim.evidence])
        for claim in starts
    ]


def talks(db: Database, known: int) -> list[Talk]:
    """Talks of which anything was known, in the order in which they were stored; not yet cut to what was known."""
    return list(each_of(db.execute(TALKS, {"known": known}), READ_TALK))


def conflicts(db: Database, known: int) -> list[Conflict]:
    """Conflicts of which two sides were known."""
    return list(each_of(db.execute(CONFLICTS, {"known": known}), READ_CONFLICT))


def counts(db: Database, known: int) -> tuple[int, int]:
    """How many talks and conflicts were known."""
    values = {"known": known}
    return (
        int(db.execute(COUNT_TALKS, values).fetchone()[0]),
        int(db.execute(COUNT_CONFLICTS, values).fetchone()[0]),
    )


def revisions(db: Database) -> dict[str, Revision]:
    """Talk id -> how often and when it last changed."""
    return {row[0]: Revision(*row[1:]) for row in db.execute(REVISIONS)}
