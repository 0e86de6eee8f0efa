"""What outlives the program: theme, pane sizes, filter, the first hint; and what does not disturb it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.model.views import ClaimFilter
from tests.tui.rooms import WIDE, a_room, dashboard_of, press, text_of
from tui.remembered import Memory
from tui.settings import Settings


def _width(pilot: object, pane: str) -> int:
    return dashboard_of(pilot).query_one(pane).outer_size.width  # type: ignore[arg-type]


async def test_panes_grow_and_shrink_by_key_and_are_found_so_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state.json", "story")
    memory.keep_hinted()
    async with a_room(memory=memory).run_test(size=WIDE) as pilot:
        await press(pilot, "1", "plus", "plus", "minus", "3", "minus", "4", "plus")
        assert (_width(pilot, "#articles"), _width(pilot, "#talks")) == (28, 38)
        assert dashboard_of(pilot).query_one("#facts").outer_size.height == 14
        await press(pilot, "2", "plus")
        assert _width(pilot, "#talks") == 34
    async with a_room(memory=Memory(tmp_path / "state.json", "another")).run_test(size=WIDE) as pilot:
        await press(pilot)
        assert (_width(pilot, "#articles"), _width(pilot, "#talks")) == (28, 34)
        await press(pilot, "equals_sign")
        assert (_width(pilot, "#articles"), _width(pilot, "#talks")) == (24, 42)


async def test_no_pane_can_take_the_articles_room_or_vanish() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "3", *["plus"] * 8, "1", *["plus"] * 8)
        assert _width(pilot, "#article") >= 30
        await press(pilot, "1", *["minus"] * 14, "4", *["plus"] * 10)
        assert _width(pilot, "#articles") == 16
        assert dashboard_of(pilot).query_one("#article").outer_size.height >= 8
        assert "4 Facts" in text_of(pilot.app)


async def test_a_pane_alone_has_all_the_room_and_says_so() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        assert "z shows the others again" in await press(pilot, "3", "z", "plus")
        assert _width(pilot, "#talks") == WIDE[0]
        await press(pilot, "z")
        assert _width(pilot, "#talks") == 42


async def test_a_theme_chosen_is_remembered_until_the_settings_say_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    async with a_room(memory=Memory(path)).run_test(size=WIDE) as pilot:
        await press(pilot)
        pilot.app.theme = "light"
        await press(pilot)
    assert a_room(memory=Memory(path)).theme == "light"
    assert a_room(memory=Memory(path), settings=Settings(theme="contrast")).theme == "contrast"


async def test_a_filter_is_kept_for_its_story(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    async with a_room(memory=Memory(path, "one")).run_test(size=WIDE) as pilot:
        await press(pilot, "f", "down", "down", "space", "enter")
    async with a_room(memory=Memory(path, "one")).run_test(size=WIDE) as pilot:
        screen = await press(pilot)
        assert "4 Facts — kind: pledge" in screen
        assert "1/1" in screen
    assert Memory(path, "two").filter() == ClaimFilter()
    Memory(path, "one").forget_story()
    assert Memory(path, "one").filter() == ClaimFilter()


async def test_the_first_hint_comes_once(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    async with a_room(memory=Memory(path)).run_test(size=WIDE, notifications=True) as pilot:
        assert "? lists every key" in await press(pilot)
    async with a_room(memory=Memory(path)).run_test(size=WIDE, notifications=True) as pilot:
        assert "lists every key" not in await press(pilot)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[1]", b"null", b'{"theme": 3, "panes": {"sizes": {"articles": "x"}}, "stories": []}', b"[" * 9999],
)
def test_a_damaged_file_counts_as_empty_and_is_made_anew(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)
    memory = Memory(path, "story")
    assert (memory.theme(""), memory.sizes({}), memory.filter()) == ("", {}, ClaimFilter())
    assert memory.complaint.startswith(f"What was remembered in {path} cannot all be used: ")
    memory.keep_theme("light", "")
    assert Memory(path).theme("") == "light"


async def test_damage_is_told_once_and_what_is_whole_holds(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    Memory(path, "story").keep_theme("light", "")
    told = json.loads(path.read_text())
    path.write_text(json.dumps({**told, "panes": 7, "stories": {"story": {"filter": {"kinds": 3}}}}))
    async with a_room(memory=Memory(path, "story")).run_test(size=WIDE, notifications=True) as pilot:
        screen = " ".join((await press(pilot)).split())
        assert pilot.app.theme == "light"
        assert "What was remembered" in screen
        assert "damaged" in screen
        await press(pilot, "1", "plus")
    assert Memory(path, "story").complaint == ""


def test_two_dashboards_keep_what_the_other_wrote(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    first, second = Memory(path, "one"), Memory(path, "two")
    first.keep_theme("light", "")
    second.keep_sizes({"articles": 30}, {})
    second.keep_filter(ClaimFilter(kinds=("deny",), reviewed="open"))
    first.keep_filter(ClaimFilter(places=("Oslo",)))
    told = json.loads(path.read_text())
    assert set(told["stories"]) == {"one", "two"}
    assert Memory(path, "two").filter() == ClaimFilter(kinds=("deny",), reviewed="open")
    assert Memory(path).theme("") == "light"
    assert Memory(path).sizes({}) == {"articles": 30}


def test_a_place_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    memory = Memory(tmp_path / "file" / "state.json")
    memory.keep_theme("light", "")
    assert memory.theme("") == "light"
