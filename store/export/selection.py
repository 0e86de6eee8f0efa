"""What an export is made of: a store to read, and which part of it is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from store.model.views import ClaimFilter, ClaimOrder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from store.model.article import Article
    from store.model.claims import Claim, Conflict, Talk
    from store.model.views import ArticleRow, FactRow, Revision

NO_FILTER = ClaimFilter()
ALL = 1 << 31
"""More rows than any store has."""


class Stored(Protocol):
    """What exports ask of ``store.reader.Reader``; ``as_of`` is an aware moment, None for everything."""

    def article_rows(self, offset: int, limit: int, as_of: datetime | None = None) -> Sequence[ArticleRow]:
        """Articles, newest first, undated last."""
        ...

    def article(self, article_id: int) -> Article:
        """One article with its text."""
        ...

    def fact_rows(self, article_id: int) -> Sequence[FactRow]:
        """Facts of one article in text order."""
        ...

    def claims_matching(
        self,
        narrowed: ClaimFilter,
        order: ClaimOrder = "text",
        descending: bool = False,  # noqa: FBT001, FBT002
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> Sequence[Claim]:
        """Claims that pass a filter, in an order, with their evidence."""
        ...

    def talks(self, as_of: datetime | None = None) -> Sequence[Talk]:
        """Talks, earliest start first."""
        ...

    def talk_revisions(self) -> Mapping[str, Revision]:
        """Talk id -> how often and when it last changed."""
        ...

    def conflicts(self, as_of: datetime | None = None) -> Sequence[Conflict]:
        """Conflicts both of whose sides were known."""
        ...

    def verdicts(self) -> Mapping[str, str]:
        """Fact key -> a person's verdict."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is to be written: everything unless said otherwise.

    The filter narrows claims and facts; articles, talks and conflicts are those known at ``as_of``.
    """

    as_of: datetime | None = None
    narrowed: ClaimFilter = NO_FILTER
    order: ClaimOrder = "text"
    descending: bool = False
    today: date = date.min
    """Parts what is to come from what is past, in the order "soonest"."""


def selected_articles(stored: Stored, selection: Selection) -> Sequence[ArticleRow]:
    """The articles that were out."""
    return stored.article_rows(0, ALL, selection.as_of)


def selected_claims(stored: Stored, selection: Selection) -> Sequence[Claim]:
    """The claims that pass the filter, as they are listed."""
    chosen = selection
    return stored.claims_matching(chosen.narrowed, chosen.order, chosen.descending, chosen.as_of, chosen.today)


def selected_facts(stored: Stored, selection: Selection) -> list[FactRow]:
    """The facts of the articles that were out; under a filter those that the claims that pass it rest on."""
    facts = [fact for row in selected_articles(stored, selection) for fact in stored.fact_rows(row.id)]
    if selection.narrowed == NO_FILTER:
        return facts
    wanted = {(passage.article_id, passage.fact) for c in selected_claims(stored, selection) for passage in c.evidence}
    only = selection.narrowed.article
    return [fact for fact in facts if (fact.article_id, fact.key) in wanted and only in {None, fact.article_id}]


def filter_words(narrowed: ClaimFilter) -> str:
    """A filter as one reads it: "kind pledge or deny; speaker Ada Lind"; "" for none."""
    fields = (
        ("kind", narrowed.kinds),
        ("speaker", narrowed.speakers),
        ("outlet", narrowed.outlets),
        ("place", narrowed.places),
        ("words", (narrowed.words,) if narrowed.words.strip() else ()),
        ("review", () if narrowed.reviewed == "all" else (narrowed.reviewed,)),
    )
    told = [f"{name} {' or '.join(values)}" for name, values in fields if values]
    told += ["new since the last look"] if narrowed.new else []
    return "; ".join([*told, *(["one article"] if narrowed.article is not None else [])])
