"""Fills the store in a process of its own and tells how far it is, so that the screen never stutters."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import store
from store.model.summary import Summary

LOADER = """
import sys
sys.path.append(sys.argv.pop(1))
from store.refresh.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


ENOUGH_TO_TELL = 0.5
"""Seconds of loading from which the rest can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far loading is; ``failure`` is a sentence where it could not go on."""

    done: int = 0
    total: int = 0
    article: str = ""
    step: str = ""
    """What is being done after the reading: "comparing"."""
    finished: bool = False
    failure: str = ""
    summary: Summary | None = None
    """Once it is finished: what the load did, where that is known."""
    left: float | None = None
    """Seconds until everything is read, once that can be told."""

    def timed(self, elapsed: float) -> Progress:
        """The same after ``elapsed`` seconds: what is left takes as long apiece as what is done."""
        if elapsed < ENOUGH_TO_TELL or not 0 < self.done < self.total:
            return self
        return replace(self, left=elapsed * (self.total - self.done) / self.done)


async def load_in_background(db: Path, folder: Path) -> AsyncIterator[Progress]:
    """Run ``store.refresh`` in a process of its own and yield its progress; the last is finished or carries a failure.

    The process ends with the generator. It is no asyncio subprocess: those outlive a loop that is closed around them.
    """
    # -P: a folder of somebody else's articles, where one may stand, can hold a json.py.
    command = [sys.executable, "-P", "-c", LOADER, str(Path(store.__file__).parents[1]), str(db), str(folder)]
    progress = Progress()
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(  # noqa: S603 - no word of it comes from an article
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints
        ) as process,
    ):
        try:
            while process.stdout is not None and (line := await asyncio.to_thread(process.stdout.readline)):
                progress = _read(line, progress)
                yield progress
            code = await asyncio.to_thread(process.wait)
        finally:
            process.terminate()
        failure = ""
        if code not in {0, 1}:
            failure = _last_line(complaints) or f"loading ended with exit code {code}"
        elif code == 1 and not progress.finished:
            failure = _last_line(complaints) or "loading stopped before its end"
    yield replace(progress, finished=not failure, failure=failure, article="", step="")


def _last_line(complaints: IO[bytes]) -> str:
    """The last line that was said: of a traceback, the one that tells what happened."""
    complaints.seek(0)
    said = [line for line in complaints.read().decode("utf-8", "replace").splitlines() if line.strip()]
    return said[-1].strip() if said else ""


def _summary(told: object) -> Summary | None:
    if not isinstance(told, dict):
        return None
    found, read, unchanged, vanished = (int(told.get(name, 0)) for name in ("found", "read", "unchanged", "vanished"))
    return Summary(found=found, read=read, unchanged=unchanged, vanished=vanished)


def _read(line: bytes, before: Progress) -> Progress:
    try:
        told = json.loads(line)
    except ValueError:
        return before
    if not isinstance(told, dict):
        return before
    if "summary" in told:
        return Progress(done=before.total, total=before.total, finished=True, summary=_summary(told["summary"]))
    return Progress(
        done=int(told.get("done", before.done)),
        total=int(told.get("total", before.total)),
        article=str(told.get("article", "")),
        step=str(told.get("step", "")),
    )
