"""Claims as they are stored: whole, beside the columns that the table is ordered and narrowed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from store.db.migrations import ALWAYS, NEVER
from store.db.shapes import each_of, to_json
from store.model.claims import Claim
from store.model.order import when_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from store.model.claims import Evidence

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

KEY_LENGTH = 60
"""Characters of a text that decide its place in a sorted column."""

READ_CLAIM = msgspec.json.Decoder(Claim)


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


def claim(db: Database, claim_id: str) -> Claim | None:
    """One claim with all its evidence."""
    return next(each_of(db.execute(CLAIM, {"id": claim_id}), READ_CLAIM), None)


def claims(db: Database) -> list[Claim]:
    """Every claim as last stored, in text order."""
    return list(each_of(db.execute(DATA), READ_CLAIM))


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
