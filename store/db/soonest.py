"""The order in which news is looked for: what is to come, the soonest first, then what is past, the latest first.

By day alone a list of ten years would open with its oldest line, and the talks of next week would stand thousands of
lines further down. The list is read part by part, each from an index: one expression to sort by would have to look
at every claim.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.db.claim_windows import TEXT, Order, Part
from store.db.shapes import to_json
from store.model.order import periods_of, when_key

if TYPE_CHECKING:
    from collections.abc import Mapping

DATED = "(c.when_key = '') = 0"
# Today's meetings are still to come; whatever else is of today has been said or done.
COMING = """c.when_key >= :today and c.when_key < '~' and (c.kind = 'meeting' or c.when_key >= :tomorrow)"""
RUNNING = """c.when_key >= :opening and c.when_key < :today and c.kind = 'meeting'
    and c."when" in (select value from json_each(:periods))"""
PAST = f"c.when_key < :tomorrow and not (c.when_key >= :today and c.kind = 'meeting') and not ({RUNNING})"
UNDATED = "(c.when_key = '') = 1"
YEARLESS = "c.when_key >= '~'"
UP, DOWN = ("c.when_key", ""), ("c.when_key", "desc")


def soonest_parts(*, descending: bool) -> tuple[Part, ...]:
    """To come; meetings of a period that is not over yet ("this month"); past; without a year; without a time.

    The other way round it begins with what is past longest and ends with what is furthest ahead; lines without a day
    of a known year stay last.
    """
    coming, running, past = (
        Part(f"{DATED} and {condition}", Order((key, TEXT)))
        for condition, key in (
            (COMING, DOWN if descending else UP),
            (RUNNING, DOWN if descending else UP),
            (PAST, UP if descending else DOWN),
        )
    )
    dated = (past, running, coming) if descending else (coming, running, past)
    return (*dated, Part(f"{DATED} and {YEARLESS}", Order((UP, TEXT))), Part(UNDATED, Order((UP, TEXT))))


def soonest_values(today: date) -> Mapping[str, str]:
    """Parameters of the conditions."""
    periods = periods_of(today)
    tomorrow = today + timedelta(days=1) if today < date.max else today
    return {
        "today": today.isoformat(),
        "tomorrow": tomorrow.isoformat(),
        "opening": min(when_key(period) for period in periods),
        "periods": to_json(periods),
    }
