"""The calendar days on which an event's clock times fall, once any report of it gives the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.compare.same_events import clock_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from store.compare.same_events import Happening
    from store.model.mentions import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """One wording of when an event began or ended, with its day."""

    side: str
    """"began" or "ended"."""
    moment: datetime
    """Local wall time in the zone that the text names, naive."""
    words: str
    """As the report has it: "16:25 Washington time"."""


def hours_of(group: Sequence[Happening], day: date | None) -> list[Hour]:
    """Every clock time of the event that one report gives most of, with its day; empty where no day is known.

    ``day`` is where the event began, in the zone that the report names first; other zones and the end follow
    from the clock: 16:25 in one city and 00:25 in another are the same moment on two days.
    """
    full = max(group, key=lambda h: (len(h.event.begins) + len(h.event.ends), h.key), default=None)
    if day is None or full is None:
        return []
    begins = list(_of_side(full, full.event.begins, "began", day))
    if not begins:
        return []
    return begins + list(_of_side(full, full.event.ends, "ended", day, after=begins[0].moment))


def _of_side(
    happening: Happening, whens: Sequence[When], side: str, day: date, after: datetime | None = None
) -> Iterator[Hour]:
    clocked = [w for w in whens if _clock(w)]
    if not clocked:
        return
    first = datetime.combine(day, _clock(clocked[0]) or time())
    if after and first < after:
        first += timedelta(days=1)  # it began before midnight and ended after it
    for when in clocked:
        moment = _same_moment(first, clocked[0].zone, when)
        yield Hour(side=side, moment=moment, words=_words(happening.report.text, when))


def _words(text: str, when: When) -> str:
    words = " ".join(" ".join(span.of(text) for span in when.spans).split())
    return words if " " in words or not when.zone else f"{words} ({when.zone})"


def _same_moment(first: datetime, zone: str, when: When) -> datetime:
    """``when`` on the day that makes it nearest to ``first`` in ``zone``."""
    clock = _clock(when) or time()
    try:
        here = first.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo(when.zone)).replace(tzinfo=None)
    except (ZoneInfoNotFoundError, ValueError):  # one of the two names no zone
        here = first
    days = (here.date() + timedelta(days=n) for n in (-1, 0, 1))
    return min((datetime.combine(d, clock) for d in days), key=lambda m: abs(m - here))


def _clock(when: When) -> time | None:
    text = clock_of(when)
    if not text or text == "24:00":
        return None
    return time.fromisoformat(text)


def hours_in_words(hours: Sequence[Hour]) -> Iterator[str]:
    """The hours a side: "began 30 Dec 15:35 Washington time, 30 Dec 23:35 Moscow time"."""
    for side in ("began", "ended"):
        told = [f"{h.moment.day} {h.moment:%b} {h.words}" for h in hours if h.side == side]
        if told:
            yield f"{side} {', '.join(told)}"
