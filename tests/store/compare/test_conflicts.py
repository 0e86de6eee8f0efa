"""Where statements of one or several articles cannot both hold."""

from __future__ import annotations

import pytest

from store.compare.compare import compare
from store.model.reports import Comparison
from tests.store.compare import announcements
from tests.store.compare.announcements import call, meeting, published
from tests.store.compare.sayings import conflicts, marked, report, the_conflict, told

LEADERS = "French President Luc Moreau and Kenyan President Ruth Otieno spoke on Monday."


def test_a_claim_and_its_denial() -> None:
    said = told("Kenya", "[Kenya] {said} <that French trawlers had entered its waters at night>.", act="accuse")
    denied = told("France", "[France] {denied} <that its trawlers had entered Kenyan waters at night>.", act="deny")
    found = the_conflict(report(1, said), report(2, denied))
    assert (found.kind, found.cause) == ("denial", "denial")
    assert [s.origins for s in found.sides] == [("Kenya",), ("France",)]


def test_a_pledge_and_the_denial_of_any_commitment() -> None:
    pledge = told("Luc Moreau", "[Moreau] {promised} <not to close the port of Mombasa to ships>.", act="pledge")
    denied = told(
        "Elysee Palace", "[The Elysee Palace] {denied} <that the president had made any commitment>.", act="deny"
    )
    found = the_conflict(report(1, LEADERS, pledge), report(2, LEADERS, denied))
    assert found.kind == "denial"
    assert found.sides[1].origins == ("Elysee Palace",)
    assert found.sides[1].value == "denied that the president had made any commitment"


def test_a_denial_of_some_other_commitment_is_none() -> None:
    pledge = told("Luc Moreau", "[Moreau] {promised} <not to close the port of Mombasa to ships>.", act="pledge")
    denied = told(
        "Elysee Palace",
        "[The Elysee Palace] {denied} <that Moreau made a commitment to write off debts and to train railway staff>.",
        act="deny",
    )
    assert conflicts(report(1, LEADERS, pledge), report(2, LEADERS, denied)) == ()


def test_a_denial_of_what_was_said_just_before() -> None:
    found = the_conflict(
        report(
            1,
            told("Norway", "[Norway and its allies] {warned} <of a secret Kenyan missile base>.", act="warn"),
            told("Kenya", "[Kenya] {dismissed} <the speculation as baseless>.", act="deny", polarity="negative"),
        )
    )
    assert [s.value for s in found.sides] == ["of a secret Kenyan missile base", "denied: the speculation as baseless"]


def test_a_denial_does_not_take_up_what_was_said_of_others() -> None:
    story = report(
        1,
        told("Norway", "[Norway] {warned} <of a cold winter in the mountains>.", act="warn"),
        told("Kenya", "[Kenya] {dismissed} <the allegations>.", act="deny"),
    )
    assert conflicts(story) == ()


def test_a_refusal_is_no_denial() -> None:
    asked = told("Kenya", "[Kenya] {said} <that France would pay for the new harbour wall>.")
    refused = told("France", "[France] {refused} <to pay for the new harbour wall of Kenya>.", act="deny")
    assert conflicts(report(1, asked), report(2, refused)) == ()


def test_two_sides_that_say_opposite_things() -> None:
    one = told("Kenya", "[Kenya] {said} <that the harbour wall was finished on time and within budget>.")
    two = told("France", "[France] {said} <that the harbour wall was not finished on time and within budget>.")
    assert the_conflict(report(1, one), report(2, two)).kind == "denial"


def test_one_utterance_in_two_renderings_marks_what_differs() -> None:
    one = told(
        "Ada Berg", '<"If some troops cross the river, it could lead to the entire loss of trust,"> [Ada Berg] {said}.'
    )
    two = told(
        "Ada Berg", "<“Should any soldiers cross the river, it will lead to a total loss of trust,”> [Berg] {said}."
    )
    found = the_conflict(report(1, one), report(2, two))
    assert (found.kind, found.cause) == ("wording", "strength")
    assert marked(found) == [["some troops", "could", "entire"], ["any soldiers", "will", "total"]]


