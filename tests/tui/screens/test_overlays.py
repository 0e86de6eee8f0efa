"""The smaller screens: search, filter, conflicts, the card of a talk, help, problems, the palette."""

from __future__ import annotations

import pytest

from tests.tui.builders import FakeLibrary
from tests.tui.rooms import HUGE, SMALL, WIDE, a_room, dashboard_of, lit_words, pane_in_focus, press, text_of
from tui.paint.help import key_blocks


async def test_search_finds_as_one_types_and_n_walks_the_hits() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        assert "Type to search" in await press(pilot, "slash")
        assert "3 hits" in await press(pilot, "t")
        assert "2 hits" in await press(pilot, "a", "l", "k", "s")
        assert "Nothing found." in await press(pilot, "left_square_bracket")
        await press(pilot, "backspace", "down", "up", "down", "pageup", "pagedown", "enter")
        assert lit_words(pilot) == ["talks"]
        assert "2/2 “talks”" in text_of(pilot.app)
        assert "1/2 “talks”" in await press(pilot, "n")
        assert "2 hits" in await press(pilot, "escape")
        await press(pilot, "escape")
        assert pane_in_focus(pilot) == "article"
        await press(pilot, "slash", "escape")
        assert pilot.app.screen is dashboard_of(pilot)


async def test_filter_narrows_and_shows_as_chips_and_is_cleared() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = await press(pilot, "f")
        assert "[ ] pledge" in screen
        await press(pilot, "down", "down", "space")
        assert "[x] pledge" in text_of(pilot.app)
        screen = await press(pilot, "enter")
        assert "4 Facts — kind: pledge" in screen
        assert "1/1" in screen
        assert pane_in_focus(pilot) == "facts"
        await press(pilot, "f", "backspace", "enter")
        assert "3/200" in text_of(pilot.app)
        await press(pilot, "f", "x", "escape")
        assert "3/200" in text_of(pilot.app)


async def test_conflicts_stand_side_by_side_and_open_their_evidence() -> None:
    library = FakeLibrary()
    async with a_room(library).run_test(size=SMALL) as pilot:
        screen = await press(pilot, "c")
        assert "Conflict 1 of 2" in screen
        assert "cause: later report" in screen
        line = next(row for row in screen.splitlines() if "side 1" in row)
        assert "side 2" in line
        assert "boarding trawlers" in await press(pilot, "n")
        assert "Conflict 1 of 2" in await press(pilot, "N")
        await press(pilot, "n", "right", "left", "right", "enter")
        assert lit_words(pilot) == ["Arnason denied that any promise about boarding trawlers had been made."]
        await press(pilot, "n")
        assert lit_words(pilot) == ["She promised that no trawler would be boarded before the talks."]
        await press(pilot, "c", "c")
        assert pilot.app.screen is dashboard_of(pilot)


async def test_the_card_of_a_talk_lists_claims_with_origins_and_quotes() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = await press(pilot, "3", "enter")
        for words in (
            "Oslo — Iceland – Norway",
            "Starts  disputed",
            "? 12 May · in 9 days · 8d 09:59:58  1 (1) Norwegian foreign ministry",
            "“the Oslo talks would begin on May 13”",
            "Oslo  1 (2) Norwegian foreign ministry",
        ):
            assert words in screen
        await press(pilot, "down", "enter")
        assert lit_words(pilot) == ["the Oslo talks would begin on May 13"]


async def test_help_lists_the_keys_that_are_really_bound() -> None:
    async with a_room().run_test(size=HUGE) as pilot:
        pilot.app.set_keymap({"conflicts": "ctrl+k"})
        screen = await press(pilot, "question_mark")
        assert "Search articles and facts" in screen
        line = next(row for row in screen.splitlines() if "Conflicts" in row)
        assert "^k" in line
        await press(pilot, "pagedown", "pageup", "G", "g", "j", "k", "escape", "ctrl+k")
        assert "Conflict 1 of 2" in text_of(pilot.app)


