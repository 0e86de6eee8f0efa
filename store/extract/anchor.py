"""When an article was published, as far as it says itself: metadata, then its dateline, then dated furniture."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from store.extract.explicit_dates import MONTHS, dates_in, moment
from store.extract.furniture import DATED_FOOTER
from store.model.article import NO_ANCHOR, Anchor, Metadata, Segment
from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:\s*,?\s+(?:19|20)\d\d)*"
_LOWER_AGENCIES = r"dpa|apa|sda|epd|pap|belga"
_AGENCY = rf"\((?:[A-Z][\w .&/-]{{1,40}}|{_LOWER_AGENCIES})\)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATED = rf"(?=[A-Za-z ,'’-]{{0,40}},\s+(?i:{_DAY})\s*(?:{_AGENCY}\s*(?:[-–—:]|\Z)|[-–—]+\s|:\s|\Z))"
"""Before a city in small letters: its line goes on with a day and what closes it."""
DATELINE = re.compile(
    # "LONDON, April 3, 1997 (AFP) -", "MAR DEL PLATA, Argentina, Nov. 3 (Xinhua) --", "GENEVA (Reuters) -", "PARIS --",
    # "Lusaka, May 8 - The"
    rf"[*_]*(?:[A-Z][A-Z'’.-]+|[A-Z][a-z]+(?=[^.!?]{{0,60}}\((?:[A-Z]|{_LOWER_AGENCIES}))|[A-Z][a-z]+{_DATED})"
    r"(?:[ /-][A-Z][A-Za-z'’.-]+|[ ](?:de|del|la|of|al|el|d['’]|es)\b)*"
    rf"(?:,\s*(?!(?:{_MONTH}|{_WEEKDAY})\b)" + r"[A-Z][\w .'’-]{1,40})?"
    rf"(?:"
    rf",?\s+(?i:{_DAY})\s*(?:{_AGENCY})?\s*(?:[-–—_]+|:)?\s*(?:\n|\Z|(?<=[-–—_:)\s])(?=\S))"
    rf"|\s*{_AGENCY}\s*(?:[-–—_]+|:|\Z)\s*"
    rf"|\s+(?:--|–|—|_)\s*"
    rf")"
)
CITY_ALONE = re.compile(
    # "NAKURU, Monday - The", "OSLO - Ministers": where no paragraph at the head has a fuller one.
    rf"[A-Z][A-Z'’.-]+(?:[ /-][A-Z][A-Z'’.-]+)*(?:,\s*(?!{_WEEKDAY})[A-Z][\w .'’-]{{1,40}})?,?\s+(?:{_WEEKDAY}\s+)?-\s+"
    r"(?=[A-Z][a-z]|A\s|[\"“])"
)


DAY_FIRST = re.compile(rf"(?i:{_DAY})\s*{_AGENCY}\s*(?:[-–—]+|:)\s+")
"""As in "May 18 (AFP) - The"."""
CITY_FIRST = re.compile(
    r"([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2})(?:,[^:()–—\n]{1,40}?)?(?:\s*\([^)\n]{1,40}\))?"
    r"(?:\s*:|\s+[-–—]{1,2})\s+(?=[A-Z\"“])"
)
"""As in "Quito: Peru's minister met", "Tunis, Tunisia - The union"; group 1 is to be the name of a city."""


def own_anchor(text: str, segments: tuple[Segment, ...], metadata: Metadata) -> Anchor:
    """The anchor by the article's own evidence; ``NO_ANCHOR`` where it gives none."""
    if metadata.published:
        return _from_metadata(metadata)
    return (
        _from_head(text, segments, "dateline")
        or _from_head(text, segments, "byline")
        or _from_furniture(text, segments)
        or NO_ANCHOR
    )


def _from_metadata(metadata: Metadata) -> Anchor:
    given = metadata.published
    hour = given if isinstance(given, datetime) else None
    day = given.date() if isinstance(given, datetime) else given
    return Anchor(
        bound="exact",
        basis="metadata",
        day=day,
        moment=hour,
        why=f"published {_said(day)} by {metadata.published_from}",
    )


def _from_head(text: str, segments: tuple[Segment, ...], line: str) -> Anchor | None:
    for segment in segments:
        if line in (segment.kind, segment.role):
            # Some wires repeat the year ("Dec 4 , 2006, 2006"); the first complete date counts.
            for start, end, day, hour in dates_in(text, *segment.span):
                return Anchor(
                    bound="exact",
                    basis="dateline",
                    day=day,
                    moment=moment(day, hour),
                    span=Span(start, end),
                    why=f"{line} of {_said(day)}",
                )
    return None


def _from_furniture(text: str, segments: tuple[Segment, ...]) -> Anchor | None:
    dated = sorted(_dated_furniture(text, segments), key=lambda found: found[:2])
    if not dated:
        return None
    # The earliest bounds best: an article is older than each of its comments.
    day, _, span, hour, what = dated[0]
    return Anchor(
        bound="no later than",
        basis="comment",
        day=day,
        moment=hour,
        span=span,
        why=f"{what} of {_said(day)}",
    )


def _dated_furniture(
    text: str, segments: tuple[Segment, ...]
) -> Iterator[tuple[date, str, Span, datetime | None, str]]:
    for segment in segments:
        words = segment.span.of(text)
        footer = segment.kind == "furniture" and bool(DATED_FOOTER.match(words))
        if segment.role == "comment" or footer:
            for start, end, day, hour in dates_in(text, *segment.span):
                # A comment's own date leads its lines; one inside a sentence is what the reader writes about.
                if footer or _stands_alone(text, start, end, segment.span):
                    at = moment(day, hour)
                    yield (
                        day,
                        at.isoformat() if at else "",
                        Span(start, end),
                        at,
                        "footer" if footer else "reader comment",
                    )


def _stands_alone(text: str, start: int, end: int, within: Span) -> bool:
    line_start = max(text.rfind("\n", within.start, start) + 1, within.start)
    line_end = text.find("\n", end, within.end)
    around = text[line_start:start] + text[end : within.end if line_end < 0 else line_end]
    return len(re.findall(r"[^\W\d_]+", around)) <= 6


def _said(day: date | None) -> str:
    return f"{day.day} {day:%b %Y}" if day else ""
