"""One meeting over several sentences, several meetings in one, and what is put off or called off."""

from __future__ import annotations

import pytest

from tests.store.extract.meeting_readings import Entry, calendar_of, meetings_in, the_meeting


def test_a_later_sentence_adds_the_day_and_the_city() -> None:
    meeting = the_meeting(
        "Peru and Chile will hold talks on fishing rights.",
        "The talks are to begin in Lima on March 20.",
    )
    assert meeting.begin is not None
    assert meeting.begin.value == "2019-03-20"
    assert meeting.place is not None
    assert meeting.place.name == "Lima"
    assert [p.name for p in meeting.parties] == ["Peru", "Chile"]
    assert len(meeting.evidence) == 2


def test_formats_of_one_sentence_are_meetings_of_their_own() -> None:
    entries = calendar_of(
        "The grain talks will be held in three formats: at the Peru-Chile level in Lima, at the Peru-Bolivia level in "
        "Quito, and at the level of the African Union in Nairobi."
    )
    assert [(e.place, set(e.parties)) for e in entries] == [
        ("Lima", {"Peru", "Chile"}),
        ("Quito", {"Peru", "Bolivia"}),
        ("Nairobi", {"Peru", "AU"}),
    ]


def test_the_bilateral_talks_are_those_of_two_states() -> None:
    entries = calendar_of(
        "The grain talks will be held in two formats: at the Peru-Chile level in Lima, and at the level of the African "
        "Union in Nairobi.",
        "The bilateral talks are set to kick off in Lima on March 20.",
    )
    assert ("2019-03-20", "Lima") in [(e.start, e.place) for e in entries]
    assert len(entries) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Norway's prime minister will hold talks with Sweden on March 14 and with Denmark on March 15.", id="with"
        ),
        pytest.param("Norway will meet Sweden in Oslo on March 14 and Denmark in Bergen on March 15.", id="bare"),
    ],
)
def test_a_day_each_makes_two_meetings(sentence: str) -> None:
    entries = calendar_of(sentence)
    assert [e.start for e in entries] == ["2019-03-14", "2019-03-15"]
    assert ["Sweden" in e.parties for e in entries] == [True, False]


def test_meetings_with_different_partners_stay_apart() -> None:
    entries = calendar_of(
        "Kenya will meet Uganda in Nairobi on Friday.",
        "Kenya will meet Rwanda in Nairobi on Sunday.",
    )
    assert [e.start for e in entries] == ["2019-03-15", "2019-03-17"]


def test_the_two_sides_are_those_named_before() -> None:
    entries = calendar_of(
        "Talks between Peru and Chile ended in Lima on Tuesday.",
        "The two sides will meet again on March 28.",
    )
    assert [(e.start, set(e.parties)) for e in entries] == [("2019-03-28", {"Peru", "Chile"})]


def test_a_range_has_its_last_day() -> None:
    meeting = the_meeting("The ministers of Peru and Chile will meet in Lima from May 5 to 7.")
    assert meeting.end is not None
    assert (meeting.end.value, meeting.status) == ("2019-05-07", "scheduled")


def test_a_length_gives_the_last_day() -> None:
    meeting = the_meeting("President Emmanuel Macron will start a three-day visit to Poland on April 2.")
    assert meeting.end is not None
    assert meeting.end.value == "2019-04-04"


@pytest.mark.parametrize(
    ("sentence", "status", "start"),
    [
        pytest.param(
            "The trade talks with Japan have been postponed until April 15.", "postponed", "2019-04-15", id="a new day"
        ),
        pytest.param("The trade talks with Japan were put off.", "postponed", None, id="no new day"),
        pytest.param("Oslo called off its talks with Japan.", "cancelled", None, id="called off"),
        pytest.param("The two presidents may meet in Osaka in June.", "proposed", "2019-06", id="may"),
        pytest.param(
            "It is unclear whether Peru will hold talks with Chile on March 20.", "proposed", "2019-03-20", id="doubted"
        ),
    ],
)
def test_status(sentence: str, status: str, start: str | None) -> None:
    (meeting,) = meetings_in(sentence)
    assert (meeting.status, meeting.begin and meeting.begin.value) == (status, start)


def test_a_meeting_put_off_loses_its_old_day() -> None:
    meeting = the_meeting(
        "Peru and Chile were to hold talks in Lima on March 20.",
        "The talks have been postponed, Peru said.",
    )
    assert (meeting.status, meeting.begin) == ("postponed", None)


def test_here_is_the_city_of_the_dateline() -> None:
    assert [e.place for e in calendar_of("Peru and Chile will hold talks here on Friday.")] == ["London"]


def test_the_dateline_is_no_place_by_itself() -> None:
    assert [e.place for e in calendar_of("Peru and Chile will hold talks on Friday.")] == [None]


def test_a_meeting_beside_a_summit_shares_its_day_and_city() -> None:
    entries = calendar_of(
        "Peru will hold talks with Chile on the sidelines of the African Union summit.",
        "The African Union summit is to take place in Niamey on July 7.",
    )
    assert Entry("2019-07-07", "Niamey", frozenset({"Peru", "Chile"})) in entries


def test_without_an_anchor_the_year_stays_unknown() -> None:
    entries = calendar_of("Peru and Chile are to hold talks in Lima on January 10.", day=None)
    assert entries == [Entry("XXXX-01-10", "Lima", frozenset({"Peru", "Chile"}))]


def test_a_weekend_of_one_city_keeps_two_meetings_apart() -> None:
    entries = calendar_of(
        "Kenya and Uganda will hold talks in Nairobi on March 23.",
        "Rwanda and Burundi will hold talks in Nairobi on March 24.",
    )
    assert [e.start for e in entries] == ["2019-03-23", "2019-03-24"]


def test_an_article_that_contradicts_itself_gives_two_starts() -> None:
    meeting = the_meeting(
        "Peru and Chile will hold talks in Lima on March 20.",
        "The talks between Peru and Chile will begin on March 21, the ministry in Chile said.",
    )
    assert [w.value for w in meeting.begins] == ["2019-03-20", "2019-03-21"]
    assert meeting.begin == meeting.begins[0]


def test_two_ministers_are_not_two_presidents() -> None:
    entries = calendar_of(
        "Latvian Foreign Minister Edgars Rinkevics will meet Estonian Foreign Minister Sven Mikser in Riga on Friday.",
        "Latvian President Raimonds Vejonis and Estonian President Kersti Kaljulaid will meet in Riga on Friday.",
    )
    assert [len(e.parties) for e in entries] == [2, 2]


def test_a_dinner_meeting_is_not_the_meeting() -> None:
    meetings = meetings_in(
        "Peru and Chile are to hold a meeting in Lima on Friday.",
        "Peru and Chile are also to have a dinner meeting on Friday.",
    )
    assert [m.series for m in meetings] == ["meeting", "dinner meeting"]


def test_evidence_of_one_sentence_is_cut_between_its_meetings() -> None:
    first, second = meetings_in(
        "Peru will meet Chile in Lima on Friday, ahead of the African Union summit on March 20."
    )
    assert first.evidence[0].end <= second.evidence[0].start


def test_an_occasion_with_a_name_is_called_by_it() -> None:
    assert (
        the_meeting("Leaders will gather in Quito on Friday for the Summit of the Andes.").title
        == "Summit of the Andes"
    )
