from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from store.export.as_ical import to_ical
from store.model.claims import Talk
from store.model.views import Revision
from tests.store.builders import a_start, a_statement, a_talk, an_article, evidence
from tui.paint.safe import safe_text

ARTICLE = an_article("gull", "They meet on the ninth, Ada said. They meet on the tenth.")
NINTH = evidence(1, ARTICLE, a_statement(ARTICLE, "They meet on the ninth"), "Ada")
TENTH = evidence(1, ARTICLE, a_statement(ARTICLE, "They meet on the tenth"))
OWN_PROPERTIES = {
    *("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "SUMMARY", "LOCATION", "STATUS", "DESCRIPTION", "TRANSP"),
}
REVISIONS = {"t": Revision(3, "2019-05-01T12:00:00+00:00")}


def calendar(*talks: Talk) -> list[Component]:
    text, _ = to_ical(talks, REVISIONS, str)
    return Calendar.from_ical(text).walk("VEVENT")


def test_a_day_is_an_all_day_event_with_the_talks_id() -> None:
    (event,) = calendar(a_talk("t", a_start("2019-06-09", NINTH)))
    assert event["uid"] == "t"
    assert event["sequence"] == 3
    assert event.decoded("dtstart") == date(2019, 6, 9)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["status"] == "CONFIRMED"
    assert "DTEND" not in event


def test_the_end_is_the_day_after_the_last() -> None:
    (event,) = calendar(a_talk("t", a_start("2019-06-09", NINTH), end="2019-06-11"))
    assert event.decoded("dtend") == date(2019, 6, 12)


def test_an_hour_stands_at_the_venue() -> None:
    text, _ = to_ical([a_talk("t", a_start("2019-06-09T09:30", NINTH))], REVISIONS, str)
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2019, 6, 9, 9, 30, tzinfo=ZoneInfo("Europe/Oslo"))
    assert "BEGIN:VTIMEZONE" in text


def test_a_disputed_date_is_tentative_with_both_dates_in_its_text() -> None:
    (event,) = calendar(a_talk("t", a_start("2019-06-09", NINTH), a_start("2019-06-10", TENTH)))
    assert event["status"] == "TENTATIVE"
    description = str(event["description"])
    assert "2019-06-09 or 2019-06-10" in description
    assert "They meet on the tenth" in description
    assert "according to Ada" in description


def test_a_day_that_rests_on_an_assumption_is_tentative_and_says_why() -> None:
    start = replace(a_start("2019-06-09", NINTH), assumed=True, why="9 Jun: 'Sunday', article no later than 8 Jun")
    (event,) = calendar(a_talk("t", start))
    assert event["status"] == "TENTATIVE"
    assert "The day is assumed" in str(event["description"])
    assert "no later than 8 Jun" in str(event["description"])


def test_a_cancelled_talk_is_cancelled_even_where_its_day_is_assumed() -> None:
    start = replace(a_start("2019-06-09", NINTH), assumed=True)
    (event,) = calendar(replace(a_talk("t", start), status="cancelled"))
    assert event["status"] == "CANCELLED"


def test_a_cancelled_talk_says_so() -> None:
    (event,) = calendar(replace(a_talk("t", a_start("2019-06-09", NINTH)), status="cancelled"))
    assert event["status"] == "CANCELLED"


def test_coarse_and_unknown_dates_are_left_out() -> None:
    coarse, unknown, impossible = (
        a_talk("a", a_start("2019-W23", NINTH)),
        a_talk("b"),
        a_talk("c", a_start("2019-02-30", NINTH)),
    )
    text, left_out = to_ical([coarse, unknown, impossible], {}, str)
    assert [talk.id for talk in left_out] == ["a", "b", "c"]
    assert "VEVENT" not in text


def test_midnight_that_ends_a_day_begins_the_next() -> None:
    (event,) = calendar(a_talk("t", a_start("2019-06-09T24:00", NINTH), end="2019-06-10T01:30"))
    assert event.decoded("dtstart") == datetime(2019, 6, 10, 0, 0, tzinfo=ZoneInfo("Europe/Oslo"))
    assert event.decoded("dtend") == datetime(2019, 6, 10, 1, 30, tzinfo=ZoneInfo("Europe/Oslo"))


def test_a_talk_may_last_to_the_end_of_the_calendar() -> None:
    (event,) = calendar(a_talk("t", a_start("9999-12-30", NINTH), end="9999-12-31"))
    assert event.decoded("dtend") == date(9999, 12, 31)


def test_an_hour_at_an_unknown_place_floats() -> None:
    text, _ = to_ical([a_talk("t", a_start("2019-06-09T09:30", NINTH), zone="")], REVISIONS, str)
    assert "DTSTART:20190609T093000\r\n" in text


@pytest.mark.parametrize("day", ["2019-06-09", "2061-01-09", "0001-01-02", "9999-12-30"])
def test_each_zone_is_defined_once_for_the_years_of_its_talks(day: str) -> None:
    talks = [
        a_talk(name, a_start(f"{day}T09:30", NINTH), zone=zone)
        for name, zone in (("t", "Europe/Oslo"), ("u", "Asia/Tokyo"), ("v", "Europe/Oslo"), ("w", "UTC"))
    ]
    zones = Calendar.from_ical(to_ical(talks, REVISIONS, str)[0]).walk("VTIMEZONE")
    assert [str(zone["tzid"]) for zone in zones] == ["Asia/Tokyo", "Europe/Oslo"]
    summer = [part for part in zones[1].subcomponents if part.name == "DAYLIGHT"]
    assert bool(summer) == (day[:4] not in {"0001"})


def test_a_reader_is_not_made_busy_by_the_talks_of_others() -> None:
    (event,) = calendar(a_talk("t", a_start("2019-06-09", NINTH)))
    assert event["transp"] == "TRANSPARENT"


def test_a_report_in_its_own_voice_is_named_as_the_reports() -> None:
    (event,) = calendar(a_talk("t", a_start("2019-06-10", TENTH)))
    assert "2019-06-10, according to the reports:\n  gull: They meet on the tenth" in str(event["description"])


HOSTILE = st.text(min_size=1) | st.text(alphabet='\r\n\t;:,\\"=BEGINnVT ü€\U0001f600', min_size=1, max_size=300)


def summary_in(text: str) -> str:
    """The SUMMARY as RFC 5545 (3.1, 3.3.11) says that it is to be read."""
    (line,) = (line for line in text.replace("\r\n ", "").split("\r\n") if line.startswith("SUMMARY:"))
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], line.removeprefix("SUMMARY:"))


@given(HOSTILE)
def test_no_text_of_an_article_breaks_out_of_its_line(words: str) -> None:
    passage = replace(TENTH, quote=words, article=words)
    talk = replace(a_talk("t", a_start("2019-06-09", passage)), title=words, city=words, parties=(words,))
    text, _ = to_ical([talk], REVISIONS, safe_text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert set(event) <= OWN_PROPERTIES
    assert (event["uid"], event["status"], event.decoded("dtstart")) == ("t", "CONFIRMED", date(2019, 6, 9))
    # The library takes a backslash and a capital N for a newline already escaped.
    assert summary_in(text) == safe_text(words).replace("\\N", "\n")
    assert text.count("BEGIN:VEVENT\r\n") - text.count("\r\n BEGIN:VEVENT") == 1


def test_the_same_state_gives_the_same_bytes() -> None:
    talks = [a_talk("t", a_start("2019-06-09T09:30", NINTH)), a_talk("u", a_start("2019-06-10", TENTH))]
    assert to_ical(talks, REVISIONS, str) == to_ical(talks, REVISIONS, str)
