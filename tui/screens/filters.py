"""Narrow the facts by kind, speaker, outlet, place, review and whether they are new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from store.model.views import ClaimFilter
from tui.library import NO_FILTER
from tui.paint.filters import FIELDS, NEW, REVIEWED, TITLES, Field, Reviewed, chips_of, chosen, toggled
from tui.paint.line import Piece, padded
from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row


class FilterScreen(Overlay[ClaimFilter]):
    """Values with their counts, to be ticked; gives back the filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "tick", "Tick", priority=True, id="filter.tick"),
        Binding("enter", "apply", "Show these facts", priority=True, id="filter.apply"),
        Binding("backspace,c", "clear", "Clear all", id="filter.clear"),
    ]

    def __init__(
        self, choices: Mapping[str, Sequence[tuple[str, int]]], narrowed: ClaimFilter, *, at: Field | None = None
    ) -> None:
        super().__init__()
        self.choices = choices
        self.narrowed = narrowed
        self.at = at
        """The field whose first value the cursor begins on."""

    def compose(self) -> ComposeResult:
        """The values, and the keys."""
        yield LineList("Show only", self._rows, id="filter", empty="There is nothing to filter yet.")
        yield KeyLine(
            (
                ("tick", ("filter.tick",)),
                ("show", ("filter.apply",)),
                ("clear", ("filter.clear",)),
                ("back", ("overlay.leave",)),
                ("help", ("help",)),
            )
        )

    def on_mount(self) -> None:
        """Begin where the question was."""
        if self.at is not None:
            self.call_after_refresh(self._go_to, self.at)

    def _go_to(self, field: Field) -> None:
        listed = self.query_one(LineList)
        keys = [row.key for row in listed.rows]
        listed.put_cursor(next((at for at, key in enumerate(keys) if isinstance(key, tuple) and key[0] == field), 0))

    def _rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for field in FIELDS:
            values = self.choices.get(field, ())
            if values:
                rows += [Row(())] if rows else []
                rows.append(Row([Piece(TITLES[field], "heading")]))
                rows += [self._value_row(field, value, count, width) for value, count in values]
        if rows:
            rows += [Row(()), Row([Piece("New", "heading")])]
            rows.append(Row([_tick(ticked=self.narrowed.new), Piece("since you last looked")], NEW))
            rows += [Row(()), Row([Piece("Review", "heading")])]
            rows += [self._review_row(state, words) for state, words in REVIEWED.items()]
        return rows

    def _review_row(self, state: Reviewed, words: str) -> Row:
        return Row([_tick(ticked=self.narrowed.reviewed == state), Piece(words)], state)

    def _value_row(self, field: Field, value: str, count: int, width: int) -> Row:
        tick = _tick(ticked=value in chosen(self.narrowed, field))
        words = Piece(padded(value, max(8, min(48, width - 12))))
        return Row([tick, words, Piece(f"{count:>6}", "dim")], (field, value))

    def action_tick(self) -> None:
        """Tick the value under the cursor, or take its tick away."""
        key = self.query_one(LineList).key
        if isinstance(key, tuple):
            self.narrowed = toggled(self.narrowed, key[0], key[1])
        elif key == NEW:
            self.narrowed = replace(self.narrowed, new=not self.narrowed.new)
        elif key in REVIEWED:
            self.narrowed = replace(self.narrowed, reviewed="all" if self.narrowed.reviewed == key else key)
        self._show()

    def on_line_list_clicked(self, message: LineList.Clicked) -> None:
        """Tick the value that was clicked."""
        message.stop()
        if message.key is not None:
            self.action_tick()

    def action_clear(self) -> None:
        """Take all ticks away."""
        self.narrowed = NO_FILTER
        self._show()

    def action_apply(self) -> None:
        """Give the filter back; where one value was asked for and none is ticked, with the one under the cursor."""
        key = self.query_one(LineList).key
        if self.at is not None and isinstance(key, tuple) and not chosen(self.narrowed, self.at):
            self.narrowed = toggled(self.narrowed, key[0], key[1])
        self.dismiss(self.narrowed)

    def _show(self) -> None:
        chips = chips_of(self.narrowed)
        self.query_one(LineList).show(title=f"Show only {chips}" if chips else "Show only")


def _tick(*, ticked: bool) -> Piece:
    return Piece("[x] " if ticked else "[ ] ", "mark")
