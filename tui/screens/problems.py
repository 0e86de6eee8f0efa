"""The files that could not be read, each with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.paint.line import Piece
from tui.paint.safe import safe_text
from tui.paint.wrap import wrap_text
from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row


class ProblemsScreen(Overlay[None]):
    """A list of paths and sentences; one can be copied."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "copy", "Copy the sentence", id="problems.copy")]

    def __init__(self, problems: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.problems = problems

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        yield LineList("Files that could not be read", self._rows, id="problems", empty="Every file was read.")
        yield KeyLine((("back", ("overlay.leave",)), ("copy", ("problems.copy",)), ("help", ("help",))))

    def _rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for index, (path, sentence) in enumerate(self.problems):
            rows.append(Row([Piece(path, "strong")], index))
            rows += [Row([Piece(f"  {span.of(sentence)}")]) for span in wrap_text(sentence, width - 2)]
        return rows

    def action_copy(self) -> None:
        """Copy path and sentence of the problem under the cursor."""
        key = self.query_one(LineList).key
        if isinstance(key, int):
            self.app.copy_to_clipboard(safe_text(": ".join(self.problems[key])))
            self.notify("Copied.", markup=False)
