"""The last day of a meeting, told by a second verb: "opens on Monday and ends on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.times.calendar_days import days_from
from store.model.mentions import Time, When

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate

WEEKDAYS = [[d] for d in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")]


def closing_day(c: Candidate, begin: When) -> When | None:
    """As in "opens in Oslo on Monday and ends on Friday", "will begin on Monday and run until Friday"."""
    scene = c.scene
    if c.noun is None or c.group is None or begin.first is None or begin.first != begin.last or c.finishing:
        return None
    over = next((g for g in scene.groups if g.first >= c.group.end and g.verb in _CLOSES and not g.negated), None)
    if over is None or scene.lower[over.first - 1] != "and":
        return None
    last = next((m for m in scene.times if over.end <= m.first <= over.end + _CLOSING), None)
    then = over.end + (over.verb == "go" and scene.lower[over.end : over.end + 1] == ["on"])
    until = scene.lower[then : then + 1] in (["until"], ["till"], ["through"], ["to"])
    if last is None or not isinstance(last.what, Time) or (over.verb not in _ENDS and not until):
        return None
    return last_day(c, begin, last.what)


def last_day(c: Candidate, begin: When, day: Time) -> When | None:
    """``day`` as the end of what starts at ``begin``; a weekday before that is the one after it."""
    if begin.first is None or begin.first != begin.last:
        return None
    words = [w for w in c.scene.tokens.between(day.span) if w not in ("on", "until")]
    if day.first is not None and day.first <= begin.first and words[-1:] in WEEKDAYS:
        ahead = days_from(begin.first, (day.first - begin.first).days % 7)
        if ahead is None or ahead == begin.first:
            return None
        why = "the weekday after it opens"
        return When(value=ahead.isoformat(), spans=(day.span,), first=ahead, last=ahead, why=why)
    whole = day.type in ("DATE", "TIME") and day.first is not None and day.first == day.last
    if not whole or day.first is None or day.first <= begin.first:
        return None
    return When(value=day.first.isoformat(), spans=(day.span,), first=day.first, last=day.last, why=day.why)


def closes(c: Candidate) -> Time | None:
    """The day of "The talks end on Friday", "The conference, to run until May 5,": the last of the meeting told."""
    group, scene = c.group, c.scene
    if c.noun is None or not c.definite or group is None or c.names:
        return None
    days = [t for t in c.times if t.type in ("DATE", "TIME")]
    if len(days) != 1:
        return None
    first = scene.tokens.at(days[0].span)[0]
    over = scene.left_group(first)
    until = scene.lower[first - 1] in ("until", "till", "through", "to")
    return days[0] if c.finishing or (until and over is not None and over.verb in _CLOSES) else None


_ENDS = frozenset({"end", "close", "conclude", "finish"})
_CLOSES = _ENDS | {"run", "last", "continue", "go"}
_CLOSING = 3
"""Tokens after such a verb within which the last day stands."""
