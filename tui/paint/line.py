"""A line of the screen: pieces of text, each with the name of its look, cut and padded to a width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.paint.safe import safe_line

if TYPE_CHECKING:
    from textual.widget import Widget

Look = Literal[
    "plain",
    "dim",
    "strong",
    "heading",
    "mark",
    "talk",
    "disputed",
    "today",
    "past",
    "meeting",
    "event",
    "statement",
    "lit",
    "caret",
    "caret-lit",
    "cursor",
    "cursor-idle",
    "picked",
    "alarm",
    "differing",
    "key",
]
LOOKS: tuple[Look, ...] = get_args(Look)
GROUNDED: frozenset[Look] = frozenset({"lit", "cursor", "cursor-idle", "differing"})
"""Looks with a background of their own; all others lie on whatever is below them."""
ELLIPSIS = "…"


LOOK_CLASSES = {f"look--{look}" for look in LOOKS if look != "plain"}
"""Component classes of every screen that is painted in looks."""
_PLAIN = Style.null()


class Piece(NamedTuple):
    """Some text and its look; ``text`` may hold anything, it is made safe on the way to the screen."""

    text: str
    look: Look = "plain"


Line = Sequence[Piece]
Styles = Callable[[Look], Style]


def looks_of(widget: Widget) -> Styles:
    """The styles of the looks on the screen that ``widget`` is on.

    The screen alone carries them as component classes: every pane of its own would be styled 20 times over.
    """
    screen = widget.screen

    def style_of(look: Look) -> Style:
        if look == "plain":
            return _PLAIN
        style = screen.get_component_rich_style(f"look--{look}")
        return style if look in GROUNDED else _groundless(style)

    return style_of


@lru_cache(maxsize=512)
def _groundless(style: Style) -> Style:
    return Style.from_color(style.color) + Style.parse(_attributes(style))


def _attributes(style: Style) -> str:
    names = ("bold", "dim", "italic", "underline", "reverse", "strike", "underline2")
    return " ".join(name for name in names if getattr(style, name)) or "none"


def width_of(line: Iterable[Piece]) -> int:
    """Cells that a line takes."""
    return sum(cell_len(safe_line(piece.text)) for piece in line)


def shorten(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, an ellipsis for what is left out."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def padded(text: str, width: int) -> str:
    """``text`` shortened or filled with spaces to exactly ``width`` cells."""
    return set_cell_size(shorten(text, width), width)


def fitted(candidates: Iterable[Line], width: int) -> Line:
    """The first of ``candidates`` that fits into ``width`` cells, else the last."""
    line: Line = ()
    for line in candidates:
        if width_of(line) <= width:
            return line
    return line


def spread(left: Line, right: Line, width: int) -> Line:
    """``left`` and ``right`` at the two ends of a line of ``width`` cells; ``right`` gives way."""
    room = width - width_of(left) - width_of(right)
    return [*left, Piece(" " * room), *right] if room > 0 else left


def strip_of(line: Line, width: int, styles: Styles, base: Style) -> Strip:
    """The line as Textual draws it: safe, exactly ``width`` cells, every piece over ``base``."""
    segments = [Segment(safe_line(piece.text), base + styles(piece.look)) for piece in line if piece.text]
    strip = Strip(segments)
    if strip.cell_length > width:
        # What is cut says so: an ellipsis in the last cell.
        last = segments[-1].style if segments else base
        strip = Strip([*strip.crop(0, max(0, width - 1)), Segment(ELLIPSIS, last)])
    return strip.adjust_cell_length(width, base)
