"""Which folder is meant, and where its store lies."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from platformdirs import user_data_dir

from store.ingest.folder import resolved

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
