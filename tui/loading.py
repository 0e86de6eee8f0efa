"""Fills the store in a process of its own and tells how far it is, so that the screen never stutters."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path


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
    left: float | None = None
    """Seconds until everything is read, once that can be told."""

    def timed(self, elapsed: float) -> Progress:
        """The same after ``elapsed`` seconds: what is left takes as long apiece as what is done."""
        if elapsed < ENOUGH_TO_TELL or not 0 < self.done < self.total:
            return self
        return replace(self, left=elapsed * (self.total - self.done) / self.done)


async def load_in_background(db: Path, folder: Path) -> AsyncIterator[Progress]:
    """Runs ``python -m store.refresh`` and yields its progress; the last one is finished or carries a failure."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "store.refresh",
        str(db),
        str(folder),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=1 << 24,
    )
    complaints = asyncio.create_task(_tail(process.stderr))
    progress = Progress()
    try:
        while process.stdout is not None and (line := await process.stdout.readline()):
            progress = _read(line, progress)
            yield progress
        code = await process.wait()
        failure = (await complaints or f"loading ended with exit code {code}") if code not in {0, 1} else ""
        if code == 1 and not progress.finished:
            failure = await complaints or "loading stopped before its end"
        yield Progress(done=progress.done, total=progress.total, finished=not failure, failure=failure)
    finally:
        complaints.cancel()
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def _tail(stream: asyncio.StreamReader | None) -> str:
    """The last line that ``stream`` holds: of a traceback, the one that says what happened."""
    last = b""
    while stream is not None and (line := await stream.readline()):
        last = line.strip() or last
    return last.decode("utf-8", "replace")


def _read(line: bytes, before: Progress) -> Progress:
    try:
        told = json.loads(line)
    except ValueError:
        return before
    if not isinstance(told, dict):
        return before
    if "summary" in told:
        return Progress(done=before.total, total=before.total, finished=True)
    return Progress(
        done=int(told.get("done", before.done)),
        total=int(told.get("total", before.total)),
        article=str(told.get("article", "")),
        step=str(told.get("step", "")),
    )
