"""What was judged and how it stands, in a sentence short enough for the row of the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from store.model.claims import Claim
from store.model.reviews import Review, Verdict
from store.model.views import ClaimRow, FactRow
from tui.paint.line import shorten
from tui.paint.news import counted

DONE: dict[Verdict, str] = {
    "accept": "Accepted",
    "reject": "Rejected",
    "unsure": "Marked unsure",
    "note": "Noted",
    "correct": "Corrected",
}
STATES = {
    "": "unreviewed",
    "accept": "accepted",
    "reject": "rejected",
    "unsure": "marked unsure",
    "correct": "corrected",
}
_WHO, _NAME = 18, 42
"""Cells of a name: with the words around it, it fits a row of 80."""


class Turned(NamedTuple):
    """A verdict that was taken back or given again."""

    name: str
    note: bool
    states: frozenset[str]
    """The verdicts now in force for its facts, "" for none."""
    redo: bool


def name_of(subject: Claim | ClaimRow | FactRow | Review) -> str:
    """A fact in a few words: "Ada Lind, pledge “not to deploy…”"; by its quote where no article holds it any more."""
    if isinstance(subject, Review):
        return f"{shorten(subject.article, _WHO)}, “{shorten(_plain(subject.quote), _NAME - _WHO)}”"
    head = ", ".join(part for part in (shorten(_plain(subject.who), _WHO), subject.kind) if part)
    return f"{head} “{shorten(_plain(subject.what), _NAME - cell_len(head) - 3)}”"


def _plain(words: str) -> str:
    """In one line, without quotation marks around it: they are set anew."""
    return " ".join(words.split()).strip("“”\"'‘’ ")


def given_sentence(verdict: Verdict, lines: Sequence[int], name: str, undo_key: str) -> str:
    """How many facts have the verdict now; ``lines`` of the log for each that it was given on, 0 where it had it."""
    rows = sum(count > 0 for count in lines)
    way = f" {undo_key} undoes." if undo_key else ""
    if not rows:
        what = name if len(lines) == 1 else f"all {len(lines)}"
        return f"{DONE[verdict]} already: {what}."
    facts = counted(sum(lines), "fact")
    if len(lines) == 1:
        return f"{DONE[verdict]}: {facts}.{way}"
    in_rows = f" in {counted(rows, 'row')}" if sum(lines) != rows else ""
    before = f", {len(lines) - rows} already" if rows < len(lines) else ""
    return f"{DONE[verdict]}: {facts}{in_rows}{before}." + (f" {undo_key} takes back the last." if undo_key else "")


def turned_sentence(turned: Turned) -> str:
    """What was taken back or given again, and how it stands now."""
    what = "Note " if turned.note else ""
    word = "given again" if turned.redo else "taken back"
    again = "" if turned.note or turned.redo else " again"
    said = f"{what}{word}"
    return f"{said[0].upper()}{said[1:]}: {turned.name} is {_together(turned.states)}{again}."


def _together(states: frozenset[str]) -> str:
    if len(states) == 1:
        return STATES[next(iter(states))]
    return "partly reviewed" if "" in states else "reviewed in different ways"
