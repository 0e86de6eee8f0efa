"""Tables as CSV (RFC 4180 but for the newline) that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.export.columns import Table

FORMULA = frozenset("=+-@")
"""A cell that begins so is computed when the file is opened (OWASP, CSV injection)."""
PASSED_OVER = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Unicode categories of what spreadsheets drop before they look: white space, controls, invisible marks."""


def to_csv(table: Table) -> str:
    """A header line and a line a row; a cell that would be a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([inert(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def inert(cell: str) -> str:
    """``cell``, with an apostrophe before it where a spreadsheet would compute it, and one kind of newline."""
    # A lone carriage return is left unquoted by the csv module and read back as the end of the row.
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{cell}" if _is_formula(cell) else cell


def _is_formula(cell: str) -> bool:
    if cell.startswith(("\t", "\n")):
        return True
    first = next((c for c in cell if unicodedata.category(c) not in PASSED_OVER), "")
    # Full-width and small forms ("＝", "﹣") are read as what they stand for.
    return unicodedata.normalize("NFKC", first)[:1] in FORMULA
