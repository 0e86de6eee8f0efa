"""Every export there is: what it is called, a name for its file, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from store.export.selection import (
    Selection,
    Stored,
    filter_words,
    selected_articles,
    selected_claims,
    selected_facts,
)

if TYPE_CHECKING:
    from store.export.brief import Reports
    from store.export.columns import Table

Kind = Literal["articles", "facts", "claims", "talks", "conflicts"]
Form = Literal["json", "csv", "markdown", "ics", "annotation"]
Legible = Callable[[str], str]
"""Replaces characters that could drive or confuse a screen, length for length."""


class Written(NamedTuple):
    """The text of a file, and a sentence on each thing that could not be put into it."""

    text: str
    left_out: tuple[str, ...] = ()


Write = Callable[[Stored, Selection, Legible], Written]
SUFFIXES: dict[Form, str] = {
    "json": ".json", "csv": ".csv", "markdown": ".md", "ics": ".ics", "annotation": ".jsonld"
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One way to take something away.

    ``write`` is handed a store, what of it is wanted, and what makes text of articles fit for a screen; JSON keeps
    that text as it is and escapes what is dangerous.
    """

    kind: Kind
    form: Form
    title: str
    name: str
    write: Write

    @property
    def file_name(self) -> str:
        """A fitting name for a file, with the suffix by which programs know the format: "talks.ics"."""
        return self.name + SUFFIXES[self.form]


def table_of(kind: Kind, stored: Stored, selection: Selection) -> Table:
    """The rows of one kind as a table of plain text."""
    from store.export import columns

    match kind:
        case "articles":
            return columns.articles_table(selected_articles(stored, selection))
        case "facts":
            return columns.facts_table(selected_facts(stored, selection))
        case "claims":
            return columns.claims_table(selected_claims(stored, selection))
        case "talks":
            return columns.talks_table(stored.talks(selection.as_of))
        case "conflicts":
            return columns.conflicts_table(stored.conflicts(selection.as_of))


def _csv(kind: Kind) -> Write:
    def write(stored: Stored, selection: Selection, legible: Legible) -> Written:
        from store.export.as_csv import to_csv

        return Written(to_csv(table_of(kind, stored, selection).each(legible)))

    return write


def _markdown_table(kind: Kind) -> Write:
    def write(stored: Stored, selection: Selection, legible: Legible) -> Written:
        from store.export.as_markdown import to_markdown

        return Written(to_markdown(table_of(kind, stored, selection).each(legible)))

    return write


def _json(kind: Kind) -> Write:
    def write(stored: Stored, selection: Selection, legible: Legible) -> Written:  # noqa: ARG001
        from store.export import as_json

        match kind:
            case "articles":
                value = as_json.articles_json(selected_articles(stored, selection))
            case "facts":
                value = as_json.facts_json(selected_facts(stored, selection))
            case "claims":
                value = as_json.claims_json(selected_claims(stored, selection))
            case "talks":
                value = as_json.talks_json(stored.talks(selection.as_of))
            case "conflicts":
                value = as_json.conflicts_json(stored.conflicts(selection.as_of))
        return Written(as_json.to_json(value) + "\n")

    return write


def _calendar(stored: Stored, selection: Selection, legible: Legible) -> Written:
    from store.export.as_ical import to_ical

    text, left_out = to_ical(stored.talks(selection.as_of), stored.talk_revisions(), legible)
    without_day = (f"{t.title}: no day is known ({t.start or 'no date'}), so it is left out." for t in left_out)
    return Written(text, tuple(without_day))


def _annotations(stored: Stored, selection: Selection, legible: Legible) -> Written:  # noqa: ARG001
    from store.export.as_annotation import annotation_collection
    from store.export.as_json import to_json

    by_article = groupby(selected_facts(stored, selection), key=lambda fact: fact.article_id)
    collection = annotation_collection((stored.article(article_id), facts) for article_id, facts in by_article)
    return Written(to_json(collection) + "\n")


def _reports(stored: Stored, selection: Selection, legible: Legible) -> Reports:
    from store.export.brief import Reports

    return Reports(
        articles=selected_articles(stored, selection),
        verdicts=stored.verdicts(),
        as_of=selection.as_of,
        narrowed=filter_words(selection.narrowed),
        legible=legible,
    )


def _brief(stored: Stored, selection: Selection, legible: Legible) -> Written:
    from store.export.brief import brief

    claims, reports = selected_claims(stored, selection), _reports(stored, selection, legible)
    return Written(brief(stored.talks(selection.as_of), stored.conflicts(selection.as_of), claims, reports))


def _claims_brief(stored: Stored, selection: Selection, legible: Legible) -> Written:
    from store.export.brief import claims_brief

    return Written(claims_brief(selected_claims(stored, selection), _reports(stored, selection, legible)))


def _conflicts_brief(stored: Stored, selection: Selection, legible: Legible) -> Written:
    from store.export.brief import conflicts_brief

    return Written(conflicts_brief(stored.conflicts(selection.as_of), _reports(stored, selection, legible)))


def _tables(kind: Kind, noun: str) -> tuple[Export, Export]:
    return (
        Export(kind=kind, form="csv", title=f"{noun} as a table (CSV)", name=kind, write=_csv(kind)),
        Export(kind=kind, form="json", title=f"{noun} (JSON)", name=kind, write=_json(kind)),
    )


def _markdown(kind: Kind, title: str, write: Write, name: str = "") -> Export:
    return Export(kind=kind, form="markdown", title=f"{title} (Markdown)", name=name or kind, write=write)


EXPORTS: tuple[Export, ...] = (
    _markdown("talks", "Brief: talks, conflicts and key statements with quotes and sources", _brief, "brief"),
    Export(kind="talks", form="ics", title="Talks as a calendar (iCalendar)", name="talks", write=_calendar),
    *_tables("talks", "Talks with what is claimed of them"),
    _markdown("claims", "Claims with quotes and sources, by speaker", _claims_brief),
    *_tables("claims", "Claims"),
    _markdown("conflicts", "Conflicts with the quotes of both sides and their sources", _conflicts_brief),
    *_tables("conflicts", "Conflicts"),
    Export(
        kind="facts", form="annotation", title="Facts as Web Annotations (JSON-LD)", name="facts", write=_annotations
    ),
    _markdown("facts", "Facts as a table", _markdown_table("facts")),
    *_tables("facts", "Facts"),
    _markdown("articles", "Articles as a table", _markdown_table("articles")),
    *_tables("articles", "Articles"),
)
"""Each in the order in which a menu offers it."""

_BY_KIND_AND_FORM = {(export.kind, export.form): export for export in EXPORTS}


def export_of(kind: Kind, form: Form) -> Export:
    """The export of ``kind`` in ``form``. Raises KeyError where there is none."""
    return _BY_KIND_AND_FORM[kind, form]
