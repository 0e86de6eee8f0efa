"""Which folder is meant, where its store lies, and whether a dashboard can be opened on the two."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from platformdirs import user_data_dir

from store.errors import BadStore
from store.ingest.folder import find_articles, resolved

HERE = Path(__file__).resolve().parent


def store_of(folder: Path) -> Path:
    """The store of ``folder``: one under the user's data directory for every resolved path."""
    place = resolved(folder)
    digest = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    stem = re.sub(r"[^\w.-]+", "-", place.name)[:40].strip("-.") or "root"
    return Path(user_data_dir("dateline", appauthor=False)) / f"{stem}-{digest}.db"


def folder_or_story(folder: Path | None) -> Path:
    """``folder`` if one was named, else ``./articles`` if there is one, else the sample story."""
    if folder is not None:
        return folder
    own = Path("articles")
    return own if own.is_dir() else sample_story()


def sample_story() -> Path:
    """The story that comes with Dateline: inside an installed package, beside it in a checkout."""
    packaged = HERE / "sample_story"
    return packaged if packaged.is_dir() else HERE.parent / "articles"


def files_of(store: Path) -> list[Path]:
    """The files that belong to a store and exist."""
    candidates = (store.with_name(store.name + ending) for ending in ("", "-wal", "-shm", "-load"))
    return [path for path in candidates if path.exists()]


def root_of(db: Path) -> Path | None:
    """The folder that a store was filled from, where it is still there."""
    from store.reader import Reader

    with Reader(db) as reader:
        return next((Path(root) for root in reader.roots() if Path(root).exists()), None)


def make_ready(store: Path) -> None:
    """Make or migrate the store; one that may only be read will do where it is filled."""
    from store.reader import Reader
    from store.writer import Writer

    try:
        Writer(store).close()
    except BadStore:
        if not store.exists():
            raise
        Reader(store).close()


def must_be_readable(folder: Path) -> None:
    """Raise BadFolder for a folder that is none, or that cannot be read."""
    next(iter(find_articles([folder])), None)
