"""Verdicts by key, undone and done again; quotes to take away."""

from __future__ import annotations

import re

import pytest

from tests.tui.builders import FakeLibrary, FakeLog
from tests.tui.rooms import SMALL, WIDE, a_room, dashboard_of, lit_words, pane_in_focus, press, text_of
from tui.app import DatelineApp
from tui.judging import Review
from tui.widgets.fact_table import FactTable


def a_reviewed_room() -> tuple[DatelineApp, FakeLog]:
    library = FakeLibrary()
    log = FakeLog(library)
    return a_room(library, review=Review("Ada", lambda: log)), log


async def test_verdicts_stand_beside_the_claim_and_can_be_undone_and_redone() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        screen = await press(pilot, "4", "down", "a")
        assert "Accepted: 1 fact. U undoes." in screen
        assert re.search(r" ✓say +Kari Lund", screen)
        assert re.search(r" ✗pledge", await press(pilot, "x"))
        assert re.search(r" \?meeting", await press(pilot, "u"))
        assert [line[:3] for line in log.lines] == [
            ("f-c-frank", "accept", "Ada"),
            ("f-c-pledge", "reject", "Ada"),
            ("f-c-lisbon", "unsure", "Ada"),
        ]
        screen = await press(pilot, "U")
        assert re.search(r"> meeting", screen)
        assert "Taken back: European Union, I…, meeting “second round” is unreviewed again." in screen
        screen = await press(pilot, "home", "ctrl+r")
        assert re.search(r">\?meeting", screen)
        assert "Given again: European Union, I…, meeting “second round” is marked unsure." in screen
        assert "Nothing to undo." in await press(pilot, "U", "U", "U", "U")


async def test_verdicts_as_fast_as_keys_come_go_down_the_list_one_by_one() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "home")
        await pilot.press("a", "a", "a")
        await press(pilot)
        assert [line[0] for line in log.lines] == ["f-c-oslo-12", "f-c-frank", "f-c-pledge"]
        assert re.search(r"> meeting .*Lisbon", text_of(app))


async def test_what_stands_accepted_is_passed_over_without_a_second_line() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        screen = await press(pilot, "4", "down", "a", "up", "a")
        assert "Accepted already: Kari Lund, say “We expect a frank" in screen
        assert re.search(r"> pledge", screen)
        assert len(log.lines) == 1
        await press(pilot, "up", "x", "U")
        assert re.search(r">✓say +Kari Lund", text_of(app))
        assert "is accepted again." in text_of(app)


async def test_where_the_reviewed_are_hidden_the_next_fact_slides_under_the_cursor() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "home", "H", "down")
        await pilot.press("a", "x", "a")
        await press(pilot)
        assert [line[:2] for line in log.lines] == [
            ("f-c-frank", "accept"),
            ("f-c-pledge", "reject"),
            ("f-c-lisbon", "accept"),
        ]
        assert re.search(r"> event .*Bergen", text_of(app))
        assert dashboard_of(pilot).window.total == 197
        assert re.search(r"> meeting .*Lisbon", await press(pilot, "end", "U"))


async def test_all_facts_shown_are_accepted_at_once_and_one_is_taken_back() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "4", "home")
        table = dashboard_of(pilot).query_one(FactTable)
        shown = [row.id for row in table.shown]
        assert len(shown) == table.room > 4
        screen = await press(pilot, "A")
        assert f"Accepted: {len(shown)} facts. U takes back the last." in screen
        assert [line[0] for line in log.lines] == [f"f-{claim}" for claim in shown]
        assert table.cursor == table.scroll_offset.y == len(shown), "what comes next stands on top"
        await press(pilot, "U")
        assert len(log.lines) == len(shown) - 1
        assert table.cursor == len(shown) - 1
        assert f"Accepted: {len(shown) - 1} facts, 1 already." in await press(pilot, "down", "a", "up", "up", "A")


async def test_page_after_page_is_accepted_to_the_end_and_hidden_ones_make_room() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "home", "H")
        table = dashboard_of(pilot).query_one(FactTable)
        pages = -(-table.row_count() // table.room)
        await pilot.press(*"A" * pages)
        assert "No claim passes this filter" in await press(pilot)
        assert len({line[0] for line in log.lines}) == len(log.lines) == 200


async def test_nothing_is_accepted_that_is_not_looked_at() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        assert "Once more accepts the facts shown" in await press(pilot, "2", "A")
        assert pane_in_focus(pilot) == "facts"
        assert not log.lines
        await press(pilot, "A")
        assert log.lines


async def test_in_the_article_the_caret_goes_on_to_the_next_fact() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "home", "enter")
        await pilot.press("a", "x")
        await press(pilot, "a")
        assert [line[:2] for line in log.lines] == [
            ("f-c-oslo-12", "accept"),
            ("f-c-frank", "reject"),
            ("f-c-pledge", "accept"),
        ]
        assert lit_words(pilot)[0].startswith("The European Union is to join")
        await press(pilot, "U")
        assert lit_words(pilot)[0].startswith("She promised")


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("keys", [(), ("1",), ("3",), ("3", "down"), ("4", "down", "3")])
async def test_nothing_is_judged_where_no_fact_is_marked(keys: tuple[str, ...], size: tuple[int, int]) -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, *keys)
        for key in "axumC":
            app.clear_notifications()
            assert "Pick a fact first: 4 goes to the facts." in await press(pilot, key)
        assert pilot.app.screen is dashboard_of(pilot)
        assert not log.lines


async def test_the_way_to_the_facts_is_told_by_its_own_key() -> None:
    app, _ = a_reviewed_room()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        pilot.app.set_keymap({"pane.facts": "f8"})
        assert "Pick a fact first: f8 goes to the facts." in await press(pilot, "a")


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_in_the_article_the_lit_fact_is_judged(size: tuple[int, int]) -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "4", "home", "down", "down", "2", "x")
        await press(pilot, "slash", *"trawler", "enter", "u")
        assert [line[:2] for line in log.lines] == [("f-c-pledge", "reject"), ("f-c-pledge", "unsure")]


async def test_a_verdict_is_not_lost_where_the_program_ends_at_once() -> None:
    app, log = a_reviewed_room()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "home")
        await pilot.press("a", "a", "a", "a", "q")
    assert len(log.lines) == 4


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
        assert "Pick a fact or a date first: y copies the quote behind it." in await press(pilot, "y")
        await press(pilot, "4", "down", "down", "y")
        assert app.clipboard == (
            "“She promised that no trawler would be boarded before the talks.” — "
            "“Herring quota: Iceland and Norway agree to sit down”, 2 May 2031, morning-post.txt"
        )


async def test_without_a_fact_or_a_log_a_verdict_says_so() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        assert "There is no fact under the cursor." in await press(pilot, "4", "a")


async def test_hiding_the_reviewed_leads_to_the_next_one_that_is_open() -> None:
    app, _ = a_reviewed_room()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "home", "a", "a", "a", "up", "up")
        assert re.search(r"> meeting .*Lisbon", await press(pilot, "H"))
        assert dashboard_of(pilot).query_one(FactTable).cursor == 0
