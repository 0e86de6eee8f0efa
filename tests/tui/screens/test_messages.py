"""What the program says covers nothing that is being read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.builders import FakeLibrary, FakeLog
from tests.tui.rooms import HUGE, SMALL, WIDE, a_room, press, settle, text_of
from tui.judging import Review
from tui.remembered import Memory

TINY = (60, 20)
SIZES = [pytest.param(size, id=f"{size[0]}x{size[1]}") for size in (TINY, SMALL, WIDE, HUGE)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_brief_message_stands_in_the_row_of_the_keys(size: tuple[int, int]) -> None:
    async with a_room().run_test(size=size, notifications=True) as pilot:
        before = (await press(pilot, "4", "down")).splitlines()
        after = (await press(pilot, "n")).splitlines()
        assert after[-1].strip() == "Open something first: a date, a fact, a search hit."
        assert after[:-1] == before[:-1]
        pilot.app.clear_notifications()
        assert (await press(pilot)).splitlines() == before


@pytest.mark.parametrize("size", SIZES)
async def test_a_lasting_message_has_lines_of_its_own_above_the_keys(size: tuple[int, int], tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state.json")
    async with a_room(memory=memory).run_test(size=size, notifications=True) as pilot:
        screen = await press(pilot, "4", "G")
        lines = screen.splitlines()
        assert "Welcome: ? lists every key" in screen
        assert lines[-1].startswith(" q quit")
        bottom = next(row for row in range(len(lines) - 1, 0, -1) if lines[row].startswith("┗"))
        assert "Welcome:" in lines[bottom + 1]
        assert any("┃>" in line for line in lines[:bottom]), "the cursor stays in sight"


async def test_a_message_ends_by_itself_or_with_escape_or_a_click() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        pilot.app.notify("It is late.", timeout=0.1)
        pilot.app.notify("The disk is full.", severity="error", timeout=60)
        await settle(pilot)
        assert "! The disk is full." in text_of(pilot.app)
        await pilot.pause(0.2)
        assert "It is late." not in text_of(pilot.app)
        assert "The disk is full." not in await press(pilot, "escape")
        pilot.app.notify("The disk is full.", severity="error", timeout=60)
        await settle(pilot)
        await pilot.click("Dashboard > KeyLine")
        assert "The disk is full." not in await press(pilot)


async def test_what_was_said_over_a_smaller_screen_is_still_said_when_it_closes() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        assert "Copied with its citation." in (await press(pilot, "c", "y")).splitlines()[-1]
        pilot.app.notify("Wrote the file.", timeout=60)
        assert "Wrote the file." in await press(pilot)
        pilot.app.screen.dismiss(None)
        assert "Wrote the file." in await press(pilot)


async def test_hostile_words_in_a_message_are_made_safe() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        pilot.app.notify("[/] \x1b[31m [@click=app.quit()]x", timeout=60, markup=False)
        assert "[/] ␛[31m [@click=app.quit()]x" in await press(pilot)


@pytest.mark.parametrize("size", [TINY, SMALL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_messages_look_as_they_did(size: tuple[int, int], snap_compare: Any, tmp_path: Path) -> None:
    library = FakeLibrary()
    log = FakeLog(library)
    app = a_room(library, review=Review("Ada", lambda: log))

    async def run_before(pilot: Pilot[Any]) -> None:
        await press(pilot, "4", "down")
        app._disable_notifications = False
        app.notify("The folder cannot be watched any more: too many files.", severity="warning", timeout=60)
        app.notify("Wrote /home/ada/herring/brief.md", timeout=60)
        await press(pilot, "n")

    assert snap_compare(app, terminal_size=size, run_before=run_before)


async def test_what_is_said_again_stands_its_whole_time_again() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        pilot.app.notify("Copied.", timeout=0.6)
        await pilot.pause(0.4)
        pilot.app.notify("Copied.", timeout=0.6)
        await pilot.pause(0.4)
        assert "Copied." in text_of(pilot.app)
        await pilot.pause(0.4)
        assert "Copied." not in text_of(pilot.app)


async def test_what_is_said_of_the_facts_goes_when_other_facts_are_shown() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        told = "w brings back kind: deny."
        assert told in await press(pilot, "4", "f", *["down"] * 4, "space", "enter", "w")
        assert told in await press(pilot, "s"), "another order shows the same facts"
        assert told not in await press(pilot, "w")
        assert told in await press(pilot, "w")
        assert told not in await press(pilot, "H")
