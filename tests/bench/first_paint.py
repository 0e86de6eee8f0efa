"""How long the first complete screen takes and how much memory it holds, as a ratio to a bare Textual app.

    python tests/bench/first_paint.py [--runs N] [FOLDER]

Both programs run in a pseudo-terminal of 120x40, in turn; the store of FOLDER (by default the sample story) is filled
before. Exit code 1 where a ratio exceeds its limit.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

ROOT = Path(__file__).parents[2]
LIMIT = 1.5
PATIENCE = 30.0
BARE_MARKS = (re.compile(rb"first pane"), re.compile(rb"fourth pane"), re.compile(rb"Quit"))
OWN_MARKS = (
    re.compile(rb"\d+d \d\d:\d\d:\d\d"),  # a countdown
    re.compile(rb"\d+ articles"),  # the totals
    re.compile(rb"published "),  # the open article
    re.compile(rb"origins"),  # the heads of the facts
    re.compile(rb"filter"),  # the keys
)


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first complete screen, and the most memory held until then, in MiB."""

    seconds: float
    memory: float


def start(command: list[str], marks: tuple[re.Pattern[bytes], ...]) -> Start:
    """Start a program in a pseudo-terminal and wait until all marks were drawn."""
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execvp(command[0], command)
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    try:
        drawn = b""
        while not all(mark.search(drawn) for mark in marks):
            waited = time.perf_counter() - begun > PATIENCE
            if waited or not select.select([terminal], [], [], PATIENCE)[0]:
                missing = [mark.pattern for mark in marks if not mark.search(drawn)]
                raise SystemExit(f"{command} never drew {missing}")
            drawn += os.read(terminal, 1 << 16)
        return Start(time.perf_counter() - begun, _peak_memory(pid))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _peak_memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def main() -> int:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "articles")
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        db = Path(home) / "story.db"
        load = [sys.executable, "-m", "tui", "load", str(arguments.folder), "--db", str(db)]
        subprocess.run(load, check=True, cwd=ROOT)
        bare = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
        own = [sys.executable, "-m", "tui", str(arguments.folder), "--db", str(db)]
        os.chdir(ROOT)
        pairs = [(start(bare, BARE_MARKS), start(own, OWN_MARKS)) for _ in range(arguments.runs)]
    return report(pairs)


def report(pairs: list[tuple[Start, Start]]) -> int:
    """Print medians and ratios; 1 where one exceeds the limit."""
    code = 0
    figures = (
        ("first screen", "ms", [(bare.seconds * 1000, own.seconds * 1000) for bare, own in pairs]),
        ("memory", "MiB", [(bare.memory, own.memory) for bare, own in pairs]),
    )
    for name, unit, values in figures:
        bare, own = (statistics.median(side) for side in zip(*values, strict=True))
        ratio = own / bare
        print(f"{name}: bare {bare:.0f} {unit}, dashboard {own:.0f} {unit}, ratio {ratio:.2f} (limit {LIMIT})")
        code |= ratio > LIMIT
    return code


if __name__ == "__main__":
    sys.exit(main())
