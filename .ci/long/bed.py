"""What the long tests share: a scratch home, the installed command run in it, and a list of what went wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("dateline"))
PATIENCE = 120
NOBODY = 65534
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What must never reach a terminal."""

MEETING = (
    "Norway and Iceland will hold talks on fishing quotas in Oslo on May 3, 2019, the Norwegian foreign ministry said."
    "\n\n“We expect results,” said the minister, Kari Lund.\n"
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind; ``code`` is negative where a signal ended it."""

    code: int
    out: str
    err: str
    seconds: float


@dataclass(slots=True)
class Bed:
    """A place of its own for one script: folders, environment, and the verdicts so far."""

    place: Path
    failures: list[str] = field(default_factory=list)
    checks: int = 0

    @property
    def home(self) -> Path:
        return self.place / "home"

    @property
    def data(self) -> Path:
        """Where the stores lie."""
        return self.home / "data" / "dateline"

    def folder(self, name: str, files: Mapping[str, str | bytes]) -> Path:
        """A new folder with these files."""
        folder = self.place / name
        folder.mkdir(parents=True, exist_ok=True)
        for file, content in files.items():
            (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    def environment(self, **changed: str | None) -> dict[str, str]:
        """A user's plain environment with a home here; None takes a variable out."""
        plain: dict[str, str | None] = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            **changed,
        }
        return {key: value for key, value in plain.items() if value is not None}

    def run(
        self,
        *arguments: str | bytes | Path,
        env: Mapping[str, str] | None = None,
        unprivileged: bool = False,
        before: Sequence[str] = (),
        timeout: float = PATIENCE,
        cwd: Path | None = None,
    ) -> Ran:
        """``dateline ARGUMENTS``; as the user nobody where ``unprivileged`` and this is root."""
        lowered = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        command = [*before, *(lowered if unprivileged and os.getuid() == 0 else []), COMMAND, *arguments]
        started = time.perf_counter()
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                env=env if env is not None else self.environment(),
                timeout=timeout,
                cwd=cwd or self.place,
            )
        except subprocess.TimeoutExpired as hung:
            said = (hung.stderr or b"").decode("utf-8", "replace")
            return Ran(-99, "", f"HUNG for {timeout} s\n{said}", timeout)
        out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        return Ran(done.returncode, out, err, time.perf_counter() - started)

    def check(self, case: str, holds: bool, why: str = "") -> bool:
        """Note whether ``case`` went as it must."""
        self.checks += 1
        if not holds:
            self.failures.append(f"{case}: {why}")
            print(f"  FAILED {case}: {why}", flush=True)
        return holds

    def expect(
        self,
        case: str,
        ran: Ran,
        *,
        codes: Sequence[int] = (1,),
        says: Sequence[str] = (),
        shows: Sequence[str] = (),
        silent: bool = False,
    ) -> bool:
        """The exit code, the sentences on stderr, the data on stdout, and never a traceback or a raw control."""
        told = ran.err.strip().splitlines()
        print(f"{case:58} {ran.code:>3}  {ran.seconds:5.1f} s  {told[0][:150] if told else ''}", flush=True)
        wrong = []
        if ran.code not in codes:
            wrong.append(f"exit code {ran.code}, not {' or '.join(map(str, codes))}")
        if "Traceback" in ran.err or re.search(r"\w(?:Error|Exception):", ran.err):
            wrong.append(f"a traceback: {ran.err[-600:]}")
        if RAW.search(ran.err) or RAW.search(ran.out):
            wrong.append("raw control characters")
        wrong += [f"stderr does not say {words!r}: {ran.err[:300]!r}" for words in says if words not in ran.err]
        wrong += [f"stdout lacks {words!r}: {ran.out[:300]!r}" for words in shows if words not in ran.out]
        wrong += [f"is no sentence: {line!r}" for line in told if not _is_sentence(line)]
        if silent and ran.err:
            wrong.append(f"stderr is not empty: {ran.err[:200]!r}")
        return self.check(case, not wrong, "; ".join(wrong))

    def finish(self) -> int:
        """Print the sum; the exit code of the script."""
        print(f"{self.checks} checks, {len(self.failures)} failed")
        for failure in self.failures:
            print(f"  {failure}")
        return 1 if self.failures else 0


def _is_sentence(line: str) -> bool:
    """What the program or click says: a capital or a path first, a full stop or a list at the end."""
    return line.startswith(("Usage:", "Try ", "Error:", "dateline: ", " ")) or not line.strip()


def nameless(output: str) -> list[str]:
    """Rows of JSON without the ids that a talk or claim inherits, and without the order that only ids decide.

    These ids depend on what was there when the talk or claim was first seen.
    """
    rows = json.loads(output)
    for row in rows:
        row.pop("claim", None)
        if "parties" in row or "facts" in row:
            row.pop("id", None)
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


@contextmanager
def bed() -> Iterator[Bed]:
    """A scratch place that everybody may enter, removed at the end."""
    place = Path(tempfile.mkdtemp(prefix="dateline-long-"))
    place.chmod(0o755)
    made = Bed(place)
    made.home.mkdir()
    try:
        yield made
    finally:
        subprocess.run(["chmod", "-R", "u+rwX", str(place)], check=False, capture_output=True)
        shutil.rmtree(place, ignore_errors=True)


def story(bed: Bed, name: str = "story", count: int = 12) -> Path:
    """A folder of reports that differ a little."""
    days = ("May 3", "May 4", "May 9", "June 1")
    return bed.folder(
        name,
        {
            f"n{number:02}.txt": MEETING.replace("May 3", days[number % 4]) + f"\nReport {number} adds nothing.\n"
            for number in range(count)
        },
    )


def filled(bed: Bed, folder: Path, name: str) -> Path:
    """A store filled from ``folder``."""
    db = bed.place / name
    bed.expect(f"fill {name}", bed.run("load", folder, "--db", db), codes=(0,))
    return db


def give_away(path: Path) -> None:
    """Let the user nobody own everything under ``path``; nothing to do where this is not root."""
    if os.getuid() == 0:
        for found in [path, *path.rglob("*")]:
            os.chown(found, NOBODY, NOBODY, follow_symlinks=False)


def main(*parts: Callable[[Bed], None]) -> None:
    """Run the parts named on the command line, or all, in one bed, and exit with the verdict."""
    chosen = {argument for argument in sys.argv[1:] if not argument.startswith("-")} & {part.__name__ for part in parts}
    with bed() as made:
        for part in parts:
            if not chosen or part.__name__ in chosen:
                print(f"-- {part.__name__}: {(part.__doc__ or '').strip()}", flush=True)
                part(made)
        code = made.finish()
    sys.exit(code)
