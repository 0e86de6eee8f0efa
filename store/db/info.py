"""What the store knows about itself: its version, whether the comparison is behind, what was last looked at."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

VALUE = "select value from info where key = :key"
SET = "insert into info (key, value) values (:key, :value) on conflict (key) do update set value = excluded.value"

VERSION = "version"
"""Grows with every change that a reader could see."""
STALE = "stale"
""""1" from the first change of an article until talks, claims and conflicts are computed from it again."""
COMPARED_BY = "compared_by"
"""Which comparison computed the talks, claims and conflicts."""
TIED_BY = "tied_by"
"""Which comparison found the ties; "" where there are none."""
SEEN = "seen"
"""The version that was on the screen when the reader was last closed."""
SEEN_AT = "seen_at"
"""When that was: ISO 8601, UTC."""


def value(db: Database, key: str) -> str:
    """The value kept under ``key``, "" where there is none."""
    row = db.execute(VALUE, {"key": key}).fetchone()
    return str(row[0]) if row else ""


def put(db: Database, key: str, value: str) -> None:
    """Keep ``value`` under ``key``."""
    db.execute(SET, {"key": key, "value": value})


def version(db: Database) -> int:
    """The version of the store, 0 for a new one."""
    return _number(value(db, VERSION)) or 0


def seen(db: Database) -> int | None:
    """The version last looked at; None where nobody has looked yet."""
    return _number(value(db, SEEN))


def see(db: Database, version: int, at: str) -> None:
    """Keep that everything up to ``version`` was looked at."""
    put(db, SEEN, str(version))
    put(db, SEEN_AT, at)


def seen_at(db: Database) -> datetime | None:
    """When the store was last looked at; None where nobody has, or before that was kept."""
    known = value(db, SEEN_AT)
    return datetime.fromisoformat(known) if known else None


def _number(known: str) -> int | None:
    return int(known) if known.isdecimal() else None
