"""How long a meeting lasts: "two-day", "for three days", "two days of talks"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from store.extract.times.calendar_days import days_from
from store.model.mentions import When

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.model.mentions import Time

_DAYS = re.compile(r"P(\d{1,2})D")
_WEEKS = re.compile(r"P(\d)W")


def lengths(c: Candidate) -> list[Time]:
    """Durations of the meeting itself: "two-day", "for three days", "two days of talks"; not "with a week to go"."""
    if c.rule == "postponed":
        return []  # "pushed back a week to May 8"
    return [t for t in c.times if t.type == "DURATION" and _lasts(c, t)]


def _lasts(c: Candidate, time: Time) -> bool:
    tokens = c.scene.tokens
    first, end = tokens.at(time.span)
    before, after = tokens.lower[max(0, first - 2) : first], tokens.lower[end : end + 1]
    if not _APART.isdisjoint((*before, *after)) or (before[-1:] == ["for"] and tokens.lower[first - 2] in _IDLE):
        return False
    hyphened = "-" in tokens.lower[first : end + 1]
    return hyphened or after == ["of"] or not _LASTING.isdisjoint((*before, tokens.lower[first]))


_APART = frozenset(
    {"after", "following", "since", "despite", "within", "in", "before", "earlier", "later", "ago", "time"}
)
_IDLE = frozenset("stalled suspended deadlocked frozen blocked interrupted delayed postponed recess off".split())
"""Before "for three weeks": how long there were no talks."""
_LASTING = frozenset({"for", "last", "lasts", "lasting", "over", "during", "spend", "take", "run", "runs"})


def after_duration(begin: When, times: list[Time]) -> When | None:
    """The last day by the first day and a length, counted inclusively; None for a single day."""
    if begin.first is None or begin.first != begin.last:
        return None
    for time in times:
        if time.type == "DURATION":
            match = _DAYS.fullmatch(time.value) or _WEEKS.fullmatch(time.value)
            if match:
                days = int(match[1]) * (7 if time.value.endswith("W") else 1)
                last = days_from(begin.first, days - 1)
                if days > 1 and last:
                    return When(
                        value=last.isoformat(),
                        spans=(time.span,),
                        first=last,
                        last=last,
                        assumed=begin.assumed,
                        why="first day and length",
                    )
    return None
