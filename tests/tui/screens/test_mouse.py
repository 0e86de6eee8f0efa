"""The mouse: a click focuses and picks, two open, the wheel scrolls."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.rooms import WIDE, a_room, dashboard_of, lit_words, pane_in_focus, press, settle, text_of
from tui.widgets.article_view import ArticleView


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


async def _drag(pilot: Pilot[Any], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down("#article", offset=start)
    await pilot.hover("#article", offset=end)
    await pilot.mouse_up("#article", offset=end)
    await settle(pilot)


async def test_words_are_selected_by_dragging_over_rows_and_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot)
        copied: list[str] = []
        monkeypatch.setattr(pilot.app, "copy_to_clipboard", copied.append)
        view = dashboard_of(pilot).query_one(ArticleView)
        assert view.page is not None
        assert view.desk is not None
        long = [row.end - row.start > 20 for row in view.page.rows]
        at = next(n for n in range(len(long)) if long[n] and long[n + 1])
        rows, first = view.page.rows[at : at + 2], len(view.page.notes) + at
        lead = (view.text_width - view.column - 3) // 2 + 3
        await _drag(pilot, (1 + lead + 4, 1 + first), (1 + lead + 6, 2 + first))
        await press(pilot, "ctrl+c")
        text = view.desk.article.text
        assert copied == [text[rows[0].start + 4 : rows[1].start + 7]]
        assert "Copied what is selected" in text_of(pilot.app)
        assert view.caret == 0, "the caret stays where it was"
        line = view.render_line(first - view.scroll_offset.y)
        lit = "".join(part.text for part in line if part.style is not None and part.style.reverse)
        assert lit == text[rows[0].start + 4 : rows[0].end]
        await press(pilot, "escape", "ctrl+c")
        assert len(copied) == 1, "escape lets go of the selection"
