"""Watches a folder from a thread of its own and tells when something in it may be another article now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Protocol

from store.ingest.folder import SUFFIXES, resolved

DEBOUNCE = 300
"""Milliseconds that further changes are waited for at most, so that a folder that is copied is read once."""
STEP = 60
"""Milliseconds of quiet after which what has changed is told."""

Tell = Callable[[str], None]
"""Called from another thread: with "" for a change, else with a sentence on why none will be told."""


class Watch(Protocol):
    """Something that tells of changes until it is stopped."""

    def start(self, tell: Tell) -> None:
        """Begin to watch."""
        ...

    def stop(self) -> None:
        """Watch no longer."""
        ...


class FolderWatch:
    """Tells of every article in ``folder`` that appears, changes or goes, and of ``articles.toml``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._over = Event()

    def start(self, tell: Tell) -> None:
        """Watch in a thread that does not keep the program from ending."""
        Thread(target=self._watch, args=(tell,), daemon=True).start()

    def stop(self) -> None:
        """Let the thread end."""
        self._over.set()

    def _watch(self, tell: Tell) -> None:
        from watchfiles import watch  # after the first screen: it takes 60 ms

        place = resolved(self.folder)
        # A single file is often replaced by its editor, which only its folder sees.
        folder = place if place.is_dir() else place.parent
        try:
            folder.stat()
            for _ in watch(
                folder,
                watch_filter=lambda _change, path: concerns_articles(Path(path), folder),
                debounce=DEBOUNCE,
                step=STEP,
                stop_event=self._over,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                tell("")
        except (OSError, RuntimeError) as error:  # the system has no watches left, or the folder is gone
            if not self._over.is_set():
                tell(f"Changes of the folder cannot be watched ({error}); r reads it again.")


def concerns_articles(path: Path, folder: Path) -> bool:
    """True where ``path`` in ``folder`` is an article, tells of articles, or may be a folder of them."""
    try:
        inside = path.relative_to(folder)
    except ValueError:
        return False
    if any(part.startswith(".") for part in inside.parts):
        return False
    return path.suffix.lower() in {*SUFFIXES, ""} or path.name == "articles.toml" or path.is_dir()
