"""Words that say which one, or which part of it: "last", "next", "early", "the end of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.times.forms import Words

BESIDE = {"before": -1, "after": 1}
"""Days from the day that "the day before", "the day after" counts from."""
SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1}


EARLY_LATE = {"early": "START", "mid": "MID", "middle": "MID", "late": "END"}


_BORDERS = {"beginning": "START", "start": "START", "middle": "MID", "end": "END"}


def modifier_before(words: Words, at: int, floor: int) -> tuple[int, str]:
    """As in "early", "mid-", "late", "the end of" before ``at``: where they start and the TIMEX3 mod."""
    low = words.low
    step = at - 1
    if step >= floor and low[step] == "-":
        step -= 1
    if step >= floor and (mod := EARLY_LATE.get(low[step])):
        return step, mod
    if low[at - 1] == "of" and at - 2 >= floor and (mod := _BORDERS.get(low[at - 2])):
        return (at - 3 if at - 3 >= floor and low[at - 3] == "the" else at - 2), mod
    return at, ""
