"""The commands: stdout is data, stderr is talk; exit code 0 done, 1 something unread, 2 wrong usage."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from store.errors import DatelineError
from tui.asking import as_moment, as_zone
from tui.streams import complain_of, is_flushed, is_terminal, open_streams, set_encodings

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.export.choices import Kind
    from tui.listing import Format
    from tui.session import AsOf

DASHBOARD = "(dashboard)"
"""What runs where no command is named; no folder is likely to be called so."""


class FolderOrCommand(click.Group):
    """``dateline FOLDER`` beside ``dateline COMMAND``; a command's name wins: ``./talks`` is the folder."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command first, or the dashboard where none is named."""
        index = self._first_word(args)
        if index < len(args) and args[index] in self.commands:
            args = [args[index], *args[:index], *args[index + 1 :]]
        elif not {"--help", "--version"} & set(args):
            args = [DASHBOARD, *args]
        return super().parse_args(ctx, args)

    def _first_word(self, args: list[str]) -> int:
        index = 0
        while index < len(args) and args[index].startswith("-") and args[index] != "--":
            index += 2 if args[index] in {"--db", "--as-of", "--zone", "--format", "--jobs"} else 1
        return index


class NamelessCommand(click.Command):
    """A command that stands in messages under its group's name alone."""

    def make_context(self, info_name: str | None, *args: Any, **kwargs: Any) -> click.Context:
        """The context without a name of its own."""
        return super().make_context("" if info_name == DASHBOARD else info_name, *args, **kwargs)


ANY_PATH = click.Path(path_type=Path, readable=False)
"""What cannot be read is no wrong usage: it is named by whoever tries to read it."""
FOLDER = click.argument("folder", required=False, type=ANY_PATH)
PATHS = click.argument("paths", nargs=-1, required=True, type=ANY_PATH)
DB = click.option(
    "--db", type=click.Path(path_type=Path, dir_okay=False, readable=False), metavar="FILE", help="Use this store."
)
AS_OF = click.option(
    "--as-of", callback=as_moment, metavar="WHEN", help="Only what was reported by now, story, or a date."
)


@click.group(
    cls=FolderOrCommand,
    options_metavar="[FOLDER] [--db FILE] [--as-of now|story|WHEN] [--zone ZONE]",
    subcommand_metavar="| COMMAND ...",
    epilog="A command's name wins over a folder's: ./talks is the folder. dateline settings shows what can be set.",
)
@click.version_option(package_name="dateline", prog_name="dateline")
def cli() -> None:
    """Read a folder of news reports side by side with what they announce.

    Without a command the dashboard opens: on FOLDER, else on ./articles, else on the sample story.
    """


@cli.command(DASHBOARD, cls=NamelessCommand, hidden=True)
@FOLDER
@DB
@click.option("--as-of", callback=as_moment, metavar="now|story|WHEN", help="What the countdowns run from.")
@click.option("--zone", callback=as_zone, metavar="ZONE", help="Your own time zone, as Europe/Berlin.")
def dashboard(folder: Path | None, db: Path | None, as_of: AsOf, zone: str | None) -> None:
    """Open the dashboard."""
    gc.disable()  # a sixth of the time to the first screen; the application turns it on again
    from tui.listing import complain, print_list
    from tui.stores import folder_or_story, make_ready, must_be_readable, root_of, store_of

    folder = folder or (root_of(db) if db and db.exists() else None)
    shown = folder_or_story(folder)
    store = db or store_of(shown)
    if not is_terminal():
        complain("This is no terminal that a dashboard could be drawn on; here are the talks as text.")
        sys.exit(print_list("talks", "table", store, shown, as_of))
    must_be_readable(shown)
    make_ready(store)
    from tui.app import run_dashboard

    sys.exit(run_dashboard(folder=shown, db=store, as_of=as_of, zone=zone))


