from __future__ import annotations

from itertools import permutations

import pytest

from store.model.facts import Meeting
from tests.store.compare.announcements import meeting, no_later_than, published, report, starts, talks, the_talk

MARCH_1, MARCH_2, MARCH_4 = published("2024-03-01"), published("2024-03-02"), published("2024-03-04")
BERG = "Ann Berg (president, Norway)"
ROJAS = "Luis Rojas (president, Chile)"


def test_a_day_from_one_report_and_a_city_from_another_make_one_talk() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1),
        report(2, meeting("Chile", "Norway", at="Lima"), anchor=MARCH_2),
    )
    assert (talk.start, talk.city, talk.country, talk.zone) == ("2024-03-12", "Lima", "PE", "America/Lima")
    assert talk.disputed == ()


def test_persons_stand_for_their_states() -> None:
    talk = the_talk(
        report(1, meeting(BERG, ROJAS, on="2024-03-12"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_2),
    )
    assert talk.parties == ("Ann Berg", "Luis Rojas")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Luis Rojas (president, Chile)", "Rojas (president, Chile)", id="surname alone"),
        pytest.param(
            "Nadir al-Hakimi (prime minister, Oman)", "Nadir Hakim (prime minister, Oman)", id="another spelling"
        ),
        pytest.param("Zoltán Erdős (president, Hungary)", "Zoltan Erdos (president, Hungary)", id="accents"),
        pytest.param("@OPEC", "@Organization of the Petroleum Exporting Countries", id="acronym"),
        pytest.param("@OECD", "@Organisation for Economic Co-operation and Development", id="hyphen in a name"),
        pytest.param("@UN Security Council", "@Security Council", id="shorter name"),
    ],
)
def test_one_party_under_two_names(one: str, other: str) -> None:
    talk = the_talk(
        report(1, meeting("Norway", one, on="2024-03-12"), anchor=MARCH_1),
        report(2, meeting("Norway", other, on="2024-03-12"), anchor=MARCH_2),
    )
    assert len(talk.parties) == 2


STATES, LEADERS, ON = ("Norway", "Chile"), (BERG, ROJAS), "2024-03-12"
GUEST, MINISTER = "Ema Vik (president, Peru)", "Pia Soto (foreign minister, Chile)"
LEADERS_SUMMIT = meeting("@ASEAN", on=ON, at="Oslo", series="summit", title="ASEAN leaders' summit")
MINISTERIAL = meeting("@ASEAN", on=ON, at="Oslo", series="meeting", title="ASEAN ministerial meeting")
APART = {
    "another guest on one day": (meeting(*LEADERS, on=ON, at="Oslo"), meeting(BERG, GUEST, on=ON, at="Oslo")),
    "another person of one state": (meeting(*LEADERS, on=ON), meeting(BERG, MINISTER, on=ON)),
    "a state and a body": (meeting(*STATES, on=ON), meeting("Norway", "@OECD", on=ON)),
    "weeks apart": (meeting(*STATES, on=ON, at="Oslo"), meeting(*STATES, on="2024-04-20", at="Oslo")),
    "two cities": (meeting(*STATES, at="Oslo"), meeting(*STATES, at="Lima")),
    "a call is no visit": (meeting(*STATES, on=ON, at="Oslo"), meeting(*STATES, on=ON, series="phone call")),
    "dinner after the talks": (meeting(*LEADERS, on=ON), meeting(*LEADERS, on=ON, series="dinner")),
    "leaders and ministers": (LEADERS_SUMMIT, MINISTERIAL),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_different_meetings_stay_apart(one: Meeting, other: Meeting) -> None:
    assert len(talks(report(1, one, anchor=MARCH_1), report(2, other, anchor=MARCH_2))) == 2


def test_one_article_tells_its_meetings_apart_itself() -> None:
    found = talks(
        report(
            1, meeting("Norway", "Chile", on="2024-03-12"), meeting("Norway", "Chile", on="2024-03-13"), anchor=MARCH_1
        ),
        report(2, meeting("Norway", "Chile", on="2024-03-12", at="Oslo"), anchor=MARCH_2),
    )
    assert [(t.start, t.city) for t in found] == [("2024-03-12", "Oslo"), ("2024-03-13", "")]


def test_a_headline_repeats_what_stands_below() -> None:
    talk = the_talk(
        report(
            1,
            meeting("Norway", "Chile", headline=True),
            meeting("Norway", "Chile", on="2024-03-12", at="Oslo"),
            anchor=MARCH_1,
        )
    )
    assert talk.start == "2024-03-12"


def test_reports_of_unsure_day_that_differ_are_disputed() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12", at="Oslo"), anchor=no_later_than("2024-03-01")),
        report(2, meeting("Norway", "Chile", on="2024-03-11", at="Oslo"), anchor=no_later_than("2024-03-02")),
    )
    assert starts(talk) == ("2024-03-11", "2024-03-12")
    assert (talk.start, talk.disputed) == ("2024-03-11", ("start",))