def test_renderings_of_different_weeks_are_two_utterances() -> None:
    one = told("Ada Berg", '<"The strike could lead to the complete closure of the mine,"> [Ada Berg] {said}.')
    two = told("Ada Berg", '<"The strike will lead to the total closure of the mine,"> [Ada Berg] {said}.')
    early, late = published("2023-05-01"), published("2023-05-20")
    assert conflicts(report(1, one, anchor=early), report(2, two, anchor=late)) == ()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param('"The strike could lead to the complete closure of the mine"', id="the same words"),
        pytest.param('"The strike could lead to the complete closure"', id="cut short"),
        pytest.param("that the strike might bring a total shutdown of the mine", id="a paraphrase"),
    ],
)
def test_no_conflict_of_wording(other: str) -> None:
    one = told("Ada Berg", '<"The strike could lead to the complete closure of the mine,"> [Ada Berg] {said}.')
    two = told("Ada Berg", f"[Ada Berg] {{said}} <{other}>.")
    assert conflicts(report(1, one), report(2, two)) == ()


def test_a_summary_stronger_than_its_own_quotation() -> None:
    found = the_conflict(
        report(
            1,
            LEADERS,
            told(
                "Ruth Otieno", "[Otieno] {vowed} <to stop all tea exports to France after new tariffs>.", act="pledge"
            ),
            told(
                "Joy Wanjiru",
                '<"With new tariffs, tea exports to France could well stop,"> [Joy Wanjiru], an Otieno aide, {said}.',
            ),
        )
    )
    assert (found.kind, found.cause) == ("wording", "strength")
    assert marked(found) == [["vowed"], ["could well stop"]]


def test_a_summary_as_careful_as_its_quotation() -> None:
    story = report(
        1,
        told("Ada Berg", "[Berg] {said} <the strike could lead to the closure of the mine>."),
        told("Ada Berg", '<"It could lead to the closure of the mine through this strike,"> [Ada Berg] {said}.'),
    )
    assert conflicts(story) == ()


def test_one_utterance_in_two_mouths() -> None:
    one = told("Ruth Otieno", "<New tariffs on tea would be a giant blunder>, [Otieno] {added}.")
    two = told(
        "Joy Wanjiru",
        '[Joy Wanjiru, an aide to Otieno], {argued} <that new tea tariffs would be an "enormous blunder">.',
    )
    found = the_conflict(report(1, LEADERS, one), report(2, LEADERS, two))
    assert (found.kind, found.cause) == ("wording", "speaker: Ruth Otieno or Joy Wanjiru")


def test_two_people_of_different_offices_may_say_the_same() -> None:
    one = told("Ruth Otieno", "<New tariffs on tea would be a giant blunder>, [Otieno] {added}.")
    two = told("Luc Moreau", '[Moreau] {argued} <that new tea tariffs would be an "enormous blunder">.')
    assert conflicts(report(1, LEADERS, one), report(2, LEADERS, two)) == ()


def test_figures_that_differ() -> None:
    one = told("police", "[Police] {said} <40 fishermen drowned in the storm off Peru>.")
    two = told("officials", "[Officials] {said} <60 fishermen drowned in the storm off Peru>.")
    found = the_conflict(report(1, one, anchor=published("2023-05-01")), report(2, two, anchor=published("2023-05-02")))
    assert (found.kind, found.cause) == ("figure", "later report")
    assert ([s.value for s in found.sides], marked(found)) == (["40", "60"], [["40"], ["60"]])


def test_a_number_beyond_all_counting_counts_nothing() -> None:
    one = told("police", f"[Police] {{said}} <{'9' * 400} fishermen drowned in the storm off Peru>.")
    two = told("officials", "[Officials] {said} <60 fishermen drowned in the storm off Peru>.")
    assert all(conflict.kind != "figure" for conflict in conflicts(report(1, one), report(2, two)))


