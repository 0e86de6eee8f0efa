"""The days of talks: which still stand, which have gone by, which come next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from store.model.claims import Talk, TalkClaim
from tui.paint.month import DayMark
from tui.paint.when import day_of, here, last_day_of

_LONGEST = 31
"""Days of a talk that are marked at most."""


def put_off(talk: Talk, claim: TalkClaim) -> bool:
    """True of a date of postponed talks that is given only by reports that tell nothing of the postponement."""
    if talk.status != "postponed" or not claim.articles:
        return False
    told = {name for other in talk.claims if other.value == "postponed" for name in other.articles}
    return bool(told) and told.isdisjoint(claim.articles)


def standing_starts(talk: Talk) -> tuple[str, ...]:
    """Starts claimed for the talk, the preferred one first, but those that were put off."""
    off = {claim.value for claim in talk.claims if claim.attribute == "start" and put_off(talk, claim)}
    return tuple(value for value in talk.values("start") if value not in off)


def day_marks(talks: Sequence[Talk]) -> dict[date, DayMark]:
    """Days on which a talk is claimed, ``?`` where its date is disputed, ``~`` where it is assumed.

    Days superseded, put off or cancelled have none; where talks share a day, the surest of them marks it.
    """
    marks: dict[date, DayMark] = {}
    for talk in talks:
        if talk.status == "cancelled":
            continue
        for day in days_of(talk):
            mark = mark_of_day(talk, day)
            if day not in marks or SURENESS.index(mark) < SURENESS.index(marks[day]):
                marks[day] = mark
    return marks


SURENESS: tuple[DayMark, ...] = ("*", "~", "?")
"""The marks of a day, the surest first."""


def mark_of_day(talk: Talk, day: date) -> DayMark:
    """``?`` where the talk's date is disputed, ``~`` where all that claim ``day`` had it assumed, else ``*``."""
    if "start" in talk.disputed:
        return "?"
    given = [c for c in talk.claims if c.attribute in {"start", "end"} and day_of(c.value) == day]
    given = given or [c for c in talk.claims if c.attribute == "start" and c.value == talk.start]
    return "~" if given and all(claim.assumed for claim in given) else "*"


def days_of(talk: Talk) -> set[date]:
    """Every day that a talk is claimed to take: its starts, and the days from the last start to an end."""
    starts = {day for value in standing_starts(talk) if (day := day_of(value))}
    ends = {day for value in talk.values("end") if (day := day_of(value))}
    if starts and ends:
        first, last = max(starts), max(ends)
        return starts | {first + timedelta(days=n) for n in range(min((last - first).days, _LONGEST) + 1)}
    return starts


def next_day(talk: Talk, now: datetime) -> date | None:
    """The first day claimed for the talk that is not past at its venue."""
    today = here(now, talk.zone).date()
    days = [day for value in standing_starts(talk) if (day := day_of(value)) is not None and day >= today]
    return min(days, default=None)


def is_past(talk: Talk, now: datetime) -> bool:
    """True where all that is claimed for the talk, its last day included, has gone by."""
    today = here(now, talk.zone).date()
    days = [last_day_of(value) for value in (*standing_starts(talk), *talk.values("end"))]
    return bool(days) and all(day is not None and day < today for day in days)


def coming_talks(talks: Sequence[Talk], now: datetime) -> list[Talk]:
    """Talks still to come with an exact day, the next first; cancelled ones are left out."""
    dated = [(day, talk.id, talk) for talk in talks if talk.status != "cancelled" and (day := next_day(talk, now))]
    return [talk for _, _, talk in sorted(dated, key=lambda item: item[:2])]


def next_talks(talks: Sequence[Talk], now: datetime) -> list[Talk]:
    """Talks still to come, those with an exact day first; cancelled ones are left out."""
    coming = coming_talks(talks, now)
    vague = [talk for talk in talks if not next_day(talk, now) and not is_past(talk, now)]
    return coming + [talk for talk in vague if talk.status != "cancelled"]
