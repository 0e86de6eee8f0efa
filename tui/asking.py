"""What the commands are told: moments and zones, checked before anything is done."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

if TYPE_CHECKING:
    from tui.session import AsOf

NOON = time(12, tzinfo=UTC)


def as_moment(context: click.Context, parameter: click.Parameter, value: str | None) -> AsOf:
    """``now``, ``story``, an ISO 8601 date (12:00 UTC) or date-time (UTC where it names no offset), made aware."""
    words: dict[str | None, AsOf] = {None: None, "now": "now", "story": "story"}
    if value is None or value in words:
        return words[value]
    try:
        if len(value) <= len("2021-12-31"):
            return datetime.combine(date.fromisoformat(value), NOON)
        moment = datetime.fromisoformat(value)
    except ValueError:
        said = f'"{value}" is no moment: write now, story, 2021-12-31 or 2021-12-31T18:00+01:00'
        raise click.BadParameter(said, context, parameter) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def as_zone(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A name of the IANA time zone database, checked."""
    try:
        return ZoneInfo(value).key if value is not None else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        said = f'"{value}" is no time zone: write one as Europe/Berlin or UTC'
        raise click.BadParameter(said, context, parameter) from None
