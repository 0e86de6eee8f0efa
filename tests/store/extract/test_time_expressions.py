from __future__ import annotations

import pytest

from tests.store.extract.time_readings import times_in, values_in

p = pytest.param


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        p("The envoys will meet on January 9.", [("January 9", "2022-01-09")], id="month-day"),
        p("They will meet on Jan. 9 in Oslo.", [("Jan. 9", "2022-01-09")], id="short month"),
        p("They met on 7 December.", [("7 December", "2021-12-07")], id="day before month"),
        p("They met on the 7th of December.", [("7th of December", "2021-12-07")], id="ordinal day"),
        p("The treaty of May 9, 2005 stands.", [("May 9, 2005", "2005-05-09")], id="with year"),
        p("It was dated 2005-11-03.", [("2005-11-03", "2005-11-03")], id="in figures"),
        p("The pact of 25/11/2005 stands.", [("25/11/2005", "2005-11-25")], id="figures, day first"),
        p("They met on Tuesday, Dec. 7.", [("Tuesday, Dec. 7", "2021-12-07")], id="weekday with date"),
        p("It happened on May 5 last year.", [("May 5 last year", "2020-05-05")], id="of last year"),
        p("Sales fell in November.", [("November", "2021-11")], id="month"),
        p("Sales fell in November 2019.", [("November 2019", "2019-11")], id="month of a year"),
        p("It opens in March next year.", [("March next year", "2022-03")], id="month of next year"),
        p("It will open in mid-February.", [("mid-February", "2022-02")], id="middle of a month"),
        p(
            "It sat in the third week of this month.",
            [("the third week of this month", "2021-W50")],
            id="week of month",
        ),
        p("It sits in the week of March 7.", [("the week of March 7", "2022-W10")], id="week of a day"),
        p("It was signed in 1990.", [("1990", "1990")], id="year"),
        p("The 1990 agreement holds.", [("1990", "1990")], id="year before a noun"),
        p("It grew in the late 1990s.", [("the late 1990s", "199")], id="decade"),
        p("They sit on the sixth of March.", [("the sixth of March", "2022-03-06")], id="day in words"),
        p(
            "It is due in early March, from the 2nd to the 5th of that month.",
            [("early March", "2022-03"), ("the 2nd", "2022-03-02"), ("the 5th of that month", "2022-03-05")],
            id="days of the month spoken of",
        ),
        p(
            "He was away for three days earlier this month.",
            [("three days", "P3D"), ("earlier this month", "2021-12")],
            id="earlier this month, after a number of days",
        ),
        p("It grew in the 1990's.", [("the 1990's", "199")], id="decade with an apostrophe"),
        p("FRIDAY 14 The bank decides.", [("FRIDAY 14", "2022-01-14")], id="weekday and day of a diary"),
        p("On Friday 14 people fell ill.", [("Friday", "2021-12-24")], id="weekday and a number of people"),
        p("It began in the '70s.", [("the '70s", "197")], id="short decade"),
        p("It closed in fiscal 2020.", [("fiscal 2020", "FY2020")], id="fiscal year"),
        p("He retired last summer.", [("last summer", "2021-SU")], id="season"),
        p("Output fell in the third quarter of 2020.", [("the third quarter of 2020", "2020-Q3")], id="quarter"),
        p("Output fell in the final quarter of 2020.", [("the final quarter of 2020", "2020-Q4")], id="last quarter"),
        p("It fell in the last quarter of this year.", [("the last quarter of this year", "2021-Q4")], id="its last"),
        p("Output fell in the first half of this year.", [("the first half of this year", "2021-H1")], id="half"),
        p("They met yesterday.", [("yesterday", "2021-12-29")], id="yesterday"),
        p("They meet the day after tomorrow.", [("the day after tomorrow", "2022-01-01")], id="day after tomorrow"),
        p("They met two days ago.", [("two days ago", "2021-12-28")], id="days ago"),
        p("They met three months ago.", [("three months ago", "2021-09")], id="months ago"),
        p("They will meet next week.", [("next week", "2022-W01")], id="next week"),
        p("They met earlier this year.", [("earlier this year", "2021")], id="this year"),
        p("They will meet in three weeks.", [("three weeks", "2022-W03")], id="in three weeks"),
        p(
            "It fell on the eve, the day before Christmas.",
            [("the day before Christmas", "2021-12-24")],
            id="day before",
        ),
        p("It shuts on Monday week.", [("Monday week", "2022-01-10")], id="weekday week"),
        p("It opens on the 14th of next month.", [("the 14th of next month", "2022-01-14")], id="numbered day"),
        p("It will open on the 3rd.", [("the 3rd", "2022-01-03")], id="numbered day alone"),
        p("It was built in the 19th century.", [("the 19th century", "18")], id="century"),
        p("It hails from the early twentieth century.", [("the early twentieth century", "19")], id="century in words"),
        p("It grew in the sixties.", [("the sixties", "196")], id="decade in words"),
        p("They vote on the first Sunday of May.", [("the first Sunday of May", "2022-05-01")], id="weekday of month"),
        p("They vote on the last Friday in June.", [("the last Friday in June", "2022-06-24")], id="last of month"),
        p("It will close by year's end.", [("year's end", "2021")], id="year's end"),
        p("Ferries will sail at dawn on Monday.", [("dawn on Monday", "2022-01-03TMO")], id="dawn"),
        p("It will end a week from Tuesday.", [("a week from Tuesday", "2022-01-11")], id="week from a weekday"),
        p("He came two days before Christmas.", [("two days before Christmas", "2021-12-23")], id="days before a day"),
        p("They talked on New Year's Eve.", [("New Year's Eve", "2021-12-31")], id="named day"),
        p(
            "They met on Dec. 7 and the next day.",
            [("Dec. 7", "2021-12-07"), ("the next day", "2021-12-08")],
            id="next day",
        ),
        p("It won in 1987 and again eight years later.", [("1987", "1987"), ("eight years later", "1995")], id="later"),
        p("He is now in Rome.", [("now", "PRESENT_REF")], id="now"),
        p("He was recently in Rome.", [("recently", "PAST_REF")], id="recently"),
        p("It may change in the near future.", [("the near future", "FUTURE_REF")], id="future"),
        p("It will open in the coming hours.", [("coming hours", "FUTURE_REF")], id="coming hours"),
        p("It will grow in the months to come.", [("the months to come", "FUTURE_REF")], id="months to come"),
        p("He left years ago.", [("years ago", "PAST_REF")], id="years ago"),
        p("He was away this past weekend.", [("this past weekend", "2021-W51-WE")], id="past weekend"),
        p("They agreed at a weekend meeting.", [("weekend", "2021-W51-WE")], id="weekend meeting"),
        p("They sit in the last week of June.", [("the last week of June", "2022-W26")], id="last week of a month"),
        p("It will rain for the rest of the week.", [("the rest of the week", "2021-W52")], id="rest of the week"),
        p("The May meeting will decide.", [("May", "2022-05")], id="May before a noun"),
        p("It grew in the past summer.", [("the past summer", "2021-SU")], id="past summer"),
        p("It lasts through the winter.", [("winter", "2021-WI")], id="through the winter"),
        p("Its third-quarter profit fell.", [("third-quarter", "2021-Q3")], id="quarter of results"),
        p("They will meet at 8 o'clock this evening.", [("8 o'clock this evening", "2021-12-30T20:00")], id="evening"),
        p("They will meet at 8 p.m. tonight.", [("8 p.m. tonight", "2021-12-30T20:00")], id="hour of tonight"),
        p("They met at three o'clock.", [("three o'clock", "2021-12-30T03:00")], id="hour in words"),
        p("Shares fell in morning trade.", [("morning", "2021-12-30TMO")], id="morning trade"),
        p("It is bad for the long term.", [("the long term", "FUTURE_REF")], id="long term"),
        p("It begins in Easter week.", [("Easter week", "2022-W15")], id="week of a feast"),
        p("Members noted that last year he left.", [("last year", "2020")], id="that last year, a conjunction"),
    ],
)
def test_news_words_get_their_timex3_value(text: str, expected: list[tuple[str, str]]) -> None:
    assert values_in(text) == expected


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        p("The call lasted 50 minutes.", "DURATION", "PT50M", id="minutes"),
        p("A two-hour call followed.", "DURATION", "PT2H", id="two-hour"),
        p("It took two and a half years.", "DURATION", "P2Y6M", id="and a half"),
        p("It took half an hour.", "DURATION", "PT30M", id="half an hour"),
        p("It took an hour and a half.", "DURATION", "PT1H30M", id="an hour and a half"),
        p("It took three-and-a-half years.", "DURATION", "P3Y6M", id="three-and-a-half"),
        p("He was away for the last fortnight.", "DURATION", "P2W", id="last fortnight"),
        p("It changed over the years.", "DURATION", "PXY", id="over the years"),
        p("Cleaners make $12 an hour.", "SET", "PT1H", id="pay for an hour"),
        p("It took 5 1/2 hours.", "DURATION", "PT5H30M", id="fraction"),
        p("It took two hours and 15 minutes.", "DURATION", "PT2H15M", id="compound"),
        p("They talked for several weeks.", "DURATION", "PXW", id="several"),
        p("It fell over the past two months.", "DURATION", "P2M", id="the past two months"),
        p("It lasted twenty-five days.", "DURATION", "P25D", id="number words"),
        p("They met twice a week.", "SET", "P1W", id="rate"),
        p("They meet every year.", "SET", "P1Y", id="every year"),
        p("He holds a weekly briefing.", "SET", "P1W", id="weekly"),
        p("They meet every other month.", "SET", "P2M", id="every other"),
        p("They meet every other Tuesday.", "SET", "P2W", id="every other Tuesday"),
        p("They meet each December.", "SET", "XXXX-12", id="each December"),
        p("He will lead them in two days of talks.", "DURATION", "P2D", id="in two days of"),
        p("They meet every Tuesday.", "SET", "XXXX-WXX-2", id="every Tuesday"),
        p("They meet on the first Friday of each month.", "SET", "XXXX-WXX-5", id="weekday of each month"),
        p("They pay on the 15th of every month.", "SET", "XXXX-XX-15", id="day of every month"),
        p("The council sits on Mondays.", "SET", "XXXX-WXX-1", id="on Mondays"),
    ],
)
def test_durations_and_what_recurs(text: str, type_: str, value: str) -> None:
    (time,) = times_in(text)
    assert (time.type, time.value) == (type_, value)


