"""What the commands print: a store's articles, facts, claims, talks and conflicts in the format asked for."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Literal

import click

from store.clock import SystemClock
from store.errors import BadStore, DatelineError
from store.export.choices import Form, Kind, Written, export_of, table_of
from store.export.selection import Selection
from store.reader import Reader
from tui.paint.safe import safe_line, safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from store.model.summary import Summary
    from tui.session import AsOf

Format = Form | Literal["table"]

WORTH_TELLING = 20
"""Files from which a load tells how far it is."""


def load(paths: Sequence[Path], db: Path, jobs: int) -> Summary:
    """Bring ``db`` up to what lies under ``paths``; problems and progress are told on stderr."""
    from store.refresh import refresh  # reads files: the dashboard leaves that to another process

    summary = refresh(paths, db, jobs, _progress if sys.stderr.isatty() else None)
    for problem in summary.problems:
        complain(problem)
    return summary


def print_list(kind: Kind, form: Format, db: Path, folder: Path | None, as_of: AsOf) -> int:
    """Print one list of the store ``db``, brought up to ``folder`` first where one is meant. The exit code."""
    code = _bring_up_to_date(db, folder) if folder else 0
    with Reader(db) as reader:
        text, left_out = _rendered(kind, form, reader, Selection(as_of=_moment(as_of, reader)))
    for sentence in left_out:
        complain(sentence)
    # iCalendar asks for CRLF on every system.
    click.echo(text.encode() if form == "ics" else text, nl=False)
    return code


def complain(sentence: str) -> None:
    """Say ``sentence`` on stderr."""
    click.echo(safe_line(f"dateline: {sentence}"), err=True)


def _bring_up_to_date(db: Path, folder: Path) -> int:
    try:
        return 1 if load([folder], db, default_jobs()).problems else 0
    except DatelineError as error:
        # What is stored can still be shown where it cannot be brought up to date: a read-only disk, a folder gone.
        if not db.exists():
            raise
        try:
            Reader(db).close()
        except BadStore:
            raise error from None
        complain(str(error))
        return 1


def default_jobs() -> int:
    """Processes to read with."""
    return min(4, os.cpu_count() or 1)


def _moment(as_of: AsOf, reader: Reader) -> datetime | None:
    if as_of == "now":
        return SystemClock().now()
    if as_of == "story":
        return reader.counts().newest
    return as_of


def _rendered(kind: Kind, form: Format, reader: Reader, selection: Selection) -> Written:
    if form != "table":
        return export_of(kind, form).write(reader, selection, safe_text)
    from tui.tables import to_terminal

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    table = table_of(kind, reader, selection)
    return Written(to_terminal(table, width=width, colour=terminal and not os.environ.get("NO_COLOR")))


def _progress(done: int, total: int, name: str) -> None:
    if total >= WORTH_TELLING:
        end = "\n" if done == total else ""
        click.echo(f"\rReading {done} of {total} articles  {safe_line(name)[:40]:40}{end}", err=True, nl=False)
