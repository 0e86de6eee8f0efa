"""What stands in a terminal that is too small for anything else."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


class TooSmall(Widget):
    """One sentence: the size it takes, and the size there is."""

    DEFAULT_CSS = "TooSmall { display: none; layer: cover; dock: top; width: 100%; height: 100%; }"

    def __init__(self, least: tuple[int, int]) -> None:
        super().__init__()
        self.least = least

    def render(self) -> Content:
        """The sentence."""
        columns, lines = self.least
        size = self.screen.size
        return Content(
            f"Dateline needs {columns} columns and {lines} lines. This terminal has {size.width} and {size.height}."
        )
