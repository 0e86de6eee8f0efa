"""One article with what the word-level steps found in it: what the meaning-level steps are handed."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.tokens import Tokens
    from store.model.article import Article
    from store.model.mentions import Party, Place, Time
    from store.model.spans import Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=_Spanned)


@dataclass(frozen=True, slots=True)
class Reading:
    """The article, its tokens, and mentions both in text order and by sentence."""

    article: Article
    tokens: Tokens
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    parties: tuple[Party, ...]
    times_in: dict[int, list[Time]]
    """Sentence index -> its mentions, in text order; empty for a sentence without any (a defaultdict)."""
    places_in: dict[int, list[Place]]
    parties_in: dict[int, list[Party]]


def reading(
    article: Article,
    tokens: Tokens,
    *,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    parties: tuple[Party, ...],
) -> Reading:
    """Put the mentions beside the sentences that they stand in."""
    return Reading(
        article=article,
        tokens=tokens,
        times=times,
        places=places,
        parties=parties,
        times_in=_by_sentence(tokens, times),
        places_in=_by_sentence(tokens, places),
        parties_in=_by_sentence(tokens, parties),
    )


def _by_sentence(tokens: Tokens, mentions: Sequence[M]) -> dict[int, list[M]]:
    found: dict[int, list[M]] = defaultdict(list)
    for mention in mentions:
        first = bisect_right(tokens.ends, mention.span.start)
        if first < len(tokens):
            found[tokens.sentence_of[first]].append(mention)
    return found
