"""Where the screens read: what a store's reader offers, a reader for every thread, and what one look brings back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from store.export.selection import Stored
from store.model.article import Article
from store.model.claims import Claim, Conflict, Talk
from store.model.reviews import Review
from store.model.spans import Span
from store.model.views import ArticleRow, ClaimFilter, ClaimOrder, ClaimRow, Counts, FactRow, Hit, News
from tui.paint.marks import Marks
from tui.paint.reading import READABLE, wrapped


class Library(Stored, Protocol):
    """What the screens ask of ``store.reader.Reader``, beside exports; ``as_of`` None is everything."""

    def counts(self, as_of: datetime | None = None) -> Counts:
        """Totals, and the newest publication."""
        ...

    def news(self, as_of: datetime | None = None) -> News:
        """What came since the last look."""
        ...

    def version(self) -> int:
        """A number that grows with every change of the store."""
        ...

    def article_rows(self, offset: int, limit: int, as_of: datetime | None = None) -> Sequence[ArticleRow]:
        """Articles, newest first, undated last."""
        ...

    def days_out(self) -> Sequence[datetime]:
        """The last publication of every day that has one, the earliest first."""
        ...

    def article_count(self, as_of: datetime | None = None) -> int:
        """How many articles there are."""
        ...

    def article(self, article_id: int) -> Article:
        """One article with its text."""
        ...

    def fact_rows(self, article_id: int, within: Span | None = None) -> Sequence[FactRow]:
        """The facts of one article in text order, or those that touch a stretch of it."""
        ...

    def claim_count(self, narrowed: ClaimFilter, as_of: datetime | None = None) -> int:
        """How many claims pass a filter."""
        ...

    def claim_rows(
        self,
        narrowed: ClaimFilter,
        order: ClaimOrder,
        descending: bool,  # noqa: FBT001
        offset: int,
        limit: int,
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> Sequence[ClaimRow]:
        """A window of the claims that pass a filter, in an order."""
        ...

    def claim_position(
        self,
        claim_id: str,
        narrowed: ClaimFilter,
        order: ClaimOrder,
        descending: bool,  # noqa: FBT001
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> int | None:
        """Where a claim stands in that list, None where the filter leaves it out."""
        ...

    def claim(self, claim_id: str, as_of: datetime | None = None) -> Claim | None:
        """One claim with all its evidence known by then."""
        ...

    def talks(self, as_of: datetime | None = None) -> Sequence[Talk]:
        """All talks, earliest start first."""
        ...

    def conflicts(self, as_of: datetime | None = None) -> Sequence[Conflict]:
        """All conflicts."""
        ...

    def search(self, words: str, limit: int, as_of: datetime | None = None) -> Sequence[Hit]:
        """Places in articles and facts that match ``words``; any text is legal."""
        ...

    def choices(self, as_of: datetime | None = None) -> Mapping[str, Sequence[tuple[str, int]]]:
        """Values and their counts for each field of a filter: kinds, speakers, outlets, places."""
        ...

    def claim_of(self, fact_key: str) -> str | None:
        """The id of the claim that a fact supports."""
        ...

    def review_log(self, limit: int = 1000) -> Sequence[Review]:
        """The newest lines of the log of verdicts, newest first."""
        ...

    def review(self, line: int) -> Review | None:
        """One line of that log."""
        ...

    def problems(self) -> Sequence[tuple[str, str]]:
        """Files that could not be read: path and sentence."""
        ...


class Readers:
    """Opens one library for each thread that asks: connections do not cross threads."""

    def __init__(self, opener: Callable[[], Library]) -> None:
        self._opener = opener
        self._mine = threading.local()

    def mine(self) -> Library:
        """This thread's library, opened on first use.

        Raises:
            store.errors.BadStore: if the store cannot be opened.
        """
        library: Library | None = getattr(self._mine, "library", None)
        if library is None:
            library = self._mine.library = self._opener()
        return library


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Some rows of a longer list: those from ``offset`` on, of ``total``."""

    rows: tuple[ClaimRow, ...] = ()
    offset: int = 0
    total: int = 0

    def at(self, index: int) -> ClaimRow | None:
        """The row at ``index`` of the whole list, None where it has not been read."""
        place = index - self.offset
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def place_of(self, claim_id: str) -> int | None:
        """Where a claim stands in the whole list, None where it has not been read."""
        return next((self.offset + at for at, row in enumerate(self.rows) if row.id == claim_id), None)

    def without(self, claim_ids: Set[str]) -> Window:
        """The list as it is once some of its claims are left out."""
        rows = tuple(row for row in self.rows if row.id not in claim_ids)
        return Window(rows=rows, offset=self.offset, total=self.total - len(self.rows) + len(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Some lines of the list of articles: those from ``offset`` on, of ``total``."""

    rows: tuple[ArticleRow, ...] = ()
    offset: int = 0
    total: int = 0

    def at(self, index: int) -> ArticleRow | None:
        """The row at ``index`` of the whole list, None where it has not been read."""
        place = index - self.offset
        return self.rows[place] if 0 <= place < len(self.rows) else None


NO_FILTER = ClaimFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """Which claims the Facts pane lists, and in which order."""

    filter: ClaimFilter = NO_FILTER
    order: ClaimOrder = "soonest"
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenArticle:
    """An article on the reading desk: its text and its facts."""

    id: int
    article: Article
    facts: tuple[FactRow, ...]
    marks: Marks
    """Where the facts lie in the text."""
    whole: bool = True
    """False where the facts at hand are those near the passage that was asked for."""


LONG = 60_000
"""Code points from which on the facts of an article take longer to read than a key may take."""
_NEAR = 15_000
"""Code points on either side of a place, more than any screen shows."""
WINDOW_ROWS = 240
"""Rows read at once: several screens, so that paging seldom waits."""


def read_window(library: Library, view: ClaimView, around: int, as_of: datetime | None, today: date) -> Window:
    """The rows of ``view`` on both sides of row ``around``."""
    total = library.claim_count(view.filter, as_of)
    offset = max(0, min(around, total - 1) - WINDOW_ROWS // 2)
    rows = library.claim_rows(view.filter, view.order, view.descending, offset, WINDOW_ROWS, as_of, today)
    return Window(rows=tuple(rows), offset=offset, total=total)


def read_shelf(library: Library, around: int, as_of: datetime | None) -> Shelf:
    """The articles on both sides of row ``around``."""
    total = library.article_count(as_of)
    offset = max(0, min(around, total - 1) - WINDOW_ROWS // 2)
    return Shelf(rows=tuple(library.article_rows(offset, WINDOW_ROWS, as_of)), offset=offset, total=total)


def open_article(library: Library, article_id: int, near: int | None = None) -> OpenArticle:
    """The article with all its facts; of a long one those ``near`` a place, so that it can be read at once."""
    article = library.article(article_id)
    part = near is not None and len(article.text) > LONG
    within = Span(max(0, (near or 0) - _NEAR), (near or 0) + _NEAR) if part else None
    facts = tuple(library.fact_rows(article_id, within))
    if not part and len(article.text) > LONG:
        wrapped(article.text, READABLE)  # what zooming will ask for: kept, and done in this thread
    return OpenArticle(id=article_id, article=article, facts=facts, marks=Marks(facts), whole=not part)
