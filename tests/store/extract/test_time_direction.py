from __future__ import annotations

import pytest

from store.extract.times import find_times
from store.extract.tokens import tokenize
from store.model.article import Bound, Segment
from store.model.spans import Span
from tests.store.extract.time_readings import an_anchor, times_in, value_of

p = pytest.param
WEDNESDAY = "2022-03-09"
LAST, NEXT = "2022-03-04", "2022-03-11"


@pytest.mark.parametrize(
    "text",
    [
        p("The ministers will meet Friday.", id="will"),
        p("The ministers are to meet on Friday.", id="are to"),
        p("The ministers are meeting on Friday.", id="progressive"),
        p("The summit opens on Friday.", id="timetable present"),
        p("The summit is due on Friday.", id="due"),
        p("A meeting is scheduled for Friday.", id="scheduled"),
        p("She said a meeting on Friday would decide.", id="the verb after it"),
        p("He said he would fly home on Friday.", id="would"),
        p("The court has set a hearing for Friday.", id="for"),
        p("The talks were postponed until Friday.", id="until"),
        p("The talks were moved to Friday.", id="moved to"),
        p("They must answer by Friday.", id="by"),
        p("They could arrive as early as Friday.", id="as early as"),
        p("He arrived in Oslo ahead of Friday's summit.", id="ahead of"),
        p("She plans to leave on Friday.", id="plans to"),
        p("On Friday, the minister will visit Oslo.", id="opening its clause"),
        p("Ministers prepared for Friday's planned visit.", id="planned"),
        p("He said on Wednesday that talks will resume on Friday.", id="second of two"),
        p("The minister arrives here on Friday.", id="arrives"),
        p("On Friday the court hears the appeal.", id="present tense after its day"),
        p("The union has called a strike on Friday.", id="perfect"),
        p("Dealers awaited Friday's report.", id="awaited"),
        p("She was looking forward to his visit on Friday.", id="looking forward to"),
        p("The decision to raise fares on Friday angered commuters.", id="decision to"),
        p("The premier's visits next Thursday and Friday were confirmed.", id="in order after next"),
        p("He spoke ahead of the vote Friday.", id="ahead of the vote, no preposition"),
        p("It was the last of the preparations for the Friday talks.", id="preparations for talks"),
        p("Both parties filed motions for Friday's session.", id="for the session of a day"),
        p("She spoke on the eve of Friday's vote.", id="eve of"),
        p(
            "The barge will reach Ulm, which just lost its port, on Friday, he said.",
            id="over a closed relative clause",
        ),
        p("They take the lead if they beat Hull on Friday.", id="if they beat"),
        p("The chairman speaks in Leipzig on Friday.", id="present tense before its day"),
        p("The bourse announces its turnover on Friday.", id="announces"),
        p("The funeral will be Friday.", id="will be"),
        p("A bomb went off days before an election on Friday.", id="days before an election"),
        p("The envoy came to Rome to prepare a summit on Friday.", id="to prepare a summit"),
        p("On Friday the islands host the forum.", id="plural present after its day"),
        p("Banks were told to stay shut until at least Friday.", id="until at least"),
        p("The leaders have been summoned to a summit on Friday.", id="have been summoned"),
        p("He would resign if his party lost the vote on Friday.", id="would, if it lost"),
        p("In other business on Friday, the court hears the appeal.", id="present tense after an opening"),
        p("Both parties filed bills for Friday's special session.", id="for a special session"),
    ],
)
def test_a_clause_that_looks_ahead_takes_the_next_weekday(text: str) -> None:
    assert times_in(text, WEDNESDAY)[-1].value == NEXT


@pytest.mark.parametrize(
    "text",
    [
        p("The ministers met Friday.", id="met"),
        p("The minister said Friday that he will go.", id="said"),
        p("The ministers have met since Friday.", id="since"),
        p("Police condemned Friday's attack.", id="attack"),
        p("He will study Friday's ruling.", id="ruling"),
        p("He failed to answer on Friday.", id="failed to"),
        p("Three of them died of wounds due to shelling on Friday.", id="due to, the cause"),
        p("What he has earned since he took over on Friday will stay secret.", id="end of a clause in the subject"),
        p("He could not be reached Friday.", id="could not"),
        p("The talks lasted until Friday.", id="lasted until"),
        p("By Friday, they had left.", id="by, with a past"),
        p("On Friday, the minister, who heads the party, resigned.", id="over a relative clause"),
        p("Shares lost two percent, to close on Friday at 30.", id="result"),
        p("He told his French hosts Friday that he agreed.", id="a noun that looks like a verb"),
        p("The man killed Friday was a guard.", id="participle"),
        p("The river had calmed down by Friday.", id="by, with a past perfect"),
        p("It was not enough to stop Hull from winning on Friday.", id="enough to stop"),
        p("He is under fire after losing the vote on Friday.", id="after and a gerund"),
        p("Following Friday's debate he fell silent.", id="following as a preposition"),
        p("The impact of Friday's debate is small.", id="impact of"),
        p("She is to rest in the wake of her Friday collapse.", id="noun of what happened"),
    ],
)
def test_a_clause_that_looks_back_takes_the_last_weekday(text: str) -> None:
    assert value_of(text, WEDNESDAY) == LAST


