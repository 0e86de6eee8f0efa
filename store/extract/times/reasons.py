"""What a settled time rests on, in words that a reader sees beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from store.extract.times.settled import Settled
    from store.model.article import Anchor

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def reason(quote: str, settled: Settled, cue: str, anchor: Anchor) -> str:
    """As in "30 Dec: 'Thursday' with 'said', article no later than 31 Dec"."""
    with_cue = f" with '{cue}'" if settled.by == "tense" and cue else ""
    of = "of" if anchor.bound == "exact" else anchor.bound
    day = _day_month(settled.first) if settled.first and settled.first == settled.last else settled.value
    return f"{day}: '{quote}'{with_cue}, article {of} {_day_month(anchor.day)}"


def _day_month(day: date | None) -> str:
    return f"{day.day} {_MONTHS[day.month]}" if day else "unknown"
