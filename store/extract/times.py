"""Time expressions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.tokens import Tokens
    from store.model.article import Anchor
    from store.model.mentions import Time


def find_times(tokens: Tokens, anchor: Anchor) -> tuple[Time, ...]:
    """Time expressions in text order, settled against ``anchor``."""
    return ()
