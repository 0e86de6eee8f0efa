"""The columns of every table that is printed or exported: a name each, and rows of plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from store.model.claims import Attribute, Claim, Conflict, Talk
    from store.model.views import ArticleRow, FactRow


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of the same length."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def each(self, change: Callable[[str], str]) -> Table:
        """The table with every cell changed by ``change``."""
        return Table(self.columns, tuple(tuple(change(cell) for cell in row) for row in self.rows))


ARTICLES = ("article", "published", "bound", "basis", "outlet", "title", "facts")
FACTS = ("article", "kind", "who", "what", "when", "where", "via", "review", "from", "to", "quote", "id", "claim")
""""from" and "to" are the offsets of the quote in code points."""
CLAIMS = ("kind", "who", "what", "when", "where", "articles", "origins", "id")
TALKS = ("start", "end", "city", "zone", "parties", "title", "status", "disputed", "articles", "id")
CONFLICTS = ("kind", "subject", "cause", "side", "origins", "article", "words")


def articles_table(rows: Iterable[ArticleRow]) -> Table:
    """A row an article."""
    return Table(ARTICLES, tuple((r.name, r.day, r.bound, r.basis, r.outlet, r.title, str(r.facts)) for r in rows))


def facts_table(rows: Iterable[FactRow]) -> Table:
    """A row a fact."""
    return Table(
        FACTS,
        tuple(
            (
                *(row.article, row.kind, row.who, row.what, approximate(row.when, assumed=row.assumed), row.where),
                *(", ".join(row.via), row.review, str(row.span.start), str(row.span.end), row.quote),
                *(row.key, row.claim),
            )
            for row in rows
        ),
    )


def claims_table(claims: Iterable[Claim]) -> Table:
    """A row a claim."""
    return Table(
        CLAIMS,
        tuple(
            (
                *(claim.kind, claim.who, claim.what, approximate(claim.when, assumed=claim.assumed), claim.where),
                *(", ".join(claim.articles), ", ".join(claim.origins), claim.id),
            )
            for claim in claims
        ),
    )


def talks_table(talks: Iterable[Talk]) -> Table:
    """A row a talk; every start and end that is claimed, the preferred one first."""
    return Table(
        TALKS,
        tuple(
            (
                *(_all(talk, "start", talk.start), _all(talk, "end", talk.end), talk.city, talk.zone),
                *(", ".join(talk.parties), talk.title, talk.status, ", ".join(talk.disputed)),
                *(", ".join(dict.fromkeys(name for claim in talk.claims for name in claim.articles)), talk.id),
            )
            for talk in talks
        ),
    )


def conflicts_table(conflicts: Iterable[Conflict]) -> Table:
    """A row a passage of each side."""
    return Table(
        CONFLICTS,
        tuple(
            (
                *(conflict.kind, conflict.subject, conflict.cause, side.value, ", ".join(side.origins)),
                *(passage.article, passage.quote),
            )
            for conflict in conflicts
            for side in conflict.sides
            for passage in side.evidence
        ),
    )


def approximate(value: str, *, assumed: bool) -> str:
    """A date with a mark where it rests on an assumption."""
    return f"{value}~" if value and assumed else value


def _all(talk: Talk, attribute: Attribute, preferred: str) -> str:
    return " or ".join(value for value in dict.fromkeys([preferred, *talk.values(attribute)]) if value)
