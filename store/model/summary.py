"""What a load did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many files a load met, and what became of them."""

    found: int = 0
    """Article files under the given roots."""
    read: int = 0
    """New or changed articles."""
    unchanged: int = 0
    vanished: int = 0
    problems: tuple[str, ...] = ()
    """A sentence each, naming the file or folder."""
