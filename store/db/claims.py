"""Claims: kept beside the columns that the table is ordered and narrowed by, read in windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from store.db.claim_windows import Part, filters, order_of
from store.db.migrations import ALWAYS, NEVER
from store.db.shapes import each_of, to_json
from store.db.soonest import soonest_parts, soonest_values
from store.model.backing import backing_words
from store.model.claims import Claim
from store.model.knowledge import named_origins
from store.model.order import when_key
from store.model.reviews import Correction
from store.model.views import NO_CORRECTION, ClaimRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sqlite_utils import Database

    from store.model.claims import Evidence
    from store.model.views import ClaimFilter, ClaimOrder

SAVE = """
insert into claims (id, kind, who, what, "when", "where", assumed, when_key, who_key, what_key, where_key, articles,
    origins, text_key, known_from, since, data)
values (:id, :kind, :who, :what, :when, :where, :assumed, :when_key, :who_key, :what_key, :where_key, :articles,
    :origins, :text_key, :known_from, :since, :data)
on conflict (id) do update set kind = excluded.kind, who = excluded.who, what = excluded.what, "when" = excluded."when",
    "where" = excluded."where", assumed = excluded.assumed, when_key = excluded.when_key, who_key = excluded.who_key,
    what_key = excluded.what_key, where_key = excluded.where_key, articles = excluded.articles,
    origins = excluded.origins, text_key = excluded.text_key, known_from = excluded.known_from,
    since = excluded.since, data = excluded.data
"""
SAVE_EVIDENCE = """
insert into evidence (claim_id, position, article_id, fact_key, start, "end", speaker, outlet, origin, through)
values (:claim_id, :position, :article_id, :fact_key, :start, :end, :speaker, :outlet, :origin, :through)
"""
CLEAR_EVIDENCE = "delete from evidence where claim_id = :id"
DELETE = "delete from claims where id = :id"
STORED = """
select id, known_from, text_key, since, data, (select count(*) from evidence where claim_id = claims.id) as passages
from claims
"""
LOSE_ARTICLE = """
update claims set known_from = :never
where id in (select claim_id from evidence where article_id = :article)
and not exists (select 1 from evidence where claim_id = claims.id and article_id <> :article)
"""
DROP_PASSAGES = "delete from evidence where article_id = :article"
SINCE = "select article_id, key, since from facts"
SINCE_AT = """
select article_id, key, since from facts where article_id in (select value from json_each(:articles))
"""
AMONG = " where claims.id in (select value from json_each(:ids))"
DATA_AMONG = f"select data from claims{AMONG} order by text_key, id"  # noqa: S608 - constants only
ORPHANS = "select id from claims where known_from = :never"
HAS = "select 1 from claims where id = :id"
CLAIM = "select data from claims where id = :id"
DATA = "select data from claims order by text_key, id"
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

KEY_LENGTH = 60
"""Characters of a text that decide its place in a sorted column."""

READ_CLAIM = msgspec.json.Decoder(Claim)
READ_CORRECTION = msgspec.json.Decoder(Correction)


def store_all(
    db: Database,
    claims: Sequence[Claim],
    published: Mapping[int, int | None],
    before: Iterable[str] | None = None,
) -> bool:
    """Make ``claims`` all the claims there are, or what becomes of those ``before``; True where any row changed."""
    if before is None:
        since_rows, stored_rows = db.execute(SINCE), db.execute(STORED)
    else:
        articles = sorted({passage.article_id for claim in claims for passage in claim.evidence})
        since_rows = db.execute(SINCE_AT, {"articles": to_json(articles)})
        stored_rows = db.execute(STORED + AMONG, {"ids": to_json(list(before))})
    since = {(row[0], row[1]): row[2] for row in since_rows}
    stored = {row[0]: tuple(row[1:]) for row in stored_rows}
    changed = False
    for claim in claims:
        record = _record(claim, published, since)
        state = (*(record[name] for name in ("known_from", "text_key", "since", "data")), len(claim.evidence))
        if stored.pop(claim.id, None) != state:
            changed = True
            _save(db, claim, record)
    for gone in stored:
        db.execute(DELETE, {"id": gone})
    return changed or bool(stored)


def lose_article(db: Database, article_id: int) -> None:
    """Take away the passages of one article; what nothing else supports shows no more until it is compared again."""
    db.execute(LOSE_ARTICLE, {"article": article_id, "never": NEVER})
    db.execute(DROP_PASSAGES, {"article": article_id})


def claims_among(db: Database, ids: Iterable[str]) -> list[Claim]:
    """The claims of these ids, in text order."""
    return list(each_of(db.execute(DATA_AMONG, {"ids": to_json(list(ids))}), READ_CLAIM))


def orphans(db: Database) -> set[str]:
    """Ids of claims that no article supports any longer."""
    return {row[0] for row in db.execute(ORPHANS, {"never": NEVER})}


def has(db: Database, claim_id: str) -> bool:
    """True where a claim has this id."""
    return db.execute(HAS, {"id": claim_id}).fetchone() is not None


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


def claim(db: Database, claim_id: str) -> Claim | None:
    """One claim with all its evidence."""
    return next(each_of(db.execute(CLAIM, {"id": claim_id}), READ_CLAIM), None)


def claims(db: Database) -> list[Claim]:
    """Every claim as last stored, in text order."""
    return list(each_of(db.execute(DATA), READ_CLAIM))


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


def _save(db: Database, claim: Claim, record: dict[str, Any]) -> None:
    db.execute(SAVE, record)
    db.execute(CLEAR_EVIDENCE, {"id": claim.id})
    passages = [
        {
            "claim_id": claim.id,
            "position": position,
            "article_id": passage.article_id,
            "fact_key": passage.fact,
            "start": passage.span.start,
            "end": passage.span.end,
            "speaker": passage.speaker,
            "outlet": passage.outlet or passage.article,
            "origin": passage.origin,
            "through": passage.through,
        }
        for position, passage in enumerate(claim.evidence)
    ]
    db.conn.executemany(SAVE_EVIDENCE, passages)


def _record(claim: Claim, published: Mapping[int, int | None], since: Mapping[tuple[int, str], int]) -> dict[str, Any]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "who": claim.who,
        "what": claim.what,
        "when": claim.when,
        "where": claim.where,
        "assumed": int(claim.assumed),
        "when_key": when_key(claim.when),
        "who_key": claim.who.casefold()[:KEY_LENGTH],
        "what_key": claim.what.casefold()[:KEY_LENGTH],
        "where_key": claim.where.casefold()[:KEY_LENGTH],
        "articles": len(claim.articles),
        "origins": len(claim.origins),
        "text_key": min((_text_key(passage, published) for passage in claim.evidence), default="~") + f"|{claim.id}",
        "known_from": known_from(claim.evidence, published),
        "since": max((since.get((passage.article_id, passage.fact), 0) for passage in claim.evidence), default=0),
        "data": to_json(claim),
    }


def known_from(evidence: Iterable[Evidence], published: Mapping[int, int | None]) -> int:
    """When the first of the passages was out: ALWAYS for an undated one, NEVER where there is none."""
    moments = (published.get(passage.article_id, NEVER) for passage in evidence)
    return min((ALWAYS if moment is None else moment for moment in moments), default=NEVER)


def _text_key(passage: Evidence, published: Mapping[int, int | None]) -> str:
    moment = published.get(passage.article_id)
    # Shifted, so that what appeared before 1970 sorts as text too; undated articles come last.
    out = 999_999_999_999 if moment is None else moment + 100_000_000_000
    return f"{out:012}|{passage.article_id:08}|{passage.span.start:09}"


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