@pytest.mark.parametrize(
    ("text", "value"),
    [
        p("The league announced a summit on Friday.", "2022-03-11", id="announced, two days ahead"),
        p("The league announced a summit on Tuesday.", "2022-03-08", id="announced, a day back"),
        p("The minister cancelled a visit to Rome on Friday.", "2022-03-11", id="cancelled a visit, two days ahead"),
        p("The union vowed a strike on Friday.", "2022-03-11", id="vowed a strike"),
        p("A rally planned for Saturday was cancelled.", "2022-03-12", id="cancelled, three days ahead"),
        p("A rally planned for Monday was cancelled.", "2022-03-07", id="cancelled, two days back"),
        p("The launch had been scheduled for Tuesday.", "2022-03-08", id="had been scheduled"),
        p("The launch was last scheduled for Tuesday.", "2022-03-08", id="was last scheduled"),
        p("The launch, which was to have taken place on Friday, is off.", "2022-03-11", id="was to have"),
        p("The sides were to have met on Monday.", "2022-03-07", id="were to have"),
        p("Following Monday's talks they will rest.", "2022-03-07", id="following, and then will"),
        p("The league announced a summit on June 10.", "2022-06-10", id="month-day"),
    ],
)
def test_where_either_side_fits_the_nearer_day_is_meant(text: str, value: str) -> None:
    (time,) = times_in(text, WEDNESDAY)
    assert (time.value, time.assumed) == (value, True)


@pytest.mark.parametrize("text", ["They will meet Wednesday.", "They met Wednesday."])
def test_the_weekday_of_publication_is_that_day(text: str) -> None:
    assert value_of(text, WEDNESDAY) == WEDNESDAY


@pytest.mark.parametrize(
    ("text", "value"),
    [
        p("He spoke last Wednesday.", "2022-03-02", id="last"),
        p("He will speak next Wednesday.", "2022-03-16", id="next"),
        p("He spoke on Friday last week.", "2022-03-04", id="of last week"),
        p("He will speak on Monday next week.", "2022-03-14", id="of next week"),
        p("He speaks this Friday.", "2022-03-11", id="this"),
        p("He spoke over the weekend.", "2022-W09-WE", id="weekend"),
    ],
)
def test_words_beside_a_weekday_outweigh_tense(text: str, value: str) -> None:
    assert value_of(text, WEDNESDAY) == value


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        p("They are to hold talks on January 10.", "2021-12-30", "2022-01-10", id="ahead over new year"),
        p("They held talks on December 7.", "2022-01-03", "2021-12-07", id="back over new year"),
        p("They held talks on December 7.", "2021-12-30", "2021-12-07", id="back in the year"),
        p("They announced elections on May 5.", "2022-03-09", "2022-05-05", id="near beats a far past"),
        p("LONDON, January 2 -", "2022-01-01", "2022-01-02", id="no verb: the nearest"),
        p("He was born on February 29.", "2022-03-09", "2020-02-29", id="leap day behind"),
        p("They will vote on February 29.", "2022-03-09", "2024-02-29", id="leap day ahead"),
        p("They will meet in March.", "2021-12-30", "2022-03", id="month ahead"),
        p("They met in March.", "2021-12-30", "2021-03", id="month behind"),
        p("They met in January.", "2021-12-30", "2021-01", id="month behind though it is near ahead"),
        p("The last summit in January was brief.", "2021-12-30", "2021-01", id="the last in its month"),
        p("They spoke of a summit in January, he said.", "2021-12-30", "2022-01", id="month of what was spoken of"),
        p("The store will close in the winter break.", "2021-12-20", "2021-WI", id="season under way"),
        p("They met in December.", "2022-01-05", "2021-12", id="month before new year"),
        p("Prices rise in the third quarter.", "2021-12-21", "2021-Q3", id="quarter behind, in a headline's present"),
        p("He has announced cuts for the fourth quarter.", "2021-08-19", "2021-Q4", id="quarter ahead"),
    ],
)
def test_a_date_without_year_is_settled_by_its_clause(text: str, day: str, value: str) -> None:
    assert value_of(text, day) == value


