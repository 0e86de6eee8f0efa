from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from store.export.as_annotation import AROUND, annotation_collection
from store.export.choices import export_of
from store.export.selection import Selection
from store.model.article import Article
from store.model.spans import Span
from store.model.views import FactRow
from store.reader import Reader
from store.writer import Writer
from tests.store.builders import ROOT, an_article, published_on
from tests.store.export.stories import EARLY, LATE, PLEDGE, a_story

WIDE = "\N{SMILING FACE WITH SUNGLASSES}"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return a_story(tmp_path)


def items(reader: Reader) -> list[dict[str, Any]]:
    collection = json.loads(export_of("facts", "annotation").write(reader, Selection(), str).text)
    found: list[dict[str, Any]] = collection["first"]["items"]
    return found


def a_fact(article: Article, quote: str, **known: Any) -> FactRow:
    start = article.text.index(quote)
    parts = {"kind": "say", "who": "", "what": "", "when": "", "where": "", "via": (), **known}
    return FactRow(
        key="k",
        claim="",
        article_id=1,
        article=article.name,
        outlet="",
        span=Span(start, start + len(quote)),
        pieces=(),
        quote=quote,
        assumed=False,
        why="",
        **parts,
    )


def body_of(article: Article, fact: FactRow) -> list[dict[str, Any]]:
    (item,) = annotation_collection([(article, [fact])])["first"]["items"]
    body: list[dict[str, Any]] = item["body"]
    return body


def test_a_collection_has_what_the_model_demands_of_it(reader: Reader) -> None:
    collection = json.loads(export_of("facts", "annotation").write(reader, Selection(), str).text)
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 5)
    page = collection["first"]
    assert (page["type"], page["startIndex"], len(page["items"])) == ("AnnotationPage", 0, 5)
    identities = [collection["id"], page["id"], *(item["id"] for item in page["items"])]
    assert all(identity.startswith("urn:uuid:") for identity in identities)
    assert len(set(identities)) == len(identities)
    assert {item["type"] for item in page["items"]} == {"Annotation"}
    assert {item["motivation"] for item in page["items"]} == {"describing"}


def test_both_selectors_give_the_quote_back(reader: Reader) -> None:
    texts = {"https://gull.test/early": EARLY.text, f"file://{ROOT}/late.txt": LATE.text}
    for item in items(reader):
        text = texts[item["target"]["source"]["id"]]
        position, quote = item["target"]["selector"]
        assert position["type"] == "TextPositionSelector"
        assert quote["type"] == "TextQuoteSelector"
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_offsets_count_code_points_and_the_words_around_are_short() -> None:
    article = an_article("wide", WIDE * 50 + "He agreed." + WIDE * 50)
    (item,) = annotation_collection([(article, [a_fact(article, "He agreed.")])])["first"]["items"]
    position, quote = item["target"]["selector"]
    assert (position["start"], position["end"]) == (50, 60)
    assert quote["prefix"] == quote["suffix"] == WIDE * AROUND


def test_an_article_with_an_address_is_known_by_it_and_keeps_the_copy_that_was_read(reader: Reader) -> None:
    item = next(item for item in items(reader) if item["target"]["source"]["id"].startswith("https"))
    assert item["target"]["source"] == {
        "id": "https://gull.test/early",
        "type": "Text",
        "format": "text/plain",
        "schema:headline": "Talks to open",
        "schema:author": "Kari Lund",
        "schema:publisher": "The Gull",
        "schema:datePublished": "2019-04-01",
    }
    assert item["target"]["state"] == {"type": "TimeState", "cached": f"file://{ROOT}/early.txt"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a b", 'https://a"b', "gull.test", ""])
def test_what_is_no_address_is_not_taken_for_one(url: str) -> None:
    article = replace(an_article("odd", "He agreed.", published_on("2019-04-01")), url=url, path="/reports/a b.html")
    (item,) = annotation_collection([(article, [a_fact(article, "He agreed.")])])["first"]["items"]
    assert item["target"]["source"]["id"] == "file:///reports/a%20b.html"
    assert item["target"]["source"]["format"] == "text/html"
    assert "state" not in item["target"]


def test_a_statement_is_a_claim_of_its_speaker_and_tagged() -> None:
    article = an_article("one", "He agreed.")
    fact = a_fact(article, "He agreed.", kind="pledge", who="Bo Vik", what="to sail", where="Oslo", via=("NTB", "Oslo"))
    claim, *tags = body_of(article, replace(fact, review="accept"))
    assert claim == {
        "type": "schema:Claim",
        "schema:text": "to sail",
        "schema:author": "Bo Vik",
        "schema:contentLocation": "Oslo",
    }
    assert {tag["type"] for tag in tags} == {"TextualBody"}
    assert [(tag["purpose"], tag["value"]) for tag in tags] == [
        ("classifying", "pledge"),
        ("tagging", "Bo Vik"),
        ("tagging", "Oslo"),
        ("tagging", "NTB"),
        ("assessing", "accept"),
    ]


@pytest.mark.parametrize(
    ("when", "start"),
    [("2019-06-09T09:30", "2019-06-09T09:30"), ("2019-06", "2019-06"), ("XXXX-06-09", None), ("2019-WI", None)],
)
def test_a_meeting_is_an_event_with_its_day_where_iso_8601_can_say_it(when: str, start: str | None) -> None:
    article = an_article("one", "They meet.")
    event, *tags = body_of(
        article, a_fact(article, "They meet.", kind="meeting", what="Talks", when=when, where="Oslo")
    )
    assert (event["type"], event["schema:name"], event["schema:location"]) == ("schema:Event", "Talks", "Oslo")
    assert event.get("schema:startDate") == start
    assert when in [tag["value"] for tag in tags]


def test_ids_stay_when_the_store_is_read_again_and_verdicts_come_along(reader: Reader) -> None:
    before = items(reader)
    with Writer(reader.path) as writer:
        writer.review(PLEDGE.key, "accept", by="Kim")
    after = items(reader)
    assert [item["id"] for item in before] == [item["id"] for item in after]
    assert sum({"assessing"} <= {body.get("purpose") for body in item["body"]} for item in after) == 1
