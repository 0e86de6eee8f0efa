"""The installed command in a real pseudo-terminal, on the sample story."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from pathlib import Path

import pexpect
import pyte
import pytest

ROWS, COLUMNS = 40, 120
COMMAND = Path(sys.executable).with_name("dateline")
PATIENCE = 30
"""Seconds that a step may take on a busy machine; each ends as soon as the screen shows what it waits for."""


class Terminal:
    """A person at a terminal: types keys and reads the screen."""

    def __init__(self, home: Path) -> None:
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("NO_COLOR", "TEXTUAL", "COLUMNS", "LINES"))},
            "TERM": "xterm-256color",
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
        }
        home.mkdir(exist_ok=True)
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.child = pexpect.spawn(
            str(COMMAND), cwd=str(home), env=environment, dimensions=(ROWS, COLUMNS), timeout=PATIENCE
        )
        self.modes_after: list[object] = []
        self.modes_before = termios.tcgetattr(self.child.child_fd)

    def _read(self) -> None:
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += data
        self.stream.feed(data)

    def text(self) -> str:
        return "\n".join(self.screen.display)

    def wait_for(self, pattern: str) -> str:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._read()
            if re.search(pattern, self.text()):
                return self.text()
        pytest.fail(f"never saw {pattern!r} on:\n{self.text()}")

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def wait_for_the_end(self) -> int:
        until = time.monotonic() + PATIENCE
        while self.child.isalive() and time.monotonic() < until:
            self._read()
        self._read()
        self.modes_after = termios.tcgetattr(self.child.child_fd)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else 128)


@pytest.mark.skipif(not COMMAND.exists(), reason="the command is not installed beside this Python")
def test_a_reader_opens_the_story_walks_the_panes_and_reads_a_dates_sentence(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home")
    opened = terminal.wait_for(r"GENEVA(.|\n)*in 9 days(.|\n)*in 10 days(.|\n)*BRUSSELS(.|\n)*VIENNA(.|\n)*in 13 days")
    assert "story clock" in opened

    before = re.search(r"8d \d\d:\d\d:\d\d", opened)
    assert before
    until = time.monotonic() + PATIENCE
    while before[0] in terminal.text() and time.monotonic() < until:
        terminal._read()
    assert before[0] not in terminal.text(), "the countdown stands still"

    for key, title in (("1", "1 Articles"), ("2", "2 "), ("4", "4 Facts"), ("3", "3 Talks")):
        terminal.press(key)
        terminal.wait_for(rf"▶ {title}")

    terminal.press("\r")
    terminal.wait_for(r"Starts +disputed")
    terminal.press("\r")
    terminal.wait_for(r"▶ 2 ")
    terminal.wait_for(r"kick off")
    assert "\x1b" not in terminal.text()

    terminal.press("/")
    terminal.press("Wilmington")
    terminal.wait_for(r"Wilmington(.|\n)* 1/\d")
    terminal.press("\r")
    terminal.wait_for(r"▶ 2 (.|\n)*Wilmington")

    terminal.press("f")
    terminal.wait_for(r"\[ \] say")
    terminal.press(" ")
    terminal.press("\r")
    terminal.wait_for(r"▶ 4 Facts — kind: ")

    terminal.press("a")
    terminal.wait_for(r" ✓\w+(.|\n)*> \w+")
    terminal.press("U")
    terminal.wait_for(r"> \w+(.|\n)*Taken back: .* is unreviewed again")

    terminal.press("e")
    terminal.wait_for(r"brief\.md")
    terminal.press("\r")
    terminal.wait_for(r"[Ww]ritten|[Ww]rote")
    assert list(tmp_path.rglob("brief.md")), "the brief is written where the reader stands"

    terminal.press("q")
    assert terminal.wait_for_the_end() == 0
    assert b"\x1b[?1049h" in terminal.raw
    assert terminal.raw.rstrip().rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h"), (
        "the screen is not given back"
    )
    assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l"), "the cursor stays hidden"
    assert terminal.modes_after == terminal.modes_before, "the terminal's modes are not given back"
    assert b"Traceback" not in terminal.raw


def _is_given_back(terminal: Terminal) -> bool:
    """Alternate screen left, cursor shown, modes as they were."""
    drawn = terminal.raw.decode("utf-8", "replace")
    left = all(drawn.rfind(off) > drawn.rfind(on) for off, on in (("\x1b[?1049l", "\x1b[?1049h"), ("?25h", "?25l")))
    return left and terminal.modes_before == terminal.modes_after


@pytest.mark.skipif(not COMMAND.exists(), reason="the command is not installed beside this Python")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
def test_a_shutdown_or_a_closed_window_gives_the_terminal_back(tmp_path: Path, asked: signal.Signals) -> None:
    terminal = Terminal(tmp_path / "home")
    terminal.wait_for("2 articles")
    os.kill(terminal.child.pid, asked)
    assert terminal.wait_for_the_end() == 128 + asked
    assert _is_given_back(terminal)
    assert b"Traceback" not in terminal.raw


@pytest.mark.skipif(not COMMAND.exists(), reason="the command is not installed beside this Python")
def test_after_a_suspension_the_whole_screen_is_drawn_anew(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home")
    terminal.wait_for("2 articles")
    os.kill(terminal.child.pid, signal.SIGTSTP)
    while os.waitpid(terminal.child.pid, os.WUNTRACED | os.WNOHANG)[0] == 0:
        terminal._read()
    terminal._read()
    terminal.screen.reset()  # a terminal that comes back to the alternate screen finds it empty
    os.kill(terminal.child.pid, signal.SIGCONT)
    terminal.wait_for("2 articles(.|\n)*Facts")
    terminal.press("q")
    assert terminal.wait_for_the_end() == 0
