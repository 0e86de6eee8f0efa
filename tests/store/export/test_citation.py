from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.export.citation import Source, citation, quote_with_citation, quoted
from store.export.day_words import when_words
from store.model.article import Anchor
from tests.store.builders import an_article

FULL = Source(
    outlet="The Gull",
    author="Kari Lund",
    title="Cod is scarce",
    day="2019-04-29",
    bound="exact",
    url="https://gull.test/cod",
    path="/reports/cod.txt",
)


def test_a_quote_comes_with_outlet_author_title_day_and_address() -> None:
    assert quote_with_citation("We expect\n  results.", FULL) == (
        "“We expect results.” — The Gull, Kari Lund, “Cod is scarce”, 29 Apr 2019, https://gull.test/cod"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(replace(FULL, url=""), ", 29 Apr 2019, cod.txt", id="no address: the file"),
        pytest.param(replace(FULL, bound="no later than"), ", no later than 29 Apr 2019, https", id="an upper bound"),
        pytest.param(replace(FULL, bound="about"), ", about 29 Apr 2019, https", id="a neighbour's day"),
        pytest.param(replace(FULL, bound="none", day=""), ", undated, https", id="no day"),
        pytest.param(
            replace(FULL, title="“Scarce”, she says"), ", ‘“Scarce”, she says’, ", id="a title with a quotation"
        ),
        pytest.param(replace(FULL, outlet=" ", author="", title="", url="", path=""), "29 Apr 2019", id="only a day"),
    ],
)
def test_what_is_unknown_is_left_out_and_bounds_are_told(source: Source, expected: str) -> None:
    assert expected in citation(source)
    assert ", ," not in citation(source)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("It’s late", "“It’s late”", id="an apostrophe is no quotation mark"),
        pytest.param("“Yes,” she said", "‘“Yes,” she said’", id="a quotation and more"),
        pytest.param('She said "yes"', '‘She said "yes"’', id="straight marks"),
        pytest.param("“Yes”", "“Yes”", id="a quotation from end to end"),
        pytest.param("“Yes”, “no”", "‘“Yes”, “no”’", id="two quotations"),
        pytest.param("“Yes", "‘“Yes’", id="one that does not end"),
        pytest.param("“", "‘“’", id="a lone mark"),
    ],
)
def test_quotation_marks_never_meet_their_like(quote: str, expected: str) -> None:
    assert quoted(quote) == expected


def test_a_slash_parts_the_paragraphs_of_a_quote() -> None:
    assert quoted("Cod is scarce.\n\nSo is\nhake.") == "“Cod is scarce. / So is hake.”"


def without_slashes(text: str) -> str:
    return " ".join(word for word in text.split() if word != "/")


@given(st.text())
@example("Cod.\n\nHake.")
def test_the_words_of_any_quote_stay_as_they_are(text: str) -> None:
    assert without_slashes(text) in without_slashes(quote_with_citation(text, FULL))
    assert "\n" not in quote_with_citation(text, FULL)


def test_a_source_is_made_of_an_open_article_as_of_a_line_of_the_list() -> None:
    anchor = Anchor(bound="about", basis="neighbour", day=date(2019, 4, 29))
    article = replace(an_article("cod", "Cod.", anchor, "The Gull"), path="/reports/cod.txt")
    assert citation(Source.of_article(article)) == "The Gull, “Cod.”, about 29 Apr 2019, cod.txt"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2019-06-09", "Sun 9 Jun 2019"),
        ("2019-06-09T09:30", "Sun 9 Jun 2019 09:30"),
        ("2019-W23", "week 23 (3 Jun 2019 to 9 Jun 2019)"),
        ("2019-W23-WE", "the weekend of week 23 (8 Jun 2019 to 9 Jun 2019)"),
        ("2019-06", "Jun 2019"),
        ("2019", "2019"),
        ("2019-Q2", "quarter 2 of 2019"),
        ("2019-H1", "half 1 of 2019"),
        ("2019-WI", "winter 2019"),
        ("XXXX-06-09", "9 Jun, year unknown"),
        ("XXXX-06-09T09:30", "9 Jun 09:30, year unknown"),
        ("XXXX-13-09", "XXXX-13-09"),
        ("2019-02-30", "2019-02-30"),
        ("2019-W60", "2019-W60"),
        ("2019-13", "2019-13"),
        ("XXXX-W02", "XXXX-W02"),
        ("", ""),
    ],
)
def test_times_in_words(value: str, words: str) -> None:
    assert when_words(value) == words


@given(st.text())
def test_any_value_has_words(value: str) -> None:
    assert isinstance(when_words(value), str)
