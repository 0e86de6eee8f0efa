"""Meetings that an article announces."""

from __future__ import annotations

from store.extract.meetings.announce import find_meetings

__all__ = ["find_meetings"]
