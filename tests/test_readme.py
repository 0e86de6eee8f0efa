"""The README tells what is there: commands, options, keys, tables, pictures and excerpts are those of the program."""

from __future__ import annotations

import re
import shlex
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from sqlite_utils.cli import cli as sqlite_utils_cli
from textual.binding import Binding

from store.clock import StoppedClock
from store.export.choices import export_of, table_of
from store.export.selection import Selection
from store.reader import Reader
from store.refresh import refresh
from store.writer import Writer
from tests.tui.rooms import WIDE, press, text_of
from tui.app import DatelineApp
from tui.cli import DASHBOARD, cli
from tui.keymap import keymap_of
from tui.library import Readers
from tui.paint.safe import safe_text
from tui.screens.dashboard import Dashboard
from tui.session import Clocks
from tui.settings import TEMPLATE, read_settings
from tui.stores import sample_story
from tui.tables import to_terminal
from tui.widgets.article_view import ArticleView
from tui.widgets.lines import LinesPane

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
CODE = [line for language, block in FENCES if language in {"sh", "console"} for line in block.splitlines()]
SPANS = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", README, flags=re.DOTALL | re.MULTILINE))
KEYS = {
    "esc": "escape", "/": "slash", "?": "question_mark", "[": "left_square_bracket", "]": "right_square_bracket",
    "{": "left_curly_bracket", "}": "right_curly_bracket", "+": "plus", "-": "minus", "=": "equals_sign",
}  # fmt: skip


def section(title: str) -> str:
    """What stands under a heading, up to the next of its rank."""
    return README.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of every table row but headers and rules."""
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def keys_in(cell: str) -> list[str]:
    return [KEYS.get(key, key) for key in re.findall(r"`([^`]+)`", cell)]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store filled with the sample story."""
    db = tmp_path_factory.mktemp("readme") / "story.db"
    refresh([sample_story()], db, 1)
    return db


# Setting up


def test_two_marked_commands_set_everything_up() -> None:
    commands = [block.strip() for language, block in FENCES if block.lstrip().startswith("python3 -m venv")]
    assert len(commands) == 2
    assert README.count("python3 -m venv") == 2
    for mark, command in zip(("opens the dashboard", "passes the tests"), commands, strict=True):
        assert f"<!-- sets up and {mark} -->\n```sh\n{command}\n```\n" in README
        assert "\n" not in command
    assert commands[0].endswith(".venv/bin/dateline")
    assert commands[1].endswith(".venv/bin/pytest -n 4")


def test_changes_stand_at_the_foot() -> None:
    assert re.findall(r"^## (.+)$", README, re.MULTILINE)[-1] == "Changes"
    assert re.search(r"^Added\n\n- ", section("Changes"), re.MULTILINE)


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)]+)\)", README))
def test_every_picture_is_there(target: str) -> None:
    assert (ROOT / target).read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize("picture", sorted((ROOT / ".pictures").iterdir()), ids=lambda path: path.name)
def test_pictures_ask_for_nothing_from_elsewhere(picture: Path) -> None:
    drawing = picture.read_text("utf-8")
    assert not re.search(r"@import|url\((?!#)|href=\"(?!#)", drawing)
    assert f"](.pictures/{picture.name})" in README


# Commands


def dateline_calls() -> Iterator[list[str]]:
    """Every call of dateline, in words."""
    for line in [*CODE, *SPANS]:
        words = shlex.split(line.removeprefix("$ "), comments=True)
        if words[:1] == ["dateline"]:
            yield words[1:]


def command_of(words: list[str]) -> click.Command:
    return cli.commands[words[0] if words and words[0] in cli.commands else DASHBOARD]


@pytest.mark.parametrize("words", dateline_calls(), ids=" ".join)
def test_every_call_is_understood(words: list[str]) -> None:
    command = command_of(words)
    options = {name: param for param in command.params for name in param.opts}
    for index, word in enumerate(words):
        if word.startswith("--"):
            assert word in options
            if isinstance(kind := options[word].type, click.Choice):
                assert words[index + 1] in kind.choices
    if command is cli.commands[DASHBOARD]:
        assert all(word.startswith("[") or word in {"FOLDER]"} for word in words[:1] if not word.startswith("-"))


def test_every_command_option_and_format_is_told() -> None:
    for name, command in cli.commands.items():
        if name == DASHBOARD:
            continue
        assert re.search(rf"\bdateline {name}\b", README), name
        for param in command.params:
            if isinstance(param, click.Option):
                assert param.opts[0] in README, (name, param.opts)
                if isinstance(param.type, click.Choice) and len(param.type.choices) > 1:
                    assert all(
                        f"`{choice}`" in README or f"--format {choice}" in README for choice in param.type.choices
                    )


