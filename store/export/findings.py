"""One article's findings as the JSON object that ``dateline extract`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.article import Article
    from store.model.facts import Event, Findings, Meeting, Statement
    from store.model.mentions import Party, Place, When
    from store.model.spans import Span


def findings_json(article: Article, found: Findings) -> dict[str, Any]:
    """The object of ``extract``: offsets are code points, dates ISO 8601 or TIMEX3, null where unknown."""
    return {
        "article": article.name,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet or None,
        "published": article.anchor.day.isoformat() if article.anchor.day else None,
        "bound": article.anchor.bound,
        "basis": article.anchor.basis,
        "segments": [{"kind": s.kind, "start": s.span.start, "end": s.span.end} for s in found.segments],
        "times": [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in found.times],
        "statements": [_statement(s) for s in found.statements],
        "meetings": [_meeting(m, article) for m in found.meetings],
        "events": [_event(e) for e in found.events],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "speaker": statement.speaker or None,
        "act": statement.act,
        "polarity": statement.polarity,
        "via": list(statement.via),
        "source": _pairs(statement.source) or None,
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "inner": [_statement(s) for s in statement.inner],
    }


def _meeting(meeting: Meeting, article: Article) -> dict[str, Any]:
    return {
        "title": meeting.title,
        "start": _value(meeting.begin),
        "end": _value(meeting.end),
        "place": _as_named(meeting.place, article.text) if meeting.place else None,
        "parties": _names(meeting.parties),
        "status": meeting.status,
        "evidence": _pairs(meeting.evidence),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "who": _names(event.who),
        "what": event.what,
        "begins": [w.value for w in event.begins],
        "ends": [w.value for w in event.ends],
        "duration": _value(event.duration),
        "where": event.where.name if event.where else None,
        "evidence": _pairs(event.evidence),
    }


def _as_named(place: Place, text: str) -> str:
    """A city in the article's own spelling ("Kiev"): the gazetteer's is for comparing articles."""
    written = " ".join(place.span.of(text).split())
    if written.isupper() and len(written) > len("D.C."):
        written = written.title()  # a dateline's capitals
    told = written[:1].isupper() and written.rsplit(" ", 1)[-1][:1].isupper()  # not "the Kenyan capital"
    return written if told and place.kind == "city" and written.casefold() != place.name.casefold() else place.name


def _names(parties: Iterable[Party]) -> list[str]:
    return [p.name for p in parties]


def _value(when: When | None) -> str | None:
    return when.value if when and when.value else None


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]
