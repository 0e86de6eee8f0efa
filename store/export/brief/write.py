"""Puts a brief together from its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from store.export.brief.conflicts import conflicts_section
from store.export.brief.pen import Pen, counted
from store.export.brief.statements import events_section, key_claims, meetings_section, statements_section
from store.export.brief.talks import talks_section
from store.export.citation import Source, citation
from store.export.day_words import WEEKDAYS, day_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from store.model.claims import Claim, Conflict, Talk
    from store.model.views import ArticleRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """The articles that a brief rests on, and what frames it."""

    articles: Sequence[ArticleRow]
    verdicts: Mapping[str, str]
    as_of: datetime | None = None
    narrowed: str = ""
    """What the claims were narrowed to, in words; "" where they are all there."""
    legible: Callable[[str], str] = str

    def pen(self) -> Pen:
        """A pen that has cited nothing yet."""
        sources = {row.id: Source.of_row(row) for row in self.articles}
        return Pen(sources=sources, verdicts=self.verdicts, legible=self.legible)


def brief(talks: Sequence[Talk], conflicts: Sequence[Conflict], claims: Sequence[Claim], reports: Reports) -> str:
    """What is known about each talk, where the reports disagree, and the key statements; Markdown."""
    pen = reports.pen()
    telling = key_claims(claims, conflicts)
    body = [
        *talks_section(talks, pen),
        *conflicts_section(conflicts, pen),
        *events_section(telling, pen, key=True),
        *statements_section(telling, pen, key=True),
    ]
    return _page("Brief", body, reports, pen)


def conflicts_brief(conflicts: Sequence[Conflict], reports: Reports) -> str:
    """Where the reports disagree, with the quotes of every side; Markdown."""
    pen = reports.pen()
    return _page("Conflicts between reports", conflicts_section(conflicts, pen), reports, pen)


def claims_brief(claims: Sequence[Claim], reports: Reports) -> str:
    """Every claim with its quotes: meetings, events, statements by speaker; Markdown."""
    pen = reports.pen()
    body = [*meetings_section(claims, pen), *events_section(claims, pen), *statements_section(claims, pen)]
    return _page("What the reports say", body, reports, pen)


def _page(title: str, body: list[str], reports: Reports, pen: Pen) -> str:
    lines = [f"# {title}", "", *_preface(reports, pen), "", *body, *_sources(reports, pen)]
    return "\n".join(lines).rstrip() + "\n"


def _preface(reports: Reports, pen: Pen) -> list[str]:
    read = counted(len(reports.articles), "report")
    lines = [f"From {read}, as of {_moment(reports.as_of)}." if reports.as_of else f"From {read}."]
    return [*lines, "", f"Only {pen.text(reports.narrowed)}."] if reports.narrowed else lines


def _moment(moment: datetime) -> str:
    there = moment.astimezone(UTC)
    return f"{WEEKDAYS[there.weekday()]} {day_words(there.date())} {there:%H:%M} UTC"


def _sources(reports: Reports, pen: Pen) -> list[str]:
    lines = ["## Sources", ""]
    for row in reports.articles:
        if row.id in pen.cited:
            source = Source.of_row(row)
            address = f", {pen.text(source.file_name)}" if row.url else ""
            why = f". Date: {pen.text(row.why)}" if row.why else ""
            lines.append(f"- {pen.text(citation(source))}{address}{why}")
    return lines if pen.cited else []
