"""Each finding with the rule that made it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.export.explain import Explained, explained, explained_table
from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.model.article import Article, Document, Metadata
from store.model.facts import Findings
from tests.gold import passages

TEXT = (
    "The Norwegian foreign minister, Kari Lund, will meet her Icelandic counterpart in Oslo from May 9 to 11, "
    "her ministry said on Sunday.\n\n“We expect that Iceland will promise to share its data,” Lund said.\n"
)


def findings(text: str) -> tuple[Article, Findings]:
    metadata = Metadata(published=date(2019, 5, 6), published_from="articles.toml")
    article = open_article("gull", Document(path="gull.txt", text=text, metadata=metadata))
    return article, read_article(article)


@pytest.fixture
def rows() -> tuple[Explained, ...]:
    return explained(*findings(TEXT))


def of_kind(rows: tuple[Explained, ...], kind: str) -> list[Explained]:
    return [row for row in rows if row.kind == kind]


def test_the_anchor_comes_first_with_its_basis(rows: tuple[Explained, ...]) -> None:
    anchor = rows[0]
    assert (anchor.kind, anchor.value, anchor.rule) == ("anchor", "2019-05-06 exact", "metadata")
    assert anchor.why == "published 6 May 2019 by articles.toml"


def test_findings_stand_in_text_order_and_quote_the_text(rows: tuple[Explained, ...]) -> None:
    starts = [row.span.start for row in rows[1:] if row.span]
    assert starts == sorted(starts)
    for row in rows:
        if row.kind in ("time", "place", "party"):
            assert row.span
            assert row.words == TEXT[slice(*row.span)]


def test_there_is_a_row_for_each_finding(rows: tuple[Explained, ...]) -> None:
    _, found = findings(TEXT)
    for kind, of_it in (
        ("segment", found.segments),
        ("time", found.times),
        ("place", found.places),
        ("party", found.parties),
        ("meeting", found.meetings),
        ("event", found.events),
        ("statement", found.statements),
        ("inner statement", [inner for statement in found.statements for inner in statement.inner]),
    ):
        assert len(of_kind(rows, kind)) == len(of_it)


def test_a_meeting_tells_its_slots_and_how_its_day_was_settled(rows: tuple[Explained, ...]) -> None:
    (meeting,) = of_kind(rows, "meeting")
    assert meeting.rule == "will meet"
    for told in ("scheduled", "2019-05-09 to 2019-05-11", "Oslo", "Kari Lund"):
        assert told in meeting.value
    assert "looks ahead" in meeting.why
    assert "'May 9'" in meeting.why


def test_a_range_names_its_other_end(rows: tuple[Explained, ...]) -> None:
    assert of_kind(rows, "time")[0].value == "DATE 2019-05-09 until 2019-05-11"


def test_a_statement_shows_source_cue_and_content(rows: tuple[Explained, ...]) -> None:
    quoted = of_kind(rows, "statement")[-1]
    assert quoted.words.startswith("source: Lund | cue: said | content: “We expect")
    assert quoted.value == "say, Kari Lund"
    assert "content stands in quotation marks; the content stands before it" in quoted.why


def test_long_paragraphs_are_shown_by_their_opening(rows: tuple[Explained, ...]) -> None:
    assert all(row.words.endswith("…") and len(row.words) < 60 for row in of_kind(rows, "segment"))


def test_the_table_gives_offsets_and_has_a_cell_for_each_column(rows: tuple[Explained, ...]) -> None:
    table = explained_table(rows)
    assert table.rows[0][1] == ""
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert f"0-{TEXT.index(chr(10))}" in [row[1] for row in table.rows]


@pytest.mark.parametrize(
    "read",
    [
        passages.times,
        passages.names,
        passages.meetings,
        passages.statements,
        passages.events,
        passages.layouts,
    ],
)
def test_every_rule_has_its_explanation(read: Callable[[], tuple[passages.Passage[object], ...]]) -> None:
    for passage in read():
        article, found = findings(passage.text)
        for row in explained(article, found):
            assert row.rule, row
            assert row.why or row.kind in ("time", "anchor"), f"tell what {row.rule!r} saw in rules.toml: {row}"
