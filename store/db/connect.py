"""Opens a store, for writing or for reading, and says in plain words why it cannot be opened."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
from sqlite_utils import Database

from store.db.migrations import APPLICATION_ID, KNOWN_STEPS, migrations
from store.errors import BadStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAMAGE = ("not a database", "malformed", "corrupt", "could not decode", "no such table", "already exists")
"""What SQLite says of bytes that it did not write so: in a page, in a text, in the list of tables."""
PATIENCE = 10.0
"""Seconds that one writer waits for another."""


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the store at ``path`` into a BadStore with a sentence."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        sentence = _sentence(path, error)
        if sentence is None:
            raise
        raise BadStore(sentence) from error


def is_busy(error: Exception) -> bool:
    """True where somebody else holds what was asked for."""
    return isinstance(error, sqlite3.Error) and ("locked" in str(error) or "busy" in str(error))


def _sentence(path: Path, error: Exception) -> str | None:
    said = str(error).lower()
    if is_busy(error):
        return f"The store {path} is being written by another dateline. Wait until that is done and try again."
    if not isinstance(error, sqlite3.Error) or any(sign in said for sign in DAMAGE):
        return (
            f"The store {path} is damaged ({str(error)[:80]}); it was left as it is. Move the file away and run the "
            "command again: a new store is built from the articles."
        )
    if "readonly" in said or "read-only" in said:
        return f"The store {path} may not be written. Check its permissions, or name another file with --db."
    if "unable to open" in said:
        return f"The store {path} cannot be opened. Check that its folder exists and may be written, or use --db FILE."
    if "full" in said or "disk i/o" in said:
        return f"The store {path} could not be written ({error}). Make room on the disk and try again."
    return None


def open_for_writing(path: Path, patience: float = PATIENCE) -> Database:
    """The store at ``path``, made or migrated where needed. Raises BadStore.

    WAL with ``synchronous=normal``: readers never wait for the writer, and a power cut costs at most the last
    transactions, never the store.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadStore(
            f"The folder {path.parent} for the store cannot be made ({error.strerror}). Name another file with --db."
        ) from error
    with plain_words(path):
        # Absolute: "file:x.db" is a name, and an address to an SQLite that was built to read one.
        db = Database(sqlite3.connect(path.absolute(), timeout=patience), execute_plugins=False)
        try:
            _check_kind(db, path)
            db.enable_wal()
            db.execute("pragma synchronous = normal")
            if migrations.pending(db):
                _migrate(db)
            db.execute("pragma foreign_keys = on")
        except BaseException:
            db.close()
            raise
    return db


def _migrate(db: Database) -> None:
    # Two programs may meet a new store at once: the second waits here, and then finds nothing left to do.
    db.execute("begin immediate")
    with db.atomic():
        migrations.apply(db)
        db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.commit()


def open_for_reading(path: Path) -> Database:
    """The store at ``path``, for one thread, as it is; a statement that writes fails. Raises BadStore."""
    if not os.path.exists(path):  # noqa: PTH110 - False too where the folder may not be entered
        raise BadStore(f"There is no store {path} yet. Load articles first: dateline load FOLDER --db {path}")
    with plain_words(path):
        try:
            return _reading(path, "mode=rw")
        except sqlite3.OperationalError as error:
            if "unable to open" not in str(error) and "readonly" not in str(error):
                raise
            # A folder that may not be written has no room for the files beside a WAL store.
            return _reading(path, "immutable=1")


def _reading(path: Path, mode: str) -> Database:
    address = f"file:{quote(os.fsencode(path.absolute()))}?{mode}"
    db = Database(sqlite3.connect(address, uri=True, timeout=PATIENCE), execute_plugins=False)
    try:
        _check_kind(db, path)
        if not migrations.applied(db):
            raise BadStore(f"The store {path} is empty. Load articles first: dateline load FOLDER --db {path}")
        if migrations.pending(db):
            raise BadStore(
                f"The store {path} was made by an older version of Dateline. Bring it up to date: dateline load FOLDER"
            )
        db.execute("pragma query_only = on")
    except BaseException:
        db.close()
        raise
    return db


def _check_kind(db: Database, path: Path) -> None:
    own = db.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
    if not own and db.execute("select count(*) from sqlite_master").fetchone()[0]:
        raise BadStore(f"{path} is a SQLite file of another program, not a store of Dateline. Name another with --db.")
    if {step.name for step in migrations.applied(db)} - KNOWN_STEPS:
        raise BadStore(
            f"The store {path} was written by a newer version of Dateline and was left as it is. "
            "Use that version, or name another file with --db."
        )
