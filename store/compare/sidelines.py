"""Where a meeting on the sidelines of another is held: in the other's city, which another report may name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.parties import member
from store.model.election import settled
from store.model.when_values import days_covered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.model.claims import Evidence, Talk, TalkClaim
    from store.model.mentions import Party

BESIDE = re.compile(
    r"\b(?:(?:side-?lines?|margins?|fringes?) of|(?:during|alongside) the)\s+([^,.;:]{3,90})", re.IGNORECASE
)
GATHERING = re.compile(
    r"\b(?:summit|forum|conference|assembly|council|meetings?|session|congress|event)\b", re.IGNORECASE
)
WORD = re.compile(r"[^\W_]+")
HELD_BESIDE = "held beside: "
BEFORE, AFTER = 5, 2
"""Days by which a meeting on the sidelines may come before the first or after the last day of its host."""


def placed_beside(talks: Sequence[Talk]) -> list[Talk]:
    """``talks`` with a city for those that have none and are told to be on the sidelines of one that has.

    The host is the one gathering of the body named, on the same days; where two could be meant, nothing is added.
    """
    hosts = [t for t in talks if may_host(t)]
    return [placed_among(t, hosts) for t in talks]


def may_host(talk: Talk) -> bool:
    """True for a meeting of a known body in a known city."""
    return bool(talk.city) and not _from_host(talk) and any(p.kind == "organisation" for p in _parties(talk))


def is_beside(talk: Talk) -> bool:
    """True for a talk that takes its city from another one, or would."""
    return (not talk.city or _from_host(talk)) and any(_told_beside(talk))


def placed_among(talk: Talk, hosts: Sequence[Talk]) -> Talk:
    """``talk`` with the city that one of ``hosts`` lends it."""
    return talk if talk.city or not hosts else _placed(talk, hosts)


def unplaced(talk: Talk) -> Talk:
    """``talk`` without the city that a host lent it."""
    own = tuple(c for c in talk.claims if not _lent(c))
    return settled(replace(talk, claims=own)) if len(own) < len(talk.claims) else talk


def _from_host(talk: Talk) -> bool:
    return any(_lent(c) for c in talk.claims)


def _lent(claim: TalkClaim) -> bool:
    return claim.attribute == "place" and claim.assumed and claim.why.startswith(HELD_BESIDE)


def _told_beside(talk: Talk) -> list[tuple[Evidence, str]]:
    return [(e, m[1]) for e in _announcements(talk) for m in BESIDE.finditer(e.quote) if GATHERING.search(m[1])]


def _placed(talk: Talk, hosts: Iterable[Talk]) -> Talk:
    found = [
        (e, h)
        for e, words in _told_beside(talk)
        for h in hosts
        if h is not talk and _named(h, words, talk) and _together(talk, h)
    ]
    if len({h.city for _, h in found}) != 1:
        return talk
    passages = tuple(dict.fromkeys(e for e, _ in found))
    return settled(replace(talk, claims=(*talk.claims, _claim(min((h for _, h in found), key=_first), passages))))


def _first(host: Talk) -> tuple[str, str, list[tuple[int, str]]]:
    return host.start, host.title, sorted((e.article_id, e.fact) for c in host.claims for e in c.evidence)


def _announcements(talk: Talk) -> list[Evidence]:
    return [e for c in talk.claims if c.attribute == "status" for e in c.evidence]


def _parties(talk: Talk) -> list[Party]:
    return [p for c in talk.claims if c.attribute == "parties" for p in c.parties]


def _named(host: Talk, words: str, talk: Talk) -> bool:
    """True where ``words`` name the host's own body, and the host is not a meeting of the same people with it."""
    bodies = [member(p) for p in _parties(host) if p.kind == "organisation"]
    named = set(WORD.findall(words.casefold()))
    if not any((b.acronym and b.acronym in named) or set(b.words) <= named for b in bodies):
        return False
    own = {p.name for p in _parties(talk) if p.kind != "organisation"}
    return not own or not own <= {p.name for p in _parties(host)}


def _together(talk: Talk, host: Talk) -> bool:
    mine, theirs = days_covered(talk.start), days_covered(host.start)
    if mine is None or theirs is None:
        return True
    last = days_covered(host.end) or theirs
    return (theirs[0] - mine[1]).days <= BEFORE and (mine[0] - last[1]).days <= AFTER


def _claim(host: Talk, passages: tuple[Evidence, ...]) -> TalkClaim:
    place = next(c for c in host.claims if c.attribute == "place" and c.value == host.city and not c.superseded)
    return replace(
        place,
        evidence=passages,
        assumed=True,
        why=f"{HELD_BESIDE}{host.title}, {host.city}",
    )
