"""The schema, step by step: steps are appended, never edited."""

from __future__ import annotations

from sqlite_utils import Database, Migrations
from sqlite_utils.db import ForeignKey

APPLICATION_ID = 0x44544C4E
"""Stands in the header of every store ("DTLN"), so that another program's file is never taken for one."""

NEVER = 1 << 53
"""A publication that no clock reaches: what is no longer, or not yet, supported by any article."""
ALWAYS = -NEVER
"""Known at any time: supported by an article without a publication date."""

migrations = Migrations("dateline")


@migrations()
def files_and_articles(db: Database) -> None:
    """Roots, the files found under them, and the articles in these."""
    db.table("info").create({"key": str, "value": str}, pk="key", not_null=["value"], strict=True)
    db.table("roots").create({"id": int, "path": str}, pk="id", not_null=["path"], strict=True)
    db.table("roots").create_index(["path"], unique=True)
    db.table("files").create(
        {"id": int, "path": str, "size": int, "mtime_ns": int, "hash": str, "extractor": str, "beside": str},
        pk="id",
        not_null=["path", "size", "mtime_ns", "hash", "extractor", "beside"],
        strict=True,
    )
    db.table("files").create_index(["path"], unique=True)
    db.table("files").create_index(["hash"])
    db.table("sightings").create(
        {"root_id": int, "file_id": int},
        pk=("root_id", "file_id"),
        foreign_keys=[_owned("sightings", "root_id", "roots"), _owned("sightings", "file_id", "files")],
        strict=True,
    )
    db.table("sightings").create_index(["file_id"])
    db.table("problems").create({"path": str, "problem": str}, pk="path", not_null=["problem"], strict=True)
    columns = {
        "id": int,
        "name": str,
        "title": str,
        "outlet": str,
        "author": str,
        "url": str,
        "day": str,
        "bound": str,
        "basis": str,
        "why": str,
        "published": int,
        "anchor": str,
        "own_anchor": str,
        "text_hash": str,
        "notes": str,
        "segments": str,
        "unsettled": str,
        "text": str,
    }
    db.table("articles").create(
        columns,
        pk="id",
        foreign_keys=[_owned("articles", "id", "files")],
        not_null=set(columns) - {"id", "published", "unsettled"},
        strict=True,
    )
    db.table("articles").create_index(["name"])
    db.table("articles").create_index(["text_hash"])
    db.execute("create index articles_newest on articles (published is null, published desc, name, id)")


@migrations()
def facts_and_claims(db: Database) -> None:
    """What articles say, and what stands across them."""
    columns = {
        "id": int,
        "article_id": int,
        "key": str,
        "kind": str,
        "who": str,
        "what": str,
        "when": str,
        "where": str,
        "via": str,
        "start": int,
        "end": int,
        "pieces": str,
        "quote": str,
        "occurrence": int,
        "assumed": int,
        "why": str,
        "since": int,
        "found": str,
    }
    db.table("facts").create(
        columns,
        pk="id",
        foreign_keys=[_owned("facts", "article_id", "articles")],
        not_null=set(columns) - {"id"},
        strict=True,
    )
    db.table("facts").create_index(["article_id", "key"], unique=True)
    db.table("facts").create_index(["article_id", "start", "end", "id"])
    db.table("facts").create_index(["key"])
    _claims(db)
    stored = {"id": str, "position": int, "known_from": int, "data": str}
    db.table("talks").create(
        {**stored, "sequence": int, "changed": str},
        pk="id",
        not_null=["position", "known_from", "data", "sequence", "changed"],
        strict=True,
    )
    db.table("conflicts").create(stored, pk="id", not_null=["position", "known_from", "data"], strict=True)


def _claims(db: Database) -> None:
    columns = {
        "id": str,
        "kind": str,
        "who": str,
        "what": str,
        "when": str,
        "where": str,
        "assumed": int,
        "when_key": str,
        "who_key": str,
        "what_key": str,
        "where_key": str,
        "articles": int,
        "origins": int,
        "text_key": str,
        "known_from": int,
        "since": int,
        "data": str,
    }
    db.table("claims").create(columns, pk="id", not_null=set(columns) - {"id"}, strict=True)
    # One index an order, ending in known_from: a window and a count are read from the index alone.
    for column in ("when_key", "who_key", "what_key", "where_key"):
        db.execute(f"create index claims_{column}_up on claims ({column} = '', {column}, text_key, known_from)")
        db.execute(f"create index claims_{column}_down on claims ({column} = '', {column} desc, text_key, known_from)")
    for column in ("kind", "articles", "origins"):
        db.execute(f"create index claims_{column} on claims ({column}, text_key, known_from)")
        db.execute(f"create index claims_{column}_down on claims ({column} desc, text_key, known_from)")
    db.execute("create index claims_text on claims (text_key, known_from)")
    db.execute("create index claims_known on claims (known_from)")
    evidence = {
        "claim_id": str,
        "position": int,
        "article_id": int,
        "fact_key": str,
        "start": int,
        "end": int,
        "speaker": str,
        "outlet": str,
        "origin": str,
    }
    db.table("evidence").create(
        evidence,
        pk=("claim_id", "position"),
        foreign_keys=[_owned("evidence", "claim_id", "claims"), _owned("evidence", "article_id", "articles")],
        not_null=set(evidence),
        strict=True,
    )
    db.table("evidence").create_index(["article_id", "start", "claim_id"])
    db.table("evidence").create_index(["fact_key", "claim_id"])