@cli.command()
@PATHS
@DB
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to read with.")
def load(paths: tuple[Path, ...], db: Path | None, jobs: int | None) -> None:
    """Bring a store up to what lies under PATH..., by default the store of the first one."""
    from tui.listing import complain, default_jobs
    from tui.listing import load as load_into
    from tui.stores import store_of

    first = paths[0] if paths[0].is_dir() or not paths[0].exists() else paths[0].parent
    store = db or store_of(first)
    summary = load_into(paths, store, jobs or default_jobs())
    complain(
        f"{summary.found} articles in {store}: {summary.read} read, {summary.unchanged} unchanged, "
        f"{summary.vanished} vanished."
    )
    sys.exit(1 if summary.problems else 0)


def _list_command(kind: Kind, summary: str, *more: str) -> Callable[..., None]:
    formats = click.Choice(["table", "json", "csv", "markdown", *more])

    @cli.command(kind, help=summary)
    @FOLDER
    @DB
    @AS_OF
    @click.option("--format", "form", type=formats, default="table", show_default=True)
    def command(folder: Path | None, db: Path | None, as_of: AsOf, form: Format) -> None:
        from tui.listing import print_list
        from tui.stores import folder_or_story, store_of

        # A store that is named alone is shown as it is.
        shown = None if db and not folder else folder_or_story(folder)
        store = db or store_of(folder_or_story(folder))
        sys.exit(print_list(kind, form, store, shown, as_of))

    return command


_list_command("articles", "The articles of a folder, newest first.")
_list_command("facts", "What each article says: meetings, events, statements.", "annotation")
_list_command("claims", "What stands across articles, with its origins.")
_list_command("talks", "The talks that the articles announce, with every date that is claimed.", "ics")
_list_command("conflicts", "Where the reports disagree.")


@cli.command()
@PATHS
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--explain", is_flag=True, help="Print each finding with the rule that made it, as tables for people.")
def extract(paths: tuple[Path, ...], form: str, *, explain: bool) -> None:  # noqa: ARG001 - one format so far
    """Print what is found in each article, a JSON object a line; nothing is stored."""
    from store.stateless import extract_lines, json_line
    from tui.listing import complain

    shape = json_line
    if explain:
        from tui.explaining import explanation as shape
    problems = 0
    for line in extract_lines(paths, shape):
        if isinstance(line, DatelineError):
            problems += 1
            complain(str(line))
        else:
            click.echo(line)
    sys.exit(1 if problems else 0)


@cli.command()
def settings() -> None:
    """Print a settings file with every key and its default, to be edited; say where it is read from.

    dateline settings > FILE makes one. What is wrong in yours is told, and keeps its default.
    """
    from tui.app import DatelineApp
    from tui.keymap import all_bindings, keymap_of
    from tui.listing import complain
    from tui.settings import read_settings, settings_path, template

    path = settings_path()
    click.echo(template((bound.id, bound.keys, bound.does) for bound in all_bindings(DatelineApp)), nl=False)
    complain(f"Settings are read from {path}{'' if os.path.lexists(path) else ', which does not exist yet'}.")
    read = read_settings(path)
    complaints = (*read.complaints, *keymap_of(read.keys, DatelineApp).complaints)
    for complaint in complaints:
        complain(complaint)
    sys.exit(1 if complaints else 0)


@cli.command()
@click.argument("folder", type=ANY_PATH)
def forget(folder: Path) -> None:
    """Delete the store of FOLDER with its reviews; the articles themselves stay."""
    from tui.listing import complain
    from tui.remembered import Memory, state_path
    from tui.stores import files_of, store_of

    store = store_of(folder)
    belonging = files_of(store)
    if not belonging:
        raise DatelineError(f"There is no store for {folder}; nothing was deleted.")
    for path in belonging:
        try:
            path.unlink()
        except OSError as error:
            raise DatelineError(f"{path} cannot be deleted ({error.strerror}). Check its permissions.") from error
    Memory(state_path(), str(store.resolve())).forget_story()
    complain(f"Deleted {store}. The articles in {folder} are untouched.")


def main() -> None:
    """Run the command line; every error ends as one sentence."""
    open_streams()
    set_encodings()
    code: str | int | None = 0
    try:
        cli()
    except SystemExit as end:
        code = end.code
    except Exception as error:
        code = error.exit_code if isinstance(error, DatelineError) else 1
        complain_of(error)
    sys.exit(code if is_flushed(sys.stdout) and is_flushed(sys.stderr) else code or 1)
