"""What is said of errors that nobody expected."""

from __future__ import annotations

import re

import pytest

from store.errors import BadStore
from tests.tui.rooms import WIDE, a_room
from tui.app import DatelineApp
from tui.faults import sentence_of


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        pytest.param(BadStore("The store is damaged."), "The store is damaged.", id="one that carries its sentence"),
        pytest.param(
            PermissionError(13, "Permission denied", "x.db"),
            "x.db: Permission denied. Check its name and permissions.",
            id="a file",
        ),
        pytest.param(OSError(28, "No space left"), "The system says: No space left.", id="a disk"),
        pytest.param(MemoryError(), "There is not enough memory. Close other programs and try again.", id="memory"),
        pytest.param(
            KeyError("a\nb"),
            r"This is a mistake in Dateline, nothing is lost. Please report it: KeyError: 'a\nb'.",
            id="a mistake",
        ),
    ],
)
def test_every_error_is_one_sentence(error: Exception, sentence: str) -> None:
    assert sentence_of(error) == sentence


async def _ask_for_help(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("question_mark")


async def test_a_mistake_on_the_screen_ends_it_with_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = a_room()
    bound: dict[str, str] = {}
    monkeypatch.setattr(app, "action_help", lambda: bound["[/] \x1b[31m"])
    with pytest.raises(KeyError):
        await _ask_for_help(app)
    said = " ".join(capsys.readouterr().err.split())
    assert "dateline: This is a mistake in Dateline" in said
    assert not re.search("Traceback|locals|\x1b", said)
