"""Meetings that an article announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.reading import Reading
    from store.model.facts import Meeting


def find_meetings(page: Reading) -> tuple[Meeting, ...]:
    """Meetings still to come at the moment of writing, one entry a meeting."""
    return ()
