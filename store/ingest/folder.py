"""Which files of the given folders are articles."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import BadFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that looks like an article; ``size`` in bytes, ``mtime_ns`` as the file system gives it."""

    root: Path
    path: Path
    size: int
    mtime_ns: int

    @property
    def relative(self) -> str:
        """Path under ``root``, with forward slashes."""
        return self.path.relative_to(self.root).as_posix() if self.path != self.root else self.path.name


def printable(path: Path) -> str:
    """``path`` as text that can be stored and shown, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def misnamed(path: Path) -> str:
    """A sentence where the name of ``path`` is no text to this system and so cannot be stored, else ""."""
    shown = printable(path)
    if shown == str(path):
        return ""
    return f"{shown}: has a name that is not {sys.getfilesystemencoding().upper()}. Rename it."


def resolved(given: Path) -> Path:
    """Where ``given`` leads, links followed. Raises BadFolder where that cannot be told."""
    try:
        found = given.expanduser().resolve()
        found.is_dir()  # a name that is too long is an error to some calls and no folder to others
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself, or a home that nobody has
        said = f"{printable(given)} cannot be followed ({getattr(error, 'strerror', None) or 'it leads nowhere'})"
        raise BadFolder(f"{said}. Name a folder that holds .txt, .md or .html articles.") from error
    return found


def find_articles(paths: Iterable[Path], barred: Callable[[Path], None] | None = None) -> Iterator[Found]:
    """Article files under ``paths`` (folders are walked, hidden entries left out), each once, by path.

    ``barred`` is told of every folder inside that may not be entered. Raises BadFolder for a path that does not
    exist or is a file of another kind.
    """
    seen: set[Path] = set()
    for given in paths:
        root = resolved(given)
        for path in _files(given, root, barred):
            if path in seen:
                continue
            seen.add(path)
            try:
                stat = path.stat()
            except OSError:  # removed while the folder was walked
                continue
            yield Found(root=root, path=path, size=stat.st_size, mtime_ns=stat.st_mtime_ns)


def _files(given: Path, root: Path, barred: Callable[[Path], None] | None) -> list[Path]:
    if root.is_file():
        if root.suffix.lower() not in SUFFIXES:
            raise BadFolder(f"{given} is no article: Dateline reads .txt, .md, .html and .htm files.")
        return [root]
    if root.exists() and not root.is_dir():
        raise BadFolder(f"{given} is neither a folder nor a file that can be read. Name a folder that holds articles.")
    if not root.is_dir():
        raise BadFolder(f"There is no folder {given}. Name a folder that holds .txt, .md or .html articles.")
    if not os.access(root, os.R_OK | os.X_OK):
        raise BadFolder(f"The folder {given} may not be read. Check its permissions.")
    return sorted(_walk(root, barred))


def _walk(root: Path, barred: Callable[[Path], None] | None) -> Iterator[Path]:
    def tell(error: OSError) -> None:
        if barred:
            barred(Path(error.filename))

    for folder, folders, names in os.walk(root, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(folder, name)
            if name.startswith(".") or path.suffix.lower() not in SUFFIXES:
                continue
            try:
                if path.is_file():
                    yield path
            except OSError:  # of a folder whose names may be listed, but not what they stand for
                tell(OSError(None, None, folder))
