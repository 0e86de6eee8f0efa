"""``python -m store.refresh DB FOLDER...``: loads in a process of its own and prints a JSON object a step."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

from store.errors import DatelineError
from store.refresh import refresh


def main(arguments: list[str]) -> int:
    """Load; ``{"done", "total", "article"}`` a step, at the end ``{"summary"}``. The exit code; errors go to stderr."""
    db, *paths = arguments
    try:
        summary = refresh([Path(path) for path in paths], Path(db), jobs=os.cpu_count() or 1, progress=_tell)
    except DatelineError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    _print({"summary": summary})
    return 1 if summary.problems else 0


def _tell(done: int, total: int, name: str) -> None:
    _print({"done": done, "total": total, "article": name})


def _print(value: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
