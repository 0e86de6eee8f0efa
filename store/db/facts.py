"""Facts of articles: replaced with their article, listed in text order, handed out whole to be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from store.db.articles import ALL, ALL_IN, SET_UNSETTLED
from store.db.shapes import to_json
from store.model.article import Anchor
from store.model.facts import Event, Meeting, Statement
from store.model.reports import Fact, Report
from store.model.spans import Span, Spans
from store.model.views import FactRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

Words = tuple[str, str, int]
"""By which a fact is found again in an edited article: "meeting", "event" or "statement", the quote, the occurrence."""

INSERT = """
insert into facts (article_id, key, kind, who, what, "when", "where", via, start, "end", pieces, quote, occurrence,
    assumed, why, since, found)
values (:article_id, :key, :kind, :who, :what, :when, :where, :via, :start, :end, :pieces, :quote, :occurrence,
    :assumed, :why, :since, :found)
"""
DELETE = "delete from facts where article_id = :article"
SINCE = """
select case when kind in ('meeting', 'event') then kind else 'statement' end as sort, quote, occurrence, min(since)
from facts where article_id = :article or article_id in (select id from articles where text_hash = :text_hash)
group by sort, quote, occurrence
"""
ROWS = """
select f.key, f.kind, f.who, f.what, f."when", f."where", f.via, f.article_id, a.name as article, a.outlet,
    f.start, f."end", f.pieces, f.quote, f.assumed, f.why, coalesce(v.verdict, '') as review,
    coalesce((select claim_id from evidence e where e.fact_key = f.key order by claim_id limit 1), '') as claim
from facts f join articles a on a.id = f.article_id left join verdicts v on v.fact_key = f.key
where f.article_id = :article
order by f.start, f."end", f.id
"""
ROWS_WITHIN = ROWS.replace("order by", 'and f.start < :end and f."end" > :start order by')
CLAIM_OF = "select claim_id from evidence where fact_key = :key order by claim_id limit 1"
FOUND = """
select article_id, key, kind, who, what, "when", "where", via, start, "end", pieces, quote, occurrence, assumed, why,
    found
from facts order by article_id, start, "end", id
"""
FOUND_IN = """
select article_id, key, kind, who, what, "when", "where", via, start, "end", pieces, quote, occurrence, assumed, why,
    found
