"""Times of a short text, as the tests want to see them."""

from __future__ import annotations

from datetime import date

from store.extract.times import find_times
from store.extract.tokens import tokenize
from store.model.article import NO_ANCHOR, Anchor, Bound, Segment
from store.model.mentions import Time
from store.model.spans import Span


def an_anchor(day: str | None, bound: Bound = "exact") -> Anchor:
    return Anchor(bound=bound, basis="metadata", day=date.fromisoformat(day)) if day else NO_ANCHOR


def times_in(text: str, day: str | None = "2021-12-30", bound: Bound = "exact") -> tuple[Time, ...]:
    """Times of a text of one paragraph, published on ``day`` (a Thursday unless told)."""
    tokens = tokenize(text, [Segment(kind="body", span=Span(0, len(text)))])
    return find_times(tokens, an_anchor(day, bound))


def values_in(text: str, day: str | None = "2021-12-30", bound: Bound = "exact") -> list[tuple[str, str]]:
    """Quote and value of every time."""
    return [(t.span.of(text), t.value) for t in times_in(text, day, bound)]


def value_of(text: str, day: str | None = "2021-12-30", bound: Bound = "exact") -> str:
    """The value of the first time."""
    return times_in(text, day, bound)[0].value
