"""Whose words count as one origin."""

from __future__ import annotations

import pytest

from store.model.claims import UNATTRIBUTED
from tests.store.compare.sayings import claims, report, the_claim, told

CONTENT = "<the northern pipeline will stay closed until the spring>"
PRESIDENT = "French President Luc Moreau opened the session."


@pytest.mark.parametrize(
    ("speaker", "source", "origin"),
    [
        pytest.param("Ivo Brandt", "Ivo Brandt, a spokesman for the German foreign ministry,",
                     "German foreign ministry", id="spokesman for a ministry"),
        pytest.param("Ann Field", "White House spokeswoman Ann Field", "White House", id="office before the role"),
        pytest.param("State Department official", "a State Department official", "State Department", id="no name"),
        pytest.param("UK Foreign Office", "the UK Foreign Office", "Foreign Office", id="the office itself"),
        pytest.param("Rosa Lind", "Rosa Lind", "Rosa Lind", id="for herself"),
        pytest.param("Reuters", "Reuters", UNATTRIBUTED, id="a relayer is no origin"),
        pytest.param("", "", UNATTRIBUTED, id="nobody"),
        pytest.param("Jon Vale", "Former White House spokesman Jon Vale", "Jon Vale", id="no longer in office"),
    ],
)  # fmt: skip
def test_the_origin_is_the_office_spoken_for(speaker: str, source: str, origin: str) -> None:
    assert the_claim(report(1, told(speaker, f"[{source}] {{said}} {CONTENT}."))).origins == (origin,)


def test_an_aide_counts_with_the_seat_of_the_president_served() -> None:
    story = report(1, PRESIDENT, told("Paul Roux", f"[Moreau's aide Paul Roux] {{said}} {CONTENT}."))
    assert the_claim(story).origins == ("Elysee Palace",)


def test_an_apposition_tells_the_office_too() -> None:
    story = report(1, PRESIDENT, told("Paul Roux", f"[Paul Roux], an adviser to Moreau, {{said}} {CONTENT}."))
    assert the_claim(story).origins == ("Elysee Palace",)


def test_what_one_article_says_of_an_office_holds_in_another() -> None:
    one = report(1, PRESIDENT, told("Paul Roux", f"[Moreau's aide Paul Roux] {{said}} {CONTENT}."))
    two = report(2, told("Roux", f"[Roux] {{said}} {CONTENT}."))
    claim = the_claim(one, two)
    assert (claim.who, claim.origins, claim.articles) == ("Paul Roux", ("Elysee Palace",), ("report-1", "report-2"))


def test_two_people_of_one_surname_stay_two() -> None:
    one = report(1, told("Olga Stern", f"[Olga Stern] {{said}} {CONTENT}."))
    two = report(2, told("Karl Stern", f"[Karl Stern] {{said}} {CONTENT}."))
    assert len(claims(one, two)) == 2


def test_officials_of_two_articles_are_not_the_same() -> None:
    one = report(1, told("officials", f"[Officials] {{said}} {CONTENT}."))
    two = report(2, "Another report.", told("officials", f"[Officials] {{said}} {CONTENT}."))
    assert len(claims(one, two)) == 2


def test_a_spokesman_for_a_government_read_as_its_state() -> None:
    story = report(1, told("United States", f"[A spokesman for the American administration] {{said}} {CONTENT}."))
    claim = the_claim(story)
    assert (claim.who, claim.origins) == ("White House", ("White House",))