from facts where article_id in (select value from json_each(:articles)) order by article_id, start, "end", id
"""
KEYS = "select article_id, key from facts"
UNSETTLED = "select id, unsettled from articles where unsettled is not null"
UNSETTLED_IN = f"{UNSETTLED} and id in (select value from json_each(:articles))"  # noqa: S608 - constants only

FOUND_TYPES: Mapping[str, type[Meeting | Event | Statement]] = {"meeting": Meeting, "event": Event}
READ_FOUND = {
    kind: msgspec.json.Decoder(kind_type) for kind, kind_type in {**FOUND_TYPES, "statement": Statement}.items()
}
READ_PIECES = msgspec.json.Decoder(Spans)
READ_NAMES = msgspec.json.Decoder(tuple[str, ...])
READ_ANCHOR = msgspec.json.Decoder(Anchor)


def replace(db: Database, article_id: int, facts: Iterable[Fact], version: int, since: Mapping[Words, int]) -> None:
    """Store ``facts`` as all that the article says; ``since`` keeps the version at which words were first seen."""
    db.execute(DELETE, {"article": article_id})
    rows = [_record(fact) | {"article_id": article_id, "since": since.get(_words(fact), version)} for fact in facts]
    db.conn.executemany(INSERT, rows)


def first_seen(db: Database, article_id: int, text_hash: str) -> dict[Words, int]:
    """The version at which facts of this article, or of another file with the same text, were first stored."""
    found = db.execute(SINCE, {"article": article_id, "text_hash": text_hash})
    return {(sort, quote, occurrence): since for sort, quote, occurrence, since in found}


def rows(db: Database, article_id: int, within: Span | None = None) -> list[FactRow]:
    """Facts of one article in text order; all of them, or those that touch a stretch of its text."""
    if within is None:
        return [_row(record) for record in db.query(ROWS, {"article": article_id})]
    bounds = {"article": article_id, "start": within.start, "end": within.end}
    return [_row(record) for record in db.query(ROWS_WITHIN, bounds)]


def claim_of(db: Database, key: str) -> str | None:
    """The claim that a fact supports."""
    row = db.execute(CLAIM_OF, {"key": key}).fetchone()
    return str(row[0]) if row else None


def keys(db: Database) -> set[tuple[int, str]]:
    """Article id and key of every fact."""
    return {(row[0], row[1]) for row in db.execute(KEYS)}


def reports(db: Database, articles: Iterable[int] | None = None) -> list[Report]:
    """All articles, or those of these ids, with their facts as they stand, by article id."""
    among = {} if articles is None else {"articles": to_json(sorted(articles))}
    found: dict[int, list[Fact]] = {}
    for row in db.query(FOUND_IN if among else FOUND, among):
        found.setdefault(row.pop("article_id"), []).append(_fact(row))
    return [_report(row, tuple(found.get(row["id"], ()))) for row in db.query(ALL_IN if among else ALL, among)]


def texts(db: Database, articles: Iterable[int]) -> list[Report]:
    """The articles of these ids as ``reports`` gives them, but for their facts."""
    return [_report(row, ()) for row in db.query(ALL_IN, {"articles": to_json(sorted(articles))})]


def unsettled(db: Database, articles: Iterable[int] | None = None) -> dict[int, tuple[Fact, ...]]:
    """Id of each article without an anchor of its own -> what it says by itself; of all, or of these ids."""
    among = {} if articles is None else {"articles": to_json(sorted(articles))}
    rows = db.execute(UNSETTLED_IN if among else UNSETTLED, among)
    return {row[0]: tuple(_fact(record) for record in msgspec.json.decode(row[1])) for row in rows}


def set_unsettled(db: Database, article_id: int, facts: Iterable[Fact] | None) -> None:
    """Keep what an undated article says by itself, before a neighbour lends it an anchor."""
    kept = None if facts is None else to_json([_record(fact) for fact in facts])
    db.execute(SET_UNSETTLED, {"id": article_id, "unsettled": kept})


def _report(row: dict[str, Any], facts: tuple[Fact, ...]) -> Report:
    return Report(
        article_id=row["id"],
        name=row["name"],
        title=row["title"],
        outlet=row["outlet"],
        anchor=READ_ANCHOR.decode(row["anchor"]),
        text=row["text"],
        text_hash=row["text_hash"],
        facts=facts,
    )


def _words(fact: Fact) -> Words:
    return fact.kind if fact.kind in FOUND_TYPES else "statement", fact.quote, fact.occurrence


def _record(fact: Fact) -> dict[str, Any]:
    return {
        "key": fact.key,
        "kind": fact.kind,
        "who": fact.who,
        "what": fact.what,
        "when": fact.when,
        "where": fact.where,
        "via": to_json(fact.via),
        "start": fact.span.start,
        "end": fact.span.end,
        "pieces": to_json(fact.pieces),
        "quote": fact.quote,
        "occurrence": fact.occurrence,
        "assumed": int(fact.assumed),
        "why": fact.why,
        "found": to_json(fact.found),
    }


def _fact(row: dict[str, Any]) -> Fact:
    return Fact(
        key=row["key"],
        kind=row["kind"],
        who=row["who"],
        what=row["what"],
        when=row["when"],
        where=row["where"],
        via=READ_NAMES.decode(row["via"]),
        span=Span(row["start"], row["end"]),
        pieces=READ_PIECES.decode(row["pieces"]),
        quote=row["quote"],
        occurrence=row["occurrence"],
        assumed=bool(row["assumed"]),
        why=row["why"],
        found=READ_FOUND.get(row["kind"], READ_FOUND["statement"]).decode(row["found"]),
    )


def _row(record: dict[str, Any]) -> FactRow:
    start, end = record.pop("start"), record.pop("end")
    return FactRow(
        **{
            **record,
            "span": Span(start, end),
            "pieces": READ_PIECES.decode(record["pieces"]),
            "via": READ_NAMES.decode(record["via"]),
            "assumed": bool(record["assumed"]),
        }
    )
