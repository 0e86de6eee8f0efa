"""Which sentences announce a meeting, and when, where and between whom."""

from __future__ import annotations

import pytest

from tests.store.extract.meeting_readings import calendar_of, meetings_in

ANNOUNCED = [
    pytest.param(
        "Latvia's foreign minister will meet his Estonian counterpart in Riga on Friday.",
        "2019-03-15", "Riga", ["Latvia", "Estonia"], id="will meet",
    ),
    pytest.param(
        "The leaders of Kenya and Uganda are to hold talks in Nairobi next week.",
        "2019-W12", "Nairobi", ["Kenya", "Uganda"], id="are to hold",
    ),
    pytest.param(
        "Talks between Peru and Chile are due to resume in Lima on March 20.",
        "2019-03-20", "Lima", ["Peru", "Chile"], id="talks as subject",
    ),
    pytest.param(
        "Negotiators from Sudan and Ethiopia are scheduled to sit down in Cairo on Monday to discuss the dam.",
        "2019-03-18", "Cairo", ["Sudan", "Ethiopia"], id="sit down",
    ),
    pytest.param(
        "President Emmanuel Macron plans to visit Warsaw on April 2 and 3.",
        "2019-04-02", "Warsaw", ["Emmanuel Macron"], id="plans to visit",
    ),
    pytest.param(
        "Canada will host a meeting of G20 finance ministers in Toronto from May 5 to 7.",
        "2019-05-05", "Toronto", ["G20"], id="will host",
    ),
    pytest.param(
        "The Arab League is set to convene in Tunis on March 31.",
        "2019-03-31", "Tunis", ["Arab League"], id="is set to convene",
    ),
    pytest.param("The summit opens on Thursday in Hanoi.", "2019-03-14", "Hanoi", [], id="scheduled present"),
    pytest.param(
        "India and Pakistan agreed to resume peace talks on March 25, officials said on Tuesday.",
        "2019-03-25", None, ["India", "Pakistan"], id="agreed to resume",
    ),
    pytest.param(
        "Prime Minister Scott Morrison flies to Jakarta on Sunday for talks with President Joko Widodo.",
        "2019-03-17", "Jakarta", ["Scott Morrison", "Joko Widodo"], id="a journey for talks",
    ),
    pytest.param(
        "Ahead of talks with Serbia in Brussels on Thursday, Kosovo said it would not give way.",
        "2019-03-14", "Brussels", ["Serbia"], id="ahead of talks",
    ),
    pytest.param(
        "Officials said the two sides would meet again in Doha on March 21.",
        "2019-03-21", "Doha", [], id="would, reported",
    ),
    pytest.param(
        "German Chancellor Angela Merkel is due in Paris on Monday for talks with Macron.",
        "2019-03-18", "Paris", ["Angela Merkel"], id="is due in",
    ),
    pytest.param(
        "The EU-China summit, to be held in Brussels on April 9, will focus on trade.",
        "2019-04-09", "Brussels", ["EU", "China"], id="to be held",
    ),
    pytest.param(
        "The April 9 EU-China summit will focus on trade.", "2019-04-09", None, ["EU", "China"], id="a date before it"
    ),
    pytest.param(
        "Vietnam will receive the Cuban foreign minister in Hanoi on Tuesday.",
        "2019-03-19", "Hanoi", ["Vietnam"], id="will receive",
    ),
    pytest.param(
        "Iran and the IAEA will begin consultations in Vienna on March 22.",
        "2019-03-22", "Vienna", ["Iran", "IAEA"], id="will begin consultations",
    ),
    pytest.param(
        "Delegations from both sides are expected in Oslo on Thursday for peace negotiations.",
        "2019-03-14", "Oslo", [], id="are expected in",
    ),
    pytest.param(
        "Greek Prime Minister Alexis Tsipras was to meet Zoran Zaev later on Wednesday in Skopje.",
        "2019-03-13", "Skopje", ["Alexis Tsipras", "Zoran Zaev"], id="later the same day",
    ),
    pytest.param(
        "North and South Korea are meeting on Friday at the border village of Panmunjom.",
        "2019-03-15", "Panmunjom", [], id="progressive with a date ahead",
    ),
    pytest.param(
        "Cyprus and Greece will join Israel at a summit in Jerusalem on March 20.",
        "2019-03-20", "Jerusalem", ["Cyprus", "Greece"], id="at a summit",
    ),
    pytest.param(
        "Trade envoys from Washington and Beijing begin two days of talks in Beijing on March 28.",
        "2019-03-28", "Beijing", ["United States", "China"], id="days of talks",
    ),
    pytest.param(
        "South African President Cyril Ramaphosa is expected to attend the African Union summit in Niamey on July 7.",
        "2019-07-07", "Niamey", ["Cyril Ramaphosa"], id="expected to attend",
    ),
    pytest.param("The European Council meets on 21 March.", "2019-03-21", None, ["European Council"], id="a body"),
    pytest.param(
        "Senegal will host the next meeting of the group on May 11-13.",
        "2019-05-11", "Senegal", ["Senegal"], id="the host's soil",
    ),
    pytest.param(
        "Argentina has invited the IMF for a new round of negotiations, which starts in Buenos Aires on Monday.",
        "2019-03-18", "Buenos Aires", [], id="a relative clause dates it",
    ),
    pytest.param(
        "He was holding talks in Rome on Wednesday and on Saturday was scheduled to meet Pope Francis.",
        "2019-03-16", None, ["Francis"], id="and on Saturday was scheduled to",
    ),
]  # fmt: skip

