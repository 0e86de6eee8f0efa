"""How wide or high the panes are: by the room there is, unless a person gave them another size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

SizedPane = Literal["articles", "talks", "facts"]
MOST = 400
"""Cells that a pane can be asked to have."""


class Extent(NamedTuple):
    """Which way a pane is sized, and the least and the step in cells."""

    way: Literal["width", "height"]
    least: int
    step: int


SIZED: dict[str, Extent] = {
    "articles": Extent("width", 16, 4),
    "talks": Extent("width", 31, 4),
    "facts": Extent("height", 5, 2),
}
"""Panes with a size of their own; the article has what they leave."""
LEAST_ARTICLE = (30, 8)
"""Columns and lines that are always left to the article."""


def default_sizes(width: int, height: int) -> dict[str, int]:
    """The sizes of the panes where the screen has ``width`` columns and ``height`` lines.

    The article is served first with a readable width; what is left goes to the months of the talks, then to the
    titles of the articles.
    """
    articles, talks = 24, 42
    if width >= _WIDER:
        articles, talks = 30, 46
    if width >= _WIDEST:
        articles, talks = 38, 66
    if width >= _THREE_MONTHS:
        articles, talks = 50, 98
    if width >= _FOUR_MONTHS:
        articles, talks = 60, 128
    return {"articles": articles, "talks": talks, "facts": 12 if height < _HIGH else height * 35 // 100}


_WIDER, _WIDEST, _THREE_MONTHS, _FOUR_MONTHS, _HIGH = 150, 190, 245, 285, 50


def strip_height(height: int) -> int:
    """Lines of the strip of time on a screen of ``height`` lines: where one would be missed in the panes, none."""
    return 0 if height < _ROOM_FOR_STRIP else 1 if height < _ROOM_FOR_LABELS else 2


_ROOM_FOR_STRIP, _ROOM_FOR_LABELS = 32, 46


def fitted_sizes(asked: Mapping[str, int], width: int, height: int) -> dict[str, int]:
    """Sizes of all panes: those asked for where they leave room for the article, cut back where not."""
    sizes = {**default_sizes(width, height), **{name: size for name, size in asked.items() if name in SIZED}}
    spare = width - LEAST_ARTICLE[0] - sizes["articles"] - sizes["talks"]
    for name in ("talks", "articles"):
        if spare < 0:
            kept = max(SIZED[name].least, sizes[name] + spare)
            spare += sizes[name] - kept
            sizes[name] = kept
    # A header line, the strip of time and a line of keys stand outside the panes.
    outside = 2 + strip_height(height)
    sizes["facts"] = max(SIZED["facts"].least, min(sizes["facts"], height - outside - LEAST_ARTICLE[1]))
    return sizes


def resized(sizes: Mapping[str, int], pane: str, by: int) -> dict[str, int]:
    """What to ask for so that ``pane`` has ``by`` steps more; the article grows at the cost of the talks' width."""
    name, sign = (pane, 1) if pane in SIZED else ("talks", -1)
    extent = SIZED[name]
    size = max(extent.least, min(MOST, sizes[name] + sign * by * extent.step))
    return {name: size}