def test_a_later_report_changes_the_day() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12", at="Oslo"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", on="2024-03-14", at="Oslo"), anchor=MARCH_4),
    )
    assert (talk.start, talk.disputed) == ("2024-03-14", ())
    assert [c.value for c in talk.claims if c.superseded] == ["2024-03-12"]


def test_two_reports_of_one_day_that_differ_are_disputed() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", on="2024-03-13"), anchor=MARCH_1),
    )
    assert (talk.start, talk.disputed) == ("2024-03-12", ("start",))


def test_a_meeting_put_off_by_weeks_is_the_same_meeting() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12", at="Oslo"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", on="2024-04-20", status="postponed"), anchor=MARCH_4),
    )
    assert (talk.start, talk.status, talk.disputed) == ("2024-04-20", "postponed", ())


def test_a_cancelled_meeting_is_cancelled_for_all() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12", at="Oslo"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", status="cancelled"), anchor=MARCH_4),
    )
    assert (talk.status, talk.disputed, talk.start) == ("cancelled", (), "2024-03-12")


def test_a_proposal_that_is_confirmed_is_no_dispute() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", status="proposed"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_4),
    )
    assert (talk.status, talk.disputed) == ("scheduled", ())


def test_a_week_agrees_with_a_day_in_it() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-W11"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1),
    )
    assert (talk.start, talk.disputed, starts(talk)) == ("2024-03-12", (), ("2024-03-12",))


def test_a_country_agrees_with_a_city_in_it() -> None:
    talk = the_talk(
        report(1, meeting(BERG, ROJAS, at="Peru"), anchor=MARCH_1),
        report(2, meeting(BERG, ROJAS, at="Lima"), anchor=MARCH_1),
    )
    assert (talk.city, talk.disputed) == ("Lima", ())


def test_two_cities_on_one_day_are_a_disputed_place() -> None:
    talk = the_talk(
        report(1, meeting(BERG, ROJAS, on="2024-03-12", at="Cusco"), anchor=MARCH_1),
        report(2, meeting(BERG, ROJAS, on="2024-03-12", at="Lima"), anchor=MARCH_1),
        report(3, meeting(BERG, ROJAS, on="2024-03-12"), anchor=MARCH_1),
    )
    assert talk.disputed == ("place",)


def test_a_city_has_one_summit_a_day_whoever_is_named() -> None:
    talk = the_talk(
        report(1, meeting("Kenya", "Ghana", "Nepal", on=ON, at="Oslo", series="summit"), anchor=MARCH_1),
        report(2, meeting(GUEST, on=ON, at="Oslo", series="summit"), anchor=MARCH_1),
    )
    assert talk.parties == ("Kenya", "Ghana", "Nepal", "Ema Vik")


def test_a_longer_list_of_parties_is_no_dispute_but_another_one_of_its_length_is() -> None:
    lists = [("Norway", "Chile", "Peru"), ("Norway", "Chile"), ("Norway", "Chile", "Kenya")]
    told = [meeting(*states, on=ON, at="Oslo", series="summit") for states in lists]
    first, second, third = (report(n, m, anchor=MARCH_1) for n, m in enumerate(told, 1))
    assert the_talk(first, second).disputed == ()
    assert the_talk(first, second, third).disputed == ("parties",)


def test_what_was_over_when_it_was_reported_is_no_announcement() -> None:
    assert talks(report(1, meeting("Norway", "Chile", on="2024-02-20"), anchor=MARCH_1)) == ()


def test_an_hour_is_told_at_the_venue() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12T15:00", zone="UTC"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", on="2024-03-12", at="Lima"), anchor=MARCH_1),
    )
    assert talk.start == "2024-03-12T10:00"


