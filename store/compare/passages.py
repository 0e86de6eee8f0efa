"""Which words of a sentence speak of one meeting, where the sentence announces several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from store.model.facts import Meeting
from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.reports import Fact, Report

BOUNDARY = re.compile(r"[,;:]\s+|\s[–—-]+\s|\s(?:and|but|while|before|after|followed by|ahead of)\s")


def own_clause(report: Report, fact: Fact) -> str:
    """The words of the body that announce the meeting of ``fact``, the first piece that is not the headline."""
    told = [p for p in fact.pieces if p.of(report.text).strip() not in report.title] or list(fact.pieces)
    return own_stretch(report, fact, told[0]).of(report.text)


def own_stretch(report: Report, fact: Fact, piece: Span) -> Span:
    """The part of ``piece`` that speaks of this meeting: all of it, unless others of the article share it.

    Where they do, the clause around this meeting's own day, place and parties, up to those of the others.
    """
    others = [
        f.found
        for f in report.facts
        if isinstance(f.found, Meeting) and f is not fact and any(p.overlaps(piece) for p in f.pieces)
    ]
    if not others or not isinstance(fact.found, Meeting):
        return piece
    meeting = fact.found
    mine = {s for s in _marks(meeting) if piece.holds(s)}
    theirs = {s for other in others for s in _marks(other) if piece.holds(s)}
    own = sorted(s for s in mine if not any(s.overlaps(t) for t in theirs))
    foreign = sorted(s for s in theirs if not any(s.overlaps(m) for m in mine))
    if not own or not foreign:
        return piece
    run = max(_runs(own, foreign), key=lambda r: (_has_start(meeting, r), len(r), -r[0].start))
    first, last = run[0].start, max(s.end for s in run)
    left = max((s.end for s in foreign if s.end <= first), default=piece.start)
    right = min((s.start for s in foreign if s.start >= last), default=piece.end)
    return _clause(report.text, Span(left, right), Span(first, last), piece)


def _marks(meeting: Meeting) -> Iterable[Span]:
    for when in (meeting.begin, meeting.end, *meeting.begins):
        if when:
            yield from when.spans
    if meeting.place:
        yield meeting.place.span
    for party in meeting.parties:
        yield party.span


def _runs(own: list[Span], foreign: list[Span]) -> list[list[Span]]:
    """Own marks in stretches without a foreign one between them."""
    runs: list[list[Span]] = [[own[0]]]
    for span in own[1:]:
        if any(runs[-1][-1].end <= f.start < span.start for f in foreign):
            runs.append([])
        runs[-1].append(span)
    return runs


def _has_start(meeting: Meeting, run: list[Span]) -> bool:
    return meeting.begin is not None and any(s in meeting.begin.spans for s in run)


def _clause(text: str, room: Span, core: Span, piece: Span) -> Span:
    """``core`` with the words of its clause on both sides, within ``room``."""
    start, end = room
    boundaries = list(BOUNDARY.finditer(text, room.start, core.start))
    if boundaries and (room.start > piece.start or len(boundaries) > 1):
        start = boundaries[-1].end()
    after = BOUNDARY.search(text, core.end, room.end)
    if after and room.end < piece.end:
        end = after.start()
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip(" ,;:\n")), start + len(words.rstrip(" ,;:\n")))
