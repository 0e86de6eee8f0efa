"""The three streams of a command: open from its first line to its last, and told of where one cannot be written."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

from tui.faults import sentence_of


def open_streams() -> None:
    """Put the null device where a stream was closed, so that no file of ours takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def set_encodings() -> None:
    """Data that goes into a file or pipe is UTF-8 everywhere; a terminal shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))


def is_terminal() -> bool:
    """True where a dashboard can be drawn."""
    streams = (sys.stdin, sys.stdout, sys.stderr)  # Textual draws on the last
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM", "") not in {"dumb", ""}


def complain_of(error: Exception) -> None:
    """Say on stderr, in one sentence, what went wrong."""
    from tui.listing import complain

    with suppress(OSError):  # where stderr itself is full
        complain(sentence_of(error))


def is_flushed(stream: TextIO) -> bool:
    """Write out what is left of a stream; where that fails it is said here, for Python says it at length."""
    try:
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if error.errno != errno.EPIPE:
            complain_of(error)
        return False
    return True
