"""Time expressions as words give them, before an anchor settles them."""

from __future__ import annotations

from typing import NamedTuple


class DayForm(NamedTuple):
    """A month-day, with or without year: "January 9", "Aug. 7, 1998", "last Oct. 23" (``shift`` -1), "May 5 last
    year" (``shift`` -1 ``of_year``).
    """

    month: int
    day: int
    year: int | None = None
    shift: int | None = None
    of_year: bool = False
    weekday: int = 0
    """1-7 where a weekday stands with it: "Monday, Oct. 26"; 0 otherwise."""


class DayOfMonthForm(NamedTuple):
    """A day without its month's name: "the 14th of this month" (``shift`` 0), "the 15th" (None)."""

    day: int
    shift: int | None = None
    weekday: int = 0
    """1-7 where a weekday stands with it: "Tuesday 17"; 0 otherwise."""
    of_other: bool = False
    """True for "the 5th of that month": of the month last spoken of."""


class MonthForm(NamedTuple):
    """A month, with or without year; ``shift`` is -1, 0, 1 for "last", "this", "next", or years from the anchor's
    year in "January last year" (``of_year`` true).
    """

    month: int
    year: int | None = None
    shift: int | None = None
    of_year: bool = False


class WeekdayOfForm(NamedTuple):
    """As in "the first Monday in April": ``nth`` is 1-5, or -1 for the last."""

    weekday: int
    nth: int
    of: MonthForm | RelativeForm


AFTER_OTHER = 3
"""The shift of "the following Thursday": the one after the day last spoken of."""


class WeekdayForm(NamedTuple):
    """A weekday 1-7; ``shift`` -1, 0, 1 as said by "last", "this", "coming", 2 by "next", ``AFTER_OTHER`` by "the
    following"; ``week`` counts weeks from the anchor's.
    """

    weekday: int
    shift: int | None = None
    week: int | None = None


class RelativeForm(NamedTuple):
    """``offset`` units from the anchor: "yesterday" is D -1, "next month" M 1; units D W M Y E C WE Q."""

    unit: str
    offset: int


class FromOtherForm(NamedTuple):
    """``offset`` units from the day last spoken of: "a week later", "the next day"."""

    unit: str
    offset: int


class InForm(NamedTuple):
    """As in "in three weeks": a day to come where the clause looks forward, else a duration."""

    unit: str
    offset: int
    duration: str


class YearForm(NamedTuple):
    """A year, or a part of one that needs no settling."""

    year: int


class FixedForm(NamedTuple):
    """A value that needs no anchor and covers no settled days: durations, sets, references, centuries."""

    type: str
    value: str


class DecadeForm(NamedTuple):
    """Ten years: 199 for the 1990s."""

    decade: int


class SeasonForm(NamedTuple):
    """SP, SU, FA, WI of a year; ``shift`` as for months."""

    season: str
    year: int | None = None
    shift: int | None = None
    of_year: bool = False


class QuarterForm(NamedTuple):
    """A quarter ("Q3") or half ("H1") of a year."""

    part: str
    year: int | None = None
    shift: int | None = None


class HolidayForm(NamedTuple):
    """A named day, by its rule in the lexicon."""

    rule: str
    year: int | None = None
    shift: int | None = None


class WeekendForm(NamedTuple):
    """As in "the weekend": the last or the next one, as the clause looks."""


class WeekOfForm(NamedTuple):
    """As in "the third week of this month": ``nth`` is 1-5, or -1 for the last; 0 for "the week of March 6"."""

    nth: int
    of: MonthForm | RelativeForm | DayForm | HolidayForm


class ClockForm(NamedTuple):
    """A wall time "HH:MM" without a day of its own."""

    clock: str


class PartForm(NamedTuple):
    """A part of the anchor's day: "tonight", "this morning"."""

    part: str
    offset: int = 0
    """Days from the anchor: -1 for "last night"."""


Form = (
    DayForm
    | DayOfMonthForm
    | MonthForm
    | WeekdayForm
    | RelativeForm
    | FromOtherForm
    | InForm
    | YearForm
    | FixedForm
    | DecadeForm
    | SeasonForm
    | QuarterForm
    | HolidayForm
    | WeekendForm
    | WeekOfForm
    | WeekdayOfForm
    | ClockForm
    | PartForm
)


class Found(NamedTuple):
    """A form and where it stands: a half-open range of token indices."""

    first: int
    end: int
    form: Form
    rule: str
    mod: str = ""
    part: str = ""
    """Part of day that goes with a day: "MO" of "Thursday morning"."""
    clock: str = ""
    zone: str = ""
    local: bool = False
    """True for "local time": the zone is the place's own."""
    days: int = 0
    """Days to add: -1 in "the day before Christmas"."""
    to: bool = False
    """True where the next ``Found`` is the other end of this range."""
    listed: bool = False
    """True where the next ``Found`` stands in one list or range with this one, so that one clause governs both."""
    pair: bool = False
    """True where the next ``Found`` is the same moment in another zone."""


class Words(NamedTuple):
    """Words of one paragraph, padded with empty ones so that looking a little past either end finds nothing."""

    low: list[str]
    raw: list[str]

    def named(self, at: int, other: int) -> bool:
        """Whether the capital at ``at`` goes with the one at ``other`` beside it into a name: "USA Today spotted her".
        In a headline of capitals nobody can tell.
        """
        around = [*self.raw[max(0, at - 4) : at], *self.raw[at + 1 : at + 5]]
        small = any(word.islower() and len(word) > 3 for word in around)
        return small and self.raw[other][:1].isupper() and (other > at or self.raw[other] not in _SENTENCE_WORDS)


_SENTENCE_WORDS = frozenset(
    {"On", "But", "And", "Until", "By", "Only", "Even", "Earlier", "Later", "Late", "Early", "Just", "As", "For"}
)


PADDING = [""] * 12
