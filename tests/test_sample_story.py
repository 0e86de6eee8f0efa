"""What the sample story must give, read through the store as the commands and the dashboard read it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.reader import Reader
from store.refresh import refresh

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = Path(__file__).parents[1] / "articles"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    db = tmp_path_factory.mktemp("story") / "story.db"
    refresh([STORY], db)
    with Reader(db) as reader:
        yield reader


def test_exactly_three_talks_are_announced(story: Reader) -> None:
    assert [(t.city, t.zone, t.values("start"), t.parties, t.disputed) for t in story.talks()] == [
        ("Geneva", "Europe/Zurich", ("2022-01-09", "2022-01-10"), ("Russia", "United States"), ("start",)),
        ("Brussels", "Europe/Brussels", ("2022-01-12",), ("Russia", "NATO"), ()),
        ("Vienna", "Europe/Vienna", ("2022-01-13",), ("Russia", "OSCE"), ()),
    ]


def test_each_date_and_each_city_stands_in_its_own_report(story: Reader) -> None:
    sources = {
        (talk.city, claim.attribute, claim.value): {e.article for e in claim.evidence}
        for talk in story.talks()
        for claim in talk.claims
    }
    assert sources["Geneva", "start", "2022-01-09"] == {"report-b"}
    assert sources["Geneva", "start", "2022-01-10"] == {"report-a"}
    assert sources["Brussels", "start", "2022-01-12"] == {"report-a"}
    assert sources["Brussels", "place", "Brussels"] == {"report-b"}
    assert sources["Vienna", "start", "2022-01-13"] == {"report-a"}
    assert sources["Vienna", "place", "Vienna"] == {"report-b"}


def test_a_talks_evidence_names_its_own_city(story: Reader) -> None:
    for talk in story.talks():
        for claim in talk.claims:
            if claim.attribute == "place":
                assert any(talk.city in e.quote for e in claim.evidence)


def test_one_report_is_dated_by_its_comment_and_the_other_by_its_neighbour(story: Reader) -> None:
    rows = {r.name: (r.day, r.bound, r.basis) for r in story.article_rows(0, 10)}
    assert rows == {
        "report-a": ("2021-12-31", "about", "neighbour"),
        "report-b": ("2021-12-31", "no later than", "comment"),
    }


def test_no_fact_comes_from_furniture(story: Reader) -> None:
    for row in story.article_rows(0, 10):
        article = story.article(row.id)
        furniture = [s.span for s in article.segments if s.kind == "furniture"]
        assert furniture
        assert not [f for f in story.fact_rows(row.id) if any(p.overlaps(s) for p in f.pieces for s in furniture)]


def test_the_call_is_placed_in_both_zones(story: Reader) -> None:
    (call,) = [c for c in story.claims() if c.kind == "event" and c.when.startswith("2021-12-30")]
    assert call.when == "2021-12-30T15:35"
    assert set(call.articles) == {"report-a", "report-b"}
    for told in ("'Thursday'", "no later than 31 Dec", "30 Dec 23:35", "ended 30 Dec 16:25", "31 Dec 00:25"):
        assert told in call.why
    assert "start + duration = end" in call.why
    assert "50 minutes in both reports" in call.why


def test_what_lies_behind_is_an_event(story: Reader) -> None:
    days = {c.when[:10] for c in story.claims() if c.kind == "event" and c.when}
    assert days == {"2021-12-07", "2021-12-17", "2021-12-30"}


def test_the_pledge_has_one_origin_in_two_reports(story: Reader) -> None:
    (pledge,) = [c for c in story.claims() if c.kind == "pledge" and c.who == "Joe Biden"]
    assert pledge.origins == ("Kremlin",)
    assert set(pledge.articles) == {"report-a", "report-b"}


def test_the_disagreements_are_those_that_a_reader_would_name(story: Reader) -> None:
    found = sorted((c.kind, c.cause) for c in story.conflicts())
    assert found == [
        ("date", "range or sessions"),
        ("denial", "denial"),
        ("denial", "denial"),
        ("wording", "speaker: Vladimir Putin or Yuri Ushakov"),
        ("wording", "strength"),
        ("wording", "strength"),
    ]


def test_a_dated_statement_carries_its_day(story: Reader) -> None:
    days = {(f.who, f.when) for row in story.article_rows(0, 10) for f in story.fact_rows(row.id)}
    assert ("Kamala Harris", "2021-12-24") in days
    assert ("White House", "2021-12-30") in days
