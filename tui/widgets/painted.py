"""The base of the lines that stand outside the panes: painted line by line in named looks."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from tui.paint.line import Line, looks_of, strip_of


class Painted(Widget):
    """A widget of fixed height whose lines come from ``paint``."""

    def paint(self, y: int, width: int) -> Line:
        """Line ``y`` at ``width`` cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Line ``y`` as it stands on the screen."""
        return strip_of(self.paint(y, self.size.width), self.size.width, looks_of(self), self.rich_style)
