"""The month grid: which days carry a talk, which are disputed, and where today stands, legible without colour."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import Literal

from tui.paint.line import Line, Look, Piece

DayMark = Literal["*", "~", "?"]
GRID_WIDTH = 7 * 4 + 1
"""Cells of one month: a margin and seven days of a mark, two digits and a gap."""
GAP = 2
_WEEKDAYS = " " + "".join(f" {name} " for name in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMarks:
    """What the grid marks: days with talks, today, and the day under the cursor."""

    talks: Mapping[date, DayMark]
    today: date
    picked: date | None = None


def month_title(month: date) -> str:
    """The name over a grid: "January 2022"."""
    return f"{calendar.month_name[month.month]} {month.year}"


def months_from(month: date, count: int) -> list[date]:
    """The first days of ``count`` months, that of ``month`` first; those past year 9999 are left out."""
    index = month.year * 12 + month.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(index, index + count) if at // 12 <= date.max.year]


def month_grid(months: Sequence[date], marks: DayMarks) -> list[Line]:
    """The months side by side: a line of weekdays and as many lines of weeks as the longest needs.

    Talks are ``*``, assumed days ``~``, disputed ones ``?``, today ``[31]``. A single month shows the days of its
    neighbours, dimmed, in its first and last week; several months leave them out and carry their names.
    """
    alone = len(months) == 1
    blocks = [[_week(week, month, marks, neighbours=alone) for week in _weeks(month)] for month in months]
    lines: list[Line] = []
    if not alone:
        lines.append(_joined([[Piece(f" {month_title(month)}".ljust(GRID_WIDTH), "strong")] for month in months]))
    lines.append(_joined([[Piece(_WEEKDAYS, "dim")] for _ in months]))
    blank: Line = [Piece(" " * GRID_WIDTH)]
    return lines + [_joined(row) for row in zip_longest(*blocks, fillvalue=blank)]


def day_at(months: Sequence[date], x: int, y: int) -> date | None:
    """The day that stands at cell ``x`` of line ``y`` of the grid of these months."""
    block, cell = divmod(x, GRID_WIDTH + GAP)
    week = y - (1 if len(months) == 1 else 2)
    if not 0 <= block < len(months) or not 0 <= cell < 7 * 4:
        return None
    weeks = _weeks(months[block])
    day = weeks[week][cell // 4] if 0 <= week < len(weeks) else None
    return day if day is not None and (len(months) == 1 or day.month == months[block].month) else None


def _joined(parts: Sequence[Line]) -> Line:
    line: list[Piece] = []
    for index, part in enumerate(parts):
        line += [Piece(" " * GAP), *part] if index else part
    return line


def _weeks(month: date) -> list[list[date | None]]:
    lead = month.weekday()
    rows = -(-(lead + calendar.monthrange(month.year, month.month)[1]) // 7)
    return [[_shifted(month, 7 * row + column - lead) for column in range(7)] for row in range(rows)]


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:  # the grid of January of year 1 or December of year 9999
        return None


def _week(week: Sequence[date | None], month: date, marks: DayMarks, *, neighbours: bool) -> Line:
    pieces: list[Piece] = []
    gap = " "
    for day in week:
        if day is None or not (neighbours or day.month == month.month):
            pieces.append(Piece(gap + "   "))
            gap = " "
            continue
        # Today's brackets take the gaps beside the day, so that a mark keeps its own cell: "[31]", "[*12]".
        is_today = day == marks.today
        mark = marks.talks.get(day)
        opening = "[" if is_today and mark is None else mark or " "
        pieces.append(Piece("[" if is_today and mark else gap, "today" if is_today else "plain"))
        pieces.append(Piece(f"{opening}{day.day:>2}", _look(day, month, marks)))
        gap = "]" if is_today else " "
    pieces.append(Piece(gap))
    return pieces


def _look(day: date, month: date, marks: DayMarks) -> Look:
    if day == marks.picked:
        return "picked"
    mark = marks.talks.get(day)
    if mark is not None:
        return "disputed" if mark == "?" else "talk"
    if day == marks.today:
        return "today"
    return "plain" if day.month == month.month else "dim"