def test_the_excerpts_are_what_the_commands_print(story: Path) -> None:
    blocks = [block.split("\n", 1) for language, block in FENCES if language == "console"]
    with Reader(story) as reader:
        table = to_terminal(table_of("talks", reader, Selection()), width=120, colour=False)
        brief = export_of("talks", "markdown").write(reader, Selection(), safe_text).text
    for call, shown in blocks:
        printed = {"$ dateline talks": table, "$ dateline talks --format markdown": brief}[call]
        assert set(shown.splitlines()) - {"…"} <= set(printed.splitlines()), call


# Keys


def dashboard_bindings() -> list[Binding]:
    """Everything that the dashboard or one of its panes binds."""
    owners = (DatelineApp, *Dashboard.__mro__, ArticleView, LinesPane)
    return [b for owner in owners if owner.__module__.startswith("tui.") for b in vars(owner).get("BINDINGS", ())]


def test_the_table_of_keys_is_that_of_the_program() -> None:
    bindings, told = dashboard_bindings(), rows(section("Keys"))
    keys = {key: binding.description for binding in bindings for key in binding.key.split(",")}
    told_keys = {key for row in told for key in keys_in(row[0])}
    assert not told_keys - set(keys), "the README tells of keys that are not bound"
    assert not {key: does for key, does in keys.items() if key not in told_keys}, "the README lacks keys"


def names_in(text: str) -> list[str]:
    return re.findall(r"^(\w+) = ", text, re.MULTILINE)


def test_the_settings_shown_are_understood(tmp_path: Path) -> None:
    (example,) = (block for language, block in FENCES if language == "toml" and "[keys]" in block)
    path = tmp_path / "settings.toml"
    path.write_text(example, "utf-8")
    settings = read_settings(path)
    assert settings.complaints == ()
    assert keymap_of(settings.keys, DatelineApp).complaints == ()
    assert (settings.theme, settings.clock, settings.zone, settings.reader) == (
        "light",
        "story",
        "Europe/Berlin",
        "Ada",
    )
    assert set(re.findall(r"^#(\w+) = ", TEMPLATE.read_text("utf-8"), re.MULTILINE)) <= set(names_in(example))


async def test_the_tour_shows_what_it_says(story: Path) -> None:
    with Reader(story) as reader:
        newest = reader.counts().newest
    assert newest is not None
    clocks = Clocks(StoppedClock(newest), StoppedClock)
    app = DatelineApp(Readers(partial(Reader, story)), clocks, as_of="story", zone="UTC")
    tour = rows(section("The sample story in ten keys"))
    assert len(tour) == 10
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot)
        for keys, words, seen in tour:
            await press(pilot, *keys_in(keys))
            (expected, *more) = re.findall(r"`([^`]+)`", seen)
            for each in (expected, *more):
                assert each == "?" or each in text_of(app), f"{words}: {each!r} is not on\n{text_of(app)}"


# The store


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """A store that was just made."""
    path = tmp_path_factory.mktemp("fresh") / "new.db"
    Writer(path).close()
    return sqlite3.connect(path)


@pytest.mark.parametrize("row", rows(section("The store")), ids=lambda row: str(row[0]))
def test_every_table_and_column_is_in_a_fresh_store(fresh: sqlite3.Connection, row: list[str]) -> None:
    (table,) = re.findall(r"`(\w+)`", row[0])
    columns = {found[1] for found in fresh.execute(f"pragma table_info({table})")}
    told = set(re.findall(r"`(\w+)`", row[1]))
    assert told
    assert told <= columns


QUERIES = [block for language, block in FENCES if language == "sql"]


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_every_query_finds_something_in_the_sample_story(story: Path, query: str) -> None:
    assert sqlite3.connect(f"file:{story}?mode=ro", uri=True).execute(query).fetchall()


@pytest.mark.parametrize("line", [line for line in CODE if line.startswith("sqlite-utils ")])
def test_every_sqlite_utils_command_finds_something(story: Path, line: str) -> None:
    words = [str(story) if word == "story.db" else word for word in shlex.split(line)[1:]]
    ran = CliRunner().invoke(sqlite_utils_cli, words)
    assert ran.exit_code == 0, ran.output
    assert len(ran.output.splitlines()) > 1
