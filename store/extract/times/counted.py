"""Units counted from somewhere: "two days ago", and spans that a first or worst looks back over."""

from __future__ import annotations

from store.extract.times.direction_words import is_base
from store.extract.times.durations import duration
from store.extract.times.forms import FixedForm, Found, FromOtherForm, RelativeForm

CALENDAR_UNITS = frozenset({"D", "W", "M", "Y", "E", "C", "WE", "F", "N"})


def moved(low: list[str], at: int, first: int, unit: str, amount: str) -> Found | None:
    """As in "two days ago", "a week later", "three years from now"."""
    if low[at - 1] == "-":
        return None
    follower = low[at + 1]
    # "three days earlier this month" tells how long and when, not how long before.
    if low[at + 2] == "than" or (follower in ("earlier", "later") and low[at + 2] in ("this", "last", "next")):
        return None
    past = follower in ("ago", "earlier", "previously")
    if not past and follower not in ("later", "hence") and not (follower == "from" and low[at + 2] in ("now", "today")):
        return None
    if unit not in CALENDAR_UNITS:
        return Found(first, at + 2, FixedForm("DURATION", duration(amount, unit)), "hours ago")
    if not amount.isdigit():
        return Found(first, at + 2, FixedForm("DATE", "PAST_REF" if past else "FUTURE_REF"), "some time ago")
    unit, count = _whole(unit, int(amount))
    count = -count if past else count
    if follower in ("earlier", "later", "previously"):
        return Found(first, at + 2, FromOtherForm(unit, count), "from another day")
    return Found(first, at + (3 if follower == "from" else 2), RelativeForm(unit, count), "ago")


def ranks(low: list[str], at: int, floor: int) -> bool:
    """As in "the first visit by a premier in ten years", "the worst floods in a century": it looks back."""
    for i in range(at - 1, max(floor, at - _RANKED) - 1, -1):
        word = low[i]
        if word == "to" and not is_base(low[i + 1]):
            continue  # "the first visit to Chile in six years"
        if word in _ENDS_RANKED or not (word.isalnum() or word in ("-", "'s")):
            return False
        if word in _RANKS or (word.endswith("est") and len(word) > 4 and word not in _NO_RANK):
            return True
    return False


_RANKED = 16
"""Words between a rank and the span over which it holds."""
_RANKS = frozenset({"first", "time", "second", "third", "only", "more", "best", "most", "least"})
_NO_RANK = frozenset(
    {"west", "guest", "request", "interest", "protest", "arrest", "invest", "forest", "harvest", "suggest"}
)
_ENDS_RANKED = frozenset(
    "will would shall may could is are was were be been to has have had and but when which who".split()
)


def _whole(unit: str, count: int) -> tuple[str, int]:
    """Nights as days, fortnights as weeks, decades and centuries as years."""
    factors = {"N": ("D", 1), "F": ("W", 2), "E": ("Y", 10), "C": ("Y", 100)}
    base, factor = factors.get(unit, (unit, 1))
    return base, count * factor