def test_both_ends_of_a_range_look_the_same_way() -> None:
    times = times_in("He will visit them from Thursday to Saturday.", "2022-03-11")
    assert [t.value for t in times] == ["2022-03-17", "2022-03-19"]


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        p("They are to meet on January 10.", "XXXX-01-10", "future", id="month-day"),
        p("They met on Thursday.", "XXXX-WXX-4", "past", id="weekday"),
        p("They met in March.", "XXXX-03", "past", id="month"),
        p("They met last week.", "XXXX-WXX", "none", id="week"),
        p("They met yesterday.", "XXXX-XX-XX", "none", id="yesterday"),
        p("They met on Christmas Day.", "XXXX-12-25", "past", id="named day"),
    ],
)
def test_without_an_anchor_nothing_is_guessed(text: str, value: str, direction: str) -> None:
    (time,) = times_in(text, None)
    assert (time.value, time.first, time.last, time.direction) == (value, None, None, direction)
    assert time.why == ""


@pytest.mark.parametrize("bound", ["no later than", "about"])
def test_a_value_that_rests_on_a_bound_is_assumed_and_says_so(bound: Bound) -> None:
    (time,) = times_in("The aide spoke Thursday.", "2021-12-31", bound)
    assert (time.value, time.assumed) == ("2021-12-30", True)
    assert time.why == f"30 Dec: 'Thursday' with 'spoke', article {bound} 31 Dec"


def test_a_full_date_rests_on_nothing() -> None:
    (time,) = times_in("They met on May 9, 2005.", "2021-12-31", "about")
    assert (time.assumed, time.why) == (False, "")


def test_a_default_direction_is_assumed() -> None:
    (time,) = times_in("Friday", WEDNESDAY)
    assert time.assumed


def test_first_and_last_cover_the_days() -> None:
    (time,) = times_in("They will meet next month.", "2022-01-31")
    assert (str(time.first), str(time.last), time.direction) == ("2022-02-01", "2022-02-28", "future")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        p("The siege began in May 2014. In June the troops left.", "2014-06", id="month after a month"),
        p("The siege began on May 3, 2014. The troops left on June 10.", "2014-06-10", id="day after a day"),
        p("The siege began in May 2014. It will be shown on stage in June.", "2022-06", id="ahead"),
        p("The siege ended in May 2014. In January a stone was laid.", "2022-01", id="month before that one"),
        p("It began in May 2014. It was long. It was hard. In June the house burned.", "2021-06", id="too far on"),
    ],
)
def test_a_story_told_in_order_keeps_its_year(text: str, value: str) -> None:
    assert times_in(text, WEDNESDAY)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        p("They will meet on Friday. He said earlier in the day that it was late.", WEDNESDAY, id="said earlier"),
        p("He fell ill on February 3 and died the following Monday.", "2022-02-07", id="the following Monday"),
        p("They met on Monday. Rain is expected later in the day.", WEDNESDAY, id="expected later"),
        p("They met on Monday. They signed later in the day.", "2022-03-07", id="of the day spoken of"),
        p("They met on Monday and will vote on Friday. He left the next day.", "2022-03-08", id="next day of the past"),
    ],
)
def test_the_day_counted_from_lies_where_the_clause_looks(text: str, value: str) -> None:
    assert times_in(text, WEDNESDAY)[-1].value == value


def test_a_headline_alone_looks_ahead() -> None:
    text = "Teachers and council back at table Monday"
    tokens = tokenize(text, [Segment(kind="headline", span=Span(0, len(text)))])
    (time,) = find_times(tokens, an_anchor(WEDNESDAY))
    assert (time.value, time.assumed) == ("2022-03-14", True)


def test_listed_weekdays_share_their_week() -> None:
    times = times_in("They will meet on Thursday and Friday next week.", WEDNESDAY)
    assert [t.value for t in times] == ["2022-03-17", "2022-03-18"]


def test_a_feast_ahead_is_the_next_one_however_far() -> None:
    assert value_of("They will decide before Christmas.", WEDNESDAY) == "2022-12-25"


def test_a_clock_time_does_not_take_the_day_of_the_next_clause() -> None:
    text = "The polls will close at 3 p.m. and results are expected on Friday."
    assert times_in(text, WEDNESDAY)[0].value == "2022-03-09T15:00"
