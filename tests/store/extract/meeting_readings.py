"""Meetings and events of a short report, as the tests want to see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from store.extract.pipeline import read_article
from store.model.article import NO_ANCHOR, Anchor, Article, Segment, SegmentKind
from store.model.spans import Span

if TYPE_CHECKING:
    from store.model.facts import Event, Findings, Meeting

WEDNESDAY = date(2019, 3, 13)


class Entry(NamedTuple):
    """What a calendar shows of a meeting."""

    start: str | None
    place: str | None
    parties: frozenset[str]


def a_report(*paragraphs: str, day: date | None = WEDNESDAY, dateline: str = "LONDON, March 13, 2019") -> Article:
    """A report with a headline that announces nothing, a dateline and the paragraphs."""
    pieces: list[tuple[SegmentKind, str]] = [("headline", "News of the day")]
    if dateline:
        pieces.append(("dateline", dateline))
    pieces += [("body", p) for p in paragraphs]
    text, segments = "", []
    for kind, piece in pieces:
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{piece}" if text else piece
        segments.append(Segment(kind=kind, span=Span(start, len(text))))
    anchor = Anchor(bound="exact", basis="metadata", day=day) if day else NO_ANCHOR
    return Article(name="report", text=text, segments=tuple(segments), anchor=anchor)


def findings_of(*paragraphs: str, day: date | None = WEDNESDAY) -> Findings:
    return read_article(a_report(*paragraphs, day=day))


def meetings_in(*paragraphs: str, day: date | None = WEDNESDAY) -> tuple[Meeting, ...]:
    return findings_of(*paragraphs, day=day).meetings


def events_in(*paragraphs: str, day: date | None = WEDNESDAY) -> tuple[Event, ...]:
    return findings_of(*paragraphs, day=day).events


def calendar_of(*paragraphs: str, day: date | None = WEDNESDAY) -> list[Entry]:
    """Start, place and parties of every meeting, in the order found."""
    return [
        Entry(
            m.begin.value if m.begin else None,
            m.place.name if m.place else None,
            frozenset(p.name for p in m.parties),
        )
        for m in meetings_in(*paragraphs, day=day)
    ]


def the_meeting(*paragraphs: str, day: date | None = WEDNESDAY) -> Meeting:
    (meeting,) = meetings_in(*paragraphs, day=day)
    return meeting


def the_event(*paragraphs: str, day: date | None = WEDNESDAY) -> Event:
    (event,) = events_in(*paragraphs, day=day)
    return event
