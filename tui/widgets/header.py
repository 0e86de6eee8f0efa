"""The first line: which clock, what time, how much there is; while a folder is read, how far that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from math import ceil

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import var

from store.model.views import Counts
from tui.loading import Progress
from tui.paint.line import Line, Piece, shorten, spread, width_of
from tui.paint.when import EPOCH, clock_label, here
from tui.widgets.painted import Painted

NO_COUNTS = Counts(articles=0, claims=0, talks=0, conflicts=0, problems=0, newest=None, version=0)
_BAR = 12


class HeaderLine(Painted):
    """One line that shortens instead of being cut."""

    DEFAULT_CSS = "HeaderLine { height: 1; }"

    now: var[datetime] = var(EPOCH, init=False)
    clock_name: var[str] = var("", init=False)
    zone: var[str] = var("UTC", init=False)
    counts: var[Counts] = var(NO_COUNTS, init=False)
    progress: var[Progress | None] = var(None, init=False)

    class ProblemsClicked(Message):
        """The count of problems was clicked."""

    class ClockClicked(Message):
        """The clock was clicked."""

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        at = 0
        for piece in self.paint(0, self.size.width):
            at += cell_len(piece.text)
            if event.x < at:
                if piece.look == "alarm":
                    self.post_message(self.ProblemsClicked())
                elif piece.look == "mark":
                    self.post_message(self.ClockClicked())
                return

    def paint(self, y: int, width: int) -> Line:
        """Name, clock and moment on the left; counts or progress on the right."""
        moment = clock_label(here(self.now, self.zone))
        clock = Piece(f"{self.clock_name}  ", "mark")
        brief = Piece(f"{self.clock_name.removesuffix(' clock')} ", "mark")
        lefts: list[Line] = [
            [Piece(" Dateline   ", "heading"), clock, Piece(moment, "strong")],
            [Piece(" "), clock, Piece(moment, "strong")],
            [Piece(" "), brief, Piece(moment[4:], "strong")],
        ]
        # The full name of the clock is kept longer than the number of claims, which the Facts pane shows too.
        rights = list(self._rights())
        pairs = [(lefts[0], rights[0]), *((lefts[1], right) for right in rights), (lefts[2], rights[-1])]
        left, right = next((pair for pair in pairs if width_of([*pair[0], *pair[1]]) < width), pairs[-1])
        return spread(left, right, width)

    def _rights(self) -> Iterator[Line]:
        if self.progress is not None and not self.progress.finished:
            yield from _progress(self.progress)
            return
        counts = self.counts
        problems: list[Piece] = []
        if counts.problems:
            problems = [Piece(f"! {counts.problems} problem{'s' * (counts.problems != 1)} (p)  ", "alarm")]
        named = [
            (counts.articles, "article"),
            (counts.claims, "claim"),
            (counts.talks, "talk"),
            (counts.conflicts, "conflict"),
        ]
        words = [f"{number} {name}{'' if number == 1 else 's'}" for number, name in named]
        yield [*problems, Piece("  ".join(words) + " ")]
        yield [*problems, Piece(f"{words[0]}  {words[2]}  {words[3]} ")]
        yield [*problems, Piece(f"{words[2]}  {words[3]} ")]
        yield problems

    def watch_now(self, before: datetime, after: datetime) -> None:
        """Draw again when the minute changes."""
        if before.replace(second=0, microsecond=0) != after.replace(second=0, microsecond=0):
            self.refresh()

    def watch_clock_name(self) -> None:
        """Name the clock."""
        self.refresh()

    def watch_counts(self) -> None:
        """Show the totals."""
        self.refresh()

    def watch_progress(self) -> None:
        """Show how far reading is."""
        self.refresh()


def _progress(progress: Progress) -> Iterator[Line]:
    filled = _BAR * progress.done // progress.total if progress.total else 0
    bar = Piece("█" * filled + "░" * (_BAR - filled), "talk")
    count = f" {progress.done}/{progress.total} read " if progress.total else " reading the folder "
    left = f", {_duration(progress.left)} left " if progress.left is not None else ""
    if progress.step == "comparing":
        count, left = " comparing the reports ", ""
    yield [
        Piece(f"{shorten(progress.article, 24)}  ", "dim"),
        bar,
        Piece(count.rstrip() if left else count),
        Piece(left),
    ]
    if left:
        yield [bar, Piece(count.rstrip()), Piece(left)]
    yield [bar, Piece(count)]
    yield [Piece(count)]


def _duration(seconds: float) -> str:
    """Rounded up: "40 s", "3 min"."""
    return f"{ceil(seconds)} s" if seconds < 100 else f"{ceil(seconds / 60)} min"
