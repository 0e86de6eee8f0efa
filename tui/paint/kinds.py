"""Kinds of facts as the screen tells them apart: a letter, a look, a word."""

from __future__ import annotations

from typing import Literal

Group = Literal["meeting", "event", "statement"]
GROUPS: tuple[Group, ...] = ("meeting", "event", "statement")
LETTERS: dict[Group, str] = {"meeting": "m", "event": "e", "statement": "s"}
REVIEW_MARKS = {"": " ", "accept": "✓", "reject": "✗", "unsure": "?", "correct": "c", "note": "n"}


def group_of(kind: str) -> Group:
    """The group of a fact's kind: meetings, events, and statements of whatever act."""
    if kind == "meeting":
        return "meeting"
    return "event" if kind == "event" else "statement"


def letter_of(kind: str) -> str:
    """The letter that marks a kind where colour is not seen."""
    return LETTERS[group_of(kind)]
