"""What is shown, taken away as files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from icalendar import Calendar
from textual.widgets import Input

from tests.tui.rooms import WIDE, a_room, dashboard_of, press, text_of


@pytest.fixture(autouse=True)
def _started_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def test_the_calendar_is_three_keys_away_and_lands_where_the_program_was_started(tmp_path: Path) -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        screen = await press(pilot, "e")
        assert "Talks as a calendar (iCalendar)" in screen
        assert "brief.md" in screen
        screen = await press(pilot, "down", "enter")
        assert "talks.ics" in screen
        assert pilot.app.screen is dashboard_of(pilot)
    calendar = Calendar.from_ical((tmp_path / "talks.ics").read_bytes())
    # The week in Nairobi is no day, so it is named and left out.
    assert {str(event["uid"]).split("@")[0] for event in calendar.walk("VEVENT")} == {"t-oslo", "t-lisbon", "t-tromso"}


async def test_an_export_respects_the_filter_and_the_clock(tmp_path: Path) -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "f", "down", "down", "space", "enter")  # pledges
        screen = await press(pilot, "e", *["down"] * 6)
        assert "kind: pledge" in screen
        await press(pilot, "enter")
        claims = json.loads((tmp_path / "claims.json").read_text("utf-8"))
        assert [claim["kind"] for claim in claims] == ["pledge"]
        await press(pilot, "left_square_bracket")
        await press(pilot, "e", "down", "down", "down", "enter")
    talks = json.loads((tmp_path / "talks.json").read_text("utf-8"))
    starts = [claim["value"] for talk in talks for claim in talk["claims"] if claim["attribute"] == "start"]
    assert "2031-05-13" not in starts  # reported a day later


async def test_a_file_is_overwritten_only_after_saying_so(tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_text("mine")
    async with a_room().run_test(size=WIDE) as pilot:
        assert "brief-2.md" in await press(pilot, "e")
        await press(pilot, *"brief.md")
        screen = await press(pilot, "enter")
        assert "brief.md exists: enter again overwrites it" in screen
        assert (tmp_path / "brief.md").read_text() == "mine"
        assert "exists" not in await press(pilot, "x")
        await press(pilot, "backspace", "enter", "enter")
        assert pilot.app.screen is dashboard_of(pilot)
    assert (tmp_path / "brief.md").read_text("utf-8").startswith("#")


async def test_a_name_of_ones_own_stays_while_another_form_is_picked(tmp_path: Path) -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "e", *"mine.csv", "down", "down", "up", "down", "enter")
    rows = list(csv.reader((tmp_path / "mine.csv").open(encoding="utf-8", newline="")))
    assert "Oslo" in {cell for row in rows for cell in row}


async def test_what_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "e", "home", *"nowhere/", "enter")
        screen = " ".join(text_of(pilot.app).split())
        assert "cannot be written: No such file or directory" in screen
        assert "nowhere/brief.md" in screen.split("Export ")[0], "what was typed is kept"
        await press(pilot, "home", *["delete"] * len("nowhere/"), "enter")
        assert pilot.app.screen is dashboard_of(pilot)
        assert [file.name for file in tmp_path.iterdir()] == ["brief.md"]


async def test_a_name_that_no_file_can_have_is_a_sentence(tmp_path: Path) -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        assert "File name, or a path" in await press(pilot, "e")
        pilot.app.screen.query_one(Input).value = "x" * 300
        assert "No file can have this name" in await press(pilot, "enter")
        await press(pilot, "escape")
        assert pilot.app.screen is dashboard_of(pilot)
    assert not list(tmp_path.iterdir())
