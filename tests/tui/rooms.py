"""Starts the dashboard over a library in memory and looks at its screen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from textual.pilot import Pilot

from store.clock import Clock, StoppedClock
from tests.tui.builders import NOON, FakeLibrary
from tui.app import DatelineApp
from tui.judging import Review
from tui.library import Library, Readers
from tui.remembered import Memory
from tui.screens.dashboard import Dashboard
from tui.screens.filling import Loader
from tui.session import AsOf, Clocks
from tui.settings import Settings

SMALL, WIDE, HUGE = (80, 24), (120, 40), (200, 60)


class HandClock:
    """A clock that moves when it is told to."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def a_room(
    library: Library | None = None,
    *,
    as_of: AsOf = NOON,
    real: Clock | None = None,
    loader: Loader | None = None,
    zone: str | None = None,
    review: Review | None = None,
    settings: Settings | None = None,
    memory: Memory | None = None,
    encoding: str = "utf-8",
) -> DatelineApp:
    """A dashboard whose clocks stand still."""
    shared = library or FakeLibrary()
    clocks = Clocks(real or StoppedClock(NOON), StoppedClock)
    return DatelineApp(
        Readers(lambda: shared),
        clocks,
        as_of=as_of,
        loader=loader,
        zone=zone,
        review=review,
        settings=settings,
        memory=memory,
        encoding=encoding,
    )


async def press(pilot: Pilot[Any], *keys: str) -> str:
    """Press keys, let everything be read and drawn, and give the screen's text."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot, rounds=2)
    await settle(pilot)
    return text_of(pilot.app)


async def settle(pilot: Pilot[Any], rounds: int = 3) -> None:
    """Let everything be read and drawn; what is read may ask for more to be read."""
    for _ in range(rounds):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def text_of(app: Any) -> str:
    """What stands on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def dashboard_of(pilot: Pilot[Any]) -> Dashboard:
    """The dashboard, also where another screen lies over it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, Dashboard)
    return screen


def pane_in_focus(pilot: Pilot[Any]) -> str:
    """The id of the pane that has the focus."""
    focused = pilot.app.focused
    return (focused.id or "") if focused else ""


def lit_words(pilot: Pilot[Any]) -> list[str]:
    """The stretches of the open article that are lit."""
    screen = dashboard_of(pilot)
    assert screen.desk is not None
    return [span.of(screen.desk.article.text) for span in screen.lit.spans]