def test_figures_of_different_things_are_none() -> None:
    one = told("police", "[Police] {said} <40 fishermen drowned in the storm off Peru>.")
    two = told("officials", "[Officials] {said} <60 fishermen went on strike in the harbour of Callao in Peru>.")
    assert conflicts(report(1, one), report(2, two)) == ()


def test_how_long_a_call_lasted() -> None:
    one = announcements.report(1, call("Norway", "Peru", lasting="PT50M", on="2023-05-10"))
    two = announcements.report(2, call("Norway", "Peru", lasting="PT2H", on="2023-05-10"))
    found = the_conflict(one, two)
    assert (found.kind, [s.value for s in found.sides]) == ("figure", ["50 minutes", "2 hours"])


@pytest.mark.parametrize(
    ("values", "cause"),
    [
        pytest.param(("2023-05-09", "2023-05-10"), "unclear", id="nothing tells"),
        pytest.param(("2023-05-10T09:00", "2023-05-10T11:00"), "time zone", id="whole hours apart"),
    ],
)
def test_a_disputed_date(values: tuple[str, str], cause: str) -> None:
    day = published("2023-05-01")
    reports = [
        announcements.report(n, meeting("Norway", "Peru", on=value, at="Oslo"), anchor=day)
        for n, value in enumerate(values)
    ]
    found = conflicts(*reports)
    assert [(c.kind, c.cause, sorted(s.value for s in c.sides)) for c in found] == [("date", cause, sorted(values))]


def test_copies_of_one_text_do_not_contradict_themselves() -> None:
    filler = " ".join(f"word{n} follows word{n + 1}" for n in range(60))
    one = told("Ada Berg", '<"The strike could lead to the complete closure of the mine,"> [Ada Berg] {said}.')
    edited = told("Ada Berg", '<"The strike can lead to the complete closure of the mine,"> [Ada Berg] {said}.')
    assert conflicts(report(1, filler, one), report(2, filler, edited)) == ()


def test_a_conflict_keeps_its_id_when_a_third_report_joins() -> None:
    said = told("Kenya", "[Kenya] {said} <that French trawlers had entered its waters at night>.", act="accuse")
    denied = told("France", "[France] {denied} <that its trawlers had entered Kenyan waters at night>.", act="deny")
    two = [report(1, said), report(2, denied)]
    before = conflicts(*two)
    three = [report(0, "An earlier report.", said), *two]
    after = compare(three, Comparison(conflicts=before)).conflicts
    assert [c.id for c in after] == [c.id for c in before]
    assert len(after[0].sides[0].evidence) == 2


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        pytest.param("that Kenyan engineers had blown up the dam", True, id="of the same thing"),
        pytest.param("that Kenyan tea was too dear", False, id="of another thing"),
    ],
)
def test_a_denial_of_any_part_in_something(said: str, answered: bool) -> None:
    story = report(
        1,
        told("Norway", f"[Norway] {{claimed}} <{said}>.", act="accuse"),
        told("Kenya", "[Kenya] {denied} <any involvement with the dam>.", act="deny"),
    )
    assert bool(conflicts(story)) is answered


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("40 Peruvian fishermen drowned in a storm off Callao", "60 fishermen drowned in a Callao storm",
                     id="a nationality between"),
        pytest.param("the storm off Peru killed 12 people near Callao", "the storm off Peru killed 15 near Callao",
                     id="casualties"),
    ],
)  # fmt: skip
def test_what_is_counted_need_not_stand_beside_the_number(one: str, two: str) -> None:
    found = the_conflict(
        report(1, told("police", f"[Police] {{said}} <{one}>.")),
        report(2, told("officials", f"[Officials] {{said}} <{two}>.")),
    )
    assert found.kind == "figure"
