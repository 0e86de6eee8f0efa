"""Statements: who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.reading import Reading
    from store.model.facts import Statement


def find_statements(page: Reading) -> tuple[Statement, ...]:
    """Outermost attributions in text order."""
    return ()
