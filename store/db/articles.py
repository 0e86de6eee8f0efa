"""Articles: saved whole, listed in windows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from store.db.migrations import NEVER
from store.db.shapes import to_json
from store.model.article import Anchor, Article, Segment
from store.model.reports import text_hash
from store.model.views import ArticleRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

COLUMNS = """name, title, outlet, author, url, day, bound, basis, why, published, anchor, own_anchor, text_hash,
    notes, segments, text, since"""
SAVE = f"""
insert into articles (id, {COLUMNS})
values (:id, :name, :title, :outlet, :author, :url, :day, :bound, :basis, :why, :published, :anchor, :own_anchor,
    :text_hash, :notes, :segments, :text, :since)
"""  # noqa: S608 - constants only
DELETE = "delete from articles where id = :id"
ANCHOR = """
update articles set day = :day, bound = :bound, basis = :basis, why = :why, published = :published, anchor = :anchor
where id = :id
"""
# With every other article undated, the planner must not walk the index over dates to find the known ones.
KNOWN = "(published is null or published <= :known)"
COUNT = f"select count(*) from articles where {KNOWN}"  # noqa: S608
ROWS = f"""
select a.id, name, title, outlet, author, url, files.path, day, bound, basis, why, coalesce(problem, '') as problem,
    (select count(*) from facts where article_id = a.id) as facts
from articles a join files on files.id = a.id left join problems on problems.path = files.path
where {KNOWN}
order by published is null, published desc, name, a.id limit :limit offset :offset
"""  # noqa: S608
ARTICLE = """
select name, title, outlet, author, url, anchor, notes, segments, text, path
from articles join files on files.id = articles.id where articles.id = :id
"""
FIRST_SEEN = "select min(since) from articles where id = :id or text_hash = :text_hash"
COUNT_NEW = f"select count(*) from articles where since > :seen and {KNOWN}"  # noqa: S608
ID_OF = """
select articles.id from articles join files on files.id = articles.id where name = :name order by path limit 1
"""
NEWEST = f"select max(published) from articles where published is not null and {KNOWN}"  # noqa: S608
DAYS_OUT = """
select max(published) from articles where published is not null group by published / 86400 order by 1
"""
PUBLISHED = "select id, published from articles order by id"
ALL = "select id, name, title, outlet, anchor, text_hash, text from articles order by id"
ALL_IN = """
select id, name, title, outlet, anchor, text_hash, text from articles
where id in (select value from json_each(:articles)) order by id
"""
PUBLISHED_IN = "select id, published from articles where id in (select value from json_each(:articles)) order by id"
SET_UNSETTLED = "update articles set unsettled = :unsettled where id = :id"


def known_until(as_of: datetime | None) -> int:
    """The parameter ``:known`` of every statement that looks back: seconds since 1970, UTC."""
    return int(as_of.timestamp()) if as_of else NEVER - 1


def save(db: Database, article_id: int, article: Article, since: int) -> None:
    """Insert an article, first stored at version ``since``; the one stored under this id must be deleted first."""
    record = {
        "id": article_id,
        "name": article.name,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "own_anchor": to_json(article.anchor),
        "text_hash": text_hash(article.text),
        "notes": to_json(article.notes),
        "segments": to_json(article.segments),
        "text": article.text,
        "since": since,
    }
    db.execute(SAVE, {**record, **_anchor_columns(article.anchor)})


def delete(db: Database, article_id: int) -> None:
    """Remove an article with its facts and the evidence it gave."""
    db.execute(DELETE, {"id": article_id})


def set_anchor(db: Database, article_id: int, anchor: Anchor) -> None:
    """Date an article by another anchor than its own."""
    db.execute(ANCHOR, {"id": article_id, **_anchor_columns(anchor)})


def count(db: Database, known: int) -> int:
    """How many articles were out."""
    return int(db.execute(COUNT, {"known": known}).fetchone()[0])


def first_seen(db: Database, article_id: int, text_hash: str) -> int | None:
    """The version at which this article, or another file with the same text, was first stored."""
    since = db.execute(FIRST_SEEN, {"id": article_id, "text_hash": text_hash}).fetchone()[0]
    return None if since is None else int(since)


def count_new(db: Database, known: int, seen: int) -> int:
    """How many of the articles that were out came after version ``seen``."""
    return int(db.execute(COUNT_NEW, {"known": known, "seen": seen}).fetchone()[0])


def rows(db: Database, offset: int, limit: int, known: int) -> list[ArticleRow]:
    """A window of the article list: newest first, undated last."""
    window = {"offset": offset, "limit": limit, "known": known}
    return [ArticleRow(**row) for row in db.query(ROWS, window)]


def article(db: Database, article_id: int) -> Article | None:
    """One article as it was read."""
    for row in db.query(ARTICLE, {"id": article_id}):
        return Article(
            **{
                **row,
                "anchor": msgspec.json.decode(row["anchor"], type=Anchor),
                "notes": msgspec.json.decode(row["notes"], type=tuple[str, ...]),
                "segments": msgspec.json.decode(row["segments"], type=tuple[Segment, ...]),
            }
        )
    return None


def id_of(db: Database, name: str) -> int | None:
    """The article with this stem; the first by path where several folders have one."""
    row = db.execute(ID_OF, {"name": name}).fetchone()
    return int(row[0]) if row else None


def newest(db: Database, known: int) -> datetime | None:
    """The latest publication."""
    seconds = db.execute(NEWEST, {"known": known}).fetchone()[0]
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def days_out(db: Database) -> list[datetime]:
    """The last publication of every day (UTC) that has one, the earliest first."""
    return [datetime.fromtimestamp(row[0], UTC) for row in db.execute(DAYS_OUT)]


def published(db: Database, articles: Iterable[int] | None = None) -> dict[int, int | None]:
    """Article id -> when it was published, None where that is unknown; of all, or of these ids."""
    among = {} if articles is None else {"articles": to_json(sorted(articles))}
    return {row[0]: row[1] for row in db.execute(PUBLISHED_IN if among else PUBLISHED, among)}


def _anchor_columns(anchor: Anchor) -> dict[str, Any]:
    moment = anchor.counted_from
    return {
        "day": anchor.day.isoformat() if anchor.day else "",
        "bound": anchor.bound,
        "basis": anchor.basis,
        "why": anchor.why,
        "published": int(moment.timestamp()) if moment else None,
        "anchor": to_json(anchor),
    }
