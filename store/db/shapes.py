"""Values kept as JSON beside the columns that are searched, and read back as what they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from sqlite3 import Cursor

T = TypeVar("T")


def to_json(value: object) -> str:
    """``value`` as compact JSON."""
    return msgspec.json.encode(value).decode()


def each_of(rows: Iterable[tuple[str]] | Cursor, shape: msgspec.json.Decoder[T]) -> Iterator[T]:
    """The values of the first column.

    One that another version shaped otherwise is left out: the next load computes it anew.
    """
    for row in rows:
        try:
            yield shape.decode(row[0])
        except msgspec.ValidationError:
            continue
