"""The mouse: a click focuses and picks, two open, the wheel scrolls."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.pilot import Pilot

from tests.tui.rooms import WIDE, a_room, dashboard_of, lit_words, pane_in_focus, press, settle


async def _click(pilot: Pilot[Any], pane: str, offset: tuple[int, int], times: int = 1) -> None:
    await pilot.click(pane, offset=offset, times=times)
    await settle(pilot)


async def test_a_click_focuses_and_picks_and_two_open() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot)
        facts = dashboard_of(pilot).query_one("#facts")
        await _click(pilot, "#facts", (5, 4))
        assert pane_in_focus(pilot) == "facts"
        assert lit_words(pilot) == ["She promised that no trawler would be boarded before the talks."]
        await _click(pilot, "#facts", (5, 4), times=2)
        assert facts.scroll_offset.y == 0, "a second click on a row may not move the list"
        assert pane_in_focus(pilot) == "article"
        assert dashboard_of(pilot).trail.label == "1/1 Kari Lund pledge"


async def test_two_clicks_open_an_article_and_a_date() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot)
        await _click(pilot, "#articles", (5, 3), times=2)
        desk = dashboard_of(pilot).desk
        assert desk is not None
        assert desk.article.name == "morning-post"
        await _click(pilot, "#talks", (8, 9), times=2)
        assert lit_words(pilot) == ["Iceland and Norway will open talks on the herring quota in Oslo on May 12"]


async def test_the_wheel_scrolls_a_list_and_leaves_the_cursor() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "4")
        facts = dashboard_of(pilot).query_one("#facts")
        for _ in range(3):
            await pilot._post_mouse_events([events.MouseScrollDown], "#facts", offset=(5, 4), button=0)
        await settle(pilot)
        assert facts.scroll_offset.y > 0
        assert dashboard_of(pilot).query_one("FactTable").cursor == 0  # type: ignore[attr-defined]


async def test_top_and_end_show_the_edge_that_they_name() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        facts = dashboard_of(pilot).query_one("#facts")
        await press(pilot, "4", "g", "g")
        assert facts.scroll_offset.y == 0
        await press(pilot, "G", "G")
        assert facts.scroll_offset.y == facts.max_scroll_y
