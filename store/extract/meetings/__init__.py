"""Meetings that an article announces."""

from __future__ import annotations

from store.extract.meetings.announce import find_meetings
from store.extract.meetings.parts.scenes import Scenes

__all__ = ["Scenes", "find_meetings"]
