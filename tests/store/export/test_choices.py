from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click
import pytest
from icalendar import Calendar

from store.export.choices import EXPORTS, SUFFIXES, Export, Form, Kind, export_of, table_of
from store.export.selection import Selection
from store.model.views import ClaimFilter
from store.reader import Reader
from tests.store.export.stories import a_story
from tui.cli import cli

MARCH = Selection(as_of=datetime(2019, 3, 1, tzinfo=UTC))


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return a_story(tmp_path)


def test_each_export_has_a_title_and_a_file_name_of_its_own() -> None:
    assert len({export.title for export in EXPORTS}) == len({export.file_name for export in EXPORTS}) == len(EXPORTS)
    assert all(export.file_name.endswith(SUFFIXES[export.form]) for export in EXPORTS)
    assert {export.form for export in EXPORTS} == set(get_args(Form))


@pytest.mark.parametrize("kind", get_args(Kind))
def test_the_commands_offer_every_form_that_there_is(kind: Kind) -> None:
    (option,) = (param for param in cli.commands[kind].params if param.name == "form")
    assert isinstance(option.type, click.Choice)
    assert set(option.type.choices) == {"table"} | {export.form for export in EXPORTS if export.kind == kind}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.file_name)
def test_every_export_writes_text_that_its_readers_accept(reader: Reader, export: Export) -> None:
    text, left_out = export.write(reader, Selection(), str)
    assert left_out == ()
    match export.form:
        case "json" | "annotation":
            assert json.loads(text)
        case "csv":
            header, *rows = csv.reader(io.StringIO(text))
            assert rows
            assert {len(row) for row in rows} == {len(header)}
        case "ics":
            assert len(Calendar.from_ical(text).walk("VEVENT")) == 1
        case "markdown":
            assert text.startswith(("# ", "| "))
    assert text.endswith("\n")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.file_name)
def test_no_export_tells_what_was_not_known_yet(reader: Reader, export: Export) -> None:
    assert "The Gull" not in export.write(reader, MARCH, str).text
    assert "ninth" not in export.write(reader, MARCH, str).text


@pytest.mark.parametrize(
    "export", [e for e in EXPORTS if e.form not in {"json", "annotation"}], ids=lambda e: e.file_name
)
def test_text_of_articles_is_made_legible_before_it_is_escaped(reader: Reader, export: Export) -> None:
    text = export.write(reader, Selection(), lambda words: "-" * len(words)).text
    assert "Fishing" not in text
    assert "Bo Vik" not in text
    if export.form == "csv":
        assert all(cell.startswith("'-") or not cell for row in list(csv.reader(io.StringIO(text)))[1:] for cell in row)


def test_a_filter_narrows_claims_and_facts_but_neither_talks_nor_articles(reader: Reader) -> None:
    narrowed = Selection(narrowed=ClaimFilter(kinds=("deny",)))
    rows = {kind: len(table_of(kind, reader, narrowed).rows) for kind in get_args(Kind)}
    assert rows == {"articles": 2, "facts": 1, "claims": 1, "talks": 1, "conflicts": 2}
    found = json.loads(export_of("facts", "annotation").write(reader, narrowed, str).text)
    assert found["total"] == 1


def test_facts_of_one_article_are_those_of_that_article_only(reader: Reader) -> None:
    late = reader.article_id("late")
    narrowed = Selection(narrowed=ClaimFilter(article=late))
    assert {row[0] for row in table_of("facts", reader, narrowed).rows} == {"late"}


def test_claims_come_in_the_order_in_which_they_are_listed(reader: Reader) -> None:
    for descending in (False, True):
        selection = Selection(order="kind", descending=descending)
        listed = reader.claim_rows(selection.narrowed, "kind", descending, 0, 10)
        assert [row[-1] for row in table_of("claims", reader, selection).rows] == [row.id for row in listed]


def test_there_is_no_calendar_of_statements() -> None:
    with pytest.raises(KeyError):
        export_of("facts", "ics")
