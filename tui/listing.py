"""What the commands print: a store's articles, facts, claims, talks and conflicts in the format asked for."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Literal

import click

from store.clock import SystemClock
from store.errors import BadStore, DatelineError
from store.reader import Reader
from tui.paint.safe import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from store.export.columns import Table
    from store.model.summary import Summary
    from store.model.views import ArticleRow, FactRow
    from tui.session import AsOf

Format = Literal["table", "json", "csv", "markdown", "ics"]
Kind = Literal["articles", "facts", "claims", "talks", "conflicts"]

ALL = 1 << 31
"""More rows than any store has."""
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
        text, complaints = _rendered(kind, form, reader, _moment(as_of, reader))
    for complaint in complaints:
        complain(complaint)
    # iCalendar asks for CRLF on every system.
    click.echo(text.encode() if form == "ics" else text, nl=False)
    return code


def complain(sentence: str) -> None:
    """Say ``sentence`` on stderr."""
    click.echo(safe_text(f"dateline: {sentence}"), err=True)


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


def _rendered(kind: Kind, form: Format, reader: Reader, as_of: datetime | None) -> tuple[str, list[str]]:
    """The text for stdout, and what has to be said about it on stderr."""
    if form == "ics":
        from store.export.as_ical import to_ical

        text, left_out = to_ical(reader.talks(as_of), reader.talk_revisions(), safe_text)
        return text, [
            f"{talk.title}: no day is known ({talk.start or 'no date'}), so it is left out." for talk in left_out
        ]
    if form == "json":
        from store.export.as_json import to_json

        return to_json(_json(kind, reader, as_of)) + "\n", []
    return _as_table(form, _table(kind, reader, as_of)), []


def _json(kind: Kind, reader: Reader, as_of: datetime | None) -> object:
    from store.export import as_json

    shapes: dict[Kind, Callable[[], object]] = {
        "articles": lambda: as_json.articles_json(_articles(reader, as_of)),
        "facts": lambda: as_json.facts_json(_facts(reader, as_of)),
        "claims": lambda: as_json.claims_json(reader.claims(as_of)),
        "talks": lambda: as_json.talks_json(reader.talks(as_of)),
        "conflicts": lambda: as_json.conflicts_json(reader.conflicts(as_of)),
    }
    return shapes[kind]()


def _table(kind: Kind, reader: Reader, as_of: datetime | None) -> Table:
    from store.export import columns

    shapes: dict[Kind, Callable[[], Table]] = {
        "articles": lambda: columns.articles_table(_articles(reader, as_of)),
        "facts": lambda: columns.facts_table(_facts(reader, as_of)),
        "claims": lambda: columns.claims_table(reader.claims(as_of)),
        "talks": lambda: columns.talks_table(reader.talks(as_of)),
        "conflicts": lambda: columns.conflicts_table(reader.conflicts(as_of)),
    }
    return shapes[kind]()


def _as_table(form: Format, table: Table) -> str:
    if form == "csv":
        from store.export.as_csv import to_csv

        return safe_text(to_csv(table))
    if form == "markdown":
        from store.export.as_markdown import to_markdown

        return safe_text(to_markdown(table))
    from tui.tables import to_terminal

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    return to_terminal(table, width=width, colour=terminal and "NO_COLOR" not in os.environ)


def _articles(reader: Reader, as_of: datetime | None) -> list[ArticleRow]:
    return reader.article_rows(0, ALL, as_of)


def _facts(reader: Reader, as_of: datetime | None) -> list[FactRow]:
    return [fact for article in _articles(reader, as_of) for fact in reader.fact_rows(article.id)]


def _progress(done: int, total: int, name: str) -> None:
    if total >= WORTH_TELLING:
        end = "\n" if done == total else ""
        click.echo(f"\rReading {done} of {total} articles  {safe_text(name)[:40]:40}{end}", err=True, nl=False)
