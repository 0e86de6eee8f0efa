"""What ``dateline extract --explain`` prints of one article: a heading, and a table of findings with their rules."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from store.export.explain import explained, explained_table
from tui.paint.safe import safe_line
from tui.tables import to_terminal

if TYPE_CHECKING:
    from store.model.article import Article
    from store.model.facts import Findings


def explanation(article: Article, found: Findings) -> str:
    """The findings in text order, safe for the screen."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    table = explained_table(explained(article, found))
    shown = to_terminal(table, width=width, colour=terminal and not os.environ.get("NO_COLOR"))
    return f"{safe_line(article.name)}: {safe_line(article.title)}\n\n{shown}"
