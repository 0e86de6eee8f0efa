"""Errors that a user reads: each carries its own sentence and the exit code that goes with it."""

from __future__ import annotations

from pathlib import Path


class DatelineError(Exception):
    """Something that stops a command; ``str(error)`` is a sentence that names the file and the way out."""

    exit_code = 1


class UnreadableArticle(DatelineError):
    """One file that cannot be read as an article; the rest of the folder goes on."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


class BadFolder(DatelineError):
    """The folder is missing, is no folder, or holds no articles."""


class BadStore(DatelineError):
    """The store cannot be opened, is damaged, is newer than this program, or cannot be written."""


class WrongUsage(DatelineError):
    """Arguments that make no sense together."""

    exit_code = 2


class TornTies(DatelineError):
    """What was noted of the ties between articles does not fit the articles; a comparison of all of them mends it."""
