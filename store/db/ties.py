"""What ties articles together, replaced with what was compared anew."""

from __future__ import annotations

import hashlib
import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from store.db.shapes import to_json
from store.errors import TornTies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from store.model.reports import Comparison

OWN_HINTS = "select data from own_hints where article_id in (select value from json_each(:articles))"
FALL_BEHIND = "insert into behind (article_id) values (:article) on conflict do nothing"


class Hinted(NamedTuple):
    """A fact under one of its hints."""

    hint: int
    article_id: int
    fact: str
    sort: str


READ_HINTS = msgspec.json.Decoder(list[Hinted])


class Ties(NamedTuple):
    """What is replaced when a comparison is stored."""

    articles: frozenset[int] | None
    """Whose hints, casts, lendings are given, all of them; None for every article."""
    hints: list[Hinted]
    bonds: list[tuple[str, int, str, str]]
    """Sort, article id, fact key and bond."""
    unbound: list[tuple[str, int, str]]
    """Places whose bond of a sort is given anew, or has gone."""
    casts: list[tuple[int, str, str]]
    copies: list[int]
    singles: list[int]
    """Articles that are compared anew and no copies."""
    relent: frozenset[int]
    """Articles whose lendings, from and to others, are given anew."""
    lendings: list[tuple[int, int, str]]


@lru_cache(maxsize=1 << 18)
def hint_number(sort: str, words: str) -> int:
    """64 bits that stand for a hint: two that fall together by chance would only make more to look at."""
    digest = hashlib.blake2b(f"{sort}\x1f{words}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def fall_behind(db: Database, article_id: int) -> None:
    """Note that an article changed, came or went."""
    db.execute(FALL_BEHIND, {"article": article_id})


def store_shown(db: Database, comparison: Comparison, before: tuple[set[str], set[str], set[str]] | None) -> None:
    """Note which places the talks and conflicts show; ``before`` are the ids that they replace, None all."""
    shown: set[tuple[str, str, int, str]] = set()
    for talk in comparison.talks:
        shown.update(("talk", talk.id, e.article_id, e.fact) for c in talk.claims for e in c.evidence)
    for conflict in comparison.conflicts:
        shown.update(("conflict", conflict.id, e.article_id, e.fact) for s in conflict.sides for e in s.evidence)
    if before is None:
        db.execute("delete from shown")
    else:
        gone = [*(("talk", each) for each in before[0]), *(("conflict", each) for each in before[2])]
        db.conn.executemany("delete from shown where sort = ? and id = ?", gone)
    db.conn.executemany("insert into shown (sort, id, article_id, fact) values (?, ?, ?, ?)", sorted(shown))


def store(db: Database, ties: Ties) -> None:
    """Make ``ties`` what ties the articles that were compared. Raises TornTies where others stand in their place."""
    if ties.articles is None:
        clear(db)
    else:
        _forget(db, ties)
    try:
        _insert(db, ties)
    except sqlite3.IntegrityError as error:
        raise TornTies(str(error)) from error
    db.execute("delete from behind")


def _insert(db: Database, ties: Ties) -> None:
    many = db.conn.executemany
    many("insert into hints (hint, article_id, fact) values (?, ?, ?)", sorted(hint[:3] for hint in ties.hints))
    own: dict[int, list[Hinted]] = {}
    for hint in sorted(ties.hints):
        own.setdefault(hint.article_id, []).append(hint)
    many("insert into own_hints (article_id, data) values (?, ?)", [(a, to_json(hints)) for a, hints in own.items()])
    many("insert into bonds (sort, article_id, fact, bond) values (?, ?, ?, ?)", sorted(ties.bonds))
    many("insert into casts (article_id, members, speakers) values (?, ?, ?)", ties.casts)
    many("insert into copies (article_id) values (?)", [(article,) for article in sorted(ties.copies)])
    many("insert into lendings (undated, other, data) values (?, ?, ?)", sorted(ties.lendings))


def clear(db: Database) -> None:
    """Forget all ties."""
    for table in ("hints", "own_hints", "bonds", "casts", "copies", "lendings"):
        db.execute(f"delete from {table}")  # noqa: S608 - names above


def own_hints(db: Database, articles: Iterable[int]) -> list[Hinted]:
    """Every hint of ``articles``."""
    rows = db.execute(OWN_HINTS, {"articles": to_json(sorted(articles))}).fetchall()
    return [hint for row in rows for hint in READ_HINTS.decode(row[0])]


def _forget(db: Database, ties: Ties) -> None:
    assert ties.articles is not None
    articles = [(article,) for article in ties.articles]
    many = db.conn.executemany
    many(
        "delete from hints where hint = ? and article_id = ? and fact = ?",
        (h[:3] for h in own_hints(db, ties.articles)),
    )
    for table in ("own_hints", "casts"):
        many(f"delete from {table} where article_id = ?", articles)  # noqa: S608 - names above
    many("delete from bonds where article_id = ? and sort <> 'copy'", articles)
    many("delete from copies where article_id = ?", [(article,) for article in (*ties.copies, *ties.singles)])
    many("delete from bonds where sort = ? and article_id = ? and fact = ?", ties.unbound)
    many("delete from lendings where undated = ?", [(article,) for article in ties.relent])
    many("delete from lendings where other = ?", [(article,) for article in ties.relent])
