"""The clock set back: every pane shows what was known by then, and comes back to the place that was read before."""

from __future__ import annotations

import pytest

from tests.tui.builders import FakeLibrary
from tests.tui.rooms import SMALL, WIDE, a_room, dashboard_of, lit_words, press, text_of
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable
from tui.widgets.talks_pane import TalksPane

BACK, ON = "left_square_bracket", "right_square_bracket"


def a_dated_library() -> FakeLibrary:
    """Without the article of an unknown day, which would always show."""
    library = FakeLibrary()
    del library.articles[3], library.facts[3]
    library.rows = [row for row in library.rows if row.articles != ("harbour-chronicle",)]
    return library


async def test_an_article_of_a_later_day_gives_way_to_the_newest_that_was_out() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        assert "2 Reykjavik cool" in await press(pilot)
        screen = await press(pilot, BACK)
        assert "2 Herring quota" in screen
        assert "Reykjavik" not in screen
        assert "no longer in the folder" not in screen


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_before_any_report_the_article_pane_says_so_and_which_keys_lead_on(size: tuple[int, int]) -> None:
    async with a_room(a_dated_library()).run_test(size=size) as pilot:
        screen = " ".join((await press(pilot, "2", BACK, BACK)).split())
        assert "▶ 2 Article" in screen
        assert "No report was out by Thu 1 May 2031." in screen
        assert "] sets the clock a day on" in screen
        assert "Herring quota" not in screen


async def test_the_article_and_the_place_read_before_come_back_with_the_clock() -> None:
    async with a_room(a_dated_library()).run_test(size=WIDE) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        await press(pilot, "3", "down", "down", "enter", "down", "right")
        caret, lit, trail = view.caret, lit_words(pilot), view.trail
        assert caret
        assert lit == ["the Oslo talks would begin on May 13"]
        assert "2 Herring quota" in await press(pilot, BACK)
        assert view.caret == 0
        assert "2 Article" in await press(pilot, BACK)
        assert "2 Herring quota" in await press(pilot, ON)
        assert "2 Reykjavik cool" in await press(pilot, ON)
        assert (view.caret, lit_words(pilot), view.trail) == (caret, lit, trail)


async def test_an_article_opened_on_the_earlier_day_stays_open() -> None:
    library = FakeLibrary()
    async with a_room(library).run_test(size=WIDE) as pilot:
        await press(pilot, BACK, "1", "G", "enter")
        assert "2 A chronicle" in text_of(pilot.app)
        assert "2 A chronicle" in await press(pilot, ON)


async def test_the_cursors_of_the_lists_come_back_with_the_clock() -> None:
    async with a_room(a_dated_library()).run_test(size=WIDE) as pilot:
        lists = [pilot.app.screen.query_one(kind) for kind in (ArticleList, FactTable, TalksPane)]
        await press(pilot, "1", "down", "3", "down", "down", "4", "down", "down", "down", "down", "down", "down")
        before = [pane.cursor for pane in lists]
        assert all(before)
        await press(pilot, BACK, BACK)
        assert pilot.app.screen.query_one(FactTable).picked is None
        await press(pilot, ON, ON)
        assert [pane.cursor for pane in lists] == before


async def test_a_cursor_moved_on_the_earlier_day_stays_where_it_was_put() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "3", "end")
        while "NAIROBI" not in _cursor_line(text_of(pilot.app)):
            await press(pilot, "up")
        await press(pilot, BACK, "down")
        assert "12 May" in _cursor_line(text_of(pilot.app))
        await press(pilot, ON)
        assert "12 May" in _cursor_line(text_of(pilot.app))


async def test_a_step_to_a_later_article_is_told_and_not_taken() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "3", "enter", "end", "enter")
        assert "2 Herring quota" in text_of(pilot.app)
        screen = await press(pilot, BACK, "n")
        assert "evening-wire was not out by Fri 2 May 2031." in screen
        assert "2 Herring quota" in screen


async def test_an_article_that_is_gone_is_still_told_of_while_the_clock_is_back() -> None:
    library = FakeLibrary()
    async with a_room(library).run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, BACK)
        del library.articles[1]
        library.grown += 1
        dashboard_of(pilot).look_again()
        assert "morning-post is no longer in the folder." in await press(pilot)


@pytest.mark.parametrize("days", [0, 1, 2])
async def test_header_panes_and_strip_agree_on_what_was_known(days: int) -> None:
    library = a_dated_library()
    async with a_room(library).run_test(size=WIDE) as pilot:
        screen = await press(pilot, *[BACK] * days)
        dashboard = dashboard_of(pilot)
        counts = library.counts(dashboard.as_of)
        header, strip = screen.splitlines()[:2]
        assert f"{counts.articles} article" in header
        assert f"{counts.talks} talks" in header
        assert pilot.app.screen.query_one(ArticleList).row_count() == counts.articles
        assert pilot.app.screen.query_one(FactTable).row_count() == counts.claims
        assert len(dashboard.talks) == counts.talks
        assert ("*20 May" in strip) == bool(counts.talks)
        assert (dashboard.desk is not None) == bool(counts.articles)


def _cursor_line(screen: str) -> str:
    return next((line.split("┃>", 1)[1] for line in screen.splitlines() if "┃>" in line), "")
