"""The claims table: how many rows pass a filter, a window of them in an order, where in it a claim stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from store.db.claim_windows import Part, filters, order_of
from store.db.claims import READ_CLAIM
from store.db.shapes import each_of, to_json
from store.db.soonest import soonest_parts, soonest_values
from store.model.backing import backing_words
from store.model.knowledge import named_origins
from store.model.reviews import Correction
from store.model.views import NO_CORRECTION, ClaimRow

if TYPE_CHECKING:
    from datetime import date

    from sqlite_utils import Database

    from store.model.claims import Claim
    from store.model.views import ClaimFilter, ClaimOrder

COUNT = "select count(*) from claims c where c.known_from <= :known"
# One row a passage of the claims in a window, with what was known at the time.
PASSAGES = """
select e.claim_id, a.name, e.origin, e.through, e.fact_key, coalesce(v.verdict, '') as verdict,
    case v.verdict when 'correct' then (select correction from reviews where id = v.review_id) end as correction
from evidence e join articles a on a.id = e.article_id left join verdicts v on v.fact_key = e.fact_key
where e.claim_id in (select value from json_each(:ids)) and (a.published is null or a.published <= :known)
order by e.claim_id, e.position
"""
WINDOW = 'select id, kind, who, what, "when", "where", assumed, since from claims c'

READ_CORRECTION = msgspec.json.Decoder(Correction)


def count(db: Database, known: int, narrowed: ClaimFilter | None = None) -> int:
    """How many claims were known, and pass the filter."""
    if narrowed is None:
        return int(db.execute(COUNT, {"known": known}).fetchone()[0])
    where, values = filters(narrowed, known)
    return _count(db, where, values)


def rows(
    db: Database,
    narrowed: ClaimFilter,
    order: ClaimOrder,
    offset: int,
    limit: int,
    known: int,
    seen: int | None,
    today: date,
    *,
    descending: bool,
) -> list[ClaimRow]:
    """A window of the claims that pass the filter, in the given order."""
    where, values = _listed(narrowed, order, known, today)
    found: list[dict[str, Any]] = []
    for part in _parts(narrowed, order, known, descending=descending):
        window = {**values, "offset": offset, "limit": limit - len(found)}
        inside = f"{WINDOW} where {where} and {part.condition} order by {part.order.clause}"
        here = list(db.query(f"{inside} limit :limit offset :offset", window))
        found += here
        if len(found) >= limit:
            break
        offset = 0 if here else max(0, offset - _count(db, f"{where} and {part.condition}", values))
    passages = _passages(db, [row["id"] for row in found], known)
    return [_row(row, passages.get(row["id"], []), seen) for row in found]


def position(
    db: Database,
    claim_id: str,
    narrowed: ClaimFilter,
    order: ClaimOrder,
    known: int,
    today: date,
    *,
    descending: bool,
) -> int | None:
    """The index of a claim among those that pass the filter, None where it does not."""
    where, values = _listed(narrowed, order, known, today)
    values["claim"] = claim_id
    before = 0
    for part in _parts(narrowed, order, known, descending=descending):
        inside = f"{where} and {part.condition}"
        sought = f"select {part.order.columns} from claims c where c.id = :claim and {inside}"  # noqa: S608
        key = db.execute(sought, values).fetchone()
        if key is not None:
            values.update({f"key{index}": value for index, value in enumerate(key)})
            return before + _count(db, f"{inside} and ({part.order.before})", values)
        before += _count(db, inside, values)
    return None


def matching(
    db: Database, narrowed: ClaimFilter, order: ClaimOrder, known: int, today: date, *, descending: bool
) -> list[Claim]:
    """The claims that pass the filter with all their evidence, in the given order; not yet cut to what was known."""
    where, values = _listed(narrowed, order, known, today)
    found: list[Claim] = []
    for part in _parts(narrowed, order, known, descending=descending):
        inside = f"select data from claims c where {where} and {part.condition} order by {part.order.clause}"  # noqa: S608
        found += each_of(db.execute(inside, values), READ_CLAIM)
    return found


def _listed(narrowed: ClaimFilter, order: ClaimOrder, known: int, today: date) -> tuple[str, dict[str, Any]]:
    """What stands behind ``where`` in a list, and its parameters."""
    where, values = filters(narrowed, known)
    return where, {**values, **soonest_values(today)} if order == "soonest" else values


def _parts(narrowed: ClaimFilter, order: ClaimOrder, known: int, *, descending: bool) -> tuple[Part, ...]:
    if order == "soonest":
        return soonest_parts(descending=descending)
    return (Part("1", order_of(order, narrowed, known, descending=descending)),)


def _count(db: Database, where: str, values: dict[str, Any]) -> int:
    return int(db.execute(f"select count(*) from claims c where {where}", values).fetchone()[0])  # noqa: S608


def _passages(db: Database, ids: list[str], known: int) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in db.query(PASSAGES, {"ids": to_json(ids), "known": known}):
        found.setdefault(row["claim_id"], []).append(row)
    return found


def _row(row: dict[str, Any], passages: list[dict[str, Any]], seen: int | None) -> ClaimRow:
    since = row.pop("since")
    verdicts = {passage["verdict"] for passage in passages}
    origins = named_origins(passage["origin"] for passage in passages)
    correction = next((passage["correction"] for passage in passages if passage["correction"]), None)
    return ClaimRow(
        **{**row, "assumed": bool(row["assumed"])},
        articles=tuple(dict.fromkeys(passage["name"] for passage in passages)),
        origins=len(origins),
        behind=backing_words(origins, ((passage["origin"], passage["through"]) for passage in passages)),
        review=_together(verdicts),
        corrected=READ_CORRECTION.decode(correction) if correction else NO_CORRECTION,
        new=seen is not None and since > seen,
    )


def _together(verdicts: set[str]) -> str:
    """One word for the verdicts on all passages, where "" stands for none."""
    if len(verdicts) == 1:
        return next(iter(verdicts))
    return "partly" if "" in verdicts else "mixed"
