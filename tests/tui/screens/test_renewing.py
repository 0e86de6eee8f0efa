"""What is new since the last look: shown alone by one key, counted when the folder is read again."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.clock import StoppedClock
from store.reader import Reader
from store.refresh import refresh
from store.writer import Writer
from tests.tui.builders import NOON
from tests.tui.rooms import SMALL, WIDE, dashboard_of, pane_in_focus, press, settle, text_of
from tui.app import DatelineApp
from tui.judging import Review
from tui.library import Readers
from tui.loading import Progress
from tui.session import Clocks

STORY = """---
date: 2021-05-01
---
Herring quota: Iceland and Norway agree to sit down

Iceland and Norway will hold talks on the herring quota in Oslo on May 12, the Norwegian foreign ministry said.
"""
LATER = """---
date: 2021-05-03
---
Reykjavik cool on quota talks

Iceland and Norway will hold talks on whaling in Tromso on June 3, the Icelandic foreign ministry said on Saturday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "story"
    place.mkdir()
    (place / "first.md").write_text(STORY, "utf-8")
    return place


def a_filled_room(folder: Path) -> DatelineApp:
    """A dashboard that fills its store when it opens and when it is asked to."""
    db = folder.parent / "store.db"
    Writer(db).close()

    async def load() -> AsyncIterator[Progress]:
        refresh([folder], db)
        yield Progress(finished=True)

    clocks = Clocks(StoppedClock(NOON), StoppedClock)
    review = Review("Ada", partial(Writer, db, clock=StoppedClock(NOON)))
    return DatelineApp(Readers(partial(Reader, db)), clocks, review=review, loader=load)


async def filled(pilot: Pilot[Any]) -> None:
    """Wait until the folder has been read for the first time."""
    while dashboard_of(pilot).filling or not dashboard_of(pilot).window.total:
        await settle(pilot)
    await settle(pilot)


async def test_what_came_is_counted_when_the_folder_is_read_and_shown_alone(folder: Path) -> None:
    async with a_filled_room(folder).run_test(size=WIDE, notifications=True) as pilot:
        await filled(pilot)
        assert "Nothing new." in await press(pilot, "r")
        before = dashboard_of(pilot).window.total
        (folder / "second.md").write_text(LATER, "utf-8")
        told = re.search(r"1 new article, (\d+) new facts: o shows them\.", await press(pilot, "r"))
        assert told
        screen = await press(pilot, "1", "o")
        assert pane_in_focus(pilot) == "facts"
        assert "4 Facts — new" in screen
        assert dashboard_of(pilot).window.total == int(told[1])
        assert all(row.new for row in dashboard_of(pilot).window.rows)
        await press(pilot, "o")
        assert dashboard_of(pilot).window.total == before + int(told[1])


async def test_nothing_new_is_said_with_the_time_of_the_last_look(folder: Path) -> None:
    async with a_filled_room(folder).run_test(size=WIDE) as pilot:
        await filled(pilot)
    async with a_filled_room(folder).run_test(size=SMALL, notifications=True) as pilot:
        await filled(pilot)
        assert "Nothing new since Sat 3 May 2031, 12:00." in await press(pilot, "o")
        assert pane_in_focus(pilot) == "facts"
        assert not dashboard_of(pilot).view.filter.new


async def test_what_came_while_nobody_looked_is_told_at_the_start(folder: Path) -> None:
    async with a_filled_room(folder).run_test(size=WIDE, notifications=True) as pilot:
        await filled(pilot)
        assert "since you last looked" not in text_of(pilot.app)
    (folder / "second.md").write_text(LATER, "utf-8")
    async with a_filled_room(folder).run_test(size=SMALL, notifications=True) as pilot:
        await filled(pilot)
        assert re.search(r"1 new article, \d+ new facts since you last looked: o shows them\.", text_of(pilot.app))


async def test_what_is_new_is_one_filter_among_the_others_and_is_not_remembered(folder: Path) -> None:
    async with a_filled_room(folder).run_test(size=WIDE) as pilot:
        await filled(pilot)
        (folder / "second.md").write_text(LATER, "utf-8")
        await press(pilot, "r", "f", "down", "space")
        screen = await press(pilot, "G", "up", "up", "space")
        assert "[x] since you last looked" in screen
        assert re.search(r"Facts — kind: \w+ · new", await press(pilot, "enter"))
        assert dashboard_of(pilot).memory.filter().kinds
        assert not dashboard_of(pilot).memory.filter().new


async def test_news_outside_of_the_filter_is_told_and_not_shown(folder: Path) -> None:
    (folder / "first.md").write_text(STORY + "\n“We doubt it,” the minister Kari Lund said on Friday.\n", "utf-8")
    async with a_filled_room(folder).run_test(size=WIDE, notifications=True) as pilot:
        await filled(pilot)
        await press(pilot, "4", "home")
        dashboard_of(pilot).narrow(dashboard_of(pilot).view.filter.__class__(speakers=("Kari Lund",)))
        (folder / "second.md").write_text(LATER, "utf-8")
        await press(pilot, "r")
        assert "Nothing new passes this filter; without it" in await press(pilot, "o")
        assert dashboard_of(pilot).window.rows
