"""One picture of every screen at every size, and the dashboard without colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.builders import FakeLibrary, FakeLog
from tests.tui.rooms import HUGE, SMALL, WIDE, a_room, press
from tui.judging import Review
from tui.settings import Settings

TINY, VAST = (60, 20), (300, 80)
SIZES = [pytest.param(size, id=f"{size[0]}x{size[1]}") for size in (TINY, SMALL, WIDE, HUGE)]
SCREENS = {
    "start": (),
    "evidence": ("3", "down", "enter"),
    "zoom": ("3", "down", "enter", "z"),
    "articles": ("1", "down"),
    "talks": ("3", "down"),
    "facts": ("4", "down", "down"),
    "card": ("3", "enter"),
    "conflicts": ("c", "n"),
    "search": ("slash", *"talks"),
    "filter": ("f", "down", "space"),
    "help": ("question_mark",),
    "problems": ("p",),
}
JUDGING = {"correct": ("4", "C"), "note": ("4", "m", *"ask Kari")}


def _library() -> FakeLibrary:
    library = FakeLibrary()
    library.bad_files = [("torn.txt", "torn.txt is not text: it looks like a picture.")]
    return library


def _pressing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    async def run_before(pilot: Pilot[Any]) -> None:
        await press(pilot, *keys)

    return run_before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_screens_look_as_they_did(name: str, size: tuple[int, int], snap_compare: Any) -> None:
    assert snap_compare(a_room(_library()), terminal_size=size, run_before=_pressing(*SCREENS[name]))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", JUDGING)
def test_screens_of_the_review_look_as_they_did(name: str, size: tuple[int, int], snap_compare: Any) -> None:
    library = _library()
    log = FakeLog(library)
    app = a_room(library, review=Review("Ada", lambda: log))
    assert snap_compare(app, terminal_size=size, run_before=_pressing(*JUDGING[name]))


@pytest.mark.parametrize("size", SIZES)
def test_the_export_looks_as_it_did(size: tuple[int, int], snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")  # where it writes to stands in the title
    assert snap_compare(a_room(_library()), terminal_size=size, run_before=_pressing("e", "down"))


@pytest.mark.parametrize("size", [TINY, VAST], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_start_fits_the_smallest_and_fills_the_largest(size: tuple[int, int], snap_compare: Any) -> None:
    assert snap_compare(a_room(_library()), terminal_size=size, run_before=_pressing())


@pytest.mark.parametrize("theme", ["contrast", "terminal"])
def test_themes_look_as_they_did(theme: str, snap_compare: Any) -> None:
    app = a_room(_library(), settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=WIDE, run_before=_pressing("3", "down", "enter"))


def test_the_dashboard_reads_without_colour(snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(a_room(_library()), terminal_size=WIDE, run_before=_pressing("3", "down", "enter"))


def test_a_light_theme(snap_compare: Any) -> None:
    app = a_room(_library())

    async def run_before(pilot: Pilot[Any]) -> None:
        app.theme = "light"
        await press(pilot, "3", "down", "enter")

    assert snap_compare(app, terminal_size=WIDE, run_before=run_before)
