"""Colours of terminals that nobody sits at any more, and of people who want none."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ASKED = "from tui.colours import settle_colours; import os; settle_colours(); print(os.environ.get('NO_COLOR'))"


@pytest.mark.parametrize(
    ("changed", "no_color"),
    [
        pytest.param({"TERM": "vt100"}, "1", id="a terminal that has none"),
        pytest.param({"TERM": "vt100", "COLORTERM": "truecolor"}, "None", id="a terminal that says it has more"),
        pytest.param({"TERM": "xterm"}, "None", id="eight"),
        pytest.param({"TERM": "xterm-256color", "NO_COLOR": ""}, "None", id="asked for with an empty word"),
        pytest.param({"TERM": "xterm-256color", "NO_COLOR": "1"}, "1", id="not wanted"),
        pytest.param({"TERM": "zorg-9"}, "None", id="an unknown terminal"),
    ],
)
def test_colours_are_sent_where_they_can_be_shown_and_are_wanted(changed: dict[str, str], no_color: str) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLORTERM", "TERM"}}
    done = subprocess.run([sys.executable, "-c", ASKED], env={**kept, **changed}, capture_output=True, check=True)
    assert done.stdout.decode().strip() == no_color
