"""What the commands print as JSON: dates ISO 8601 or TIMEX3, offsets in code points, null where nothing is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.claims import Claim, Conflict, Evidence, Talk
    from store.model.views import ArticleRow, FactRow

UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
"""Legal in JSON, but able to drive or confuse a terminal: DEL, C1 and bidi controls, tags."""


def to_json(value: object) -> str:
    """``value`` as indented JSON, with characters that a terminal would obey written as escapes."""
    return UNSEEN.sub(_escape, msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def to_json_line(value: object) -> str:
    """``value`` as JSON on one line, as harmless."""
    return UNSEEN.sub(_escape, msgspec.json.encode(value).decode())


def articles_json(rows: Iterable[ArticleRow]) -> list[dict[str, Any]]:
    """The array of ``dateline articles``."""
    return [
        {
            "article": row.name,
            "path": row.path,
            "title": row.title,
            "outlet": row.outlet or None,
            "author": row.author or None,
            "url": row.url or None,
            "published": row.day or None,
            "bound": row.bound,
            "basis": row.basis,
            "why": row.why or None,
            "facts": row.facts,
            "problem": row.problem or None,
        }
        for row in rows
    ]


def facts_json(rows: Iterable[FactRow]) -> list[dict[str, Any]]:
    """The array of ``dateline facts``."""
    return [
        {
            "id": row.key,
            "claim": row.claim or None,
            "kind": row.kind,
            "who": row.who or None,
            "what": row.what,
            "when": row.when or None,
            "where": row.where or None,
            "via": row.via,
            "article": row.article,
            "outlet": row.outlet or None,
            "start": row.span.start,
            "end": row.span.end,
            "quote": row.quote,
            "assumed": row.assumed,
            "review": row.review or None,
        }
        for row in rows
    ]


def claims_json(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """The array of ``dateline claims``."""
    return [
        {
            "id": claim.id,
            "kind": claim.kind,
            "who": claim.who or None,
            "what": claim.what,
            "when": claim.when or None,
            "where": claim.where or None,
            "articles": claim.articles,
            "origins": claim.origins,
            "facts": list(dict.fromkeys(passage.fact for passage in claim.evidence)),
        }
        for claim in claims
    ]


def talks_json(talks: Iterable[Talk]) -> list[dict[str, Any]]:
    """The array of ``dateline talks``; a claim that a later report changed carries ``"superseded": true``."""
    return [
        {
            "id": talk.id,
            "title": talk.title,
            "city": talk.city or None,
            "country": talk.country or None,
            "zone": talk.zone or None,
            "parties": talk.parties,
            "start": talk.start or None,
            "end": talk.end or None,
            "status": talk.status,
            "disputed": talk.disputed,
            "claims": [
                {
                    "attribute": claim.attribute,
                    "value": claim.value,
                    "origins": claim.origins,
                    "articles": claim.articles,
                    "evidence": [_passage(passage) for passage in claim.evidence],
                    **({"superseded": True} if claim.superseded else {}),
                }
                for claim in talk.claims
            ],
        }
        for talk in talks
    ]


def conflicts_json(conflicts: Iterable[Conflict]) -> list[dict[str, Any]]:
    """The array of ``dateline conflicts``."""
    return [
        {
            "kind": conflict.kind,
            "subject": conflict.subject,
            "cause": conflict.cause,
            "sides": [
                {
                    "value": side.value,
                    "origins": side.origins,
                    "evidence": [_passage(p) | {"speaker": p.speaker or None} for p in side.evidence],
                }
                for side in conflict.sides
            ],
        }
        for conflict in conflicts
    ]


def _passage(passage: Evidence) -> dict[str, Any]:
    return {
        "article": passage.article,
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": passage.quote,
    }


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + ((code - 0x10000) >> 10):04x}\\u{0xDC00 + ((code - 0x10000) & 0x3FF):04x}"
