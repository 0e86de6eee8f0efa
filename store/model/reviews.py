"""A person's verdicts on facts: what is appended to the log, and what is read from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "reject", "correct", "unsure", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says the fact should read; "" leaves a part as it is."""

    who: str = ""
    what: str = ""
    when: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One line of the log."""

    id: int
    fact_key: str
    quote: str
    article: str
    """Stem of the article when the verdict was given."""
    verdict: Verdict
    note: str
    correction: Correction
    by: str
    at: str
    """ISO 8601, UTC."""
    in_force: bool
    """False once undone, and for the line that undoes."""
    undoes: int | None
    """The line that this one undoes; undoing an undo is a redo."""
    orphaned: bool
    """True where no article holds the quote any more."""
