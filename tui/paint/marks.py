"""What is marked in a text: facts laid out as runs that do not overlap, and the fact under an offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from store.model.spans import Span
from store.model.views import FactRow
from tui.paint.kinds import GROUPS, Group, group_of


class Run(NamedTuple):
    """A stretch marked by the same facts from end to end."""

    start: int
    end: int
    facts: tuple[int, ...]
    """Indices into the facts, the shortest fact first."""
    group: Group


@dataclass(frozen=True, slots=True)
class Marks:
    """Runs in text order, to be looked up by offset."""

    runs: tuple[Run, ...] = ()
    starts: tuple[int, ...] = ()

    def between(self, start: int, end: int) -> Sequence[Run]:
        """Runs that overlap ``[start, end)``, in text order."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_right(self.starts, end - 1)
        return [run for run in self.runs[first:last] if run.start < end and start < run.end]

    def at(self, offset: int) -> Run | None:
        """The run that holds ``offset``."""
        index = bisect_right(self.starts, offset) - 1
        return self.runs[index] if index >= 0 and offset < self.runs[index].end else None


def lay_marks(facts: Sequence[FactRow]) -> Marks:
    """The pieces of ``facts`` as runs; where facts overlap, meetings and events win the look over statements."""
    edges: list[tuple[int, bool, int]] = []
    for index, fact in enumerate(facts):
        for piece in fact.pieces or (fact.span,):
            if piece.start < piece.end:
                edges.append((piece.start, True, index))
                edges.append((piece.end, False, index))
    edges.sort()
    runs = _sweep(edges, facts)
    return Marks(tuple(runs), tuple(run.start for run in runs))


def _sweep(edges: Sequence[tuple[int, bool, int]], facts: Sequence[FactRow]) -> list[Run]:
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
