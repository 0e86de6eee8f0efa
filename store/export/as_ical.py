"""Talks as an iCalendar file (RFC 5545) that can be imported again and again without doubles."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event, Timezone

from store.model.claims import UNATTRIBUTED
from store.model.views import Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from store.model.claims import Talk, TalkClaim

DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")
STATUS = {"scheduled": "CONFIRMED", "cancelled": "CANCELLED"}
"""Everything else, and whatever is disputed or rests on an assumption, is TENTATIVE."""
NEW = Revision(0, "")


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
    everything = list(talks)
    dated = [talk for talk in everything if _moment(talk.start, talk.zone) is not None]
    left_out = tuple(talk for talk in everything if _moment(talk.start, talk.zone) is None)
    for zone in _zones(dated):
        calendar.add_component(zone)
    for talk in dated:
        calendar.add_component(_event(talk, revisions.get(talk.id, NEW), legible))
    return calendar.to_ical().decode(), left_out


def _zones(talks: Iterable[Talk]) -> list[Timezone]:
    """A VTIMEZONE for every zone in which an hour is given, with its changes in the years of its talks."""
    years: dict[str, set[int]] = {}
    for talk in talks:
        for moment in (_moment(talk.start, talk.zone), _moment(talk.end, talk.zone)):
            if isinstance(moment, datetime) and talk.zone not in {"", "UTC"}:
                years.setdefault(talk.zone, set()).add(moment.year)
    return [_zone(name, found) for name, found in sorted(years.items())]


def _zone(name: str, years: set[int]) -> Timezone:
    # A year's margin on both sides: the change before the first hour must be among them.
    first, last = date(max(MINYEAR, min(years) - 1), 1, 1), date(min(MAXYEAR, max(years) + 2), 1, 1)
    return Timezone.from_tzid(name, first_date=first, last_date=last)


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
    unsure = bool(talk.disputed) or (_assumed(talk) is not None and talk.status == "scheduled")
    event.add("status", "TENTATIVE" if unsure else STATUS.get(talk.status, "TENTATIVE"))
    event.add("description", legible(_description(talk)))
    # Other people's talks make no reader busy.
    event.add("transp", "TRANSPARENT")
    return event


def _moment(value: str, zone: str) -> date | datetime | None:
    """A day, or an hour at the venue; None where ``value`` is coarser or unknown."""
    if not DAY.fullmatch(value):
        return None
    day, _, hour = value.partition("T")
    try:
        if not hour:
            return date.fromisoformat(day)
        # "24:00" is the midnight that ends the day.
        moment = datetime.fromisoformat(f"{day}T00:00" if hour == "24:00" else value)
        moment += timedelta(days=hour == "24:00")
        return moment.replace(tzinfo=ZoneInfo(zone) if zone else None)
    except (ValueError, OverflowError, ZoneInfoNotFoundError):
        return None


def _until(start: date | datetime | None, end: date | datetime | None) -> date | datetime | None:
    """DTEND, which is exclusive: the day after the last one."""
    if start is None or end is None or isinstance(start, datetime) != isinstance(end, datetime) or end <= start:
        return None
    if isinstance(end, datetime) or end == date.max:
        return end
    return end + timedelta(days=1)


def _summary(talk: Talk) -> str:
    name = talk.title or " – ".join(talk.parties) or "Talks"
    return f"{name} (date disputed)" if "start" in talk.disputed else name


def _description(talk: Talk) -> str:
    lines = [f"Parties: {', '.join(talk.parties)}"] if talk.parties else []
    if "start" in talk.disputed:
        lines.append(f"The reports give different dates: {' or '.join(talk.values('start'))}.")
    if (assumed := _assumed(talk)) is not None:
        why = f" ({assumed.why})" if assumed.why else ""
        lines.append(f"The day is assumed: no report with this date says for certain when it came out{why}.")
    lines += [_sources(claim) for claim in talk.claims if claim.attribute == "start"]
    return "\n".join(lines)


def _assumed(talk: Talk) -> TalkClaim | None:
    """The claim that gives the start, where the day rests on an assumption about when its report came out."""
    return next((c for c in talk.claims if c.attribute == "start" and c.value == talk.start and c.assumed), None)


def _sources(claim: TalkClaim) -> str:
    later = " (changed by a later report)" if claim.superseded else ""
    quotes = "".join(f"\n  {passage.article}: {' '.join(passage.quote.split())}" for passage in claim.evidence)
    named = ", ".join(origin for origin in claim.origins if origin != UNATTRIBUTED) or "the reports"
    return f"{claim.value}{later}, according to {named}:{quotes}"
