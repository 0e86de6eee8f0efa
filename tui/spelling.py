"""Names that a person wrote, as they are said back: cut where they are long, with the name that may have been meant."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_NAME = 80
THE_LIST = "dateline settings lists them all"


def cut(text: str) -> str:
    """At most ``LONGEST_NAME`` characters of it."""
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"


def meant(name: str, among: Iterable[str]) -> str:
    """The name that was meant, told by its spelling, or else how to find it."""
    from difflib import get_close_matches

    close = get_close_matches(cut(name), among, n=1)
    return f"did you mean {close[0]}?" if close else f"{THE_LIST}."
