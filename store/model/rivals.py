"""Claims about one attribute of a talk held against each other: which agree, which one a later report changes, which
comes first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.model.claims import UNATTRIBUTED
from store.model.order import when_key
from store.model.when_values import can_both_hold, fineness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from store.model.claims import Evidence, TalkClaim

    Agree = Callable[[TalkClaim, TalkClaim], bool]


def named_origins(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Origins in order of their passages; a report's own voice counts only where nobody is named."""
    distinct = tuple(dict.fromkeys(e.origin or UNATTRIBUTED for e in evidence))
    return tuple(o for o in distinct if o != UNATTRIBUTED) or distinct


def same_time(a: TalkClaim, b: TalkClaim) -> bool:
    """True where both may mean one day and hour."""
    return can_both_hold(a.value, b.value)


def same_place(a: TalkClaim, b: TalkClaim) -> bool:
    """True where both may mean one place: a city and its country, a venue somewhere in the country."""
    one, other = a.place, b.place
    if one is None or other is None or a.value == b.value or not (one.country and other.country):
        return True
    return one.country == other.country and not (one.kind == other.kind == "city")


def superseded_among(claims: list[TalkClaim], agree: Agree, moved: set[int]) -> list[TalkClaim]:
    """Mark every claim that a later, exactly dated report changes."""
    return [
        replace(c, superseded=any(not agree(c, other) and _changes(other, c, moved) for other in claims))
        for c in claims
    ]


def _changes(later: TalkClaim, earlier: TalkClaim, moved: set[int]) -> bool:
    """True where all that supports ``earlier`` was out before ``later`` was first told, or told as a change."""
    last = max(e.published for e in earlier.evidence)
    if not all(e.published for e in earlier.evidence):
        return False
    told = [e for e in later.evidence if e.published]
    told_as_change = any(e.article_id in moved and e.published >= last for e in told)
    if told_as_change:
        return not any(e.article_id in moved and e.published >= last for e in earlier.evidence)
    return len(told) == len(later.evidence) and min(e.published for e in told) > last


def ranked(claims: list[TalkClaim], agree: Agree) -> list[TalkClaim]:
    """Most origins first, then the later exactly dated report, then the earlier value; superseded ones last.

    What a coarser claim says ("next week", "in Finland") speaks for every finer one that it covers.
    """
    live = [c for c in claims if not c.superseded]

    def rank(claim: TalkClaim) -> tuple[bool, bool, int, str, str]:
        voices = [e for c in live if c is claim or (_finer(claim, c) and agree(c, claim)) for e in c.evidence]
        latest = max(e.published for e in claim.evidence)
        origins = len(named_origins(voices or claim.evidence))
        return claim.superseded, _implied(claim, live, agree), -origins, _descending(latest), when_key(claim.value)

    return [replace(c, implied=not c.superseded and _implied(c, live, agree)) for c in sorted(claims, key=rank)]


def _implied(claim: TalkClaim, live: list[TalkClaim], agree: Agree) -> bool:
    return any(_finer(c, claim) and agree(c, claim) for c in live)


def _descending(day: str) -> str:
    return "".join(chr(0x10FFFF - ord(c)) for c in day.ljust(10, "\0"))


def _finer(a: TalkClaim, b: TalkClaim) -> bool:
    return _coarseness(a) < _coarseness(b)


def _coarseness(claim: TalkClaim) -> int:
    if claim.attribute == "place":
        return {"city": 0, "venue": 1, "region": 2, "country": 3}[claim.place.kind] if claim.place else 4
    return fineness(claim.value)
