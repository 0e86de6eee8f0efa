"""A list that becomes shorter while it is scrolled down still draws its rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.builders import FakeLibrary, FakeLog
from tests.tui.rooms import SMALL, WIDE, a_room, dashboard_of, press
from tui.judging import Review
from tui.widgets.fact_table import FactTable

SIZES = [SMALL, WIDE]


def sayings_drawn(screen: str) -> list[str]:
    """The sayings in the list of facts: between the names of the columns and the rule above the full wording."""
    lines = screen.splitlines()
    head = next(at for at, line in enumerate(lines) if "4 Facts" in line) + 2
    rule = next(at for at, line in enumerate(lines) if at > head and "┃────" in line)
    return [line for line in lines[head:rule] if " say " in line]


@pytest.mark.parametrize("size", SIZES)
async def test_a_speaker_who_says_little_is_shown_from_far_down(size: tuple[int, int]) -> None:
    library = FakeLibrary()
    library.rows.append(replace(library.rows[-1], id="c-last", who="Zoe Berg"))
    async with a_room(library).run_test(size=size) as pilot:
        await press(pilot, "4", "G")
        screen = await press(pilot, "w")
        assert "Facts — speaker: Zoe Berg" in screen
        assert "1/1" in screen
        assert len(sayings_drawn(screen)) == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("left", [0.3, 1, 1.5])
async def test_a_list_from_which_reviewed_facts_are_hidden_fills_its_pane(size: tuple[int, int], left: float) -> None:
    library = FakeLibrary()
    log = FakeLog(library)
    async with a_room(library, review=Review("Ada", lambda: log)).run_test(size=size) as pilot:
        await press(pilot, "4", "G")
        room = dashboard_of(pilot).query_one(FactTable).room
        rest = int(left * room)
        rows = library.rows
        library.rows = [*(replace(row, review="accept") for row in rows[:-rest]), *rows[-rest:]]
        screen = await press(pilot, "H")
        assert f"{rest}/{rest}" in screen
        assert len(sayings_drawn(screen)) == min(rest, room)
