"""All that one speaker says, and what was set aside for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.model.views import ClaimFilter
from tests.tui.rooms import WIDE, a_room, dashboard_of, press, text_of
from tui.one_speaker import SetAside, only
from tui.remembered import Memory

DENIALS = ClaimFilter(kinds=("deny",), places=("Oslo",), reviewed="open")


def test_all_that_one_says_is_of_any_kind_place_and_outlet() -> None:
    assert only(DENIALS, "Jon Arnason") == ClaimFilter(speakers=("Jon Arnason",), reviewed="open")


def test_what_was_set_aside_comes_back_with_the_review_as_it_is_now() -> None:
    meanwhile = only(DENIALS, "Jon Arnason")
    aside = SetAside(DENIALS, meanwhile)
    assert aside.kept(meanwhile) == DENIALS
    assert aside.kept(replace(meanwhile, reviewed="all")) == replace(DENIALS, reviewed="all")


def test_what_a_person_ticked_meanwhile_is_not_overruled() -> None:
    meanwhile = only(DENIALS, "Jon Arnason")
    ticked = replace(meanwhile, kinds=("say",))
    assert SetAside(DENIALS, meanwhile).kept(ticked) == ticked


async def test_w_sets_the_kinds_aside_says_so_and_brings_them_back() -> None:
    async with a_room().run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "f", *["down"] * 4, "space", "enter")
        assert "4 Facts — kind: deny" in text_of(pilot.app)
        screen = await press(pilot, "w")
        assert "4 Facts — speaker: Jon Arnason ━" in screen
        assert {row.kind for row in dashboard_of(pilot).window.rows} == {"deny", "say"}
        assert "All that Jon Arnason says; w brings back kind: deny." in screen
        screen = await press(pilot, "w")
        assert "4 Facts — kind: deny ━" in screen
        assert "1/1" in screen


async def test_w_where_it_asks_sets_aside_as_well_and_escape_changes_nothing() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "f", "space", "enter")
        assert "4 Facts — kind: meeting ━" in text_of(pilot.app)
        await press(pilot, "w", "escape")
        assert "4 Facts — kind: meeting ━" in text_of(pilot.app)
        screen = await press(pilot, "w", "down", "enter")
        assert "4 Facts — speaker: Kari Lund ━" in screen
        assert "4 Facts — kind: meeting ━" in await press(pilot, "w")


async def test_what_is_ticked_while_one_speaks_stays_when_all_do() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "f", *["down"] * 4, "space", "enter", "w", "f", "down", "space", "enter")
        assert "4 Facts — kind: say · speaker: Jon Arnason" in text_of(pilot.app)
        assert "4 Facts — kind: say ━" in await press(pilot, "w")


async def test_hiding_the_reviewed_meanwhile_does_not_lose_what_was_set_aside() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "f", *["down"] * 4, "space", "enter", "w", "H")
        assert "4 Facts — speaker: Jon Arnason · not reviewed yet" in text_of(pilot.app)
        assert "4 Facts — kind: deny · not reviewed yet" in await press(pilot, "w")


async def test_the_next_run_begins_with_what_was_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    async with a_room(memory=Memory(path, "one")).run_test(size=WIDE) as pilot:
        await press(pilot, "f", *["down"] * 4, "space", "enter", "w")
    async with a_room(memory=Memory(path, "one")).run_test(size=WIDE) as pilot:
        assert "4 Facts — kind: deny" in await press(pilot)
