"""The parties of an article as the speakers step looks them up: which one a token is in, which were named before it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.extract.tokens import Tokens
    from store.model.mentions import Party

NEAREST = 4
"""Parties before a token among which one can hold it: mentions seldom stand inside one another."""
RECENT = 12
"""Parties back from a pronoun among which it finds whom it means."""


class NamedParties:
    """Parties in text order, looked up by token."""

    def __init__(self, tokens: Tokens, parties: Iterable[Party]) -> None:
        self._tokens = tokens
        self._parties = sorted(parties, key=lambda p: p.span)
        self._starts = [p.span.start for p in self._parties]

    def __iter__(self) -> Iterator[Party]:
        return iter(self._parties)

    def at(self, token: int) -> Party | None:
        """The party whose span holds ``token``; of several the shortest."""
        start, end = self._tokens.starts[token], self._tokens.ends[token]
        last = bisect_left(self._starts, end)
        held = [p for p in self._parties[max(0, last - NEAREST) : last] if p.span.start <= start and end <= p.span.end]
        return min(held, key=lambda p: p.span.end - p.span.start, default=None)

    def before(self, token: int) -> Iterator[Party]:
        """The parties that begin before ``token``, the nearest first, no farther back than ``RECENT``."""
        last = bisect_left(self._starts, self._tokens.starts[token])
        return reversed(self._parties[max(0, last - RECENT) : last])