@migrations()
def reviews(db: Database) -> None:
    """Verdicts: an append-only log, and what is in force of it."""
    columns = {
        "id": int,
        "fact_key": str,
        "text_hash": str,
        "sort": str,
        "quote": str,
        "occurrence": int,
        "article": str,
        "reading": str,
        "verdict": str,
        "note": str,
        "correction": str,
        "by": str,
        "at": str,
        "undoes": int,
    }
    # No foreign key to facts: a verdict outlives the text that it was given on.
    db.table("reviews").create(
        columns,
        pk="id",
        foreign_keys=[ForeignKey("reviews", "undoes", "reviews", "id")],
        not_null=set(columns) - {"id", "undoes"},
        strict=True,
    )
    db.table("reviews").create_index(["fact_key", "id"])
    db.table("reviews").create_index(["undoes"])
    for change in ("update", "delete"):
        db.execute(
            f"create trigger reviews_no_{change} before {change} on reviews "
            "begin select raise(abort, 'reviews are append-only'); end"
        )
    db.create_view("reviews_in_force", REVIEWS_IN_FORCE)
    db.create_view("verdicts", VERDICTS)


REVIEWS_IN_FORCE = """
select r.* from reviews r
where r.undoes is null and not exists (
    select 1 from reviews u where u.undoes = r.id
    and not exists (select 1 from reviews again where again.undoes = u.id))
"""

VERDICTS = """
select fact_key, verdict, id as review_id from reviews_in_force r
where verdict <> 'note' and not exists (
    select 1 from reviews_in_force later
    where later.fact_key = r.fact_key and later.verdict <> 'note' and later.id > r.id)
"""


@migrations()
def full_text(db: Database) -> None:
    """Search over articles and facts as one types: FTS5 beside the tables, prefixes of two to four letters indexed.

    No stemming: the Porter stem of a half-typed "negotiat" is not that of "negotiation", and hits would flicker.
    """
    _full_text(db, "articles", ("title", "text"))
    _full_text(db, "facts", ("who", "what", "where", "quote"))


@migrations()
def soonest_first(db: Database) -> None:
    """What is to come is told from what is past by kind and time: both from the index that the list is read from."""
    for name, direction in (("up", ""), ("down", " desc")):
        db.execute(f"drop index claims_when_key_{name}")
        db.execute(
            f"create index claims_when_key_{name} on claims "
            f"(when_key = '', when_key{direction}, text_key, known_from, kind, \"when\")"
        )


@migrations()
def ties(db: Database) -> None:
    """What ties articles together, so that one more is compared with what it touches and nothing else."""
    db.execute("create table behind (article_id integer primary key) strict")
    db.execute(
        "create table hints (hint integer not null, article_id integer not null, fact text not null, "
        "primary key (hint, article_id, fact)) strict, without rowid"
    )
    # What an article stands under, beside the table and not as an index of it: it is written whole and read whole.
    db.execute("create table own_hints (article_id integer primary key, data text not null) strict")
    db.execute(
        "create table bonds (sort text not null, article_id integer not null, fact text not null, "
        "bond text not null, primary key (article_id, sort, fact)) strict, without rowid"
    )
    db.execute("create index bonds_together on bonds (sort, bond)")
    db.execute(
        "create table casts (article_id integer primary key, members text not null, speakers text not null) strict"
    )
    db.execute("create table copies (article_id integer primary key) strict")
    db.execute(
        "create table lendings (undated integer not null, other integer not null, data text not null, "
        "primary key (undated, other)) strict, without rowid"
    )
    db.execute("create index lendings_from on lendings (other)")
    db.execute(
        "create table shown (sort text not null, id text not null, article_id integer not null, fact text not null, "
        "primary key (article_id, fact, sort, id)) strict, without rowid"
    )
    db.execute("create index shown_by on shown (sort, id)")
    for table in ("talks", "conflicts"):
        db.execute(f"alter table {table} drop column position")
        db.execute(f"alter table {table} add column rank text not null default ''")
        db.execute(f"create index {table}_ranked on {table} (rank, id)")
    db.execute("alter table talks add column side text not null default ''")
    db.execute("create index talks_side on talks (side) where side <> ''")


@migrations()
def ways(db: Database) -> None:
    """How the words of a passage came from their origin: through whom, quoted by whom."""
    db.execute("alter table evidence add column through text not null default ''")


@migrations()
def news(db: Database) -> None:
    """Which articles and claims came since the last look."""
    db.execute("alter table articles add column since integer not null default 0")
    db.execute("create index articles_since on articles (since)")
    db.execute("create index claims_since on claims (since, known_from)")


def _full_text(db: Database, table: str, columns: tuple[str, ...]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    new = ", ".join(f'new."{column}"' for column in columns)
    old = ", ".join(f'old."{column}"' for column in columns)
    gone = f"insert into {table}_fts ({table}_fts, rowid, {names}) values ('delete', old.id, {old});"  # noqa: S608 - constants only
    come = f"insert into {table}_fts (rowid, {names}) values (new.id, {new});"  # noqa: S608 - constants only
    db.execute(
        f'create virtual table {table}_fts using fts5 ({names}, content="{table}", content_rowid="id", '
        "tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3 4')"
    )
    db.execute(f"create trigger {table}_ai after insert on {table} begin {come} end")
    db.execute(f"create trigger {table}_ad after delete on {table} begin {gone} end")
    changed = ", ".join(f'"{column}"' for column in columns)
    db.execute(f"create trigger {table}_au after update of {changed} on {table} begin {gone} {come} end")


def _owned(table: str, column: str, owner: str) -> ForeignKey:
    return ForeignKey(table, column, owner, "id", on_delete="CASCADE")


KNOWN_STEPS = frozenset(step.name for step in migrations.pending(Database(memory=True)))
"""Names of all steps above; a store that has others comes from a newer version."""