async def test_help_has_a_place_for_every_key_of_the_dashboard() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        titles = {"Move", "Read", "Talks and time", "Find", "Review", "Take away", "Program"}
        for pane in "1234":
            await press(pilot, pane)
            assert {block.title for block in key_blocks(pilot.app.bound_keys())} == titles  # type: ignore[attr-defined]


async def test_help_says_what_kinds_and_marks_mean() -> None:
    async with a_room().run_test(size=HUGE) as pilot:
        screen = await press(pilot, "question_mark")
        for words in ("Kinds of facts", "m meeting", "s statement", "pledge", "Marks", "disputed", "two articles"):
            assert words in screen


@pytest.mark.parametrize(("size", "columns"), [((60, 20), 1), (SMALL, 1), ((99, 30), 1), ((100, 30), 2), (HUGE, 2)])
async def test_help_has_two_columns_from_100_cells(size: tuple[int, int], columns: int) -> None:
    async with a_room().run_test(size=size) as pilot:
        lines = (await press(pilot, "question_mark")).splitlines()[1:-2]
        assert (sum("│" in line.split("┃")[1] for line in lines) > 10) == (columns == 2)
        await press(pilot, "G")
        assert "1 (2)" in text_of(pilot.app), "the end can be reached"


async def test_the_whole_help_fits_a_screen_of_120_by_40() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = await press(pilot, "question_mark")
        for words in ("Up, down", "Undo the last verdict", "Quit from anywhere", "1 (2)"):
            assert words in screen


async def test_the_key_line_shows_a_remapped_key() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        pilot.app.set_keymap({"conflicts": "ctrl+k"})
        screen = await press(pilot)
        assert "^k conflicts" in screen.splitlines()[-1]


async def test_the_palette_runs_what_a_key_does() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "ctrl+p", *"zoom")
        assert "Zoom the pane" in text_of(pilot.app)
        await press(pilot, "enter")
        assert dashboard_of(pilot).has_class("-zoomed")


async def test_problems_are_listed_and_can_be_copied() -> None:
    library = FakeLibrary()
    library.bad_files = [("torn.txt", "torn.txt is not text. [/] \x1b[31m")]
    async with a_room(library).run_test(size=WIDE) as pilot:
        assert "! 1 problem (p)" in await press(pilot)
        assert "torn.txt is not text. [/] ␛[31m" in await press(pilot, "p")
        await press(pilot, "y")
        assert pilot.app.clipboard == "torn.txt: torn.txt is not text. [/] ␛[31m"
        await press(pilot, "escape")
        assert pilot.app.screen is dashboard_of(pilot)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        pytest.param(("c",), ("Previous conflict, next", "Previous side, next", "Copy the quote"), id="conflicts"),
        pytest.param(("3", "enter"), ("Copy the quote", "Open"), id="card"),
        pytest.param(("f",), ("Tick", "Clear all"), id="filter"),
        pytest.param(("v",), ("Open", "Copy the quote"), id="log"),
        pytest.param(("p",), ("Copy the sentence",), id="problems"),
    ],
)
async def test_help_over_a_smaller_screen_lists_its_keys(keys: tuple[str, ...], told: tuple[str, ...]) -> None:
    async with a_room().run_test(size=HUGE) as pilot:
        before = await press(pilot, *keys)
        assert "? help" in before.splitlines()[-1]
        screen = await press(pilot, "question_mark")
        for words in (*told, "Back"):
            assert words in screen
        assert "Accept the fact" not in screen
        assert await press(pilot, "question_mark") == before


@pytest.mark.parametrize(
    ("keys", "told"), [(("slash",), "A page of hits down"), (("e",), "Write the file")], ids=["search", "export"]
)
async def test_help_is_one_key_away_where_words_are_typed(keys: tuple[str, ...], told: str) -> None:
    async with a_room().run_test(size=HUGE) as pilot:
        before = await press(pilot, *keys)
        assert "f1 help" in before.splitlines()[-1]
        assert told in await press(pilot, "f1")
        await press(pilot, "escape", "question_mark")
        assert "?" in "".join(text_of(pilot.app).splitlines()[:2]), "it is typed"
