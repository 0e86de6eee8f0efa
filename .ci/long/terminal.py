"""A terminal of one's own: types, resizes, reads the screen, and keeps every byte that the program sent."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from contextlib import suppress

import pyte
from bed import Bed

ROWS, COLUMNS = 40, 120

BETWEEN_KEYS = 0.15
READY = 20
"""Seconds to wait for a screen."""
OFF = ("\x1b[?1049l", "\x1b[?25h")
"""Alternate screen off, cursor on: what a terminal must have been told in the end."""
TOUR = (
    *("1", "j", "j", "\r", "G", "g", "2", "\x1b[6~", "\x1b[6~", "G", "g", "j", "j", "\r", "n", "N"),
    *("3", "j", "j", "\r", "n", "n", "\x1b", "\x1b", "4", "j", "j", "\r", "n", "\x1b", "\x1b"),
    *("c", "j", "n", "\r", "\x1b", "\x1b", "/", "t", "a", "l", "k", "\x1b[B", "\r", "\x1b", "\x1b"),
    *("f", "j", " ", "\r", "f", "\x1b", "t", "[", "]", "{", "}", "z", "z", "?", "\x1b[6~", "\x1b", "p", "\x1b"),
    *("\x10", "t", "h", "e", "\x1b", "y", "a", "U", "\t", "\t", "\x1b[Z", "r"),
)
"""Every pane and overlay, by key."""


class Terminal:
    """A person at a terminal: types, resizes, and keeps every byte that the program sent."""

    def __init__(
        self, bed: Bed, command: list[str], rows: int = ROWS, columns: int = COLUMNS, **env: str | None
    ) -> None:
        self.screen = pyte.Screen(max(1, columns), max(1, rows))
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.terminal, beyond = pty.openpty()
        self._set_size(rows, columns)
        self.before = self.modes()
        self.child = subprocess.Popen(
            command,
            stdin=beyond,
            stdout=beyond,
            stderr=beyond,
            env=bed.environment(COLORTERM="truecolor", **env),
            cwd=bed.place,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )
        os.close(beyond)

    def _set_size(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def modes(self) -> list[object]:
        """What ``stty`` would show."""
        return termios.tcgetattr(self.terminal)[:4]

    @property
    def is_alive(self) -> bool:
        return self.child.poll() is None

    def read(self, seconds: float = 0.1) -> str:
        """Take in what the program draws until it is quiet for ``seconds``; the screen as text."""
        until = time.monotonic() + 5
        while time.monotonic() < until and select.select([self.terminal], [], [], seconds)[0]:
            try:
                got = os.read(self.terminal, 1 << 16)
            except OSError:  # the program has ended
                break
            self.raw += got
            self.stream.feed(got)
        return "\n".join(self.screen.display)

    def wait_for(self, pattern: str, seconds: float = READY) -> str:
        """Read until the screen shows ``pattern``; "" where it never does."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            shown = self.read()
            if re.search(pattern, shown):
                return shown
            if not self.is_alive:
                break
        return ""

    def press(self, *keys: str) -> str:
        """Type and look."""
        for key in keys:
            self.send(key)
            self.read(BETWEEN_KEYS)
        return self.read()

    def send(self, key: str) -> None:
        with suppress(OSError):
            os.write(self.terminal, key.encode())

    def resize(self, rows: int, columns: int) -> None:
        self.screen.resize(max(1, rows), max(1, columns))
        self._set_size(rows, columns)

    def end(self, seconds: float = 10) -> int | None:
        """Wait for the end; the exit code, negative for a signal, None where it goes on."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.is_alive:
            self.read()
        self.read()
        return self.child.poll()

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self.terminal)

    def close(self) -> None:
        with suppress(OSError):
            os.close(self.terminal)
        with suppress(ProcessLookupError):
            os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()

    @property
    def text(self) -> str:
        return self.raw.decode("utf-8", "replace")
