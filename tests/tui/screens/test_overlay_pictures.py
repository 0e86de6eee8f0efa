"""Pictures of the screens over the dashboard in a light theme and without colour; the log, and an early day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.model.reviews import Correction, Review
from tests.tui.builders import FakeLibrary, FakeLog
from tests.tui.rooms import HUGE, SMALL, WIDE, a_room, press
from tui.app import DatelineApp
from tui.judging import Review as Reviewing
from tui.settings import Settings

TINY = (60, 20)
SCREENS = {
    "export": ("e", "down"),
    "correct": ("4", "down", "C"),
    "log": ("v",),
    "note": ("4", "down", "m", *"ask the ministry"),
    "problems": ("p",),
    "filter": ("f", "down", "space"),
    "card": ("3", "enter"),
    "conflicts": ("c", "n"),
    "search": ("slash", *"talks"),
    "help": ("question_mark",),
    "back": ("left_curly_bracket",),
}


class _Started:
    """In place of the folder where the tests happen to run."""

    @staticmethod
    def cwd() -> Path:
        return Path("/home/ada/herring")


@pytest.fixture(autouse=True)
def _started_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.opening.Path", _Started)


def _line(number: int, verdict: Any, quote: str, **others: Any) -> Review:
    values: dict[str, Any] = {
        "note": "",
        "correction": Correction(),
        "in_force": True,
        "undoes": None,
        "orphaned": False,
        "article": "morning-post",
        **others,
    }
    at = f"2031-05-03T1{number}:20:00+00:00"
    return Review(id=number, fact_key=f"f-{number}", quote=quote, verdict=verdict, by="Ada", at=at, **values)


def _app(**options: Any) -> DatelineApp:
    library = FakeLibrary()
    library.bad_files = [
        ("torn.txt", "torn.txt is not text: it looks like a picture."),
        ("letters/long-name-of-a-file.html", "letters/long-name-of-a-file.html cannot be read: Permission denied."),
    ]
    library.log = [
        _line(5, "note", "We expect a frank exchange", note="ask the ministry what was meant by frank"),
        _line(4, "reject", "no trawler would be boarded", in_force=False),
        _line(3, "correct", "will open talks on the herring quota", correction=Correction(when="2031-05-14")),
        _line(2, "accept", "met in Bergen for three hours"),
        _line(1, "unsure", "a sentence that stood here once", orphaned=True, article="evening-wire"),
    ]
    return a_room(library, review=Reviewing("Ada", lambda: FakeLog(library)), **options)


def _pressing(name: str) -> Any:
    async def run_before(pilot: Pilot[Any]) -> None:
        await press(pilot, *SCREENS[name])

    return run_before


@pytest.mark.parametrize("size", [TINY, SMALL, WIDE, HUGE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["log", "back"])
def test_screens_look_as_they_did(name: str, size: tuple[int, int], snap_compare: Any) -> None:
    assert snap_compare(_app(), terminal_size=size, run_before=_pressing(name))


@pytest.mark.parametrize("name", SCREENS)
def test_screens_in_a_light_theme(name: str, snap_compare: Any) -> None:
    assert snap_compare(_app(settings=Settings(theme="light")), terminal_size=WIDE, run_before=_pressing(name))


@pytest.mark.parametrize("name", SCREENS)
def test_screens_without_colour(name: str, snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(_app(), terminal_size=SMALL, run_before=_pressing(name))
