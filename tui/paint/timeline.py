"""The strip of time over the panes: when reports came out, on which days talks are set, and where the clock stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from rich.cells import cell_len

from tui.paint.line import Line, Look, Piece
from tui.paint.month import DayMark
from tui.paint.when import MONTHS, here, short_day

PUBLISHED, SEVERAL, AXIS = "·", ":", "─"
NOW, BEFORE, AFTER = CLOCKS = ("|", "<", ">")
"""The clock on the axis, and beyond its ends."""
LEGEND = "· report  * talk  ~ assumed  ? disputed"
LOOKS: Mapping[str, Look] = {PUBLISHED: "strong", SEVERAL: "strong", "*": "talk", "~": "talk", "?": "disputed"}
ROOM_FOR_LEGEND = 164
"""Columns from which the marks are explained beside the axis."""
LEAST_REACH = 92
"""Days before the first and after the last report to which the axis reaches at least for the sake of a talk."""


@dataclass(frozen=True, slots=True)
class Story:
    """What spans the axis, whatever the clock says: when reports came out, and every day of talks."""

    published: tuple[datetime, ...] = ()
    """The last publication of each day, the earliest first."""
    days: tuple[date, ...] = ()


class Axis(NamedTuple):
    """Days laid on cells, evenly."""

    first: date
    last: date
    cells: int

    @property
    def span(self) -> int:
        """Days between the ends, at least one."""
        return max(1, (self.last - self.first).days)

    def cell_of(self, day: date) -> int:
        """The cell of ``day``; beyond the ends below 0, or from ``cells`` on."""
        if day > self.last:
            return self.cells
        return (day - self.first).days * (self.cells - 1) // self.span

    def day_at(self, cell: int) -> date:
        """The first day at or after the beginning of ``cell``."""
        return self.first + timedelta(days=-(-cell * self.span // max(1, self.cells - 1)))


def axis_of(story: Story, zone: str, cells: int) -> Axis | None:
    """The axis of a story, None where nothing in it has a day.

    One talk foreseen in ten years would press all the rest into one cell: talks count as far as the reports' own span
    reaches beyond them.
    """
    reports = [here(moment, zone).date() for moment in story.published]
    days = [*story.days, *reports]
    if not days:
        return None
    if reports:
        reach = max(LEAST_REACH, (reports[-1] - reports[0]).days)
        days = [day for day in days if -reach <= (day - reports[0]).days and (day - reports[-1]).days <= reach]
    margin = 1 + (max(days) - min(days)).days // 20
    return Axis(_shifted(min(days), -margin), _shifted(max(days), margin), cells)


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


class Layout(NamedTuple):
    """The parts of the first line: a label, the axis, a label, and the legend where there is room."""

    left: str
    axis: Axis
    right: str
    legend: str

    @property
    def offset(self) -> int:
        """The column at which the axis begins."""
        return cell_len(self.left)


def laid_out(story: Story, zone: str, width: int) -> Layout | None:
    """How ``width`` columns are shared, None where there is nothing to show."""
    whole = axis_of(story, zone, 1)
    if whole is None:
        return None
    left, right = f" {_full(whole.first)} ", f" {_full(whole.last)} "
    legend = f"  {LEGEND} " if width >= ROOM_FOR_LEGEND else ""
    cells = width - cell_len(left) - cell_len(right) - cell_len(legend)
    return Layout(left, whole._replace(cells=max(2, cells)), right, legend)


def _full(day: date) -> str:
    return f"{short_day(day, day)} {day.year}"


def timeline_lines(
    story: Story, talks: Mapping[date, DayMark], now: datetime, zone: str, width: int, height: int
) -> list[Line]:
    """The strip at ``width`` columns: the axis, and where ``height`` is 2, the days of its marks below them.

    ``·`` is a day with a report, ``:`` a stretch with several, ``*``, ``~`` and ``?`` are talks as in the grid, ``|``
    is the clock; a clock beyond the ends stands at them as ``<`` or ``>``. In one line days stand between the marks.
    """
    layout = laid_out(story, zone, width)
    if layout is None:
        return [()] * height
    today = here(now, zone).date()
    cells = _marked(layout.axis, story, talks, today, zone)
    labels = _labels(cells, layout.axis, talks, beside=height == 1)
    shown = dict.fromkeys(range(layout.axis.cells), Piece(AXIS, "dim"))
    shown |= {at: Piece(mark, LOOKS.get(mark, "key")) for at, mark in cells.items()}
    if height == 1:
        shown |= {at: Piece(sign) for at, sign in labels.items()}
    axis = [shown[at] for at in range(layout.axis.cells)]
    first: Line = [Piece(layout.left, "dim"), *axis, Piece(layout.right, "dim"), Piece(layout.legend, "dim")]
    below: Line = [Piece(" " * layout.offset + "".join(labels.get(at, " ") for at in range(layout.axis.cells)))]
    return [first, below][:height]


def _marked(axis: Axis, story: Story, talks: Mapping[date, DayMark], today: date, zone: str) -> dict[int, str]:
    """The signs of the cells that have one; a talk goes over a report, and the clock beside either."""
    marks: dict[int, str] = {}
    for moment in story.published:
        at = axis.cell_of(here(moment, zone).date())
        marks[at] = SEVERAL if at in marks else PUBLISHED
    for day, mark in sorted(talks.items()):
        at = axis.cell_of(day)
        # Where several fall on one cell a dispute is not hidden by what is agreed.
        marks[at] = mark if marks.get(at) != "?" else "?"
    marks = {at: mark for at, mark in marks.items() if 0 <= at < axis.cells}
    at = axis.cell_of(today)
    if not 0 <= at < axis.cells:
        edge = 0 if at < 0 else axis.cells - 1
        return {**marks, edge: BEFORE if at < 0 else AFTER}
    beside = [cell for cell in (at, at + 1, at - 1) if 0 <= cell < axis.cells and cell not in marks]
    return {**marks, (beside or [at])[0]: NOW}


def _labels(cells: Mapping[int, str], axis: Axis, talks: Mapping[date, DayMark], *, beside: bool) -> dict[int, str]:
    """Cell -> sign of the words at the marks, each as far as there is room: the clock's first, then talks, reports.

    Beyond the ends the clock's sign says enough: there the days of talks go first.
    """
    named: list[tuple[int, Sequence[str]]] = [(at, ("now",)) for at, mark in cells.items() if mark == NOW]
    seen = [day for day in sorted(talks) if cells.get(axis.cell_of(day)) == talks[day]]
    named += [(axis.cell_of(day), _wordings(day, axis)) for day in seen]
    named += [(at, ("now",)) for at, mark in cells.items() if mark in {BEFORE, AFTER}]
    named += [(at, _wordings(axis.day_at(at), axis)) for at, mark in cells.items() if mark == PUBLISHED]
    taken = set(cells) if beside else set()
    signs: dict[int, str] = {}
    for at, wordings in named:
        leftwards = cells[at] == AFTER
        placed = (_placed(at, words, axis.cells, taken, beside=beside, leftwards=leftwards) for words in wordings)
        if label := next(filter(None, placed), None):
            signs |= label
            taken |= {min(label) - 1, *label, max(label) + 1}
    return signs


def _wordings(day: date, axis: Axis) -> tuple[str, ...]:
    """What a day is called beside its mark, the longest first; of a cell that holds many days, its month."""
    if axis.span >= axis.cells:
        return (f"{MONTHS[day.month - 1]} {day.year}",)
    return (short_day(day, day), str(day.day))


def _placed(
    at: int, words: str, cells: int, taken: Iterable[int], *, beside: bool, leftwards: bool
) -> dict[int, str] | None:
    """``words`` beside the mark at ``at``, or below it; None where something stands there."""
    if beside:
        words = f" {words}" if leftwards else f"{words} "
        begin = at - len(words) if leftwards else at + 1
    else:
        begin = max(0, min(at, cells - len(words)))
    room = range(begin, begin + len(words))
    if room.start < 0 or room.stop > cells or not set(taken).isdisjoint(room):
        return None
    return {begin + place: sign for place, sign in enumerate(words)}


def moment_at(story: Story, talks: Iterable[date], zone: str, width: int, column: int) -> datetime | None:
    """What the clock is set to by a click on ``column``: the last report there, else the first talk, else its day.

    A report counts from the moment it was out; days without an hour are taken at noon, as everywhere.
    """
    layout = laid_out(story, zone, width)
    if layout is None or not 0 <= column - layout.offset < layout.axis.cells:
        return None
    axis, cell = layout.axis, column - layout.offset
    out = [moment for moment in story.published if axis.cell_of(here(moment, zone).date()) == cell]
    days = [day for day in sorted(talks) if axis.cell_of(day) == cell]
    noon = datetime.combine((days or [axis.day_at(cell)])[0], time(12), UTC)
    return out[-1] if out else noon
