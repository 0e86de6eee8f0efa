"""What colours the terminal has: what it says of itself, and what a person asks for."""

from __future__ import annotations

import os

from rich.console import Console


def settle_colours() -> None:
    """Set ``NO_COLOR`` where there are no colours to be had, and take it away where it is empty.

    Empty it asks for nothing (no-color.org), but Textual would take it as set.
    """
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
    if not os.environ.get("COLORTERM") and _is_monochrome():
        os.environ["NO_COLOR"] = "1"


def has_few_colours() -> bool:
    """True in a terminal of 16 colours or none: in shades of grey made for more, words would drown."""
    return Console(force_terminal=True).color_system not in {"256", "truecolor"}


def _is_monochrome() -> bool:
    """True where the terminal is known and has no colours, as a vt100; Textual would send it 16."""
    try:
        import curses
    except ImportError:  # as on Windows
        return False
    try:
        curses.setupterm(fd=2)
        return curses.tigetnum("colors") <= 0
    except curses.error:
        return False
