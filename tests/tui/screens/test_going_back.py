"""Escape goes back the way one came: to the card, the conflict, the hits, the log, then to the dashboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from threading import Event

import pytest

from store.model.claims import Conflict
from store.model.reviews import Correction, Review
from tests.tui.builders import FakeLibrary
from tests.tui.rooms import SMALL, WIDE, a_room, dashboard_of, lit_words, pane_in_focus, press, settle, text_of
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_from_a_claim_to_its_card_and_row_then_to_the_talks(size: tuple[int, int]) -> None:
    async with a_room().run_test(size=size) as pilot:
        await press(pilot, "3", "enter", "down")
        claim = _cursor_line(text_of(pilot.app))
        assert "13 May" in claim
        await press(pilot, "enter")
        assert pane_in_focus(pilot) == "article"
        screen = await press(pilot, "escape")
        assert "Oslo — Iceland – Norway" in screen
        assert _cursor_line(screen) == claim
        await press(pilot, "escape")
        assert pane_in_focus(pilot) == "talks"
        assert pilot.app.screen is dashboard_of(pilot)
        assert "OSLO" in _cursor_line(text_of(pilot.app))


async def test_from_a_side_to_its_conflict() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "c", "n", "right", "enter")
        assert "denied" in lit_words(pilot)[0]
        await press(pilot, "n")  # the other side, walked to
        screen = await press(pilot, "escape")
        assert "Conflict 2 of 2" in screen
        assert "▶ side 2" in screen
        assert "2 Reykjavik" in await press(pilot, "escape")


async def test_from_a_hit_to_the_hits_with_words_and_row() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "4", "down", "down", "slash", *"talks", "down", "enter")
        assert "2/2 “talks”" in text_of(pilot.app)
        screen = await press(pilot, "escape")
        assert "2 hits" in screen
        assert "talks" in screen.splitlines()[0]
        assert "2/2" in screen
        assert "1/2" in await press(pilot, "up")
        await press(pilot, "escape")
        assert pane_in_focus(pilot) == "facts"
        picked = pilot.app.screen.query_one(FactTable).picked
        assert picked is not None
        assert picked.id == "c-pledge"


async def test_from_a_hit_that_was_walked_to_to_its_row() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"ta", "enter", "n", "n")
        assert "3/3 “ta”" in text_of(pilot.app)
        screen = await press(pilot, "escape")
        assert "3 hits" in screen
        assert "3/3" in screen
        assert "1/3 “ta”" in await press(pilot, "enter", "n")


async def test_hits_of_other_words_are_gone_back_to_where_they_were_left() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"ta", "enter", "n", "slash", *"talks", "enter", "n")
        assert "2/2 ━" in await press(pilot, "escape")
        screen = await press(pilot, "escape", "escape")
        assert "3 hits" in screen
        assert "2/3 ━" in screen


async def test_from_a_fact_to_the_line_of_the_log() -> None:
    library = FakeLibrary()
    library.log = [_line(number, "f-c-frank") for number in range(3)] + [_line(7, "f-c-deny")]
    async with a_room(library).run_test(size=WIDE) as pilot:
        await press(pilot, "v", "G", "enter")
        assert "denied" in lit_words(pilot)[0]
        assert "4/4" in await press(pilot, "escape")


async def test_through_several_openings_one_by_one() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "3", "enter", "enter", "c", "n", "enter", "slash", *"talks", "enter")
        seen = [await press(pilot, "escape") for _ in range(6)]
        assert "2 hits" in seen[0]
        assert "1/2 boarding trawlers" in seen[1]
        assert "Conflict 2 of 2" in seen[2]
        assert "1/1 starts: 2031-05-12" in seen[3]
        assert "Oslo — Iceland – Norway" in seen[4]
        assert pilot.app.screen is dashboard_of(pilot)
        assert pane_in_focus(pilot) == "talks"


async def test_the_caret_is_where_it_was() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        await press(pilot, "down", "down", "down", "right")
        caret = view.caret
        await press(pilot, "c", "enter")
        assert view.caret != caret
        await press(pilot, "escape", "escape")
        assert view.caret == caret
        assert pane_in_focus(pilot) == "article"


async def test_what_was_opened_last_can_be_walked_after_going_back() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "3", "enter", "end", "enter", "escape", "escape")
        assert "2/2 place: Oslo" in await press(pilot, "n")


async def test_a_talk_that_is_not_known_by_then_is_not_gone_back_to() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot, "3", "end", "home", "down", "down", "down", "down", "down")
        while "NAIROBI" not in _cursor_line(text_of(pilot.app)):
            await press(pilot, "down")
        await press(pilot, "enter", "enter", "left_square_bracket", "escape")
        assert pilot.app.screen is dashboard_of(pilot)
        await press(pilot, "escape", "3")
        assert "▶ 3" in text_of(pilot.app)


async def test_two_escapes_typed_ahead_pass_a_screen_that_is_still_being_read() -> None:
    library = _SlowLibrary()
    async with a_room(library).run_test(size=WIDE) as pilot:
        await press(pilot, "c", "enter")
        library.go_on.clear()
        await pilot.press("escape", "escape")
        library.go_on.set()
        await settle(pilot)
        assert pilot.app.screen is dashboard_of(pilot)
        assert "Conflict 1 of 2" in await press(pilot, "c")


class _SlowLibrary(FakeLibrary):
    """Conflicts come when they may."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = Event()
        self.go_on.set()

    def conflicts(self, as_of: datetime | None = None) -> Sequence[Conflict]:
        self.go_on.wait(5)
        return super().conflicts(as_of)


def _line(number: int, fact_key: str) -> Review:
    return Review(
        id=number,
        fact_key=fact_key,
        quote="some words",
        article="evening-wire",
        verdict="accept",
        note="",
        correction=Correction(),
        by="Ada",
        at="2031-05-03T10:00:00+00:00",
        in_force=True,
        undoes=None,
        orphaned=False,
    )


def _cursor_line(screen: str) -> str:
    """The row that the cursor's mark stands in front of."""
    return next((line for line in screen.splitlines() if "┃>" in line), "")
