from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from store.extract.times.zones import day_shift
from tests.store.extract.time_readings import times_in

p = pytest.param


@pytest.mark.parametrize(
    ("text", "clock", "zone"),
    [
        p("It ended at 16:25 London time.", "16:25", "Europe/London", id="named place"),
        p("It ended at 16:25 Tokyo time.", "16:25", "Asia/Tokyo", id="city"),
        p("It ended at 10 a.m. EST.", "10:00", "America/New_York", id="abbreviation"),
        p("It ended at 7:30pm.", "19:30", "", id="half of the day glued on"),
        p("It ended at 0930 GMT.", "09:30", "UTC", id="four figures"),
        p("It ended at noon.", "12:00", "", id="noon"),
        p("It ended at 12 a.m.", "00:00", "", id="twelve at night"),
        p("It ended at 4 in the afternoon.", "16:00", "", id="in the afternoon"),
        p("It ended at 9 o'clock.", "09:00", "", id="o'clock"),
        p("It ended at 6:40 p.m. (GMT+8).", "18:40", "Etc/GMT-8", id="offset"),
        p("It ended at 9 a.m. Central European Time.", "09:00", "Europe/Paris", id="zone in words"),
    ],
)
def test_a_clock_time_with_its_zone(text: str, clock: str, zone: str) -> None:
    (time,) = times_in(text)
    assert (time.type, time.clock, time.zone) == ("TIME", clock, zone)


def test_two_cities_tell_one_moment_in_two_zones() -> None:
    here, there = times_in("They hung up at 15:35 in Ottawa (22:35 in Ankara).")
    assert (here.zone, there.zone) == ("America/Toronto", "Europe/Istanbul")


def test_the_city_where_something_happens_is_left_to_the_names() -> None:
    (time,) = times_in("They will meet at 9:30 in Ottawa.")
    assert (time.zone, time.span.of("They will meet at 9:30 in Ottawa.")) == ("", "9:30")


def test_local_time_names_no_zone_but_says_so() -> None:
    (time,) = times_in("It ended at 16:25 local time.")
    assert (time.zone, "local" in time.rule) == ("", True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        p("They met at 9 a.m. EST Tuesday.", "2021-12-28T09:00", id="clock before day"),
        p("They met Tuesday at 9 a.m.", "2021-12-28T09:00", id="day before clock"),
        p("They met at 10:30 on December 7.", "2021-12-07T10:30", id="on a month-day"),
        p("They met on Tuesday morning.", "2021-12-28TMO", id="part of day"),
        p("They met last night.", "2021-12-29TNI", id="last night"),
        p("They meet tonight.", "2021-12-30TNI", id="tonight"),
        p("They met at 0930 GMT.", "2021-12-30T09:30Z", id="universal time"),
    ],
)
def test_a_clock_time_and_its_day_are_one(text: str, value: str) -> None:
    (time,) = times_in(text)
    assert time.value == value


def test_two_zones_of_one_moment_can_lie_on_two_days() -> None:
    text = "On Tuesday the call ended at 16:25 Ottawa time (00:25 Moscow time)."
    assert [t.value for t in times_in(text)][1:] == ["2021-12-28T16:25", "2021-12-29T00:25"]


def test_a_clock_time_takes_a_day_that_follows_in_its_sentence() -> None:
    text = "The call ended at 16:25 Ottawa time (00:25 Moscow time) on Tuesday."
    assert [t.value for t in times_in(text)][:2] == ["2021-12-28T16:25", "2021-12-29T00:25"]


def test_what_happened_is_not_put_after_the_article() -> None:
    times = times_in("The call ended at 16:25 Ottawa time (00:25 Moscow time).")
    assert [t.value for t in times] == ["2021-12-29T16:25", "2021-12-30T00:25"]
    assert all(t.assumed for t in times)


@pytest.mark.parametrize("day", [None, "2021-12-30"])
def test_a_clock_time_without_a_day_keeps_it_unknown_under_a_bound(day: str | None) -> None:
    times = times_in("The call ended at 16:25 Ottawa time (00:25 Moscow time).", day, "about")
    assert [t.value for t in times] == ["XXXX-XX-XXT16:25", "XXXX-XX-XXT00:25"]
    assert {t.first for t in times} == {None}


class Wall(NamedTuple):
    clock: str
    zone: str = ""


@pytest.mark.parametrize(
    ("first", "second", "shift"),
    [
        p(Wall("16:25", "America/New_York"), Wall("00:25", "Europe/Moscow"), 1, id="the evening before"),
        p(Wall("15:35", "America/New_York"), Wall("23:35", "Europe/Moscow"), 0, id="same day"),
        p(Wall("06:00", "Asia/Tokyo"), Wall("21:00", "UTC"), -1, id="the day before"),
        p(Wall("21:00"), Wall("02:00", "UTC"), 1, id="unknown zone west"),
        p(Wall("09:00"), Wall("22:00", "UTC"), -1, id="unknown zone east"),
        p(Wall("24:00", "Europe/Paris"), Wall("23:00", "UTC"), 0, id="midnight ends its day"),
        p(Wall("12:00", "Nowhere/Here"), Wall("13:00", "UTC"), 0, id="unknown zone name"),
    ],
)
def test_days_between_two_walls_of_one_moment(first: Wall, second: Wall, shift: int) -> None:
    assert day_shift(first, second, date(2021, 12, 30)) == shift
