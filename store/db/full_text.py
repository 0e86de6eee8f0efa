"""Full-text search: any text is a legal query, and hits say where they stand."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from store.model.spans import Span
from store.model.views import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

FACTS = """
select f.article_id, a.name as article, f.start, f."end", f.quote,
    highlight(facts_fts, 3, :open, :close) as marked,
    coalesce((select claim_id from evidence e where e.fact_key = f.key order by claim_id limit 1), '') as claim
from facts_fts join facts f on f.id = facts_fts.rowid join articles a on a.id = f.article_id
where facts_fts match :words and (a.published is null or a.published <= :known)
order by bm25(facts_fts), a.published is null, a.published desc, a.id, f.start, f.id limit :limit
"""
ARTICLES = """
select a.id as article_id, a.name as article, highlight(articles_fts, 1, :open, :close) as marked
from articles_fts join articles a on a.id = articles_fts.rowid
where articles_fts match :words and (a.published is null or a.published <= :known)
order by bm25(articles_fts), a.published is null, a.published desc, a.id limit :limit
"""

PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
WORD = re.compile(r"[^\W_]+")
PREFIX_FROM = 4
"""Letters from which a word also finds longer ones: "sanction" finds "sanctions", "us" does not find "use"."""
AROUND = 60
"""Characters shown on either side of a hit."""
APART = 120
"""Characters between two matching words from which they are two hits."""


def match_query(words: str) -> str:
    """An FTS5 query for ``words`` as typed, "" where there is nothing to look for.

    Every word must occur; words in quotation marks stand in this order. The last word, still being typed, finds
    whatever begins with it. No character has a special meaning, so no query can be malformed.
    """
    parts = list(PART.finditer(words))
    terms = []
    for index, part in enumerate(parts):
        if part[1] is not None:
            if phrase := " ".join(WORD.findall(part[1])):
                terms.append(f'"{phrase}"')
            continue
        found = WORD.findall(part[2])
        for word in found:
            being_typed = index == len(parts) - 1 and word is found[-1]
            terms.append(f'"{word}"' + ("*" if being_typed or len(word) >= PREFIX_FROM else ""))
    return " ".join(terms)


def search(db: Database, words: str, limit: int, known: int) -> list[Hit]:
    """Facts, best first, then places in articles that are no part of these facts."""
    query = match_query(words)
    if not query or limit <= 0:
        return []
    # The marks are made up anew each time: no text can hold them.
    marks = {"open": f"<{secrets.token_hex(8)}>", "close": f"</{secrets.token_hex(8)}>"}
    values = {"words": query, "known": known, "limit": limit, **marks}
    told: dict[tuple[int, tuple[Span, ...]], Hit] = {}
    for row in db.query(FACTS, values):
        hit = _fact_hit(row, marks)
        told.setdefault((hit.article_id, hit.words or (hit.span,)), hit)  # facts that share their words are one place
    hits = list(told.values())
    covered: dict[int, list[Span]] = {}
    for hit in hits:
        covered.setdefault(hit.article_id, []).append(hit.span)
    for row in db.query(ARTICLES, values):
        known_spans = covered.get(row["article_id"], [])
        hits.extend(h for h in _article_hits(row, marks) if not any(h.span.overlaps(s) for s in known_spans))
    return hits[:limit]


def _fact_hit(row: dict[str, str], marks: dict[str, str]) -> Hit:
    quote, found = _unmark(row["marked"], marks)
    start, end = int(row["start"]), int(row["end"])
    window = _window(quote, found[0] if found else Span(0, 0), found[-1] if found else Span(0, 0))
    whole = len(quote) == end - start
    return Hit(
        article_id=int(row["article_id"]),
        article=row["article"],
        span=Span(start, end),
        excerpt=window.of(quote),
        marks=tuple(Span(s - window.start, e - window.start) for s, e in found if window.holds(Span(s, e))),
        words=tuple(Span(start + s, start + e) for s, e in found) if whole else (),
        claim=row["claim"],
    )


def _article_hits(row: dict[str, str], marks: dict[str, str]) -> Iterator[Hit]:
    """Places where most of the words stand together, in text order."""
    text, found = _unmark(row["marked"], marks)
    groups = list(_together(found))
    distinct = [len({span.of(text).casefold() for span in group}) for group in groups]
    most = max(distinct, default=0)
    for group, words in zip(groups, distinct, strict=True):
        if words == most:
            window = _window(text, group[0], group[-1])
            yield Hit(
                article_id=int(row["article_id"]),
                article=row["article"],
                span=Span(group[0].start, group[-1].end),
                excerpt=window.of(text),
                marks=tuple(Span(s - window.start, e - window.start) for s, e in group),
                words=tuple(group),
            )


def _together(found: list[Span]) -> Iterator[list[Span]]:
    group: list[Span] = []
    for span in found:
        if group and span.start - group[0].start > APART:
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _unmark(marked: str, marks: dict[str, str]) -> tuple[str, list[Span]]:
    """The text without marks, and the spans that were marked."""
    first, *rest = marked.split(marks["open"])
    pieces, found, length = [first], [], len(first)
    for part in rest:
        inside, _, outside = part.partition(marks["close"])
        found.append(Span(length, length + len(inside)))
        pieces += [inside, outside]
        length += len(inside) + len(outside)
    return "".join(pieces), found


def _window(text: str, first: Span, last: Span) -> Span:
    """Some words around a hit, cut where words end."""
    start = max(0, first.start - AROUND)
    end = min(len(text), max(last.end, first.end) + AROUND)
    if start:
        start = min(first.start, text.find(" ", start, first.start) + 1 or first.start)
    if end < len(text):
        cut = text.rfind(" ", last.end, end)
        end = cut if cut > 0 else end
    return Span(start, end)
