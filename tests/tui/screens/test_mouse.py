"""The mouse: a click focuses and picks, two open, the wheel scrolls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.builders import FakeLibrary
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


async def _click_words(pilot: Pilot[Any], words: str, times: int = 1, *, at: int = 0) -> str:
    """Click on the first place where ``words`` stand, on the ``at``-th of their signs; the screen afterwards."""
    lines = text_of(pilot.app).splitlines()
    y = next(number for number, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[y].index(words) + at, y), times=times)
    await settle(pilot)
    return text_of(pilot.app)


async def test_a_click_on_a_key_does_what_the_key_does() -> None:
    async with a_room().run_test(size=(200, 60)) as pilot:
        await press(pilot)
        assert "Conflict 1 of 2" in await _click_words(pilot, "c conflicts", at=4)
        assert "Conflict 2 of 2" in await _click_words(pilot, "n N conflict")
        assert "Conflict 1 of 2" in await _click_words(pilot, "n N conflict", at=2)
        assert "▶ 2 " in await _click_words(pilot, "esc back")
        assert "▶ 4 Facts" in await _click_words(pilot, "1-4 pane", at=2)
        assert "▶ 1 Articles" in await _click_words(pilot, "1-4 pane")
        before = dashboard_of(pilot).now
        await _click_words(pilot, "[ ] day")
        assert (before - dashboard_of(pilot).now).days == 1
        await _click_words(pilot, "a x u review", at=8)
        assert not dashboard_of(pilot).query("ReviewLogScreen"), "a word behind several keys does nothing"


async def test_a_click_sorts_by_a_column_and_again_the_other_way_round() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot)
        assert "who▲" in await _click_words(pilot, "who   ")
        assert "who▼" in await _click_words(pilot, "who▲")
        assert "origins▼" in await _click_words(pilot, "origins")


async def test_clicks_tick_values_and_a_click_on_them_opens_the_filter_again() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "f")
        assert "[x] pledge" in await _click_words(pilot, "[ ] pledge")
        assert "[ ] pledge" in await _click_words(pilot, "[x] pledge")
        await _click_words(pilot, "[ ] pledge")
        assert "4 Facts — kind: pledge" in await _click_words(pilot, "enter show", at=7)
        assert "[x] pledge" in await _click_words(pilot, "kind: pledge")


async def test_clicks_open_a_next_talk_the_problems_and_a_day() -> None:
    library = FakeLibrary()
    library.bad_files = [("x.txt", "x.txt: is empty.")]
    async with a_room(library).run_test(size=WIDE) as pilot:
        await press(pilot)
        assert "Files that could not be read" in await _click_words(pilot, "! 1 problem")
        await press(pilot, "escape")
        screen = await _click_words(pilot, " *20 ", at=2)
        assert pane_in_focus(pilot) == "talks"
        assert ">" in next(line for line in screen.splitlines() if "* 20 May" in line)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Starts" in await _click_words(pilot, "LISBON")


async def test_a_click_picks_the_side_of_a_conflict_and_two_open_it() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "c")
        assert "▶ side 2" in await _click_words(pilot, "side 2")
        assert "▶ side 1" in await _click_words(pilot, "side 1")
        await _click_words(pilot, "side 2", times=2)
        assert lit_words(pilot) == ["the Oslo talks would begin on May 13"]


async def test_a_click_on_the_clock_changes_it_and_one_on_the_address_copies_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = FakeLibrary()
    library.articles[2] = replace(library.articles[2], url="https://wire.example/talks?x=[b]")
    async with a_room(library).run_test(size=WIDE) as pilot:
        await press(pilot)
        copied: list[str] = []
        monkeypatch.setattr(pilot.app, "copy_to_clipboard", copied.append)
        await _click_words(pilot, "https://wire.example")
        assert copied == ["https://wire.example/talks?x=[b]"]
        before = dashboard_of(pilot).clock_name
        await _click_words(pilot, before)
        assert dashboard_of(pilot).clock_name != before


@pytest.mark.parametrize("pane", ["#articles", "#article", "#talks", "#facts"])
async def test_a_drag_on_a_border_changes_nothing(pane: str) -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot)
        sizes = [dashboard_of(pilot).query_one(name).size for name in ("#articles", "#article", "#talks", "#facts")]
        await pilot.mouse_down(pane, offset=(0, 3))
        await pilot.hover(pane, offset=(9, 3))
        await pilot.mouse_up(pane, offset=(9, 3))
        await settle(pilot)
        assert sizes == [
            dashboard_of(pilot).query_one(name).size for name in ("#articles", "#article", "#talks", "#facts")
        ]


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        pytest.param((), 14, id="article"),
        pytest.param(("3", "enter"), 12, id="card"),
        pytest.param(("f",), 12, id="filter"),
        pytest.param(("question_mark",), 12, id="help"),
        pytest.param(("c",), 12, id="conflicts"),
    ],
)
async def test_the_wheel_scrolls_whatever_is_longer_than_its_room(keys: tuple[str, ...], rows: int) -> None:
    async with a_room().run_test(size=(80, rows)) as pilot:
        before = await press(pilot, *keys)
        pane = pilot.app.screen.query("LineList").first() if keys else dashboard_of(pilot).query_one(ArticleView)
        for _ in range(3):
            await pilot._post_mouse_events([events.MouseScrollDown], pane, offset=(5, 2), button=0)
        await settle(pilot)
        assert text_of(pilot.app) != before
        assert pane.scroll_offset.y > 0
