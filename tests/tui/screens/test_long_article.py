"""An article so long that its facts are not all read before it is shown."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from textual.pilot import Pilot

from store.model.spans import Span
from store.model.views import FactRow
from tests.tui.builders import FakeLibrary
from tests.tui.rooms import WIDE, a_room, dashboard_of, press, text_of
from tui.app import DatelineApp
from tui.library import LONG

ENTRIES = 1_200


class SlowLibrary(FakeLibrary):
    """Gives all the facts of an article only when it is allowed to."""

    def __init__(self) -> None:
        super().__init__(ENTRIES)
        self.allowed = threading.Event()

    def fact_rows(self, article_id: int, within: Span | None = None) -> Sequence[FactRow]:
        if within is None:
            self.allowed.wait(10)
        return super().fact_rows(article_id, within)


async def until_shown(pilot: Pilot[int], words: str) -> str:
    for _ in range(200):
        if words in text_of(pilot.app):
            break
        await pilot.pause(0.02)
    return text_of(pilot.app)


async def open_the_chronicle(pilot: Pilot[int]) -> str:
    await press(pilot, "1")
    for key in ("G", "enter"):
        await pilot.press(key)
    return await until_shown(pilot, "written by the harbour")


async def test_its_first_screen_is_marked_before_all_its_facts_are_read() -> None:
    library = SlowLibrary()
    library.allowed.set()
    async with a_room(library).run_test(size=WIDE) as pilot:
        await press(pilot)
        library.allowed.clear()
        assert "s In note 1 the council" in await open_the_chronicle(pilot)
        desk = dashboard_of(pilot).desk
        assert desk is not None
        assert len(desk.article.text) > LONG
        assert 0 < len(desk.facts) < ENTRIES
        library.allowed.set()
        await press(pilot)
        desk = dashboard_of(pilot).desk
        assert desk is not None
        assert len(desk.facts) == ENTRIES
        assert f"s In note {ENTRIES} the council" in await press(pilot, "G")


async def test_a_sentence_far_down_is_lit_and_marked_at_once() -> None:
    library = SlowLibrary()
    library.allowed.set()
    app: DatelineApp = a_room(library)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4")
        library.allowed.clear()
        await pilot.press("G")
        screen = await until_shown(pilot, f"▌s In note {ENTRIES}")
        assert f"▌s In note {ENTRIES} the council" in screen
        library.allowed.set()
        await press(pilot)
        assert f"▌s In note {ENTRIES} the council" in text_of(pilot.app)
