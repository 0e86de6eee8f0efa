"""Places and parties of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.tokens import Tokens
    from store.model.mentions import Party, Place, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Places and parties in text order; one span is never both, except a capital that acts as its state."""

    places: tuple[Place, ...]
    parties: tuple[Party, ...]


def find_names(tokens: Tokens, times: tuple[Time, ...]) -> Names:
    """Places and parties named in the text; ``times`` keeps "May" and "August" from being people."""
    return Names(places=(), parties=())
