from __future__ import annotations

from store.model.election import settled, talk_as_of
from tests.store.compare.announcements import meeting, published, report, starts, the_talk

FIRST = report(1, meeting("Norway", "Chile", on="2024-03-12", at="Oslo"), anchor=published("2024-03-01"))
SECOND = report(2, meeting("Norway", "Chile", on="2024-03-14", status="postponed"), anchor=published("2024-03-05"))
NAMES = report(3, meeting("Ann Berg (president, Norway)", "Chile", on="2024-03-14"), anchor=published("2024-03-06"))


def test_before_the_change_was_reported_the_old_day_stood() -> None:
    talk = the_talk(FIRST, SECOND, NAMES)
    then = talk_as_of(talk, {1})
    assert then is not None
    assert (then.start, then.status, then.disputed) == ("2024-03-12", "scheduled", ())
    assert (then.id, starts(then), then.parties) == (talk.id, ("2024-03-12",), ("Norway", "Chile"))


def test_after_it_the_new_day_stands() -> None:
    then = talk_as_of(the_talk(FIRST, SECOND, NAMES), {1, 2})
    assert then is not None
    assert (then.start, then.status, then.city) == ("2024-03-14", "postponed", "Oslo")


def test_the_city_is_unknown_before_the_report_that_names_it() -> None:
    then = talk_as_of(the_talk(FIRST, SECOND), {2})
    assert then is not None
    assert (then.city, then.zone) == ("", "")


def test_with_all_articles_out_nothing_changes() -> None:
    talk = the_talk(FIRST, SECOND, NAMES)
    assert talk_as_of(talk, {1, 2, 3}) is talk
    assert settled(talk) == talk


def test_a_talk_that_nobody_had_announced_is_not_there() -> None:
    assert talk_as_of(the_talk(FIRST), {2}) is None


def test_as_of_gives_what_a_comparison_at_that_time_had_given() -> None:
    alone, then = the_talk(FIRST, SECOND), talk_as_of(the_talk(FIRST, SECOND, NAMES), {1, 2})
    assert then is not None
    assert (then.start, then.status, then.disputed, set(then.parties)) == (
        alone.start,
        alone.status,
        alone.disputed,
        set(alone.parties),
    )
