"""What a terminal without Unicode shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.rooms import WIDE, a_room, press
from tui.plain_signs import lacks_signs, plain_sign


async def test_every_sign_of_the_dashboard_can_be_sent() -> None:
    async with a_room(encoding="ascii").run_test(size=WIDE) as pilot:
        for keys in ((), ("3", "down"), ("question_mark",), ("escape", "c"), ("escape", "slash")):
            screen = await press(pilot, *keys)
            assert screen.isascii()
        assert "?" not in (await press(pilot, "escape", "2")).splitlines()[2]


async def test_borders_and_focus_can_still_be_told() -> None:
    async with a_room(encoding="ascii").run_test(size=WIDE) as pilot:
        screen = await press(pilot, "4")
        assert "> 4 Facts ==" in screen
        assert "- 3 Talks - May 2031 --" in screen


def test_an_encoding_keeps_the_signs_that_it_has() -> None:
    assert lacks_signs("ascii")
    assert lacks_signs("latin-1")
    assert not lacks_signs("utf-8")
    assert plain_sign("é", "latin-1") == "é"
    assert plain_sign("é", "ascii") == "e"
    assert plain_sign("“", "ascii") == '"'


@given(st.characters())
def test_any_sign_keeps_its_cells(sign: str) -> None:
    assert cell_len(plain_sign(sign, "ascii")) == cell_len(sign)
    assert plain_sign(sign, "ascii").isascii()
