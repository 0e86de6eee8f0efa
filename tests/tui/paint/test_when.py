"""Days, hours and countdowns in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui.paint.when import (
    clock_label,
    countdown,
    day_of,
    here,
    in_zone,
    last_day_of,
    relative_day,
    start_of,
    value_label,
    zone_label,
    zones_told,
)

TODAY = date(2031, 5, 3)
NOW = datetime(2031, 5, 3, 12, 0, 2, tzinfo=UTC)


def test_a_day_begins_at_midnight_of_the_venue() -> None:
    start = start_of("2031-05-12", "Europe/Oslo")
    assert start == datetime(2031, 5, 11, 22, tzinfo=UTC)
    assert start is not None
    assert countdown(NOW, start) == "8d 09:59:58"


def test_an_announced_hour_is_counted_down_to() -> None:
    assert start_of("2031-05-03T15:30", "America/New_York") == datetime(2031, 5, 3, 19, 30, tzinfo=UTC)


def test_a_day_on_which_the_clocks_change_begins_where_it_begins() -> None:
    # Clocks in Havana went from 0:00 to 1:00 on 10 March 2019: the day has no midnight.
    assert start_of("2019-03-10", "America/Havana") == datetime(2019, 3, 10, 5, tzinfo=UTC)


def test_nothing_is_counted_once_the_moment_has_come() -> None:
    assert countdown(NOW, NOW) == ""


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("2031-05-12", "12 May"),
        ("2031-05-20T09:30", "20 May 09:30"),
        ("2033-05-12", "12 May 2033"),
        ("2031-W23", "week 23"),
        ("2032-W02", "week 2 2032"),
        ("2031-W23-WE", "weekend of week 23"),
        ("2031-SP", "spring 2031"),
        ("2032-Q1", "first quarter 2032"),
        ("2031-06", "Jun 2031"),
        ("XXXX-01-10", "10 Jan, year unknown"),
        ("P50M", "50 months"),
        ("PT50M", "50 minutes"),
        ("PT1H30M", "1 hour 30 minutes"),
        ("2031-13-45", "2031-13-45"),
        ("XXXX-99-10", "XXXX-99-10"),
        ("2031-06-03TMO", "3 Jun morning"),
        ("2031-13-45TMO", "2031-13-45TMO"),
        ("XXXX-WXX-1", "a Monday"),
        ("XXXX-WXX-7T16:25", "a Sunday 16:25"),
        ("XXXX-WXX-5TEV", "a Friday evening"),
        ("XXXX-WXX-WE", "a weekend"),
        ("XXXX-XX-10", "day 10, month unknown"),
        ("XXXX-XX-XXT16:25", "16:25, day unknown"),
        ("XXXX-XX-XX", "day unknown"),
        ("198", "1980s"),
        ("PXM", "some months"),
        ("PTXH", "some hours"),
        ("FUTURE_REF", "later"),
        ("", ""),
    ],
)
def test_values_read_as_one_would_say_them(value: str, label: str) -> None:
    assert value_label(value, TODAY) == label


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (9, "in 9 days"), (-3, "3 days ago")]
)
def test_distances_in_words(days: int, words: str) -> None:
    assert relative_day(date.fromordinal(TODAY.toordinal() + days), TODAY) == words


def test_zones_are_short() -> None:
    assert clock_label(here(NOW, "Asia/Tokyo")) == "Sat 3 May 2031 21:00 JST"
    assert zone_label(here(NOW, "America/Sao_Paulo")) == "UTC-3"
    assert zone_label(here(NOW, "Asia/Kathmandu")) == "UTC+5:45"
    assert zone_label(here(NOW, "Nowhere/At_All")) == "UTC"


def test_what_is_no_day_has_none() -> None:
    assert [day_of(value) for value in ("2031-02-30", "2031-W02", "", "XXXX-01-10")] == [None] * 4


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-05-12", date(2031, 5, 12)),
        ("2031-W23", date(2031, 6, 8)),
        ("2031-02", date(2031, 2, 28)),
        ("2031", date(2031, 12, 31)),
        ("2031-WI", date(2032, 2, 29)),
        ("2031-H1", date(2031, 6, 30)),
        ("XXXX-01-10", None),
        ("2031-W60", None),
        ("FUTURE_REF", None),
    ],
)
def test_coarse_values_end_somewhere(value: str, day: date | None) -> None:
    assert last_day_of(value) == day


def test_an_hour_at_the_venue_is_told_in_another_zone() -> None:
    assert in_zone("2031-05-20T20:30", "Europe/Lisbon", "Asia/Tokyo") == "Wed 21 May 04:30 JST"
    assert in_zone("2031-05-20T20:30", "Europe/Lisbon", "Europe/London") == ""
    assert in_zone("2031-05-20", "Europe/Lisbon", "Asia/Tokyo") == ""
    assert in_zone("2031-05-20T20:30", "", "Asia/Tokyo") == ""


def test_the_venues_zone_is_told_with_the_readers_where_they_differ() -> None:
    assert zones_told(NOW, "Europe/Lisbon", "Europe/London") == "Europe/Lisbon (WEST)"
    assert zones_told(NOW, "Europe/Lisbon", "Asia/Kolkata") == "Europe/Lisbon (WEST), yours is 4.5 h ahead (IST)"
    assert zones_told(NOW, "Europe/Lisbon", "America/New_York") == "Europe/Lisbon (WEST), yours is 5 h behind (EDT)"
    assert zones_told(NOW, "", "UTC") == "zone unknown"