NOT_ANNOUNCED = [
    pytest.param("Latvia's foreign minister met his Estonian counterpart in Riga on Tuesday.", id="met"),
    pytest.param("The two sides held talks in Lima last week.", id="held talks"),
    pytest.param("Talks between Peru and Chile ended on Monday without a deal.", id="ended"),
    pytest.param("After the meeting on Tuesday, the ministers said they were pleased.", id="after the meeting"),
    pytest.param("The ministers have been meeting since Monday.", id="under way"),
    pytest.param("The leaders meet every year in the spring.", id="habit"),
    pytest.param("The Spanish parliament will meet on Friday to vote on the budget.", id="a parliament sits"),
    pytest.param("The president will hold a press conference on Thursday.", id="press conference"),
    pytest.param("The trial of the former minister will begin on Monday.", id="trial"),
    pytest.param("Voters will go to the polls on Sunday in the general election.", id="election"),
    pytest.param("The queen will host a gala dinner on Friday.", id="dinner"),
    pytest.param("The agreement will be signed on Thursday in Paris.", id="signing"),
    pytest.param("The band will tour Japan in June.", id="concerts"),
    pytest.param("The company will meet its targets by April 1, analysts said.", id="meet a target"),
    pytest.param("The government is trying to meet the demands of teachers by May 1.", id="meet demands"),
    pytest.param("He would like to meet the president some day.", id="a wish"),
    pytest.param("The two countries should hold talks, the envoy said.", id="advice"),
    pytest.param("The opposition called for talks with the government.", id="a call"),
    pytest.param("Ukraine refused to hold talks with the separatists.", id="refused"),
    pytest.param("Norway had planned to meet Sweden on Tuesday.", id="a plan of the past"),
    pytest.param("Tunisia was to have hosted a summit last month.", id="was to have"),
    pytest.param("More tourists are expected to visit Kenya this year.", id="tourists"),
    pytest.param("Students will visit the museum on Friday.", id="an outing"),
    pytest.param("No date was set for any upcoming meetings.", id="none set"),
    pytest.param(
        "Real Madrid will meet Ajax on Tuesday in the Champions League, and the coach said his team was ready for the "
        "match after a long season of games.",
        id="a match",
    ),
]


@pytest.mark.parametrize(("sentence", "start", "place", "parties"), ANNOUNCED)
def test_a_meeting_is_announced(sentence: str, start: str, place: str | None, parties: list[str]) -> None:
    entries = calendar_of(sentence)
    fitting = [e for e in entries if (e.start or "")[:10] == start and (place is None or e.place == place)]
    assert any(_names(parties, e.parties) for e in fitting), entries


@pytest.mark.parametrize("sentence", NOT_ANNOUNCED)
def test_nothing_is_announced(sentence: str) -> None:
    assert calendar_of(sentence) == []


def test_every_meeting_names_its_rule() -> None:
    (meeting,) = meetings_in("Kenya and Uganda will hold talks in Nairobi on Friday.")
    assert meeting.rule == "will hold"


def test_the_evidence_is_the_sentence() -> None:
    sentence = "Kenya and Uganda will hold talks in Nairobi on Friday."
    (meeting,) = meetings_in("Rain fell on Tuesday.", sentence)
    assert [span.end - span.start for span in meeting.evidence] == [len(sentence)]


def _names(wanted: list[str], found: frozenset[str]) -> bool:
    """True where each wanted name stands, alone or within an office ("Estonian foreign minister")."""
    return all(any(name in other or name[:6] in other for other in found) for name in wanted)
