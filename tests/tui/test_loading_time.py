"""How long loading still takes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.tui.rooms import WIDE, HandClock, a_room, press, text_of
from tui.loading import Progress


@pytest.mark.parametrize(
    ("progress", "elapsed", "left"),
    [
        pytest.param(Progress(done=10, total=40), 6.0, 18.0, id="as long apiece"),
        pytest.param(Progress(done=1, total=40), 0.1, None, id="too early to tell"),
        pytest.param(Progress(done=0, total=40), 6.0, None, id="nothing done"),
        pytest.param(Progress(done=40, total=40), 6.0, None, id="all done"),
    ],
)
def test_what_is_left_takes_as_long_as_what_is_done(progress: Progress, elapsed: float, left: float | None) -> None:
    assert progress.timed(elapsed).left == left


async def test_the_header_tells_count_and_time_left() -> None:
    clock = HandClock()
    go_on = asyncio.Event()

    async def loader() -> AsyncIterator[Progress]:
        clock.moment += timedelta(seconds=10)
        yield Progress(done=20, total=100, article="evening-wire")
        await go_on.wait()
        yield Progress(done=100, total=100, finished=True)

    async with a_room(loader=loader, real=clock).run_test(size=WIDE) as pilot:
        for _ in range(20):
            await pilot.pause(0.05)
            if "left" in text_of(pilot.app):
                break
        assert "20/100 read, 40 s left" in text_of(pilot.app)
        go_on.set()
        assert "left" not in (await press(pilot)).splitlines()[0]
