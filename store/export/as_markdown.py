"""GitHub Flavored Markdown in which text of an article is text and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.export.columns import Table

ACTIVE = re.compile(r"[\\`*_\[\]<>|#~!&$]|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
"""What Markdown or HTML would read; "$" opens a formula on some sites, "http://" and "www." a link on most."""
OPENS_BLOCK = re.compile(r"(?:[-+=]|\d{1,9}(?=[.)]))")
"""At the start of a line: a list, a rule, an underline that makes the line above a heading, a numbered list."""


def to_markdown(table: Table) -> str:
    """A pipe table."""
    lines = [_line(table.columns), _line(tuple("---" for _ in table.columns))]
    lines += [_line(tuple(plain(cell) for cell in row)) for row in table.rows]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """``text`` on one line, with everything escaped that Markdown or HTML would read."""
    line = ACTIVE.sub(r"\\\g<0>", " ".join(text.split()))
    if opening := OPENS_BLOCK.match(line):
        end = opening.end()
        return f"\\{line}" if line[0] in "-+=" else f"{line[:end]}\\{line[end:]}"
    return line


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
