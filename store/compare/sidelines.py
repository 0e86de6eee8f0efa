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
BEFORE, AFTER = 5, 2
"""Days by which a meeting on the sidelines may come before the first or after the last day of its host."""


def placed_beside(talks: Sequence[Talk]) -> list[Talk]:
    """``talks`` with a city for those that have none and are told to be on the sidelines of one that has.

    The host is the one gathering of the body named, on the same days; where two could be meant, nothing is added.
    """
    hosts = [t for t in talks if t.city and any(p.kind == "organisation" for p in _parties(t))]
    return [t if t.city or not hosts else _placed(t, hosts) for t in talks]


def _placed(talk: Talk, hosts: Iterable[Talk]) -> Talk:
    told = [(e, m[1]) for e in _announcements(talk) for m in BESIDE.finditer(e.quote) if GATHERING.search(m[1])]
    found = [
        (e, h) for e, words in told for h in hosts if h is not talk and _named(h, words, talk) and _together(talk, h)
    ]
    if len({h.city for _, h in found}) != 1:
        return talk
    passages = tuple(dict.fromkeys(e for e, _ in found))
    return settled(replace(talk, claims=(*talk.claims, _claim(found[0][1], passages))))


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
        why=f"held beside: {host.title}, {host.city}",
    )
