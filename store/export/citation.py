"""A quote with the words that say where it stands: outlet, author, title, day of publication, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from store.export.day_words import day_words

if TYPE_CHECKING:
    from store.model.article import Article
    from store.model.views import ArticleRow

DOUBLE = ("“", "”")
SINGLE = ("‘", "’")
OPENING = '"“„«'
CLOSING = '"”“»'
"""What ends a quotation that begins with the mark at the same place of ``OPENING``; typists also end “ with "."""
_BLANK_LINES = re.compile(r"\n\s*\n")
MARKS = frozenset(OPENING + CLOSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is known of the article that a quote stands in; "" where nothing is."""

    outlet: str = ""
    author: str = ""
    title: str = ""
    day: str = ""
    """ISO 8601 day of publication."""
    bound: str = "none"
    """How ``day`` is meant: "exact", "no later than", "about"; "none" without one."""
    url: str = ""
    path: str = ""

    @classmethod
    def of_row(cls, row: ArticleRow) -> Source:
        """The source that a line of the article list is."""
        return cls(
            outlet=row.outlet,
            author=row.author,
            title=row.title,
            day=row.day,
            bound=row.bound,
            url=row.url,
            path=row.path,
        )

    @classmethod
    def of_article(cls, article: Article) -> Source:
        """The source that an open article is."""
        day = article.anchor.day
        return cls(
            outlet=article.outlet,
            author=article.author,
            title=article.title,
            day=day.isoformat() if day else "",
            bound=article.anchor.bound,
            url=article.url,
            path=article.path or article.name,
        )

    @property
    def file_name(self) -> str:
        """The name of the file, without its folders: "gull.txt"."""
        return PurePath(self.path).name

    @property
    def published(self) -> str:
        """The day of publication as surely as it is known: "no later than 31 Dec 2021", "undated"."""
        if not self.day or self.bound == "none":
            return "undated"
        day = day_words(date.fromisoformat(self.day))
        return day if self.bound == "exact" else f"{self.bound} {day}"


def quote_with_citation(quote: str, source: Source) -> str:
    """``quote`` on one line, in quotation marks, and where it stands; what copying a quote gives.

    The words of the quote stay as they are; white space is evened out, and a slash parts paragraphs.
    """
    return f"{quoted(quote)} — {citation(source)}"


def citation(source: Source) -> str:
    """Outlet, author, title, day, and the address, else the name of the file: parts that are unknown are left out."""
    title = quoted(source.title) if source.title.strip() else ""
    parts = [source.outlet, source.author, title, source.published, source.url or source.file_name]
    return ", ".join(dict.fromkeys(line for part in parts if (line := _line(part))))


def quoted(quote: str) -> str:
    """``quote`` on one line in double quotation marks, in single ones where it holds double ones itself.

    What is one quotation from end to end stays as it is.
    """
    line = _line(quote)
    if _is_quotation(line):
        return line
    opening, closing = SINGLE if MARKS & set(line) else DOUBLE
    return f"{opening}{line}{closing}"


def _is_quotation(line: str) -> bool:
    place = OPENING.find(line[:1]) if len(line) > 1 else -1
    return place >= 0 and line[-1] in {CLOSING[place], '"'} and not MARKS & set(line[1:-1])


def _line(text: str) -> str:
    return " / ".join(" ".join(paragraph.split()) for paragraph in _BLANK_LINES.split(text.strip()))
