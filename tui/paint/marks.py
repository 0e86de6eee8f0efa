"""What is marked in a text: facts laid out as runs that do not overlap, and the fact under an offset."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.model.spans import Span
from store.model.views import FactRow
from tui.paint.kinds import GROUPS, Group, group_of

_BLOCK = 512
"""Code points that are swept at once: a row of the screen touches two such blocks at most."""


class Run(NamedTuple):
    """A stretch marked by the same facts from end to end."""

    start: int
    end: int
    facts: tuple[int, ...]
    """Indices into the facts, the shortest fact first."""
    group: Group


class Marks:
    """The pieces of facts as runs, to be looked up by offset; meetings and events win the look over statements.

    Laid out where they are first looked at: a megabyte of news holds ten thousand facts, a screen shows thirty.
    """

    def __init__(self, facts: Sequence[FactRow]) -> None:
        self._facts = facts
        self._pieces: dict[int, list[tuple[int, int, int]]] = {}
        """Number of a block -> start, end and fact of what touches it."""
        self._runs: dict[tuple[int, int], Sequence[Run]] = {}
        for index, fact in enumerate(facts):
            for piece in fact.pieces or (fact.span,):
                if piece.start < piece.end:
                    for block in _blocks(piece.start, piece.end):
                        self._pieces.setdefault(block, []).append((piece.start, piece.end, index))

    def between(self, start: int, end: int) -> Sequence[Run]:
        """Runs that overlap ``[start, end)``, in text order."""
        return [run for run in self._near(start, end) if run.start < end and start < run.end]

    def at(self, offset: int) -> Run | None:
        """The run that holds ``offset``."""
        return next(iter(self.between(offset, offset + 1)), None)

    def next_fact(self, after: int) -> int | None:
        """The offset at which the next fact behind number ``after`` is the one under a caret; None after the last."""
        for index in range(after + 1, len(self._facts)):
            fact = self._facts[index]
            for piece in fact.pieces or (fact.span,):
                for run in self.between(piece.start, piece.end):
                    if run.facts[0] == index:
                        return run.start
        return None

    def _near(self, start: int, end: int) -> Sequence[Run]:
        """Runs of the blocks that ``[start, end)`` touches; where one leaves them, its end is not exact."""
        blocks = _blocks(start, end)
        runs = self._runs.get(place := (blocks.start, blocks.stop))
        if runs is None:
            pieces = {piece for block in blocks for piece in self._pieces.get(block, ())}
            runs = self._runs[place] = _sweep(pieces, self._facts)
        return runs


def _blocks(start: int, end: int) -> range:
    return range(start // _BLOCK, max(start, end - 1) // _BLOCK + 1)


def _sweep(pieces: Iterable[tuple[int, int, int]], facts: Sequence[FactRow]) -> list[Run]:
    edges = sorted(edge for start, end, index in pieces for edge in ((start, True, index), (end, False, index)))
    runs: list[Run] = []
    open_pieces: dict[int, int] = {}
    since = 0
    for place, opens, index in edges:
        if open_pieces and place > since:
            runs.append(_run(since, place, open_pieces, facts))
        since = place
        open_pieces[index] = open_pieces.get(index, 0) + (1 if opens else -1)
        if not open_pieces[index]:
            del open_pieces[index]
    return runs


def _run(start: int, end: int, open_pieces: dict[int, int], facts: Sequence[FactRow]) -> Run:
    def length(index: int) -> int:
        span: Span = facts[index].span
        return span.end - span.start

    held = tuple(sorted(open_pieces, key=length))
    groups = {group_of(facts[index].kind) for index in held}
    return Run(start, end, held, next(group for group in GROUPS if group in groups))
