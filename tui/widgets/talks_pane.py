"""Pane 3: the month grid, and under it the talks with a countdown for every claimed date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from store.model.claims import Talk, TalkClaim
from tui.paint.line import Line, Piece
from tui.paint.month import GAP, GRID_WIDTH, DayMark, DayMarks, day_at, month_grid, month_title, months_from
from tui.paint.talk_days import coming_talks, day_marks, is_past, next_day
from tui.paint.talks import TalkRow, date_line, heading_line, mark_of, talk_rows
from tui.paint.when import EPOCH, day_of, here
from tui.widgets.lines import LinesPane

_ROOM_FOR_GRID = 14
_ROOM_FOR_TWO = 36
_MOST_ACROSS = 4
MARK_WORDS = {"*": "talk", "?": "disputed", "~": "assumed", "-": "off"}


class TalksPane(LinesPane):
    """Talks as seen at ``now``; once a second only the lines with a countdown are drawn again."""

    number: ClassVar[int] = 3

    talks: var[Sequence[Talk]] = var((), init=False)
    now: var[datetime] = var(EPOCH, init=False)
    zone: var[str] = var("UTC", init=False)
    filling: var[bool] = var(default=False, init=False)
    unheard: var[str] = var("", init=False)

    @dataclass
    class DateOpened(Message):
        """The evidence of a claimed date is asked for."""

        talk: Talk
        claim: TalkClaim

    @dataclass
    class TalkOpened(Message):
        """The card of a talk is asked for."""

        talk: Talk

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rows: list[TalkRow] = []
        self._marks: Mapping[date, DayMark] = {}
        self._next_day: date | None = None
        self._legend = ""
        self._head: list[Line] | None = None
        self._lost: TalkRow | None = None
        """Where the cursor was before its talk went out of the list; it comes back with it."""

    @property
    def title_text(self) -> str:
        """The pane's title, with the month where the grid shows but one."""
        months = self.months()
        if self.has_grid and len(months) == 1:
            return f"Talks — {month_title(months[0])}"
        return "Talks"

    @property
    def has_grid(self) -> bool:
        """True where the pane has room for the month grid."""
        return self.content_size.height >= _ROOM_FOR_GRID and self.text_width >= GRID_WIDTH and bool(self.talks)

    @property
    def head_height(self) -> int:
        """Lines of the grid, and an empty one below it."""
        return len(self._grid()) + 1 if self.has_grid else 0

    def months(self) -> list[date]:
        """The months of the grid: as many as fit, today's first where the picked day is in sight with it."""
        today = here(self.now, self.zone).date()
        shown = self._picked_day() or self._next_day or today
        fit = self._months_across() * self._months_down()
        ahead = (shown.year - today.year) * 12 + shown.month - today.month
        return months_from(today if 0 <= ahead < fit else shown, fit)

    def _months_across(self) -> int:
        return max(1, min(_MOST_ACROSS, (self.text_width + GAP) // (GRID_WIDTH + GAP)))

    def _months_down(self) -> int:
        """Two where that leaves more than half the pane to the list, else one."""
        return 2 if self._months_across() > 1 and self.content_size.height >= _ROOM_FOR_TWO else 1

    def _picked_day(self) -> date | None:
        return _day_of(self.picked)

    def _grid(self) -> list[Line]:
        if self._head is None:
            months, across = self.months(), self._months_across()
            picked = self._picked_day() if self.has_focus else None
            marks = DayMarks(talks=self._marks, today=here(self.now, self.zone).date(), picked=picked)
            margin = Piece(" " * max(0, (self.text_width - across * (GRID_WIDTH + GAP) + GAP) // 2))
            rows = [months[first : first + across] for first in range(0, len(months), across)]
            grids = [month_grid(row, marks) for row in rows]
            self._head = [[margin, *line] for index, grid in enumerate(grids) for line in [*[()] * (index > 0), *grid]]
        return self._head

    def paint_head(self, width: int) -> list[Line]:
        """The month grid."""
        return self._grid() if self.has_grid else []

    def row_count(self) -> int:
        """Lines of the list."""
        return len(self.rows)

    def selectable(self, row: int) -> bool:
        """The cursor rests on talks and dates."""
        return self.rows[row].selectable

    def position(self) -> str:
        """Which of the talks the cursor is on, and what the marks mean."""
        talk = self.picked.talk
        names = list(dict.fromkeys(row.talk.id for row in self.rows if row.talk))
        at = f"{names.index(talk.id) + 1}/{len(names)}" if talk else ""
        return " · ".join(part for part in (self._legend, at) if part)

    def paint_row(self, row: int, part: int, width: int) -> Line:
        """A heading, a date with its countdown, or a line of text."""
        item = self.rows[row]
        cursor = Piece(">" if row == self.cursor and item.selectable else " ")
        if item.talk is None:
            return [Piece(f" {item.text}", "strong")]
        if item.claim is not None:
            return [cursor, Piece(" "), *date_line(item.talk, item.claim, self.now, width - 2)]
        if item.heading:
            past = is_past(item.talk, self.now)
            return [cursor, *heading_line(item.talk, self.now, width - 1, past=past)]
        return [Piece(f"   {item.text}")]

    def empty_text(self) -> str:
        """Why the pane is empty, and what to do about it."""
        return "Reading the folder…" if self.filling else self.unheard or "No article announces talks."

    def watch_talks(self) -> None:
        """Show the talks that came down."""
        self.rows_changed()

    def watch_unheard(self) -> None:
        """Say why there is nothing."""
        self.refresh()

    def watch_filling(self) -> None:
        """Say that the folder is being read."""
        self.refresh()

    def watch_zone(self) -> None:
        """Today may be another day."""
        self.rows_changed()

    def watch_now(self, before: datetime, after: datetime) -> None:
        """Draw the countdowns again; where a day begins or the clock was moved, everything."""
        if abs((after - before).total_seconds()) > 5 or before.minute != after.minute:
            self.rows_changed()
            return
        top, room = self.scroll_offset.y, self.room
        for row in range(top, min(top + room, len(self.rows))):
            if self.rows[row].claim is not None:
                self.refresh(Region(0, self.head_height + row - top, self.text_width, 1))

    def lay_out(self) -> None:
        """Break the list into lines, the cursor on the same one as before."""
        self._head = None
        self._marks = day_marks(self.talks)
        coming = coming_talks(self.talks, self.now)
        self._next_day = next_day(coming[0], self.now) if coming else None
        kept = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        self.rows = talk_rows(self.talks, self.now, self.text_width - 1, self.zone)
        seen = {mark_of(row.talk, row.claim) for row in self.rows if row.talk and row.claim} | {*self._marks.values()}
        self._legend = " ".join(f"{mark} {word}" for mark, word in MARK_WORDS.items() if mark in seen)
        for place in (self._lost, kept):
            if place is None or place.talk is None:
                continue
            row = next((row for row, item in enumerate(self.rows) if _same_place(item, place)), None)
            self.set_reactive(TalksPane.cursor, row or 0)
            if row is None:
                self._lost = self._lost or place
                continue
            self._lost = None if place is self._lost else self._lost
            return

    @property
    def picked(self) -> TalkRow:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else TalkRow()

    def cursor_moved(self) -> None:
        """Look no more for the place that was lost: a person has chosen another."""
        self._lost = None

    def watch_cursor(self, before: int, after: int) -> None:
        """Follow the cursor with the grid."""
        self._head = None
        super().watch_cursor(before, after)
        self.show_border()
        self.refresh()

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001
        """Show the picked day in the grid while the pane has the focus."""
        self._head = None
        super().watch_has_focus(has_focus)

    def head_clicked(self, x: int, y: int) -> None:
        """Go to the talk of the day that was clicked."""
        months, across = self.months(), self._months_across()
        left = (self.text_width - across * (GRID_WIDTH + GAP) + GAP) // 2
        for first in range(0, len(months), across):
            shown = months[first : first + across]
            day = day_at(shown, x - max(0, left), y)
            dated = [at for at, row in enumerate(self.rows) if row.selectable and day and day == _day_of(row)]
            # The date itself rather than the heading of its talk.
            rows = [at for at in dated if self.rows[at].claim is not None] or dated
            if rows:
                self.move_to(rows[0])
                return
            y -= len(month_grid(shown, DayMarks(talks={}, today=shown[0]))) + 1

    def action_open(self) -> None:
        """Walk the evidence of the date under the cursor, or open the talk's card."""
        row = self.picked
        if row.talk is not None and row.claim is not None:
            self.post_message(self.DateOpened(row.talk, row.claim))
        elif row.talk is not None:
            self.post_message(self.TalkOpened(row.talk))


def _day_of(row: TalkRow) -> date | None:
    """The day of a claimed date, else the first one of the talk."""
    if row.claim is not None:
        return day_of(row.claim.value)
    return day_of(row.talk.start) if row.talk is not None else None


def _same_place(row: TalkRow, kept: TalkRow) -> bool:
    if row.talk is None or kept.talk is None or row.talk.id != kept.talk.id or row.heading != kept.heading:
        return False
    return (row.claim.value if row.claim else "") == (kept.claim.value if kept.claim else "")
