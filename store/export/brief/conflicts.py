"""Where the reports disagree: every side with its value, its origins and its quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.export.brief.pen import articles_of
from store.export.day_words import when_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.export.brief.pen import Pen
    from store.model.claims import Conflict, Side


def conflicts_section(conflicts: Sequence[Conflict], pen: Pen) -> list[str]:
    """The lines under "Conflicts"."""
    lines = ["## Conflicts", ""]
    if not conflicts:
        return [*lines, "The reports do not disagree.", ""]
    for conflict in conflicts:
        lines += [f"### {conflict.kind.capitalize()}: {pen.text(conflict.subject)}", ""]
        lines += [f"Cause: {pen.text(conflict.cause)}.", ""] if conflict.cause != conflict.kind else []
        for side in conflict.sides:
            lines += _side(conflict, side, pen)
    return lines


def _side(conflict: Conflict, side: Side, pen: Pen) -> list[str]:
    value = when_words(side.value) if conflict.kind == "date" else side.value
    backing = pen.backing(side.origins, articles_of(side.evidence))
    return [f"**{pen.text(value)}** — {backing}", "", *pen.bullets(side.evidence), ""]