def test_two_reports_of_one_programme_pair_what_alone_would_be_too_little() -> None:
    found = talks(
        report(1, meeting("Norway", "Chile", on="2024-03-12"), meeting("Norway", "Peru", on="2024-03-13"),
               meeting("Norway", "@OECD", on="2024-03-14"), anchor=MARCH_1),
        report(2, meeting("Norway", "Chile", at="Oslo"), meeting("Norway", "Peru", at="Lima"),
               meeting("@OECD", at="Quito"), anchor=MARCH_1),
    )  # fmt: skip
    assert [(t.start, t.city) for t in found] == [
        ("2024-03-12", "Oslo"),
        ("2024-03-13", "Lima"),
        ("2024-03-14", "Quito"),
    ]


def test_the_first_named_source_is_the_origin_and_the_report_itself_then_counts_for_nothing() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1, said_by="Ida Moen"),
        report(2, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1),
        report(3, meeting("Norway", "Chile", on="2024-03-13"), anchor=MARCH_1),
    )
    by_value = {c.value: c for c in talk.claims if c.attribute == "start"}
    assert (by_value["2024-03-12"].origins, len(by_value["2024-03-12"].articles)) == (("Ida Moen",), 2)
    assert by_value["2024-03-13"].origins == ("unattributed",)


def test_most_origins_win_over_more_articles() -> None:
    talk = the_talk(
        report(1, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1, said_by="Ida Moen"),
        report(2, meeting("Norway", "Chile", on="2024-03-12"), anchor=MARCH_1, said_by="Juan Paz"),
        *(report(n, meeting("Norway", "Chile", on="2024-03-13"), anchor=MARCH_1) for n in (3, 4, 5)),
    )
    assert (talk.start, talk.disputed) == ("2024-03-12", ("start",))


def test_copies_of_one_wire_text_are_one_origin() -> None:
    body = " ".join(f"Sentence {n} of the one story that went out that day." for n in range(20))
    told = meeting(*STATES, on=ON)
    talk = the_talk(
        report(1, told, anchor=MARCH_1, said_by="Ida Moen", text=body, label="one"),
        report(2, told, anchor=MARCH_1, said_by="Moen of the ministry", text=body, label="one"),
    )
    start = next(c for c in talk.claims if c.attribute == "start")
    assert (start.origins, start.articles) == (("Ida Moen",), ("report-1", "report-2"))


def test_a_meeting_on_the_sidelines_is_in_the_city_of_its_host() -> None:
    beside, host = meeting(*LEADERS, on=ON), meeting("@ASEAN", on="2024-03-13", at="Lima", series="summit")
    found = talks(
        report(1, beside, anchor=MARCH_1, ending=" on the sidelines of the ASEAN summit"),
        report(2, host, anchor=MARCH_1),
    )
    assert {t.parties: t.city for t in found} == {("Ann Berg", "Luis Rojas"): "Lima", ("ASEAN",): "Lima"}


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [
        report(
            1, meeting("Norway", "Chile", on="2024-03-12"), meeting("Norway", "Peru", on="2024-03-12"), anchor=MARCH_1
        ),
        report(2, meeting(BERG, ROJAS, at="Oslo"), anchor=MARCH_2),
        report(3, meeting("Chile", "Norway", on="2024-03-13", status="postponed"), anchor=MARCH_4),
        report(4, meeting("@ASEAN", "Norway", on="2024-03-12", series="summit"), anchor=MARCH_1),
    ]
    first = talks(*reports)
    assert all(talks(*order) == first for order in permutations(reports))


def test_a_party_that_only_the_sentence_names_is_not_missing() -> None:
    one = meeting("Ann Berg (president, Norway)", on="2024-03-12", series="meeting with Rojas")
    other = meeting(BERG, ROJAS, on="2024-03-13", status="postponed")
    talk = the_talk(report(1, one, anchor=MARCH_1), report(2, other, anchor=MARCH_1))
    assert talk.start == "2024-03-13"


def test_parties_know_for_whom_they_stand() -> None:
    talk = the_talk(report(1, meeting(BERG, "Chile", on="2024-03-12"), anchor=MARCH_1))
    parties = next(c.parties for c in talk.claims if c.attribute == "parties")
    assert [(p.name, p.of) for p in parties] == [("Ann Berg", "Norway"), ("Chile", "")]
