"""What ties articles together, and what was made of them, asked for a few articles at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from store.db import claims, facts, talks
from store.db.shapes import to_json
from store.db.ties import own_hints
from store.model.article import Anchor
from store.model.reports import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database

    from store.db.ties import Hinted
    from store.model.claims import Talk
    from store.model.reports import Fact, Report

    Place = tuple[int, str]

OWN_ANCHOR = "select name, own_anchor from articles where id = :article"
HOW_MANY = "select count(*) from articles"
BEHIND = "select article_id from behind order by article_id"
PRESENT = "select id from articles where id in (select value from json_each(:articles)) order by id"
HOLDERS = """
select hint, article_id, fact from hints where hint in (select value from json_each(:hints))
order by article_id, fact, hint
"""
COUNTS = "select hint, count(*) from hints where hint in (select value from json_each(:hints)) group by hint"
OWN_BONDS = """
select sort, bond from bonds where article_id in (select value from json_each(:articles)) group by sort, bond
"""
BONDS_OF_ARTICLES = """
select bond, article_id, fact from bonds where sort = :sort
and article_id in (select value from json_each(:articles))
"""
# The planner must go from each place to its rows, and not through all rows of a sort.
BONDS_AT = """
select p.value ->> 0, p.value ->> 1, b.bond from json_each(:places) p
cross join bonds b on b.article_id = p.value ->> 0 and b.sort = :sort and b.fact = p.value ->> 1
"""
TOGETHER = """
select article_id, fact from bonds where sort = :sort and bond in (select value from json_each(:bonds))
order by article_id, fact
"""
CASTS = """
select article_id, members, speakers from casts where article_id in (select value from json_each(:articles))
order by article_id
"""
COPIES = "select article_id from copies where article_id in (select value from json_each(:articles))"
LENDINGS = "select data from lendings where undated = :undated order by other"
BORROWERS = "select distinct undated from lendings where other in (select value from json_each(:articles))"
SHOWN_AT = """
select distinct s.id from json_each(:places) p
cross join shown s on s.article_id = p.value ->> 0 and s.fact = p.value ->> 1 and s.sort = :sort
"""
SHOWN_BY = "select article_id, fact from shown where sort = :sort and id in (select value from json_each(:ids))"
SHOWN_OF = "select distinct id from shown where sort = :sort and article_id in (select value from json_each(:articles))"
SUPPORTED_OF = "select distinct claim_id from evidence where article_id in (select value from json_each(:articles))"
SUPPORTED_AT = """
select distinct e.claim_id from json_each(:places) p
cross join evidence e on e.fact_key = p.value ->> 1 and e.article_id = p.value ->> 0
"""


class StoredTies:
    """The ties as they were stored last."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def behind(self) -> list[int]:
        """Articles that changed, came or went since the last comparison."""
        return [row[0] for row in self._db.execute(BEHIND)]

    def present(self, articles: Iterable[int]) -> list[int]:
        """Those of ``articles`` that are in the store."""
        return [row[0] for row in self._ask(PRESENT, articles=articles)]

    def hints_of(self, articles: Iterable[int]) -> list[Hinted]:
        """Every hint of ``articles``."""
        return own_hints(self._db, articles)

    def holders(self, hints: Iterable[int]) -> list[tuple[int, int, str]]:
        """Every fact under one of ``hints``: the hint, article id and fact key."""
        return list(self._ask(HOLDERS, hints=hints))

    def counts(self, hints: Iterable[int]) -> dict[int, int]:
        """Hint -> how many facts have it."""
        return dict(self._ask(COUNTS, hints=hints))

    def bonds_of(self, articles: Iterable[int]) -> list[tuple[str, str]]:
        """Sort and bond of everything tied in ``articles``."""
        return list(self._ask(OWN_BONDS, articles=articles))

    def bonds_in(self, sort: str, articles: Iterable[int]) -> list[tuple[str, int, str]]:
        """Bond, article id and fact of everything of a sort that is tied in ``articles``."""
        return list(self._ask(BONDS_OF_ARTICLES, articles=articles, sort=sort))

    def bonds_at(self, sort: str, places: Iterable[Place]) -> dict[Place, str]:
        """Place -> its bond, for those of ``places`` that have one."""
        return {(int(a), str(f)): str(b) for a, f, b in self._ask(BONDS_AT, places=places, sort=sort)}

    def together(self, sort: str, bonds: Iterable[str]) -> list[Place]:
        """Everything tied by one of ``bonds``."""
        return [(row[0], row[1]) for row in self._ask(TOGETHER, bonds=bonds, sort=sort)]

    def casts(self, articles: Iterable[int]) -> list[tuple[int, str, str]]:
        """Article id, members and speakers as they were stored."""
        return list(self._ask(CASTS, articles=articles))

    def copies(self, articles: Iterable[int]) -> set[int]:
        """Those of ``articles`` that are a later copy of another one."""
        return {row[0] for row in self._ask(COPIES, articles=articles)}

    def lendings(self, undated: int) -> list[str]:
        """What an undated article shares with others."""
        return [row[0] for row in self._db.execute(LENDINGS, {"undated": undated})]

    def borrowers(self, articles: Iterable[int]) -> set[int]:
        """Undated articles that share something with one of ``articles``."""
        return {row[0] for row in self._ask(BORROWERS, articles=articles)}

    def shown_at(self, sort: str, places: Iterable[Place]) -> set[str]:
        """Ids of the talks or conflicts that show one of ``places``."""
        return {row[0] for row in self._ask(SHOWN_AT, places=places, sort=sort)}

    def shown_of(self, sort: str, articles: Iterable[int]) -> set[str]:
        """Ids of the talks or conflicts that show anything of ``articles``."""
        return {row[0] for row in self._ask(SHOWN_OF, articles=articles, sort=sort)}

    def shown_by(self, sort: str, ids: Iterable[str]) -> set[Place]:
        """What the talks or conflicts of these ids show."""
        return {(row[0], row[1]) for row in self._ask(SHOWN_BY, ids=ids, sort=sort)}

    def supported_at(self, places: Iterable[Place]) -> set[str]:
        """Ids of the claims that one of ``places`` supports."""
        return {row[0] for row in self._ask(SUPPORTED_AT, places=places)}

    def _ask(self, question: str, *, sort: str = "", **values: Iterable[object]) -> Iterator[tuple[Any, ...]]:
        given = {name: to_json(list(value)) for name, value in values.items()}
        return iter(self._db.execute(question, {**given, "sort": sort} if sort else given).fetchall())

    def supported_of(self, articles: Iterable[int]) -> set[str]:
        """Ids of the claims that anything of ``articles`` supports."""
        return {row[0] for row in self._ask(SUPPORTED_OF, articles=articles)}

    def how_many(self) -> int:
        """How many articles there are."""
        return int(self._db.execute(HOW_MANY).fetchone()[0])

    def reports(self, articles: Iterable[int]) -> list[Report]:
        """The articles of these ids with their facts, by id."""
        return facts.reports(self._db, articles)

    def texts(self, articles: Iterable[int]) -> list[Report]:
        """The articles of these ids without their facts, by id."""
        return facts.texts(self._db, articles)

    def unsettled(self, articles: Iterable[int]) -> dict[int, tuple[Fact, ...]]:
        """Id of each of ``articles`` without an anchor of its own -> what it says by itself."""
        return facts.unsettled(self._db, articles)

    def own_anchor(self, article: int) -> tuple[str, Anchor]:
        """The article's name, and the anchor that it has without any neighbour."""
        name, anchor = self._db.execute(OWN_ANCHOR, {"article": article}).fetchone()
        return name, msgspec.json.decode(anchor, type=Anchor)

    def comparison(self, talk_ids: Iterable[str], claim_ids: Iterable[str], conflict_ids: Iterable[str]) -> Comparison:
        """The talks, claims and conflicts of these ids."""
        return Comparison(
            talks=tuple(talks.talks_among(self._db, talk_ids)),
            claims=tuple(claims.claims_among(self._db, claim_ids)),
            conflicts=tuple(talks.conflicts_among(self._db, conflict_ids)),
        )

    def talks_of_side(self, side: str) -> list[Talk]:
        """The talks that lend a city, or take one."""
        return talks.talks_of_side(self._db, side)

    def orphans(self) -> set[str]:
        """Ids of claims that no article supports any longer."""
        return claims.orphans(self._db)

    def has_talk(self, talk_id: str) -> bool:
        """True where a talk has this id."""
        return talks.has_talk(self._db, talk_id)

    def has_claim(self, claim_id: str) -> bool:
        """True where a claim has this id."""
        return claims.has(self._db, claim_id)

    def has_conflict(self, conflict_id: str) -> bool:
        """True where a conflict has this id."""
        return talks.has_conflict(self._db, conflict_id)
