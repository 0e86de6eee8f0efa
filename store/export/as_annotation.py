"""Facts as W3C Web Annotations (JSON-LD): a fact an annotation, its stretch of text the target."""

from __future__ import annotations

import re
import uuid
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.article import Article
    from store.model.views import FactRow

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""Also knows "schema:" as the prefix of schema.org."""
AROUND = 32
"""Characters before and after a quote by which it is found again in another copy of the text."""
DATELINE = {"type": "Software", "name": "Dateline"}
FORMATS = {".html": "text/html", ".htm": "text/html", ".md": "text/markdown"}
"""Media type of a file by its suffix; of any other text/plain."""
EVENTS = frozenset({"meeting", "event"})
ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}]+", re.IGNORECASE)
"""What may stand as an IRI; metadata may call anything a url."""
ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?")


def annotation_collection(articles: Iterable[tuple[Article, Iterable[FactRow]]]) -> dict[str, Any]:
    """An AnnotationCollection with all annotations on its only page, in the order given.

    Offsets of a TextPositionSelector count code points of the text as Dateline reads it; a TextQuoteSelector finds
    the quote in any other copy. Ids stay as long as an article stays where it is and its words stay.
    """
    items = [_annotation(article, fact) for article, facts in articles for fact in facts]
    members = " ".join(item["id"] for item in items)
    return {
        "@context": CONTEXT,
        "id": _urn(f"collection {members}"),
        "type": "AnnotationCollection",
        "label": "Facts found by Dateline",
        "creator": DATELINE,
        "total": len(items),
        "first": {"id": _urn(f"page {members}"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(article: Article, fact: FactRow) -> dict[str, Any]:
    return {
        # Two copies of one text have facts of the same key.
        "id": _urn(f"{article.path} {fact.key}"),
        "type": "Annotation",
        "motivation": "describing",
        "creator": DATELINE,
        "body": [_event(fact) if fact.kind in EVENTS else _claim(fact), *_tags(fact)],
        "target": _target(article, fact),
    }


def _event(fact: FactRow) -> dict[str, Any]:
    """A meeting or event in the terms of schema.org."""
    return _known(
        {
            "type": "schema:Event",
            "schema:name": fact.what,
            "schema:attendee": fact.who,
            "schema:startDate": fact.when if ISO_DATE.fullmatch(fact.when) else "",
            "schema:location": fact.where,
        }
    )


def _claim(fact: FactRow) -> dict[str, Any]:
    """A statement in the terms of schema.org."""
    return _known(
        {
            "type": "schema:Claim",
            "schema:text": fact.what,
            "schema:author": fact.who,
            "schema:temporalCoverage": fact.when if ISO_DATE.fullmatch(fact.when) else "",
            "schema:contentLocation": fact.where,
        }
    )


def _tags(fact: FactRow) -> list[dict[str, Any]]:
    """Kind, who, when, where, who relays it, and a person's verdict."""
    tags = dict.fromkeys((fact.who, fact.when, fact.where, *fact.via))
    purposes = [("classifying", fact.kind), *(("tagging", tag) for tag in tags), ("assessing", fact.review)]
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
        for purpose, value in purposes
        if value
    ]


def _target(article: Article, fact: FactRow) -> dict[str, Any]:
    text, span = article.text, fact.span
    file = _file_uri(article.path)
    address = article.url if ADDRESS.fullmatch(article.url) else ""
    exact_words = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return {
        "type": "SpecificResource",
        "source": _source(article, address or file),
        "selector": [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, exact_words],
        # Offsets belong to the copy that was read.
        **({"state": {"type": "TimeState", "cached": file}} if address else {}),
    }


def _source(article: Article, address: str) -> dict[str, Any]:
    anchor = article.anchor
    return _known(
        {
            "id": address,
            "type": "Text",
            "format": FORMATS.get(PurePath(article.path).suffix.lower(), "text/plain"),
            "schema:headline": article.title,
            "schema:author": article.author,
            "schema:publisher": article.outlet,
            "schema:datePublished": anchor.day.isoformat() if anchor.day and anchor.bound == "exact" else "",
        }
    )


def _known(parts: dict[str, str]) -> dict[str, Any]:
    return {name: value for name, value in parts.items() if value}


def _file_uri(path: str) -> str:
    file = PurePath(path)
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn
