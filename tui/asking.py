"""What the commands are told: moments and zones, checked before anything is done."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

if TYPE_CHECKING:
    from tui.session import AsOf

NOON = time(12, tzinfo=UTC)


class Moment(click.ParamType):
    """``now``, ``story``, an ISO 8601 date (12:00 UTC) or date-time (UTC where it names no offset)."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> AsOf:
        """The word, or the aware moment."""
        if not isinstance(value, str) or value in {"now", "story"}:
            return value  # type: ignore[no-any-return]
        try:
            if len(value) <= len("2021-12-31"):
                return datetime.combine(date.fromisoformat(value), NOON)
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f'"{value}" is no moment: write now, story, 2021-12-31 or 2021-12-31T18:00+01:00', param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Zone(click.ParamType):
    """A name of the IANA time zone database."""

    name = "zone"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, checked."""
        try:
            ZoneInfo(str(value))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.fail(f'"{value}" is no time zone: write one as Europe/Berlin or UTC', param, ctx)
        return str(value)
