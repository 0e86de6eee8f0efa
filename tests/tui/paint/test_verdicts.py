"""What was judged and how it stands, in a sentence that fits the row of the keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from store.model.reviews import Correction, Review
from tests.tui.builders import FakeLibrary
from tui.paint.verdicts import Turned, given_sentence, name_of, turned_sentence

PLEDGE = next(row for row in FakeLibrary(1).rows if row.id == "c-pledge")
GONE = Review(
    id=1,
    fact_key="f",
    quote="a sentence that stood\nhere once",
    article="morning-post",
    verdict="accept",
    note="",
    correction=Correction(),
    by="Ada",
    at="2031-05-03T12:00:00+00:00",
    in_force=True,
    undoes=None,
    orphaned=True,
)


def turned(*states: str, note: bool = False, redo: bool = False) -> str:
    return turned_sentence(Turned("X", note, frozenset(states), redo))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([1], "Accepted: 1 fact. U undoes."),
        ([2], "Accepted: 2 facts. U undoes."),
        ([0], "Accepted already: X."),
        ([1, 1, 1], "Accepted: 3 facts. U takes back the last."),
        ([2, 0, 1], "Accepted: 3 facts in 2 rows, 1 already. U takes back the last."),
        ([0, 0], "Accepted already: all 2."),
    ],
)
def test_how_many_facts_have_the_verdict_now(lines: list[int], told: str) -> None:
    assert given_sentence("accept", lines, "X", "U") == told


def test_what_is_taken_back_tells_how_it_stands() -> None:
    assert turned("") == "Taken back: X is unreviewed again."
    assert turned("accept") == "Taken back: X is accepted again."
    assert turned("", "accept") == "Taken back: X is partly reviewed again."
    assert turned("reject", redo=True) == "Given again: X is rejected."
    assert turned("", note=True) == "Note taken back: X is unreviewed."


def test_a_fact_is_named_in_one_line_that_fits() -> None:
    assert name_of(PLEDGE) == "Kari Lund, pledge “no trawler would be b…”"
    assert name_of(GONE) == "morning-post, “a sentence that stood h…”"
    long = replace(PLEDGE, who="The Ministry of Fisheries and Oceans", what="“many\nwords” " * 9)
    assert cell_len(f"Taken back: {name_of(long)} is unreviewed again.") < 78
    assert "\n" not in name_of(long)
