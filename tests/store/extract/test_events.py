"""What an article says happened: held talks with their figures, and deeds with a day."""

from __future__ import annotations

import pytest

from tests.store.extract.meeting_readings import WEDNESDAY, events_in, the_event

CALL = (
    (
        "The telephone call between Kenyan President William Ruto and Peruvian President Dina Boluarte ended at 16:25 "
        "Washington time (23:25 Nairobi time)."
    ),
    "The call began at 15:35 Washington time (22:35 Nairobi time), so that it lasted 50 minutes.",
    "The two leaders were pleased, an aide said on Tuesday, shortly after the call ended.",
)


def test_mentions_of_one_call_are_one_event() -> None:
    event = the_event(*CALL)
    assert [w.value for w in event.begins] == ["2019-03-12T15:35", "2019-03-12T22:35"]
    assert [w.value for w in event.ends] == ["2019-03-12T16:25", "2019-03-12T23:25"]
    assert event.duration is not None
    assert event.duration.value == "PT50M"
    assert {p.name for p in event.who} == {"William Ruto", "Dina Boluarte"}


def test_the_figures_of_an_event_check_each_other() -> None:
    assert set(the_event(*CALL).checks) == {"two zones agree", "start + duration = end"}


def test_figures_that_contradict_each_other_are_told() -> None:
    event = the_event(CALL[0], CALL[1].replace("50 minutes", "two hours"), CALL[2])
    assert "start + duration differs from end" in event.checks


def test_an_end_after_midnight_is_the_next_day() -> None:
    event = the_event(
        "The call of Kenyan President William Ruto with Peruvian President Dina Boluarte began at 23:35 Nairobi time.",
        "The call ended at 00:25 Nairobi time.",
        "Both were pleased, an aide said on Tuesday, soon after the call ended.",
    )
    assert [w.value for w in event.ends] == ["2019-03-13T00:25"]


def test_a_clock_time_without_a_day_says_on_what_its_day_rests() -> None:
    begin = the_event(*CALL).begins[0]
    assert begin.assumed
    assert begin.why


def test_without_an_anchor_a_clock_time_keeps_an_unknown_day() -> None:
    event = the_event(*CALL[:2], day=None)
    assert [w.value for w in event.begins] == ["XXXX-XX-XXT15:35", "XXXX-XX-XXT22:35"]
    assert set(event.checks) == {"two zones agree", "start + duration = end"}


def test_held_talks_have_a_day_and_a_length() -> None:
    event = the_event("On March 5, Peru and Chile held talks in Lima that lasted for two hours.")
    assert [w.value for w in event.begins] == ["2019-03-05"]
    assert event.duration is not None
    assert event.duration.value == "PT2H"
    assert event.where is not None
    assert event.where.name == "Lima"


def test_talks_of_another_day_are_another_event() -> None:
    events = events_in(*CALL, "On March 5, Ruto and Boluarte held talks in Lima that lasted two hours.")
    assert sorted(w.value[:10] for e in events for w in e.begins[:1]) == ["2019-03-05", "2019-03-12"]


@pytest.mark.parametrize(
    ("sentence", "who", "day"),
    [
        pytest.param("Peru signed the treaty on Tuesday.", ["Peru"], "2019-03-12", id="active"),
        pytest.param("Two drafts of the treaty were presented on March 5.", [], "2019-03-05", id="passive"),
        pytest.param("On Monday, Chile attacked a naval base.", ["Chile"], "2019-03-11", id="fronted"),
    ],
)
def test_a_past_verb_with_a_day_is_a_deed(sentence: str, who: list[str], day: str) -> None:
    event = the_event(sentence)
    assert ([p.name for p in event.who], [w.value for w in event.begins]) == (who, [day])


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Peru will sign the treaty on Friday.", id="the future"),
        pytest.param("The minister said on Tuesday that he was pleased.", id="saying"),
        pytest.param("Chile was a member on Tuesday.", id="a state"),
        pytest.param("Peru signed the treaty.", id="no time"),
        pytest.param("Peru and Chile will hold talks on March 20.", id="an announced meeting"),
    ],
)
def test_no_event(sentence: str) -> None:
    assert events_in(sentence, day=WEDNESDAY) == ()


def test_they_talked_is_an_event_of_the_pair_named_before() -> None:
    events = events_in(*CALL, "It was their second call; on March 5, they talked over a video link for two hours.")
    earlier = next(e for e in events if e.begins[0].value == "2019-03-05")
    assert earlier.duration is not None
    assert earlier.duration.value == "PT2H"
    assert {p.name for p in earlier.who} == {"William Ruto", "Dina Boluarte"}


@pytest.mark.parametrize(
    ("sentence", "who", "where"),
    [
        pytest.param("President Anna Berg is staying at her home in Bergen.", ["Anna Berg"], "Bergen", id="at home"),
        pytest.param("Anna Berg is spending the weekend in Bergen.", ["Anna Berg"], "Bergen", id="spending"),
        pytest.param("Anna Berg is currently in Bergen.", ["Anna Berg"], "Bergen", id="is in"),
        pytest.param("Anna Berg was on holiday near Bergen.", ["Anna Berg"], "Bergen", id="on holiday"),
    ],
)
def test_where_somebody_is_staying_is_an_event(sentence: str, who: list[str], where: str) -> None:
    (event,) = events_in(sentence)
    assert [p.name for p in event.who] == who
    assert event.where is not None
    assert event.where.name == where


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge is in Bergen.",
        "Anna Berg is not in Bergen.",
        "Anna Berg is at odds with Norway.",
        "She stayed calm.",
    ],
)
def test_a_thing_or_a_mood_stays_nowhere(sentence: str) -> None:
    assert events_in(sentence) == ()
