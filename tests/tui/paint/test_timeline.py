"""The strip of time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.paint.line import width_of
from tui.paint.month import DayMark
from tui.paint.timeline import LEGEND, Story, axis_of, moment_at, timeline_lines

NOON = datetime(2031, 5, 3, 12, tzinfo=UTC)
TALKS: dict[date, DayMark] = {date(2031, 5, 12): "?", date(2031, 5, 13): "?", date(2031, 5, 20): "*"}
REPORTS = (datetime(2031, 5, 2, 12, tzinfo=UTC), datetime(2031, 5, 3, 9, tzinfo=UTC))
STORY = Story(published=REPORTS, days=tuple(TALKS))


def strip(
    width: int = 80, height: int = 1, now: datetime = NOON, story: Story = STORY, talks: dict[date, DayMark] = TALKS
) -> list[str]:
    lines = timeline_lines(story, talks, now, "UTC", width, height)
    return ["".join(piece.text for piece in line) for line in lines]


def test_one_line_holds_reports_talks_and_the_clock_with_their_days() -> None:
    line = strip()[0]
    assert line.startswith(" 1 May 2031 ")
    assert line.endswith(" 21 May 2031 ")
    assert "·|now" in line
    assert "?13" in line
    assert "*20" in line


def test_two_lines_keep_the_days_below_their_marks() -> None:
    axis, days = strip(120, 2)
    assert axis[days.index("now")] == "|"
    assert axis[days.index("20 May")] == "*"
    assert axis[days.index("2 May")] == "·"


def test_the_clock_moves_and_what_spans_the_axis_stays() -> None:
    before, after = strip()[0], strip(now=NOON + timedelta(days=3), talks={})[0]
    assert before[:12] == after[:12]
    assert before[-13:] == after[-13:]
    assert after.index("|") > before.index("|")
    assert "?" not in after


@pytest.mark.parametrize(("days", "mark"), [(-30, "<now"), (300, "now>")])
def test_a_clock_beyond_the_ends_stands_at_them(days: int, mark: str) -> None:
    assert mark in strip(160, now=NOON + timedelta(days=days), talks={})[0]
    assert mark.replace("now", "") in strip(60, now=NOON + timedelta(days=days))[0]


@pytest.mark.parametrize(
    ("days", "day", "told"),
    [(300, date(2031, 5, 20), "*20 ──"), (300, date(2031, 5, 12), "*12 May"), (-30, date(2031, 5, 2), "*2 May")],
)
def test_beyond_the_ends_the_day_of_a_talk_goes_before_the_word_for_the_clock(days: int, day: date, told: str) -> None:
    line = strip(160, now=NOON + timedelta(days=days), talks={day: "*"})[0]
    assert told in line
    assert (">" if days > 0 else "<") in line


def test_wide_screens_say_what_the_marks_mean() -> None:
    assert LEGEND in strip(200)[0]
    assert LEGEND not in strip(120)[0]


def test_where_a_cell_holds_many_days_reports_are_counted_and_months_named() -> None:
    reports = tuple(datetime(2001, 1, 1, 12, tzinfo=UTC) + timedelta(days=n) for n in range(0, 3650, 7))
    line = strip(story=Story(published=reports, days=(date(2008, 5, 12),)), talks={date(2008, 5, 12): "*"})[0]
    assert ":::" in line
    assert "*" in line
    lines = strip(120, 2, story=Story(published=reports[:1], days=(date(2001, 5, 12),)), talks={})
    assert "1 Jan" in lines[1]


def test_a_talk_in_ten_years_does_not_press_the_rest_into_one_cell() -> None:
    axis = axis_of(Story(published=REPORTS, days=(*TALKS, date(2041, 1, 1))), "UTC", 60)
    assert axis is not None
    assert axis.last < date(2031, 6, 1)


def test_a_story_without_days_has_no_axis() -> None:
    assert strip(height=2, story=Story(), talks={}) == ["", ""]
    assert moment_at(Story(), (), "UTC", 80, 20) is None


def test_a_click_on_a_mark_means_its_report_or_its_day() -> None:
    axis = strip(120, 2)[0]
    assert moment_at(STORY, TALKS, "UTC", 120, axis.index("·")) == REPORTS[0]
    assert moment_at(STORY, TALKS, "UTC", 120, axis.index("*")) == datetime(2031, 5, 20, 12, tzinfo=UTC)
    assert moment_at(STORY, TALKS, "UTC", 120, 0) is None


@given(
    st.lists(st.datetimes(timezones=st.just(UTC)), max_size=6),
    st.dictionaries(st.dates(), st.sampled_from(["*", "?"]), max_size=6),
    st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=st.just(UTC)),
    st.integers(40, 300),
    st.sampled_from([1, 2]),
)
def test_any_story_fits_its_width(
    reports: list[datetime], talks: dict[date, DayMark], now: datetime, width: int, height: int
) -> None:
    inside = [moment for moment in reports if 1 < moment.year < 9999]
    story = Story(published=tuple(sorted(inside)), days=tuple(sorted(talks)))
    lines = timeline_lines(story, talks, now, "UTC", width, height)
    assert len(lines) == height
    assert all(width_of(line) <= width for line in lines)
    for column in range(0, width, 7):
        moment_at(story, talks, "UTC", width, column)
