"""Who stands behind a claim, in words: each origin with those who spoke for it or relayed its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.model.claims import Evidence

MOST = 2
"""Ways named of one origin."""


def backing_words(origins: Iterable[str], passages: Iterable[tuple[str, str]]) -> str:
    """The origins with the ways their words took: "Kremlin, through Ada Lind; Ministry of Fish, quoted by the Gull".

    ``passages`` are origin and way of each piece of evidence, the way "" where the origin spoke for itself. Where no
    way is known the origins stand between commas.
    """
    ways: dict[str, dict[str, None]] = {}
    for origin, way in passages:
        if way:
            ways.setdefault(origin, {})[way] = None
    named = [_with_ways(origin, list(ways.get(origin, ()))) for origin in origins]
    return ("; " if any("," in words for words in named) else ", ").join(named)


def backing_of(origins: Iterable[str], evidence: Iterable[Evidence]) -> str:
    """The same, of evidence."""
    return backing_words(origins, ((passage.origin, passage.through) for passage in evidence))


def _with_ways(origin: str, ways: list[str]) -> str:
    more = [f"and {len(ways) - MOST} more"] if len(ways) > MOST else []
    words = f"{origin}, {' or '.join(ways[:MOST])}" if ways else origin
    return " ".join([words, *more])
