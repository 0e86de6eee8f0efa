"""Talks and conflicts: few, kept whole, each with the id under which reviews and calendars know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from store.db.claims import known_from
from store.db.shapes import each_of, to_json
from store.model.claims import Conflict, Talk
from store.model.order import conflict_rank, talk_rank
from store.model.views import Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from sqlite3 import Cursor

    from sqlite_utils import Database

STORED_TALKS = "select id, rank, known_from, side, data from talks"
SAVE_TALK = """
insert into talks (id, rank, known_from, side, data, sequence, changed)
values (:id, :rank, :known_from, :side, :data, 0, :changed)
on conflict (id) do update set rank = excluded.rank, known_from = excluded.known_from, side = excluded.side,
    data = excluded.data, sequence = sequence + :revised,
    changed = case when :touched then excluded.changed else changed end
"""
DELETE_TALK = "delete from talks where id = :id"
STORED_CONFLICTS = "select id, rank, known_from, data from conflicts"
SAVE_CONFLICT = """
insert into conflicts (id, rank, known_from, data) values (:id, :rank, :known_from, :data)
on conflict (id) do update set rank = excluded.rank, known_from = excluded.known_from, data = excluded.data
"""
DELETE_CONFLICT = "delete from conflicts where id = :id"
TALKS = "select data from talks where known_from <= :known order by rank, id"
CONFLICTS = "select data from conflicts where known_from <= :known order by rank, id"
AMONG = " where id in (select value from json_each(:ids))"
TALKS_AMONG = f"select data from talks{AMONG} order by rank, id"  # noqa: S608 - constants only
CONFLICTS_AMONG = f"select data from conflicts{AMONG} order by rank, id"  # noqa: S608 - constants only
TALKS_BESIDE = "select data from talks where side = :side order by rank, id"
HAS_TALK = "select 1 from talks where id = :id"
HAS_CONFLICT = "select 1 from conflicts where id = :id"
COUNT_TALKS = "select count(*) from talks where known_from <= :known"
COUNT_CONFLICTS = "select count(*) from conflicts where known_from <= :known"
REVISIONS = "select id, sequence, changed from talks order by id"

READ_TALK = msgspec.json.Decoder(Talk)
READ_CONFLICT = msgspec.json.Decoder(Conflict)


def store_talks(
    db: Database,
    talks: Iterable[Talk],
    published: Mapping[int, int | None],
    now: datetime,
    sides: Mapping[str, str],
    before: Iterable[str] | None = None,
) -> bool:
    """Make ``talks`` all the talks there are, or what becomes of those ``before``; True where anything changed.

    ``sides`` say of some whether they lend a city or take one.
    """
    stored = {row[0]: row[1:] for row in _stored(db, STORED_TALKS, before)}
    changed = False
    for talk in talks:
        record = {
            "id": talk.id,
            "rank": talk_rank(talk),
            "known_from": known_from((p for claim in talk.claims for p in claim.evidence), published),
            "side": sides.get(talk.id, ""),
            "data": to_json(talk),
        }
        known = stored.pop(talk.id, None)
        if known is None or known != tuple(record.values())[1:]:
            earlier = next(each_of([(known[3],)], READ_TALK), None) if known else None
            revised = shown(earlier) != shown(talk)
            touched = revised or described(earlier) != described(talk)
            stamp = {"revised": int(revised), "touched": int(touched), "changed": now.isoformat(timespec="seconds")}
            db.execute(SAVE_TALK, {**record, **stamp})
            changed = True
    for gone in stored:
        db.execute(DELETE_TALK, {"id": gone})
    return changed or bool(stored)


def store_conflicts(
    db: Database,
    conflicts: Iterable[Conflict],
    published: Mapping[int, int | None],
    before: Iterable[str] | None = None,
) -> bool:
    """Make ``conflicts`` all the conflicts there are, or what becomes of those ``before``; True where any changed."""
    stored = {row[0]: row[1:] for row in _stored(db, STORED_CONFLICTS, before)}
    changed = False
    for conflict in conflicts:
        # It takes the second side to make a conflict.
        known = sorted(known_from(side.evidence, published) for side in conflict.sides)
        record = (conflict_rank(conflict), known[1] if len(known) > 1 else known[0], to_json(conflict))
        if stored.pop(conflict.id, None) != record:
            values = dict(zip(("rank", "known_from", "data"), record, strict=True))
            db.execute(SAVE_CONFLICT, {"id": conflict.id, **values})
            changed = True
    for gone in stored:
        db.execute(DELETE_CONFLICT, {"id": gone})
    return changed or bool(stored)


def _stored(db: Database, question: str, ids: Iterable[str] | None) -> Cursor:
    if ids is None:
        return db.execute(question)
    return db.execute(question + AMONG, {"ids": to_json(list(ids))})


def talks_among(db: Database, ids: Iterable[str]) -> list[Talk]:
    """The talks of these ids."""
    return list(each_of(db.execute(TALKS_AMONG, {"ids": to_json(list(ids))}), READ_TALK))


def conflicts_among(db: Database, ids: Iterable[str]) -> list[Conflict]:
    """The conflicts of these ids."""
    return list(each_of(db.execute(CONFLICTS_AMONG, {"ids": to_json(list(ids))}), READ_CONFLICT))


def talks_of_side(db: Database, side: str) -> list[Talk]:
    """The talks stored with this side."""
    return list(each_of(db.execute(TALKS_BESIDE, {"side": side}), READ_TALK))


def has_talk(db: Database, talk_id: str) -> bool:
    """True where a talk has this id."""
    return db.execute(HAS_TALK, {"id": talk_id}).fetchone() is not None


def has_conflict(db: Database, conflict_id: str) -> bool:
    """True where a conflict has this id."""
    return db.execute(HAS_CONFLICT, {"id": conflict_id}).fetchone() is not None


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
