"""Verdicts by key, undone and done again; quotes to take away."""

from __future__ import annotations

import re

from tests.tui.builders import FakeLibrary, FakeLog
from tests.tui.rooms import WIDE, a_room, dashboard_of, press, text_of
from tui.app import DatelineApp
from tui.screens.reviewing import Review


def a_reviewed_room() -> tuple[DatelineApp, FakeLog]:
    library = FakeLibrary()
    log = FakeLog(library)
    return a_room(library, review=Review("Ada", lambda: log)), log


async def test_verdicts_stand_beside_the_claim_and_can_be_undone_and_redone() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        screen = await press(pilot, "4", "down", "a")
        assert "Accepted: 1 fact. U undoes." in screen
        assert re.search(r">✓say +Kari Lund", screen)
        assert re.search(r">✗pledge", await press(pilot, "down", "x"))
        assert re.search(r">\?meeting", await press(pilot, "down", "u"))
        assert [line[:3] for line in log.lines] == [
            ("f-c-frank", "accept", "Ada"),
            ("f-c-pledge", "reject", "Ada"),
            ("f-c-lisbon", "unsure", "Ada"),
        ]
        assert re.search(r"> meeting", await press(pilot, "U"))
        assert re.search(r">\?meeting", await press(pilot, "ctrl+r"))
        assert "Nothing to undo." in await press(pilot, "U", "U", "U", "U")


async def test_a_note_is_written_on_the_fact_under_the_caret() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "down", "enter", "m", *"why so", "enter")
        assert log.lines == [("f-c-oslo-12", "note", "Ada", "why so")]
        await press(pilot, "m", "escape")
        assert len(log.lines) == 1


async def test_facts_still_to_review_can_be_shown_alone() -> None:
    app, _ = a_reviewed_room()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f", "G", "up", "space")
        assert "[x] not reviewed yet" in text_of(app)
        assert "4 Facts — not reviewed yet" in await press(pilot, "enter")
        assert dashboard_of(pilot).view.filter.reviewed == "open"


async def test_the_lit_words_are_copied_with_their_citation() -> None:
    app, _ = a_reviewed_room()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        assert "Nothing is lit" in await press(pilot, "y")
        await press(pilot, "4", "down", "down", "y")
        assert app.clipboard == (
            "“She promised that no trawler would be boarded before the talks.” — "
            "“Herring quota: Iceland and Norway agree to sit down”, 2 May 2031, morning-post.txt"
        )


async def test_without_a_fact_or_a_log_a_verdict_says_so() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        assert "There is no fact under the cursor." in await press(pilot, "4", "a")
