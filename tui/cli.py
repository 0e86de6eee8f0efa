"""The commands: stdout is data, stderr is talk, exit code 0 done, 1 something unread, 2 wrong usage."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from store.errors import DatelineError


@click.group()
def cli() -> None:
    """Read a folder of news reports side by side with what they announce."""


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
def extract(paths: tuple[Path, ...], form: str) -> None:
    """Print what is found in each article, a JSON object a line; nothing is stored."""
    from store.stateless import extract_lines

    problems = 0
    for line in extract_lines(paths):
        if isinstance(line, DatelineError):
            problems += 1
            click.echo(f"dateline: {line}", err=True)
        else:
            click.echo(line)
    sys.exit(1 if problems else 0)


def main() -> None:
    """Run the command line; errors that a user can mend end as one sentence."""
    try:
        cli()
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(error.exit_code)
