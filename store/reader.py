"""The one way to look at a store: windows and wholes, as of now or of an earlier time."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from store.db import articles, choices, claim_rows, claims, facts, files, full_text, info, reviews, talks
from store.db.articles import known_until
from store.db.connect import open_for_reading, plain_words
from store.errors import DatelineError
from store.model.knowledge import Known, claim_known, conflict_known, talk_known
from store.model.order import when_key
from store.model.views import ClaimFilter, Counts, News

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from sqlite_utils import Database

    from store.model.article import Article
    from store.model.claims import Claim, Conflict, Talk
    from store.model.reviews import Review
    from store.model.spans import Span
    from store.model.views import ArticleRow, ClaimOrder, ClaimRow, FactRow, Hit, Revision


class Reader:
    """A store opened to be read by one thread; a statement that writes fails.

    Every ``as_of`` is an aware moment: only articles published by then count; undated articles always do. None
    means everything. Raises BadStore where the store is missing, damaged, or of another version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = open_for_reading(path)

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self._db.close()

    def version(self) -> int:
        """A number that grows with each change of the store; cheap to ask again and again."""
        with self._asking() as db:
            return info.version(db)

    def counts(self, as_of: datetime | None = None) -> Counts:
        """Totals for a header."""
        known = known_until(as_of)
        with self._asking() as db:
            talk_count, conflict_count = talks.counts(db, known)
            return Counts(
                articles=articles.count(db, known),
                claims=claim_rows.count(db, known),
                talks=talk_count,
                conflicts=conflict_count,
                problems=len(files.problems(db)),
                newest=articles.newest(db, known),
                version=info.version(db),
            )

    def news(self, as_of: datetime | None = None) -> News:
        """What came since the last look, and when that was."""
        known = known_until(as_of)
        with self._asking() as db:
            seen = info.seen(db)
            if seen is None:
                return News()
            facts = claim_rows.count(db, known, ClaimFilter(new=True))
            return News(articles.count_new(db, known, seen), facts, looked=True, at=info.seen_at(db))

    def roots(self) -> list[str]:
        """The folders and files that the store was filled from."""
        with self._asking() as db:
            return files.roots(db)

    def problems(self) -> list[tuple[str, str]]:
        """Files and folders that could not be read as they should, each with a sentence."""
        with self._asking() as db:
            return files.problems(db)

    def article_count(self, as_of: datetime | None = None) -> int:
        """How many articles were out."""
        with self._asking() as db:
            return articles.count(db, known_until(as_of))

    def article_rows(self, offset: int, limit: int, as_of: datetime | None = None) -> list[ArticleRow]:
        """A window of the article list: newest first, undated last."""
        with self._asking() as db:
            return articles.rows(db, offset, limit, known_until(as_of))

    def days_out(self) -> list[datetime]:
        """The last publication of every day (UTC) that has one, the earliest first."""
        with self._asking() as db:
            return articles.days_out(db)

    def article(self, article_id: int) -> Article:
        """One article with its text. Raises DatelineError where it is gone."""
        with self._asking() as db:
            found = articles.article(db, article_id)
        if found is None:
            raise DatelineError("This article is no longer in the store: its file was removed.")
        return found

    def article_id(self, name: str) -> int | None:
        """The article with this stem, the first by path where there are several."""
        with self._asking() as db:
            return articles.id_of(db, name)

    def fact_rows(self, article_id: int, within: Span | None = None) -> list[FactRow]:
        """Facts of one article in text order; all of them, or those that touch a stretch of its text."""
        with self._asking() as db:
            return facts.rows(db, article_id, within)

    def claim_count(self, narrowed: ClaimFilter, as_of: datetime | None = None) -> int:
        """How many claims pass the filter."""
        with self._asking() as db:
            return claim_rows.count(db, known_until(as_of), narrowed)

    def claim_rows(
        self,
        narrowed: ClaimFilter,
        order: ClaimOrder,
        descending: bool,  # noqa: FBT001
        offset: int,
        limit: int,
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> list[ClaimRow]:
        """A window of the claims that pass the filter; rows without a value in the ordered column come last.

        ``today`` parts what is to come from what is past, in the order "soonest".
        """
        with self._asking() as db:
            known = known_until(as_of)
            seen = info.seen(db)
            return claim_rows.rows(db, narrowed, order, offset, limit, known, seen, today, descending=descending)

    def claim_position(
        self,
        claim_id: str,
        narrowed: ClaimFilter,
        order: ClaimOrder,
        descending: bool,  # noqa: FBT001
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> int | None:
        """Where a claim stands in that list, from 0; None where it does not pass the filter."""
        with self._asking() as db:
            known = known_until(as_of)
            return claim_rows.position(db, claim_id, narrowed, order, known, today, descending=descending)

    def claim(self, claim_id: str, as_of: datetime | None = None) -> Claim | None:
        """One claim with all its evidence known by then."""
        with self._asking() as db:
            found = claims.claim(db, claim_id)
            return claim_known(found, self._out(db, as_of)) if found else None

    def claims(self, as_of: datetime | None = None) -> list[Claim]:
        """Every claim in text order; for exports."""
        with self._asking() as db:
            out = self._out(db, as_of)
            return [claim for claim in (claim_known(found, out) for found in claims.claims(db)) if claim]

    def claims_matching(
        self,
        narrowed: ClaimFilter,
        order: ClaimOrder = "text",
        descending: bool = False,  # noqa: FBT001, FBT002
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> list[Claim]:
        """Every claim that passes the filter with its evidence known by then, as ``claim_rows`` lists them."""
        with self._asking() as db:
            out = self._out(db, as_of)
            found = claim_rows.matching(db, narrowed, order, known_until(as_of), today, descending=descending)
            return [claim for claim in (claim_known(one, out) for one in found) if claim]

    def claim_of(self, fact_key: str) -> str | None:
        """The id of the claim that a fact supports."""
        with self._asking() as db:
            return facts.claim_of(db, fact_key)

    def talks(self, as_of: datetime | None = None) -> list[Talk]:
        """Talks as they were announced by then: earliest start first, undated last."""
        with self._asking() as db:
            out = self._out(db, as_of)
            known = [talk for talk in (talk_known(t, out) for t in talks.talks(db, known_until(as_of))) if talk]
        return sorted(known, key=lambda talk: (not talk.start, when_key(talk.start)))

    def talk_revisions(self) -> dict[str, Revision]:
        """Talk id -> how often and when it last changed, for calendars."""
        with self._asking() as db:
            return talks.revisions(db)

    def conflicts(self, as_of: datetime | None = None) -> list[Conflict]:
        """Conflicts both of whose sides were known by then."""
        with self._asking() as db:
            out = self._out(db, as_of)
            found = talks.conflicts(db, known_until(as_of))
            return [conflict for conflict in (conflict_known(c, out) for c in found) if conflict]

    def search(self, words: str, limit: int, as_of: datetime | None = None) -> list[Hit]:
        """Facts and places in articles where all the words stand; any text is a legal query."""
        with self._asking() as db:
            return full_text.search(db, words, limit, known_until(as_of))

    def choices(self, as_of: datetime | None = None) -> dict[str, list[tuple[str, int]]]:
        """What claims can be filtered by: "kinds", "speakers", "outlets", "places", most claims first."""
        with self._asking() as db:
            return choices.choices(db, known_until(as_of))

    def review_log(self, limit: int = 1000) -> list[Review]:
        """The newest lines of the review log, newest first; orphaned ones too."""
        with self._asking() as db:
            return reviews.log(db, limit)

    def review(self, line: int) -> Review | None:
        """One line of the review log."""
        with self._asking() as db:
            return reviews.line(db, line)

    def reviews_of(self, fact_key: str) -> list[Review]:
        """Verdicts and notes in force for a fact, oldest first."""
        with self._asking() as db:
            return reviews.of_fact(db, fact_key)

    def verdicts(self) -> dict[str, str]:
        """Fact key -> the verdict in force, for the facts that have one."""
        with self._asking() as db:
            return reviews.verdicts(db)

    def _out(self, db: Database, as_of: datetime | None) -> Known:
        """The passages that count: while a load runs, those of changed articles do not until compared again."""
        known = known_until(as_of)
        published = {key: at for key, at in articles.published(db).items() if at is None or at <= known}
        return Known(published, facts.keys(db) if info.value(db, info.STALE) == "1" else None)

    @contextmanager
    def _asking(self) -> Iterator[Database]:
        with plain_words(self.path):
            yield self._db
