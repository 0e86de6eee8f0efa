"""The dashboard as a person at the keyboard meets it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from store.clock import StoppedClock
from store.model.article import Anchor
from tests.tui.builders import NOON, EmptyLibrary, FakeLibrary, ManyClaims, an_article
from tests.tui.rooms import (
    HUGE,
    SMALL,
    WIDE,
    HandClock,
    a_room,
    dashboard_of,
    lit_words,
    pane_in_focus,
    press,
    settle,
    text_of,
)
from tui.loading import Progress
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable
from tui.widgets.talks_pane import TalksPane
from tui.widgets.timeline_strip import TimelineStrip


async def test_a_wide_terminal_shows_all_four_panes_at_once() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = await press(pilot)
        for title in ("1 Articles", "2 Reykjavik cool on quota talks", "3 Talks — May 2031", "4 Facts"):
            assert title in screen
        assert "3 articles  200 claims  4 talks  2 conflicts" in screen
        assert "? Mon 12 May    in 9 days  8d 09:59:58" in screen
        assert "? Tue 13 May   in 10 days  9d 09:59:58" in screen


async def test_focus_shows_by_a_mark_and_moves_by_number_and_tab() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        assert "▶ 2 " in await press(pilot)
        for key, name in (("1", "articles"), ("2", "article"), ("3", "talks"), ("4", "facts")):
            assert f"▶ {key} " in await press(pilot, key)
            assert pane_in_focus(pilot) == name
        assert "▶ 1 " in await press(pilot, "tab")
        assert "▶ 4 " in await press(pilot, "shift+tab")


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
async def test_a_small_terminal_keeps_the_next_talks_in_sight_of_every_pane(size: tuple[int, int]) -> None:
    async with a_room().run_test(size=size) as pilot:
        assert "▶ 2 " in await press(pilot)
        for key in "1234":
            screen = await press(pilot, key)
            assert f"▶ {key} " in screen
            assert screen.count("▶") == 1
            for words in ("OSLO", "12 or 13 May", "8d 09:59:58", "LISBON", "16d 20:29:58", "NAIROBI", "week 23"):
                assert words in screen
            assert " q quit" in screen


@pytest.mark.parametrize("size", [(30, 8), (40, 10), (20, 50), (300, 5)])
async def test_a_terminal_too_small_says_so_and_comes_back_when_it_grows(size: tuple[int, int]) -> None:
    told = f"Dateline needs 40 columns and 12 lines. This terminal has {size[0]} and {size[1]}."
    async with a_room().run_test(size=size, notifications=True) as pilot:
        pilot.app.notify("Something was written.")
        assert " ".join((await press(pilot)).split()) == told
        await pilot.resize_terminal(*WIDE)
        assert "4 Facts" in await press(pilot, "1", "down")
        await pilot.resize_terminal(*size)
        assert " ".join((await press(pilot)).split()) == told
        await pilot.resize_terminal(*WIDE)
        screen = await press(pilot)
        assert "▶ 1 Articles" in screen
        assert ">" in next(line for line in screen.splitlines() if "morning-post" in line)


async def test_enter_on_a_date_opens_its_sentence_and_escape_goes_back() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = await press(pilot, "3", "down", "enter")
        assert lit_words(pilot) == ["Iceland and Norway will open talks on the herring quota in Oslo on May 12"]
        assert "1/1 Oslo, 12 May" in screen
        assert pane_in_focus(pilot) == "article"
        screen = await press(pilot, "escape")
        assert pane_in_focus(pilot) == "talks"
        assert "2 Reykjavik cool on quota talks" in screen


async def test_evidence_is_in_sight_where_only_one_pane_is() -> None:
    async with a_room().run_test(size=SMALL) as pilot:
        screen = await press(pilot, "3", "down", "enter")
        assert "▌m Iceland and Norway will open talks on the herring quota in Oslo on May 12" in screen
        screen = await press(pilot, "4", "down", "2")
        assert "▌s “We expect a frank exchange,” minister Kari Lund said." in screen
        assert "▌s In note 191 the council" in await press(pilot, "4", "G", "2")
        for _ in range(3):  # the same article again, far above
            screen = await press(pilot, "4", "pageup", "2")
        assert f"▌s {lit_words(pilot)[0][:20]}" in screen


async def test_n_walks_the_evidence_of_a_claim_across_articles() -> None:
    library = FakeLibrary()
    place = next(claim for claim in library.talks()[1].claims if claim.attribute == "place")
    assert len(place.evidence) == 2
    async with a_room(library).run_test(size=WIDE) as pilot:
        await press(pilot, "3", "home", "enter")  # the card of Oslo
        await press(pilot, "end", "enter")  # the place, claimed by two articles
        assert lit_words(pilot) == [place.evidence[0].quote]
        assert "2/2 place: Oslo" in await press(pilot, "n")
        assert lit_words(pilot) == [place.evidence[1].quote]
        await press(pilot, "n")
        assert lit_words(pilot) == [place.evidence[0].quote]
        await press(pilot, "N")
        assert lit_words(pilot) == [place.evidence[1].quote]


async def test_keys_typed_ahead_reach_the_pane_they_were_meant_for() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await settle(pilot)
        pilot.app.simulate_key("3")
        pilot.app.simulate_key("down")
        pilot.app.simulate_key("enter")
        await settle(pilot)
        assert "1/1 Oslo, 12 May" in text_of(pilot.app)


async def test_n_before_anything_was_opened_says_what_to_do() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "n")
        assert "Open something first" in text_of(pilot.app)


async def test_moving_in_facts_lights_the_sentence_and_keeps_the_focus() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "4", "j", "j")
        assert lit_words(pilot) == ["She promised that no trawler would be boarded before the talks."]
        assert pane_in_focus(pilot) == "facts"
        await press(pilot, "k")
        assert lit_words(pilot)[0].startswith("“We expect a frank exchange,”")
        await press(pilot, "enter")
        assert pane_in_focus(pilot) == "article"


async def test_moving_in_the_article_selects_the_fact_under_the_caret() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        facts = pilot.app.screen.query_one(FactTable)
        view = pilot.app.screen.query_one(ArticleView)
        await press(pilot, "g")
        picked = []
        while "c-nairobi" not in picked and view.cursor < view.row_count() - 1:
            await press(pilot, "down")
            picked.append(facts.picked.id if facts.picked else "")
        assert list(dict.fromkeys(picked)) == ["c-oslo-12", "c-oslo-13", "c-deny", "c-no-pledge", "c-nairobi"]
        assert lit_words(pilot) == ["A further meeting in Nairobi is expected in the first week of June"]
        await press(pilot, "enter")
        assert "1/1 United Nations meeting" in text_of(pilot.app)


async def test_words_are_walked_over_the_ends_of_rows() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        await press(pilot, "right", "right", "l")
        assert view.desk is not None
        assert view.desk.article.text[view.caret :].startswith("quota")
        await press(pilot, "left", "h")
        assert view.desk.article.text[view.caret :].startswith("cool")


async def test_opening_an_article_and_going_back() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = await press(pilot, "1", "down", "enter")
        assert "2 Herring quota" in screen
        assert "published 2 May (published in" in screen
        assert pane_in_focus(pilot) == "article"
        assert "2 Reykjavik" in await press(pilot, "escape")
        assert pane_in_focus(pilot) == "articles"


async def test_the_clock_moves_by_days_and_weeks_and_filters_what_was_known() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = await press(pilot, "left_square_bracket")
        assert "as of  Fri 2 May 2031 12:00 UTC" in screen
        assert "2 articles" in screen
        assert "* Mon 12 May   in 10 days  9d 09:59:58" in screen
        assert "Tue 13 May" not in screen
        screen = await press(pilot, "right_square_bracket")
        assert "3 articles" in screen
        assert "Sat 10 May 2031" in await press(pilot, "right_curly_bracket")
        assert "Sat 26 Apr 2031" in await press(pilot, "left_curly_bracket", "left_curly_bracket")


async def test_t_changes_between_the_story_and_the_real_clock() -> None:
    real = StoppedClock(datetime(2040, 1, 1, 8, 30, tzinfo=UTC))
    async with a_room(as_of=None, real=real).run_test(size=WIDE) as pilot:
        assert "story clock  Sat 3 May 2031 12:00 UTC" in await press(pilot)
        screen = await press(pilot, "t")
        assert "real clock  Sun 1 Jan 2040 08:30 UTC" in screen
        assert "12 May 2031" in screen
        assert "days ago" in screen
        assert "story clock  Sat 3 May 2031 12:00 UTC" in await press(pilot, "t")


async def test_before_the_first_report_the_panes_say_which_keys_lead_back() -> None:
    library = FakeLibrary()
    del library.articles[3], library.facts[3]  # of an unknown day, it would always show
    async with a_room(library, as_of=None, real=StoppedClock(datetime(2040, 1, 1, tzinfo=UTC))).run_test(
        size=WIDE
    ) as pilot:
        assert "No report was out by Sat 26 Apr 2031." in await press(pilot, "left_curly_bracket")
        assert "t goes back to the story clock." in text_of(pilot.app)
        assert "story clock  Sat 3 May 2031" in await press(pilot, "t")
        pilot.app.set_keymap({"clock": "T"})
        assert "T goes back" in await press(pilot, "left_curly_bracket")


async def test_the_strip_of_time_moves_with_the_clock_and_a_click_on_it_sets_the_clock() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        strip = (await press(pilot)).splitlines()[1]
        assert "·2 ─" in strip
        assert "·|now" in strip
        assert "*20 May" in strip
        back = (await press(pilot, "left_square_bracket")).splitlines()[1]
        assert back.index("|") < strip.index("|")
        assert "?" not in back, "by then no report disputed the date"
        await pilot.click("TimelineStrip", offset=(strip.index("·|"), 0))
        assert "as of  Sat 3 May 2031 12:00 UTC" in await press(pilot)


@pytest.mark.parametrize(("size", "lines"), [((80, 24), 0), ((80, 32), 1), (WIDE, 1), (HUGE, 2)])
async def test_the_strip_of_time_takes_lines_only_where_there_are_enough(size: tuple[int, int], lines: int) -> None:
    async with a_room().run_test(size=size) as pilot:
        await press(pilot)
        strip = pilot.app.screen.query_one(TimelineStrip)
        assert (strip.size.height if strip.display else 0) == lines


async def test_a_fresh_story_is_read_at_the_real_time() -> None:
    async with a_room(as_of=None, real=StoppedClock(NOON + timedelta(days=2))).run_test(size=WIDE) as pilot:
        assert "real clock  Mon 5 May 2031" in await press(pilot)


async def test_the_readers_zone_shows_in_the_header() -> None:
    async with a_room(zone="Asia/Tokyo").run_test(size=WIDE) as pilot:
        assert "Sat 3 May 2031 21:00 JST" in await press(pilot)


async def test_countdowns_tick_and_days_turn_at_the_venue() -> None:
    clock = HandClock()
    async with a_room(as_of="now", real=clock).run_test(size=WIDE) as pilot:
        assert "8d 09:59:58" in await press(pilot)
        clock.moment += timedelta(seconds=1)
        dashboard_of(pilot).show_clock()
        assert "8d 09:59:57" in await press(pilot)
        clock.moment = datetime(2031, 5, 11, 22, 0, 1, tzinfo=UTC)  # past midnight in Oslo
        dashboard_of(pilot).show_clock()
        screen = await press(pilot)
        assert re.search(r"Mon 12 May +today", screen)
        assert re.search(r"Tue 13 May +tomorrow +23:59:59", screen)


async def test_zoom_gives_a_pane_the_whole_screen_and_back() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = await press(pilot, "4", "z")
        assert "4 Facts" in screen
        assert "1 Articles" not in screen
        assert "3 Talks" in await press(pilot, "3")
        assert "4 Facts" in await press(pilot, "z")


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_escape_leaves_the_zoom_before_it_goes_back(size: tuple[int, int]) -> None:
    async with a_room().run_test(size=size) as pilot:
        before = await press(pilot, "4", "down", "enter")
        lit = lit_words(pilot)
        assert "esc leave zoom" in (await press(pilot, "z")).splitlines()[-1]
        assert await press(pilot, "escape") == before
        assert lit_words(pilot) == lit
        await press(pilot, "escape")
        assert pane_in_focus(pilot) == "facts"
        assert not dashboard_of(pilot).has_class("-zoomed")


@pytest.mark.parametrize("size", [(60, 20), SMALL, (80, 32), WIDE, HUGE])
async def test_zoom_leaves_only_the_lines_of_the_clock_and_the_keys(size: tuple[int, int]) -> None:
    async with a_room().run_test(size=size) as pilot:
        before = await press(pilot, "3", "down", "enter")
        lines = (await press(pilot, "z")).splitlines()
        assert "May 2031 12:00" in lines[0]
        assert lines[1].startswith("┏━ ▶ 2 ")
        assert lines[-2].startswith("┗")
        assert " q quit" in lines[-1]
        assert any("▌m" in line for line in lines), "what is lit stays in sight"
        for number in "1342":
            assert (await press(pilot, number)).splitlines()[1].startswith(f"┏━ ▶ {number} ")
        assert await press(pilot, "z") == before


async def test_reload_shows_progress_and_then_what_is_new() -> None:
    library = FakeLibrary()
    gates: list[str] = []

    async def loader() -> AsyncIterator[Progress]:
        yield Progress(done=1, total=4, article="evening-wire")
        gates.append(text_of(pilot.app))
        library.articles[4] = an_article(
            "late-edition", "A late word\n\nNothing new.\n", anchor=Anchor(bound="exact", day=NOON.date())
        )
        library.facts[4] = []
        library.grown += 1
        yield Progress(done=4, total=4, finished=True)

    async with a_room(library, loader=loader).run_test(size=WIDE) as pilot:
        assert "4 articles" in await press(pilot)
        await press(pilot, "r")
        assert len(gates) == 2
        assert "4 articles" in text_of(pilot.app)


async def test_progress_stands_in_the_header_while_the_screen_answers() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        screen = dashboard_of(pilot)
        screen.progress = Progress(done=1, total=4, article="evening-wire")
        assert "evening-wire  ███░░░░░░░░░ 1/4 read" in await press(pilot, "4")
        assert pane_in_focus(pilot) == "facts"


async def test_a_failure_to_load_is_said_and_the_program_goes_on() -> None:
    async def loader() -> AsyncIterator[Progress]:
        yield Progress(failure="The folder [/] is gone.")

    async with a_room(loader=loader).run_test(size=WIDE, notifications=True) as pilot:
        assert "The folder [/] is gone." in await press(pilot)
        assert "▶ 3 " in await press(pilot, "3")


async def test_a_change_of_the_store_keeps_the_place_being_read() -> None:
    library = FakeLibrary()
    async with a_room(library).run_test(size=WIDE) as pilot:
        await press(pilot, "4", "G")
        facts = pilot.app.screen.query_one(FactTable)
        picked = facts.picked
        library.rows.insert(0, library.rows.pop(100))
        library.grown += 1
        dashboard_of(pilot).watch_version()
        await settle(pilot)
        assert facts.picked == picked


async def test_a_folder_without_articles_says_what_to_do() -> None:
    async with a_room(EmptyLibrary(), as_of=None).run_test(size=WIDE) as pilot:
        screen = await press(pilot)
        for words in ("No articles yet.", "No article announces talks.", "No facts yet.", "real clock"):
            assert words in screen
        await press(pilot, *"1234", "enter", "G", "n", "t", "left_square_bracket", "c", "escape", "f", "escape")
        assert "No article is open." in text_of(pilot.app)


async def test_a_hundred_thousand_claims_are_shown_by_windows() -> None:
    library = ManyClaims()
    async with a_room(library).run_test(size=WIDE) as pilot:
        assert "1/100000" in await press(pilot, "4")
        screen = await press(pilot, "G")
        assert "100000/100000" in screen
        assert "claim number 100000" in screen
        assert "99995/100000" in await press(pilot, "pageup")
        assert "claim number 1 " in await press(pilot, "g")
        assert "6/100000" in await press(pilot, "pagedown")
        assert library.made < 3000


async def test_paging_and_ends_in_every_list() -> None:
    async with a_room().run_test(size=HUGE) as pilot:
        talks = pilot.app.screen.query_one(TalksPane)
        await press(pilot, "3", "end")
        assert talks.rows[talks.cursor].talk is not None
        assert "4/4" in text_of(pilot.app)
        await press(pilot, "home")
        assert "1/4" in text_of(pilot.app)
        assert "3/3" in await press(pilot, "1", "G")
        assert "1/3" in await press(pilot, "g")


async def test_the_month_follows_the_cursor() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        assert "3 Talks — April 2031" in await press(pilot, "3", "G")
        assert "3 Talks — May 2031" in await press(pilot, "g")


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quit(key: str) -> None:
    app = a_room()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(key)
        await pilot.pause()
    assert app.return_code == 0


async def test_a_click_moves_the_cursor_and_two_open() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot)
        await pilot.click("#facts", offset=(20, 4))
        await settle(pilot)
        assert lit_words(pilot) == ["She promised that no trawler would be boarded before the talks."]
        await pilot.double_click("#articles", offset=(5, 3))
        await settle(pilot)
        assert pane_in_focus(pilot) == "article"