@pytest.mark.parametrize(
    "text",
    [
        p("Ministers may attend.", id="may, the verb"),
        p("Mr May said no.", id="May, the person"),
        p("Troops march on the capital.", id="march, the verb"),
        p("The March on Rome was a coup.", id="March, the event"),
        p("He sat in the sun.", id="sat and sun"),
        p("A second round failed.", id="second, the ordinal"),
        p("A 43-year-old man spoke.", id="age"),
        p("He is 43 years old.", id="age in words"),
        p("Some 2000 people fled.", id="people, not a year"),
        p("It cost 1990 dollars.", id="money"),
        p("They won 3:2.", id="score"),
        p("She made a birdie on the 15th.", id="hole of a golf course"),
        p("He shot par on the 9th, and left.", id="hole again"),
        p("The fall of the government came.", id="fall, the event"),
        p("The Macao Daily wrote.", id="newspaper"),
        p("Brokers recalled Black Monday.", id="name with a weekday"),
        p("A reporter for USA Today asked her.", id="newspaper with Today"),
        p('He spoke on the program "This Week" alone.', id="programme"),
        p("They sold Christmas trees.", id="trees of a feast"),
        p("The Sunday Telegraph and a Sunday paper had it.", id="newspapers of a weekday"),
        p("Old men who read the Daily Mirror smiled.", id="newspaper with Daily"),
        p("It was a short-term loan.", id="short-term"),
        p("It fell in the last week of the campaign.", id="last week of something"),
        p("He wrote it in his early 20s.", id="age in decades"),
        p("He scored a touchdown in the first quarter.", id="quarter of a match"),
        p("At the end of the day, we need peace.", id="at the end of the day"),
        p("They saved for the day that it would fail.", id="the day that"),
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert values_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        p("They will meet January 9-10.", ["2022-01-09", "2022-01-10"], id="days of a month"),
        p("They will sit from Jan. 20 to 22.", ["2022-01-20", "2022-01-22"], id="from, to"),
        p("They will sit from 3 to 5 May.", ["2022-05-03", "2022-05-05"], id="day first"),
        p("It runs from Jan. 30 through Feb. 2.", ["2022-01-30", "2022-02-02"], id="two months"),
        p("It will run from Dec. 31 to Jan. 3.", ["2021-12-31", "2022-01-03"], id="over new year"),
        p("They will sit between May 3 and May 5.", ["2022-05-03", "2022-05-05"], id="between"),
        p("They will sit from Tuesday to Thursday.", ["2022-01-04", "2022-01-06"], id="weekdays"),
        p("It ran from 1990 to 1995.", ["1990", "1995"], id="years"),
    ],
)
def test_the_first_end_of_a_range_points_to_the_other(text: str, expected: list[str]) -> None:
    times = times_in(text)
    assert [t.value for t in times] == expected
    assert [t.range_end for t in times] == [1, -1]


def test_a_list_is_no_range() -> None:
    times = times_in("They will meet on March 27 and 31, and in Bonn on April 3, 4 and 5.")
    assert [t.value[5:] for t in times] == ["03-27", "03-31", "04-03", "04-04", "04-05"]
    assert {t.range_end for t in times} == {-1}


def test_the_year_at_the_end_of_a_list_belongs_to_all_of_it() -> None:
    assert [v for _, v in values_in("They met on Dec. 28 and Jan. 3, 2019.")] == ["2018-12-28", "2019-01-03"]


def test_a_number_that_counts_people_does_not_continue_a_list() -> None:
    assert values_in("On March 27, 31 people died.") == [("March 27", "2021-03-27")]


def test_a_paragraph_border_ends_an_expression() -> None:
    assert [q for q, _ in values_in("Talks in May")] == ["May"]


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        p("It fell in early November.", "START", id="early"),
        p("It fell in late November.", "END", id="late"),
        p("It fell in mid-November.", "MID", id="mid"),
        p("It fell at the end of November.", "END", id="end of"),
        p("It took about two days.", "APPROX", id="about"),
    ],
)
def test_modifiers_are_kept(text: str, mod: str) -> None:
    assert times_in(text)[0].mod == mod
