"""Events that an article says happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.reading import Reading
    from store.model.facts import Event, Meeting


def find_events(page: Reading, meetings: tuple[Meeting, ...]) -> tuple[Event, ...]:
    """Events with a time or a duration; nothing that ``meetings`` already announces."""
    return ()
