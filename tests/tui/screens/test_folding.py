"""Comments and navigation folded out of the way, and back again."""

from __future__ import annotations

from tests.tui.rooms import WIDE, a_room, lit_words, press, text_of


async def test_furniture_is_folded_to_a_line_and_unfolded_by_the_same_key() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        assert "Anna, 3 May 2031: Let them talk" in await press(pilot, "2")
        screen = await press(pilot, "F")
        assert "lines folded: Comments" in screen
        assert "Anna, 3 May 2031" not in screen
        assert "Arnason denied" in screen
        await press(pilot, "G", "right", "left")
        screen = await press(pilot, "F")
        assert "Anna, 3 May 2031: Let them talk" in screen
        assert "folded" not in screen


async def test_a_hit_inside_folded_furniture_unfolds_it() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "2", "F", "slash", *"herring does", "enter")
        assert lit_words(pilot) == ["herring does"]
        assert "Anna, 3 May 2031: Let them talk" in text_of(pilot.app)
