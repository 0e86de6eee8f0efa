"""Where the reports disagree: one conflict at a time, its sides beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from store.model.claims import Conflict, Evidence
from tui.back import ConflictPlace, Leap
from tui.paint.line import Line, Look, Piece
from tui.paint.quotes import in_columns, marked_lines, side_lines
from tui.paint.when import value_label
from tui.screens.copying import COPY
from tui.screens.overlay import Overlay
from tui.session import Step, Trail
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row

_NARROWEST = 30
"""Cells of a column below which sides stand under each other."""


class ConflictsScreen(Overlay[Leap]):
    """Walks the conflicts; gives back the evidence of the side that was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "walk(1)", "Next conflict", id="conflicts.next"),
        Binding("N", "walk(-1)", "Previous conflict", id="conflicts.previous"),
        Binding("right,l", "side(1)", "Next side", id="conflicts.side_right"),
        Binding("left,h", "side(-1)", "Previous side", id="conflicts.side_left"),
        Binding("enter", "open", "Open the side's evidence", priority=True, id="conflicts.open"),
        COPY,
        Binding("c", "leave", "Back", show=False, id="conflicts.leave"),
    ]

    def __init__(
        self,
        conflicts: Sequence[Conflict],
        today: date,
        copy: Callable[[Sequence[Evidence]], object],
        at: ConflictPlace | None = None,
    ) -> None:
        super().__init__()
        self.copy_evidence = copy
        self.conflicts = conflicts
        self.today = today
        self.index = 0
        self.side = 0
        self._width = self._head = 0
        """Cells of a line, and lines above the sides, as last laid out."""
        for index, conflict in enumerate(conflicts):
            if at is not None and conflict.id == at.conflict_id:
                self.index, self.side = index, min(at.side, len(conflict.sides) - 1)

    def compose(self) -> ComposeResult:
        """The conflict, and the keys."""
        yield LineList(self._title(), self._rows, id="conflicts", empty="The reports do not disagree on anything.")
        yield KeyLine(
            (
                ("back", ("overlay.leave",)),
                ("conflict", ("conflicts.next", "conflicts.previous")),
                ("side", ("conflicts.side_left", "conflicts.side_right")),
                ("open", ("conflicts.open",)),
                ("help", ("help",)),
                ("copy", ("copy",)),
            )
        )

    def _title(self) -> str:
        return f"Conflict {self.index + 1} of {len(self.conflicts)}" if self.conflicts else "Conflicts"

    def _rows(self, width: int) -> list[Row]:
        if not self.conflicts:
            return []
        conflict = self.conflicts[self.index]
        head = [*marked_lines(f"{conflict.kind}: {conflict.subject}", (), width, "heading")]
        head += [*marked_lines(f"cause: {conflict.cause}", (), width, "mark"), ()]
        self._width, self._head = width, len(head)
        columns = [self._column(conflict, index, width) for index in range(len(conflict.sides))]
        return [Row(line) for line in [*head, *columns_or_stack(columns, width)]]

    def _column(self, conflict: Conflict, index: int, width: int) -> list[Line]:
        count = len(conflict.sides)
        room = column_width(count, width)
        mark = "▶ " if index == self.side else "  "
        look: Look = "heading" if index == self.side else "dim"
        side = conflict.sides[index]
        if conflict.kind == "date":
            side = replace(side, value=value_label(side.value, self.today))
        return [[Piece(f"{mark}side {index + 1}", look)], *side_lines(side, room)]

    def on_line_list_clicked(self, message: LineList.Clicked) -> None:
        """Pick the side that was clicked; twice opens its evidence."""
        message.stop()
        if self.conflicts and message.row >= self._head:
            self.side = self._side_at(message.row - self._head, message.x - 1)
            self.query_one(LineList).show()
            if message.times == 2:
                self.action_open()

    def _side_at(self, line: int, x: int) -> int:
        conflict = self.conflicts[self.index]
        count = len(conflict.sides)
        room = column_width(count, self._width)
        if room < self._width:
            return max(0, min(x // (room + 3), count - 1))
        for side in range(count):
            line -= len(self._column(conflict, side, self._width)) + 1
            if line < 0:
                return side
        return count - 1

    def action_walk(self, by: int) -> None:
        """Show the next or previous conflict."""
        if self.conflicts:
            self.index = (self.index + by) % len(self.conflicts)
            self.side = 0
            self.query_one(LineList).show(title=self._title(), to_top=True)

    def action_side(self, by: int) -> None:
        """Pick another side."""
        if self.conflicts:
            self.side = (self.side + by) % len(self.conflicts[self.index].sides)
            self.query_one(LineList).show()

    def action_copy_quote(self) -> None:
        """Copy the quotes of the picked side, with their citations."""
        if self.conflicts:
            self.copy_evidence(self.conflicts[self.index].sides[self.side].evidence)

    def action_open(self) -> None:
        """Go to the evidence of the picked side."""
        if not self.conflicts or not self.conflicts[self.index].sides[self.side].evidence:
            return
        conflict = self.conflicts[self.index]
        chosen = conflict.sides[self.side].evidence
        order = [*chosen, *(other for side in conflict.sides for other in side.evidence if other not in chosen)]
        trail = Trail(title=conflict.subject, steps=tuple(Step.of(evidence) for evidence in order))
        self.dismiss(Leap(trail, ConflictPlace(conflict.id, self.side)))


def column_width(count: int, width: int) -> int:
    """Cells of each of ``count`` columns, or the whole width where they would be too narrow."""
    beside = (width - 3 * (count - 1)) // max(1, count)
    return beside if beside >= _NARROWEST else width


def columns_or_stack(columns: Sequence[Sequence[Line]], width: int) -> list[Line]:
    """The columns beside each other, or under each other where they would be too narrow."""
    room = column_width(len(columns), width)
    if room < width or len(columns) == 1:
        return in_columns(columns, room)
    return [line for column in columns for line in [*column, ()]]
