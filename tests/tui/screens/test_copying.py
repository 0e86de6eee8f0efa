"""Quotes on the clipboard, with their citations, from the dashboard and from what lies over it."""

from __future__ import annotations

from tests.tui.builders import NOON, FakeLibrary
from tests.tui.rooms import WIDE, a_room, dashboard_of, press, text_of
from tui.screens.talk_card import TalkCard

POST = "“Herring quota: Iceland and Norway agree to sit down”, 2 May 2031, morning-post.txt"
WIRE = "“Reykjavik cool on quota talks”, no later than 3 May 2031, evening-wire.txt"


async def test_y_on_a_side_copies_its_quote() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "c", "right", "y")
        assert pilot.app.clipboard == f"“the Oslo talks would begin on May 13” — {WIRE}"
        assert "Copied with its citation." in text_of(pilot.app)
        await press(pilot, "n", "y")
        assert pilot.app.clipboard.startswith("“She promised that no trawler")


async def test_y_among_talks_copies_the_quote_of_the_date_under_the_cursor() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "4", "down", "3", "y")
        assert pilot.app.clipboard == ""
        assert "Pick a fact or a date first" in text_of(pilot.app)
        await press(pilot, "down", "y")
        assert pilot.app.clipboard.splitlines()[0].endswith(POST)
        await press(pilot, "down", "y")
        assert pilot.app.clipboard == f"“the Oslo talks would begin on May 13” — {WIRE}"


async def test_y_where_nothing_is_in_conflict_does_no_harm() -> None:
    async with a_room(as_of="story").run_test(size=WIDE) as pilot:
        await press(pilot, "left_square_bracket", "c", "y")
        assert pilot.app.clipboard == ""


async def test_y_on_the_card_copies_the_quote_of_the_claim() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "3", "enter", "down", "y")
        assert pilot.app.clipboard == f"“the Oslo talks would begin on May 13” — {WIRE}"


async def test_a_claim_with_two_quotes_gives_both_a_line_each() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "3", "enter", "down", "down", "y")
        first, second = pilot.app.clipboard.splitlines()
        assert first.endswith(POST)
        assert second.endswith(WIRE)
        assert "Copied 2 quotes with citations." in text_of(pilot.app)


async def test_y_on_a_silent_report_says_that_there_is_no_quote() -> None:
    library = FakeLibrary()
    async with a_room(library).run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot)
        talk, silent = library.talks()[1], library.article_rows(0, 1)
        card = TalkCard(talk, NOON, dashboard_of(pilot).copy_evidence, silent)
        await pilot.app.push_screen(card)
        await press(pilot, "G", "y")
        assert "There is no quote under the cursor." in text_of(pilot.app)
        assert pilot.app.clipboard == ""


async def test_one_remapped_key_copies_everywhere() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        pilot.app.set_keymap({"copy": "Y"})
        await press(pilot, "c", "Y")
        assert pilot.app.clipboard.startswith("“Iceland and Norway will open talks")
