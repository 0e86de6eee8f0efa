"""How long a key takes to the last of what it paints, in a short article and in one of a megabyte.

    python -m tests.bench.article_keys [--runs N] [KILOBYTES KILOBYTES]

The dashboard runs in a pseudo-terminal of 120x40 over a clock that stands still, so that nothing is drawn but what a
key asks for. Prints median and 95th percentile in milliseconds for both lengths, and how the medians compare. Exit
code 1 where the longer article takes more than twice the time of the shorter one, by more than two frames of the
screen (rows that are not at hand are painted a frame later), or a median is over the limit.
"""

from __future__ import annotations

import argparse
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from fcntl import ioctl
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from termios import TIOCSWINSZ

from tests.bench.article_length import article_of

LENGTHS = (20, 1_000)
"""Kilobytes."""
MOST_TIMES, MOST_MS = 2.0, 100.0
FRAMES = 2 * 1000 / 60
"""Milliseconds of two frames: nothing is painted more often."""
QUIET = 0.6
"""Seconds without a byte after which a screen counts as painted."""
PATIENCE = 60.0
WIDE, NARROW = (40, 120), (36, 112)
NOON = datetime(2019, 5, 1, 12, tzinfo=UTC)
DOWN, PAGE_DOWN = "j", "\x1b[6~"
OPENED = "long · published".encode()
"""What stands above the text of the long article: its first screen is there; all marks of a megabyte come later."""


class Terminal:
    """The dashboard in a pseudo-terminal, and a watch."""

    def __init__(self, db: Path) -> None:
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", XDG_STATE_HOME=str(db.parent))
            os.execv(sys.executable, [sys.executable, "-m", __spec__.name, "--show", str(db)])
        self.resize(*WIDE)
        self.painted(first=PATIENCE)

    def painted(self, first: float = 2.0, mark: bytes = b"") -> float:
        """Read until nothing more comes; when the last byte came, or the ``mark``. Waits ``first`` s for the first."""
        last, seen, patience = time.perf_counter(), 0.0, first
        while select.select([self.end], [], [], patience)[0]:
            drawn = os.read(self.end, 1 << 16)
            last, patience = time.perf_counter(), QUIET
            seen = seen or (last if mark and mark in drawn else 0.0)
        return seen or last

    def resize(self, lines: int, columns: int) -> None:
        """Make the window another size."""
        ioctl(self.end, TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, *keys: str) -> None:
        """Press keys, each when the one before has been painted."""
        for key in keys:
            os.write(self.end, key.encode())
            self.painted()

    def time_of(self, action: Callable[[], object], mark: bytes = b"") -> float:
        """Milliseconds from an action to the last of what it paints, or to the ``mark``."""
        started = time.perf_counter()
        action()
        return (self.painted(mark=mark) - started) * 1000

    def times_of(self, runs: int, *keys: str, mark: bytes = b"") -> list[float]:
        """Milliseconds of each of the keys, pressed in turn."""
        return [self.time_of(partial(os.write, self.end, keys[run % len(keys)].encode()), mark) for run in range(runs)]


@contextmanager
def dashboard(db: Path) -> Iterator[Terminal]:
    """The dashboard over a store, ended afterwards."""
    terminal = Terminal(db)
    try:
        yield terminal
    finally:
        os.kill(terminal.pid, signal.SIGKILL)
        os.waitpid(terminal.pid, 0)
        os.close(terminal.end)


def show(db: Path) -> None:
    """The dashboard itself, its clocks standing still, nothing loaded."""
    from store.clock import StoppedClock
    from store.reader import Reader
    from tui.app import DatelineApp
    from tui.library import Readers
    from tui.session import Clocks

    DatelineApp(Readers(partial(Reader, db)), Clocks(StoppedClock(NOON), StoppedClock), as_of=NOON).run()


def fill(place: Path, kilobytes: int) -> Path:
    """A store with a note and below it an article of that length."""
    from store.refresh import refresh

    folder = place / f"{kilobytes}"
    folder.mkdir()
    (folder / "long.txt").write_text(article_of(kilobytes), encoding="utf-8")
    (folder / "note.txt").write_text("A note\n\nPeru said on Monday that nothing had changed.\n", encoding="utf-8")
    (folder / "articles.toml").write_text(
        '["long.txt"]\npublished = 2019-04-29\n["note.txt"]\npublished = 2019-04-30\n', encoding="utf-8"
    )
    refresh([folder], place / f"{kilobytes}.db")
    return place / f"{kilobytes}.db"


def measure(db: Path, runs: int) -> dict[str, list[float]]:
    """Milliseconds of every run of every action."""
    with dashboard(db) as terminal:
        times: dict[str, list[float]] = {"open from Articles": []}
        for _ in range(runs):
            terminal.press("1", "g", "\r", "1", DOWN)
            times["open from Articles"] += terminal.times_of(1, "\r", mark=OPENED)
        times["down"] = terminal.times_of(runs, DOWN)
        times["page down"] = terminal.times_of(runs, PAGE_DOWN)
        times["G"], times["g"] = [], []
        for _ in range(runs):
            times["G"] += terminal.times_of(1, "G")
            times["g"] += terminal.times_of(1, "g")
        terminal.press(PAGE_DOWN, PAGE_DOWN)
        times["next word"] = terminal.times_of(runs, "l")
        times["zoom"] = terminal.times_of(runs, "z")
        times["fold"] = terminal.times_of(runs, "F")
        times["resize"] = [
            terminal.time_of(partial(terminal.resize, *(WIDE if run % 2 else NARROW))) for run in range(runs // 2 * 2)
        ]
        terminal.press("4", "g")
        times["down in Facts"] = terminal.times_of(runs, DOWN)
        times["page down in Facts"] = terminal.times_of(runs, PAGE_DOWN)
        terminal.press("g")
        times["G, g in Facts"] = terminal.times_of(runs, "G", "g")
    return times


def report(short: dict[str, list[float]], long: dict[str, list[float]], lengths: tuple[int, int]) -> int:
    """Print the table; 1 where a limit is exceeded."""
    first, second = (f"{kilobytes} KB" for kilobytes in lengths)
    print(f"{'ms, median (95 %)':22}{first:>18}{second:>18}{'ratio':>8}")
    code = 0
    for name in short:
        medians = median(short[name]), median(long[name])
        cells = [f"{median(times):.1f} ({quantiles(times, n=20)[-1]:.1f})" for times in (short[name], long[name])]
        slower = medians[1] > MOST_TIMES * medians[0] and medians[1] > medians[0] + FRAMES
        over = slower or medians[1] > MOST_MS
        code |= over
        print(f"{name:22}{cells[0]:>18}{cells[1]:>18}{medians[1] / medians[0]:8.2f}{'  over the limit' * over}")
    return code


def main() -> int:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kilobytes", nargs="*", type=int, default=LENGTHS)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--show", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.show:
        show(arguments.show)
        return 0
    first, second = arguments.kilobytes
    with tempfile.TemporaryDirectory() as place:
        short, long = (measure(fill(Path(place), kilobytes), arguments.runs) for kilobytes in (first, second))
    return report(short, long, (first, second))


if __name__ == "__main__":
    sys.exit(main())
