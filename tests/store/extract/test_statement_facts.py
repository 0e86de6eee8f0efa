"""Statements as facts: in the words that a reader of a list wants, each thing once, nothing that tells nothing."""

from __future__ import annotations

import pytest

from store.extract.facts import facts_of
from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.model.article import Document
from store.model.reports import Fact

FILLER = "The town council met for the third time this year about the old bridge and the ferry. " * 5


def facts_in(text: str) -> list[Fact]:
    article = open_article("test", Document(path="test.txt", text=text))
    return [f for f in facts_of(article.text, read_article(article)) if f.kind not in ("meeting", "event")]


WORDS = [
    pytest.param("Anna Berg said that the toll would rise.", "the toll would rise", id="without that"),
    pytest.param("“The toll will rise,” Anna Berg said.", "The toll will rise", id="without marks and comma"),
    pytest.param('"The toll," Anna Berg said, "will rise."', "The toll … will rise", id="split quotation"),
    pytest.param(
        'Anna Berg said that the toll was "fair" and "long overdue."',
        'the toll was "fair" and "long overdue."',
        id="marks inside",
    ),
    pytest.param(
        '"We do not know what "fair tolls" are, but we pay them," Anna Berg said.',
        'We do not know what "fair tolls" are, but we pay them',
        id="marks of the same kind inside",
    ),
    pytest.param(
        "“Fair” was what the toll would be, Anna Berg said.", "“Fair” was what the toll would be", id="mark in front"
    ),
    pytest.param(
        "Anna Berg called on Norway and Sweden not to raise the toll.",
        "called on Norway and Sweden not to raise the toll",
        id="addressee",
    ),
    pytest.param("Anna Berg promised to lower the toll.", "to lower the toll", id="infinitive of a pledge"),
    pytest.param(
        "Anna Berg did not say when the toll would rise.", "did not say when the toll would rise", id="negated"
    ),
    pytest.param(
        "Anna Berg did not deny that the toll was high.", "did not deny that the toll was high", id="not denied"
    ),
    pytest.param("Anna Berg denied that the toll was high.", "the toll was high", id="denied"),
    pytest.param("Anna Berg refused to lower the toll.", "refused to lower the toll", id="refused"),
    pytest.param("Anna Berg has dismissed the claim as idle.", "dismissed the claim as idle", id="object"),
    pytest.param(
        "Anna Berg has, however, warned Norway against raising the toll.",
        "warned Norway against raising the toll",
        id="preposition",
    ),
    pytest.param("Anna Berg did not name the streets.", "did not name the streets", id="withheld"),
]


@pytest.mark.parametrize(("text", "what"), WORDS)
def test_a_fact_says_what_was_said(text: str, what: str) -> None:
    assert [f.what for f in facts_in(text)] == [what]


def test_a_fact_carries_when_and_through_whom_it_was_said() -> None:
    (fact,) = facts_in("On May 24, 2023, Anna Berg told CBS that the toll would rise next year.")
    assert (fact.when, fact.via) == ("2023-05-24", ("CBS",))


def test_praise_of_a_thing_is_no_fact() -> None:
    assert facts_in("Anna Berg praised the new bridge and discussed the ferry with the mayor of Lund.") == []


def test_a_condemnation_and_a_verdict_are() -> None:
    found = facts_in("Anna Berg condemned the raid. The mayor praised the council for lowering the toll.")
    assert [f.what for f in found] == ["condemned the raid", "praised the council for lowering the toll"]


def test_a_headline_is_no_fact_beside_the_body_that_it_sums_up() -> None:
    text = f"Berg Says Toll Will Rise\n\nAnna Berg said on Monday that drivers would pay more.\n\n{FILLER}"
    assert [f.what for f in facts_in(text)] == ["drivers would pay more"]


def test_a_headline_is_no_fact_where_the_body_says_the_same_of_another() -> None:
    text = f"Council Says Bridge Toll Will Double\n\nThe bridge toll will double, Anna Berg said.\n\n{FILLER}"
    assert [f.who for f in facts_in(text)] == ["Anna Berg"]


def test_a_headline_alone_is_one() -> None:
    assert [f.what for f in facts_in(f"Berg Says Toll Will Rise\n\n{FILLER}")] == ["Toll Will Rise"]
