"""Tables as GitHub Flavored Markdown in which text of an article is text and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.export.columns import Table

ACTIVE = re.compile(r"([\\`*_\[\]<>|#~!&])")


def to_markdown(table: Table) -> str:
    """A pipe table."""
    lines = [_line(table.columns), _line(tuple("---" for _ in table.columns))]
    lines += [_line(tuple(plain(cell) for cell in row)) for row in table.rows]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """``text`` on one line, with everything escaped that Markdown or HTML would read."""
    return ACTIVE.sub(r"\\\1", " ".join(text.split()))


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
