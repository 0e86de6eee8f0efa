"""Talks as an iCalendar file (RFC 5545) that can be imported again and again without doubles."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event

from store.model.views import Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from store.model.claims import Talk, TalkClaim

DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")
STATUS = {"scheduled": "CONFIRMED", "cancelled": "CANCELLED"}
"""Everything else, and whatever is disputed, is TENTATIVE."""


def to_ical(
    talks: Iterable[Talk], revisions: Mapping[str, Revision], legible: Callable[[str], str]
) -> tuple[str, tuple[Talk, ...]]:
    """The calendar, and the talks left out of it because no day is known for them.

    The UID is the talk's id; SEQUENCE and DTSTAMP come from ``revisions``, so that the same state gives the same
    bytes. ``legible`` makes text of articles fit to be shown.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//Talks//EN")
    calendar.add("version", "2.0")
    left_out = []
    for talk in talks:
        if _moment(talk.start, talk.zone) is None:
            left_out.append(talk)
        else:
            calendar.add_component(_event(talk, revisions.get(talk.id, Revision(0, "")), legible))
    calendar.add_missing_timezones()
    return calendar.to_ical().decode(), tuple(left_out)


def _event(talk: Talk, revision: Revision, legible: Callable[[str], str]) -> Event:
    event = Event()
    event.add("uid", talk.id)
    event.add("sequence", revision.sequence)
    stamp = datetime.fromisoformat(revision.changed) if revision.changed else datetime(1970, 1, 1, tzinfo=UTC)
    event.add("dtstamp", stamp.astimezone(UTC))
    start, end = _moment(talk.start, talk.zone), _moment(talk.end, talk.zone)
    event.add("dtstart", start)
    if (until := _until(start, end)) is not None:
        event.add("dtend", until)
    event.add("summary", legible(_summary(talk)))
    if talk.city:
        event.add("location", legible(talk.city))
    event.add("status", "TENTATIVE" if talk.disputed else STATUS.get(talk.status, "TENTATIVE"))
    event.add("description", legible(_description(talk)))
    return event


def _moment(value: str, zone: str) -> date | datetime | None:
    """A day, or an hour at the venue; None where ``value`` is coarser or unknown."""
    if not DAY.fullmatch(value):
        return None
    try:
        if "T" not in value:
            return date.fromisoformat(value)
        return datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(zone) if zone else None)
    except (ValueError, ZoneInfoNotFoundError):
        return None


def _until(start: date | datetime | None, end: date | datetime | None) -> date | datetime | None:
    """DTEND, which is exclusive: the day after the last one."""
    if start is None or end is None or isinstance(start, datetime) != isinstance(end, datetime) or end <= start:
        return None
    return end if isinstance(end, datetime) else end + timedelta(days=1)


def _summary(talk: Talk) -> str:
    name = talk.title or " – ".join(talk.parties) or "Talks"
    return f"{name} (date disputed)" if "start" in talk.disputed else name


def _description(talk: Talk) -> str:
    lines = [f"Parties: {', '.join(talk.parties)}"] if talk.parties else []
    if "start" in talk.disputed:
        lines.append(f"The reports give different dates: {' or '.join(talk.values('start'))}.")
    lines += [_sources(claim) for claim in talk.claims if claim.attribute == "start"]
    return "\n".join(lines)


def _sources(claim: TalkClaim) -> str:
    later = " (changed by a later report)" if claim.superseded else ""
    quotes = "".join(f"\n  {passage.article}: {' '.join(passage.quote.split())}" for passage in claim.evidence)
    return f"{claim.value}{later}, according to {', '.join(claim.origins) or 'the reports'}:{quotes}"
