"""When and to whom something was said: the time and the outlet of the attribution, never of what is reported."""

from __future__ import annotations

from datetime import date

import pytest

from tests.store.extract.statement_readings import statements_in

FRIDAY = date(2023, 6, 9)


def days_of(text: str) -> list[str]:
    return [s.when.value if s.when else "" for s in statements_in(text, FRIDAY)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mayor said Thursday that the ferry would stop.", id="beside the verb"),
        pytest.param(
            "The mayor told reporters in Lund on Thursday that the ferry would stop.", id="behind an addressee"
        ),
        pytest.param("On Thursday, the mayor said that the ferry would stop.", id="before the source"),
        pytest.param("The mayor on Thursday said the ferry would stop.", id="between source and verb"),
        pytest.param("The ferry would stop, the mayor said on Thursday, hours after the storm.", id="content first"),
        pytest.param('"The ferry stops," the mayor said Thursday shortly after the vote.', id="behind a quotation"),
        pytest.param("In a statement issued on Thursday, the mayor said that the ferry would stop.", id="a statement"),
        pytest.param("Speaking in Lund on Thursday, the mayor said that the ferry would stop.", id="speaking"),
        pytest.param(
            "The mayor, speaking on Thursday, said that the ferry would stop.", id="speaking, behind the name"
        ),
        pytest.param("On Thursday, Anna Berg opened the bridge and said that the ferry would stop.", id="second verb"),
    ],
)
def test_the_time_of_the_attribution_says_when(text: str) -> None:
    assert days_of(text) == ["2023-06-08"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mayor said that the ferry would stop on Monday.", id="in the content"),
        pytest.param(
            "From Lund the last ferry will leave at noon on Monday for the islands, the mayor said.",
            id="in content that comes first",
        ),
        pytest.param("The mayor, who was elected in 2019, said that the ferry would stop.", id="in a relative clause"),
        pytest.param("After the vote was lost on Monday, the mayor said that the ferry would stop.", id="other clause"),
        pytest.param("The mayor said after Monday's vote that the ferry would stop.", id="a noun's time"),
        pytest.param("The mayor has said since May that the ferry would stop.", id="a stretch of time"),
        pytest.param("The mayor said earlier that the ferry would stop.", id="no day"),
        pytest.param("The mayor said under the 1998 treaty that the ferry would stop.", id="a treaty of that year"),
    ],
)
def test_another_time_does_not(text: str) -> None:
    assert days_of(text) == [""]


def test_what_the_speaker_says_next_is_said_on_the_same_occasion() -> None:
    text = (
        "On May 24, Anna Berg said that the ferry would stop. In an interview with CBS, Berg passed over the bridge and"
        " said that the town would pay. She added that it was late."
    )
    assert days_of(text) == ["2023-05-24"] * 3
    assert [s.via for s in statements_in(text)] == [(), ("CBS",), ("CBS",)]


def test_the_occasion_ends_with_another_speaker_time_or_sentence() -> None:
    start = "On May 24, Anna Berg told CBS that the ferry would stop. "
    for after in (
        "Peter Holm said that it would not.",
        "Earlier, she said that it would not.",
        "She has often said that it would not.",
        "The storm went on. She said that it would not.",
    ):
        last = statements_in(start + after, FRIDAY)[-1]
        assert (last.when, last.via) == (None, ()), after


def test_a_statement_after_an_interview_was_not_made_to_the_outlet() -> None:
    text = "Anna Berg told CBS on May 24 that the ferry would stop. She said in a statement that the town would pay."
    assert [s.via for s in statements_in(text, FRIDAY)] == [("CBS",), ()]
