from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component

from store.export.as_ical import to_ical
from store.model.claims import Talk
from store.model.views import Revision
from tests.store.builders import a_start, a_statement, a_talk, an_article, evidence

ARTICLE = an_article("gull", "They meet on the ninth, Ada said. They meet on the tenth.")
NINTH = evidence(1, ARTICLE, a_statement(ARTICLE, "They meet on the ninth"), "Ada")
TENTH = evidence(1, ARTICLE, a_statement(ARTICLE, "They meet on the tenth"))
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


def test_the_same_state_gives_the_same_bytes() -> None:
    talks = [a_talk("t", a_start("2019-06-09T09:30", NINTH)), a_talk("u", a_start("2019-06-10", TENTH))]
    assert to_ical(talks, REVISIONS, str) == to_ical(talks, REVISIONS, str)
