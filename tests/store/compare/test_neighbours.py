from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from store.compare.neighbours import neighbour_anchors
from store.model.article import Anchor
from store.model.facts import Event, Meeting
from tests.store.compare.announcements import call, meeting, no_later_than, published, report

BERG, ROJAS = "Ann Berg (president, Norway)", "Luis Rojas (president, Chile)"
DATED = report(
    1,
    call(BERG, ROJAS, lasting="PT40M"),
    meeting("Norway", "Chile", on="2024-03-12", at="Oslo"),
    anchor=no_later_than("2024-03-01"),
    name="gazette",
)


def test_an_undated_article_with_the_same_call_and_meeting_is_of_about_the_same_day() -> None:
    undated = report(2, call(ROJAS, BERG, lasting="PT40M"), meeting("Norway", "Chile", on="XXXX-03-13", at="Oslo"))
    anchor = neighbour_anchors([undated, DATED])[2]
    assert (anchor.bound, anchor.basis, anchor.day) == ("about", "neighbour", date(2024, 3, 1))
    assert anchor.why.startswith("gazette of no later than 1 Mar 2024 has ")
    assert "40 minutes" in anchor.why


def test_one_meeting_with_its_day_and_city_is_enough() -> None:
    undated = report(2, meeting("Chile", "Norway", on="XXXX-03-12", at="Oslo"))
    assert neighbour_anchors([DATED, undated])[2].day == date(2024, 3, 1)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(meeting("Norway", "Chile", on="XXXX-03-12"), id="a day without a city"),
        pytest.param(meeting("Norway", "Chile", at="Oslo"), id="a city without a day"),
        pytest.param(meeting("Norway", "Chile", on="XXXX-03-13", at="Oslo"), id="another day"),
        pytest.param(meeting("Norway", on="XXXX-03-12", at="Oslo"), id="one party"),
        pytest.param(call(BERG, ROJAS, lasting="PT40M"), id="a call as long"),
    ],
)
def test_less_than_that_is_too_little(told: Meeting | Event) -> None:
    assert neighbour_anchors([DATED, report(2, told)]) == {}


def test_meetings_months_apart_are_not_in_common() -> None:
    other = report(2, call(BERG, ROJAS, lasting="PT25M"), meeting("Norway", "Chile", on="XXXX-09-12", at="Oslo"))
    assert neighbour_anchors([DATED, other]) == {}


def test_a_date_in_full_that_comes_later_speaks_against_it() -> None:
    other = report(
        2,
        call(BERG, ROJAS, lasting="PT40M"),
        meeting("Norway", "Chile", on="XXXX-03-12", at="Oslo"),
        call(BERG, "Ema Vik (president, Peru)", on="2025-02-02"),
    )
    assert neighbour_anchors([DATED, other]) == {}


def test_neighbours_of_different_times_cancel_each_other() -> None:
    again = report(
        3,
        call(BERG, ROJAS, lasting="PT40M"),
        meeting("Norway", "Chile", on="2025-03-12", at="Oslo"),
        anchor=published("2025-03-02"),
    )
    undated = report(2, call(BERG, ROJAS, lasting="PT40M"), meeting("Norway", "Chile", on="XXXX-03-12", at="Oslo"))
    assert neighbour_anchors([DATED, again, undated]) == {}


def test_a_chain_goes_through_one_undated_article_and_no_further() -> None:
    def link(number: int, first: int) -> list[object]:
        return [meeting("Norway", other, on="XXXX-03-12", at="Oslo") for other in PARTNERS[first : first + 4]]

    PARTNERS = ["Chile", "Peru", "Kenya", "Ghana", "Nepal", "Malta", "Qatar", "Yemen", "Samoa", "Tonga"]  # noqa: N806
    dated = report(
        1, *[meeting("Norway", p, on="2024-03-12", at="Oslo") for p in PARTNERS[:4]], anchor=published("2024-03-01")
    )
    chain = [report(n, *link(n, 2 * n - 2)) for n in (2, 3, 4)]  # type: ignore[arg-type]
    assert sorted(neighbour_anchors([dated, *chain])) == [2, 3]


def test_an_anchor_lent_before_is_no_anchor_to_lend() -> None:
    lent = Anchor(bound="about", basis="neighbour", day=date(2024, 3, 1))
    again = report(
        2, call(BERG, ROJAS, lasting="PT40M"), meeting("Norway", "Chile", on="2024-03-12", at="Oslo"), anchor=lent
    )
    other = report(3, call(BERG, ROJAS, lasting="PT40M"), meeting("Norway", "Chile", on="XXXX-03-12", at="Oslo"))
    assert neighbour_anchors([again, other]) == {}
    assert sorted(neighbour_anchors([again, other, DATED])) == [2, 3]


def test_a_copy_of_the_text_is_of_its_day() -> None:
    body = " ".join(f"Sentence {n} of the one story that went out that day." for n in range(20))
    found = meeting("Norway", "Chile", on="XXXX-03-12", at="Oslo")
    dated = report(1, found, anchor=published("2024-03-01"), text=body, label="one")
    assert neighbour_anchors([dated, report(2, found, text=body + " Shortened.", label="one")])[2].day == date(
        2024, 3, 1
    )


def test_the_order_of_reports_does_not_matter() -> None:
    undated = report(2, call(ROJAS, BERG, lasting="PT40M"), meeting("Norway", "Chile", on="XXXX-03-13", at="Oslo"))
    more = report(
        4, call(ROJAS, BERG, lasting="PT40M"), meeting("Norway", "Chile", at="Oslo"), anchor=published("2024-03-02")
    )
    assert len({neighbour_anchors(order)[2] for order in permutations([undated, DATED, more])}) == 1
