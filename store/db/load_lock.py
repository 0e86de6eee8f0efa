"""The lock that keeps two loads of one store apart."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.db.connect import is_busy, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def held(store: Path, patience: float) -> Iterator[None]:
    """Hold the lock until the block ends, however it ends; raises BadStore where another has it for ``patience``.

    It is that of an empty database beside the store: the operating system lifts it when a process dies.
    """
    beside = lock_path(store)
    with plain_words(beside):
        lock = sqlite3.connect(beside.absolute(), timeout=patience, isolation_level=None)
    try:
        try:
            lock.execute("begin exclusive")
        except sqlite3.DatabaseError as error:
            with plain_words(store if is_busy(error) else beside):
                raise
        yield
    finally:
        lock.close()


def lock_path(store: Path) -> Path:
    """The file whose lock keeps two loads of ``store`` apart."""
    return store.with_name(f"{store.name}-load")
