"""Roots and the files found under them, so that unchanged ones are skipped and vanished ones noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

FILES = """
select id, files.path, size, mtime_ns, hash, extractor, beside, problems.path is not null as has_problem
from files left join problems on problems.path = files.path
order by files.path
"""
SEEN_UNDER = "select file_id from sightings join roots on roots.id = root_id where roots.path = :root order by file_id"
ROOTS = "select path from roots order by path"
ADD_ROOT = "insert into roots (path) values (:path) on conflict (path) do nothing"
SAVE_FILE = """
insert into files (path, size, mtime_ns, hash, extractor, beside)
values (:path, :size, :mtime_ns, :hash, :extractor, :beside)
on conflict (path) do update set size = excluded.size, mtime_ns = excluded.mtime_ns, hash = excluded.hash,
    extractor = excluded.extractor, beside = excluded.beside
"""
FILE_ID = "select id from files where path = :path"
SIGHT = """
insert into sightings (root_id, file_id) select roots.id, :file from roots where roots.path = :root
on conflict do nothing
"""
LOSE_SIGHT = "delete from sightings where file_id = :file and root_id = (select id from roots where path = :root)"
OTHER_ROOTS = "select count(*) from sightings where file_id = :file"
FORGET_FILE = "delete from files where id = :file"
FORGET_PROBLEM = "delete from problems where path = (select path from files where id = :file)"
PROBLEMS = "select path, problem from problems order by path"
SET_PROBLEM = """
insert into problems (path, problem) values (:path, :problem)
on conflict (path) do update set problem = excluded.problem
"""
CLEAR_PROBLEM = "delete from problems where path = :path"


class FileState(NamedTuple):
    """A file as it was found on disk."""

    path: str
    """Resolved: the same file reached by two ways is one."""
    size: int
    mtime_ns: int
    hash: str
    """SHA-256 of the bytes in hex, "" where they could not be read."""
    extractor: str
    beside: str
    problem: str | None = ""
    """A sentence, "" where all is well, None where that is to stay as it is."""


class StoredFile(NamedTuple):
    """What is known of a file since it was last read."""

    id: int
    path: str
    size: int
    mtime_ns: int
    hash: str
    """SHA-256 of its bytes, "" where they could not be read."""
    extractor: str
    """Which extraction read it last."""
    beside: str
    """What ``articles.toml`` said of it, as JSON."""
    has_problem: bool


def stored_files(db: Database) -> dict[str, StoredFile]:
    """Path -> file, of all roots."""
    return {
        row[1]: StoredFile(row[0], row[1], row[2], row[3], row[4], row[5], row[6], bool(row[7]))
        for row in db.execute(FILES)
    }


def roots(db: Database) -> list[str]:
    """The folders and files that the store was filled from."""
    return [row[0] for row in db.execute(ROOTS)]


def add_root(db: Database, root: str) -> None:
    """Remember ``root``, a resolved path."""
    db.execute(ADD_ROOT, {"path": root})


def seen_under(db: Database, root: str) -> set[int]:
    """Ids of the files that were found under ``root``."""
    return {row[0] for row in db.execute(SEEN_UNDER, {"root": root})}


def save_file(db: Database, file: FileState) -> int:
    """Insert or update a file with what is wrong with it; its id stays as long as its path."""
    db.execute(SAVE_FILE, file._asdict())
    if file.problem is not None:
        set_problem(db, file.path, file.problem)
    return int(db.execute(FILE_ID, {"path": file.path}).fetchone()[0])


def sight(db: Database, root: str, file_ids: Iterable[int]) -> None:
    """Note that the files were found under ``root``."""
    for file_id in file_ids:
        db.execute(SIGHT, {"root": root, "file": file_id})


def lose_sight(db: Database, root: str, file_id: int) -> bool:
    """Note that a file is no longer found under ``root``; True where no other root shows it either."""
    db.execute(LOSE_SIGHT, {"root": root, "file": file_id})
    return not db.execute(OTHER_ROOTS, {"file": file_id}).fetchone()[0]


def forget_file(db: Database, file_id: int) -> None:
    """Remove a file with its article and all that hangs on it."""
    db.execute(FORGET_PROBLEM, {"file": file_id})
    db.execute(FORGET_FILE, {"file": file_id})


def problems(db: Database) -> list[tuple[str, str]]:
    """Files with a sentence on what is wrong with them, by path."""
    return [(row[0], row[1]) for row in db.execute(PROBLEMS)]


def set_problem(db: Database, path: str, problem: str) -> None:
    """Say what is wrong with ``path``; "" takes it back."""
    db.execute(SET_PROBLEM if problem else CLEAR_PROBLEM, {"path": path, "problem": problem})
