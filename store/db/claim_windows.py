"""Filters and orders of the claims table, put together from constant pieces; values travel as named parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from store.db.full_text import match_query
from store.db.migrations import NEVER
from store.db.shapes import to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.model.views import ClaimFilter, ClaimOrder

KNOWN = "c.known_from <= :known"
NARROWED = {
    "kinds": "c.kind in (select value from json_each(:kinds))",
    "speakers": """exists (select 1 from evidence e where e.claim_id = c.id
        and e.speaker in (select value from json_each(:speakers)))""",
    "outlets": """exists (select 1 from evidence e where e.claim_id = c.id
        and e.outlet in (select value from json_each(:outlets)))""",
    "places": 'c."where" in (select value from json_each(:places))',
}
IN_ARTICLE = "c.id in (select claim_id from evidence where article_id = :article)"
MATCHING = """c.id in (select e.claim_id from facts_fts join facts f on f.id = facts_fts.rowid
    join evidence e on e.fact_key = f.key where facts_fts match :words)"""
NOTHING = "0"
UNREVIEWED = """exists (select 1 from evidence e where e.claim_id = c.id
    and not exists (select 1 from verdicts v where v.fact_key = e.fact_key))"""
# Where nobody has looked yet nothing is new.
NEW = "c.since > (select cast(value as integer) from info where key = 'seen')"
REVIEWED = {"all": "", "open": UNREVIEWED, "done": f"not {UNREVIEWED}"}

TEXT = ("c.text_key", "")
START_IN_ARTICLE = "(select min(start) from evidence where claim_id = c.id and article_id = :article)"
# What was known at an earlier time has fewer articles and origins than the columns say.
ARTICLES_THEN = """(select count(distinct e.article_id) from evidence e join articles a on a.id = e.article_id
    where e.claim_id = c.id and (a.published is null or a.published <= :known))"""
ORIGINS_THEN = """(select max(1, count(distinct nullif(e.origin, 'unattributed'))) from evidence e
    join articles a on a.id = e.article_id
    where e.claim_id = c.id and (a.published is null or a.published <= :known))"""
BLANKS_LAST: Mapping[str, str] = {
    "when": "c.when_key",
    "who": "c.who_key",
    "what": "c.what_key",
    "where": "c.where_key",
}


@dataclass(frozen=True, slots=True)
class Order:
    """A stable order as pairs of expression and direction ("" or "desc")."""

    keys: tuple[tuple[str, str], ...]

    @property
    def clause(self) -> str:
        """What stands behind ``order by``."""
        return ", ".join(f"{key} {direction}".strip() for key, direction in self.keys)

    @property
    def columns(self) -> str:
        """What to select of a row in order to say what comes before it."""
        return ", ".join(key for key, _ in self.keys)

    @property
    def before(self) -> str:
        """True of a row before the one whose keys are ``:key0``, ``:key1``..."""
        condition = "0"
        for index, (key, direction) in reversed(list(enumerate(self.keys))):
            sign = ">" if direction else "<"
            condition = f"({key}) {sign} :key{index} or (({key}) = :key{index} and ({condition}))"
        return condition


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a list: the rows for which ``condition`` holds, in an order."""

    condition: str
    order: Order


def filters(narrowed: ClaimFilter, known: int) -> tuple[str, dict[str, Any]]:
    """What stands behind ``where``, and the values of its parameters."""
    conditions, values = [KNOWN], {"known": known}
    parameters: dict[str, Any] = values
    for field, condition in NARROWED.items():
        if wanted := getattr(narrowed, field):
            conditions.append(condition)
            parameters[field] = to_json(wanted)
    if narrowed.article is not None:
        conditions.append(IN_ARTICLE)
        parameters["article"] = narrowed.article
    if narrowed.words.strip():
        query = match_query(narrowed.words)
        conditions.append(MATCHING if query else NOTHING)
        parameters["words"] = query
    if REVIEWED[narrowed.reviewed]:
        conditions.append(REVIEWED[narrowed.reviewed])
    if narrowed.new:
        conditions.append(NEW)
    return " and ".join(conditions), parameters


def order_of(order: ClaimOrder, narrowed: ClaimFilter, known: int, *, descending: bool) -> Order:
    """The order of a window: ties by text order, blanks last in both directions."""
    direction = "desc" if descending else ""
    if order in BLANKS_LAST:
        key = BLANKS_LAST[order]
        return Order(((f"{key} = ''", ""), (key, direction), TEXT))
    if order == "text":
        if narrowed.article is not None:
            return Order(((START_IN_ARTICLE, direction), ("c.text_key", direction)))
        return Order((("c.text_key", direction),))
    key = f"c.{order}"
    if known < NEVER - 1 and order in {"articles", "origins"}:
        key = ARTICLES_THEN if order == "articles" else ORIGINS_THEN
    return Order(((key, direction), TEXT))
