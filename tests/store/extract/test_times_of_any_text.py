from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.times import find_times
from store.extract.tokens import tokenize
from store.model.article import NO_ANCHOR, Anchor, Segment
from store.model.mentions import Time
from store.model.spans import Span
from tests.store.extract.time_readings import times_in

WORDS = st.sampled_from(
    """Monday May March Jan. 9 31 29 February 2022 1990s '70s 16:25 0930 GMT a.m. pm noon midnight last next this
    week weeks month year days two a half and to from until by - – ( ) , . ' of the early mid late ago later in will
    met said meet set been have could not Christmas Easter New Year 's Eve summer fall third quarter 9999 0001 1000
    24:00 tonight morning Moscow time local day before after now that every per 5 1 / 2 ² 12th UTC + 99""".split()
)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29), date(1999, 12, 31), date(2000, 1, 1)])
ANCHORS = st.just(NO_ANCHOR) | st.builds(
    lambda day, bound: Anchor(bound=bound, basis="metadata", day=day), DAYS, st.sampled_from(["exact", "about"])
)


def _check(text: str, anchor: Anchor) -> tuple[Time, ...]:
    tokens = tokenize(text, [Segment(kind="headline", span=Span(0, len(text)))] if text else [])
    times = find_times(tokens, anchor)
    end = 0
    for index, time in enumerate(times):
        assert end <= time.span.start < time.span.end <= len(text)
        assert time.span.of(text).strip() == time.span.of(text)
        assert (time.first is None) == (time.last is None)
        assert time.first is None or time.last is None or time.first <= time.last
        assert time.range_end in (-1, index + 1)
        assert time.range_end < len(times)
        end = time.span.end
    return times


@given(st.text(), ANCHORS)
def test_any_text_gives_spans_in_order_and_raises_nothing(text: str, anchor: Anchor) -> None:
    _check(text, anchor)


@given(st.lists(WORDS, max_size=14).map(" ".join), ANCHORS)
def test_any_heap_of_time_words_gives_spans_in_order_and_raises_nothing(text: str, anchor: Anchor) -> None:
    times = _check(text, anchor)
    # Another anchor moves values, never spans.
    assert [t.span for t in _check(text, NO_ANCHOR)] == [t.span for t in times]


@given(DAYS.filter(lambda d: 10 < d.toordinal() < date.max.toordinal() - 10), st.sampled_from(["will meet", "met"]))
def test_a_weekday_is_never_more_than_a_week_off(day: date, verb: str) -> None:
    (time,) = times_in(f"They {verb} on Friday.", day.isoformat())
    assert time.first is not None
    assert time.first.isoweekday() == 5
    away = (time.first - day).days
    assert (0 <= away < 7) if verb == "will meet" else (-7 < away <= 0)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_calendar_s_ends_are_survived(day: str) -> None:
    times_in("They met last Monday, will meet next Friday, last month, next year, in March, a week ago.", day)
    times_in("Exports shrank in the third quarter and will grow in the second half.", day)
