"""Tables of the commands on a terminal, by Rich; text of articles is shown as text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from tui.paint.safe import safe_line

if TYPE_CHECKING:
    from store.export.columns import Table

FOR_MACHINES = frozenset({"id", "claim", "from", "to", "quote"})
"""Columns that a file needs and a reader of a terminal does not."""
NEVER_BROKEN = frozenset({"published", "when", "start", "end", "span", "kind", "facts", "review"})
UNKNOWN_WIDTH = 160
"""Cells where stdout is no terminal."""


def to_terminal(table: Table, *, width: int | None, colour: bool) -> str:
    """``table`` drawn in ``width`` cells, its long texts wrapped; every cell is safe for the screen."""
    shown = [index for index, name in enumerate(table.columns) if name not in FOR_MACHINES]
    drawn = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index in shown:
        name = table.columns[index]
        drawn.add_column(Text(name), no_wrap=name in NEVER_BROKEN, overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(safe_line(row[index])) for index in shown))
    out = io.StringIO()
    console = Console(
        file=out, width=width or UNKNOWN_WIDTH, force_terminal=colour, no_color=not colour, highlight=False
    )
    console.print(drawn)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
