"""Attributes of a talk on which reports disagree, and why they may."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from store.model.claims import Attribute, Conflict, ConflictKind, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.model.claims import Talk, TalkClaim

KINDS: dict[Attribute, ConflictKind] = {
    "start": "date", "end": "date", "place": "place", "parties": "parties", "status": "status"
}  # fmt: skip
OPENS = re.compile(
    r"\b(kick(?:s|ed|ing)?[ -]off|begin(?:s|ning)?|began|start(?:s|ed|ing)?|open(?:s|ed|ing)?|commenc\w+|launch\w*|"
    r"from|until|through|first|final|last|sessions?|rounds?|multi-day|(?:two|three|four|five|several)-day)\b",
    re.IGNORECASE,
)
"""Words of a meeting that takes more than a day, or of only one end of it."""
RANGE_DAYS = 3
"""Days that a range of sessions may explain."""
WIDEST_ZONE = 26
"""Hours between the farthest time zones."""


def talk_conflicts(talks: Iterable[Talk]) -> Iterator[Conflict]:
    """A conflict for each disputed attribute of each talk, without ids."""
    for talk in talks:
        for attribute in get_args(Attribute):
            claims = [c for c in talk.claims if c.attribute == attribute and not c.superseded and not c.implied]
            if attribute in talk.disputed and len(claims) > 1:
                yield Conflict(
                    id="",
                    kind=KINDS[attribute],
                    subject=_subject(talk, attribute),
                    cause=cause_of(attribute, claims),
                    sides=tuple(Side(value=c.value, origins=c.origins, evidence=c.evidence) for c in claims),
                    talk=talk.id,
                )


def _subject(talk: Talk, attribute: Attribute) -> str:
    place = f", {talk.city}" if talk.city and talk.city not in talk.title else ""
    return f"{talk.title}{place}: {attribute}"


def cause_of(attribute: Attribute, claims: list[TalkClaim]) -> str:
    """Why the claims of one attribute may differ, "unclear" where nothing tells."""
    if KINDS[attribute] == "date":
        if _one_moment_in_two_zones(claims):
            return "time zone"
        if _range_or_sessions(claims):
            return "range or sessions"
    return "later report" if _later_report(claims) else "unclear"


def _range_or_sessions(claims: list[TalkClaim]) -> bool:
    days = [day for c in claims if (day := _day(c.value))]
    if len(days) < len(claims) or (max(days) - min(days)).days > RANGE_DAYS:
        return False
    return any(OPENS.search(e.quote) for c in claims for e in c.evidence)


def _one_moment_in_two_zones(claims: list[TalkClaim]) -> bool:
    """True where both give an hour and differ by whole or half hours that two zones may lie apart."""
    minutes = [m for c in claims if (m := _minutes(c.value)) is not None]
    if len(minutes) < len(claims) or len({m % 1440 // 60 for m in minutes}) == 1:
        return False
    apart = max(minutes) - min(minutes)
    return apart % 30 == 0 and 0 < apart <= WIDEST_ZONE * 60


def _later_report(claims: list[TalkClaim]) -> bool:
    """True where all that one claim rests on was published before all that the other rests on."""
    spans = []
    for claim in claims:
        days = [e.published for e in claim.evidence]
        if not all(days):
            return False
        spans.append((min(days), max(days)))
    spans.sort()
    return all(earlier[1] < later[0] for earlier, later in pairwise(spans))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _minutes(value: str) -> int | None:
    """Minutes since the first day of the calendar, None without an hour."""
    day = _day(value)
    clock = re.fullmatch(r".{10}T(\d\d):(\d\d)", value)
    return day.toordinal() * 1440 + int(clock[1]) * 60 + int(clock[2]) if day and clock else None
