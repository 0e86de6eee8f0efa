"""Settles the time expressions of an article in text order, each in the light of those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.times.calendar_days import days_from
from store.extract.times.cues import NO_CUE, Cue
from store.extract.times.direction import Clauses
from store.extract.times.forms import (
    ClockForm,
    DayForm,
    Found,
    FromOtherForm,
    MonthForm,
    PartForm,
    RelativeForm,
    WeekdayForm,
)
from store.extract.times.reasons import reason
from store.extract.times.settle import settle
from store.extract.times.settled import Context, Settled, later
from store.extract.times.zones import day_shift
from store.model.mentions import Direction, Time

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from store.extract.tokens import Tokens
    from store.model.article import Anchor

_HALF_WEEK = 3
"""Days ahead up to which the coming weekday is nearer than the last."""


class Settler:
    """Goes through the expressions in text order and remembers the day last spoken of."""

    def __init__(self, tokens: Tokens, anchor: Anchor) -> None:
        self._tokens = tokens
        self._anchor = anchor
        self._clauses = Clauses(tokens)
        self._last_day: date | None = None
        self._last_day_behind: date | None = None
        self._last_period: date | None = None
        self._last_sentence = -1
        self._told: tuple[int, int] | None = None
        self._told_sentence = -1
        self._before: Found | None = None
        self._cue = NO_CUE
        self._asked = False
        self.paragraph: list[Found] = []
        self.times: list[Time] = []

    def start_paragraph(self) -> None:
        """A clock time takes its day from its own paragraph, a month of a story its year."""
        self._last_sentence = -1
        self._told = None

    def add(self, found: Found) -> None:
        """Settle one expression and put it behind the others."""
        if not (self._before and self._before.listed):
            self._cue, self._asked = NO_CUE, False
        if isinstance(found.form, ClockForm):
            time = self._clock(found)
        elif isinstance(found.form, PartForm):
            time = self._part(found, found.form)
        else:
            settled = settle(found.form, self._context(lambda: self._side(found), self._story(found), found))
            if self._cue.nearest and settled.by == "tense":
                settled = settled._replace(by="default")
            time = self._dated(found, _beside(self._in_order(found, settled), found.days))
        self.times.append(time)
        self._before = found
        if time.first and time.type == "DATE":
            self._last_period = time.first
        if time.first is not None and time.first == time.last and not isinstance(found.form, FromOtherForm):
            self._last_day, self._last_sentence = time.first, self._tokens.sentence_of[found.first]
            if self._anchor.day and time.first <= self._anchor.day:
                self._last_day_behind = time.first

    def _in_order(self, found: Found, settled: Settled) -> Settled:
        """The second of two listed days comes after the first: "will meet from Thursday to Saturday", said on a
        Friday, is eight days off.
        """
        if not (self._before and self._before.listed and settled.first and self.times[-1].first):
            return settled
        step = {WeekdayForm: 7, DayForm: 365}.get(type(found.form), 0)
        free = step and getattr(found.form, "year", None) is None and getattr(found.form, "shift", None) is None
        ahead = self._cue.direction == "future" or (getattr(self._before.form, "shift", None) or 0) > 0
        if not free or settled.first > self.times[-1].first or not ahead:
            return settled
        return later(settled, found.form)

    def _story(self, found: Found) -> tuple[int, int] | None:
        """Year and month told in this sentence or the one before, where they are behind the anchor's year."""
        sentence, told = self._tokens.sentence_of[found.first], self._told
        if not isinstance(found.form, (DayForm, MonthForm)):
            return None
        if found.form.year and self._anchor.day and found.form.year < self._anchor.day.year:
            self._told, self._told_sentence = (found.form.year, found.form.month), sentence
            return None
        if told is None or sentence - self._told_sentence > 1:
            return None
        self._told_sentence = sentence
        return told

    def _context(
        self, look: Callable[[], Direction], told: tuple[int, int] | None = None, found: Found | None = None
    ) -> Context:
        other = self._day_counted_from(found) if found else self._last_day
        return Context(self._anchor.day, other, self._last_period, look, lambda: self._cue.firm, told)

    def _day_counted_from(self, found: Found) -> date | None:
        """The day last spoken of that the clause can look to: "will meet Friday ... said earlier in the day" is not
        said on Friday.
        """
        form, last, anchor = found.form, self._last_day, self._anchor.day
        if last is None or anchor is None or last == anchor or not isinstance(form, FromOtherForm) or form.unit != "D":
            return last
        look = self._look(found).direction
        if last > anchor and look == "past":
            return self._last_day_behind or anchor
        return anchor if last < anchor and look == "future" and form.offset == 0 else last

    def _side(self, found: Found) -> Direction:
        """The side of the anchor that the clause looks to; the nearer one where it fits both."""
        cue = self._look(found)
        if cue == NO_CUE and isinstance(found.form, WeekdayForm) and self._in_headline(found):
            self._cue = Cue("future", "", nearest=True)
            return "future"
        if not cue.nearest:
            return cue.direction
        if self._anchor.day is None or not isinstance(found.form, WeekdayForm):
            return "none"
        ahead = (found.form.weekday - self._anchor.day.isoweekday()) % 7
        return "future" if ahead <= _HALF_WEEK else "past"

    def _in_headline(self, found: Found) -> bool:
        """Whether a headline alone names the day: "Board back at table Thursday" tells what is to come."""
        return self._tokens.sentences[self._tokens.sentence_of[found.first]].kind == "headline"

    def _look(self, found: Found) -> Cue:
        if not self._asked:
            self._cue, self._asked = self._clauses.cue_at(found.first, found.end), True
        return self._cue

    def _dated(self, found: Found, settled: Settled) -> Time:
        value, kind = settled.value, settled.type
        if found.clock:
            value, kind = f"{value}T{found.clock}{_utc(found)}", "TIME"
        elif found.part:
            value, kind = f"{value}T{found.part}", "TIME"
        return self._time(found, value, kind, settled)

    def _clock(self, found: Found) -> Time:
        """A clock time takes the day of its sentence, else the anchor's where that is exact."""
        day, by = self._day_of_clock(found)
        if day is None:
            return self._time(found, f"XXXX-XX-XXT{found.clock}{_utc(found)}", "TIME", Settled(""))
        settled = Settled(day.isoformat(), day, day, by=by)
        return self._time(found, f"{day.isoformat()}T{found.clock}{_utc(found)}", "TIME", settled)

    def _day_of_clock(self, found: Found) -> tuple[date | None, str]:
        start = self.times[-1].first if self._before and self._before.pair else None
        if self._before and start:
            by = "default" if self.times[-1].assumed else "anchor"
            return days_from(start, day_shift(self._before, found, start)), by
        sentence = self._tokens.sentence_of[found.first]
        if self._last_sentence == sentence:
            return self._last_day, "anchor"
        if day := self._day_after(found, sentence):
            return day, "anchor"
        return (self._latest_day(found), "default") if self._anchor.bound == "exact" else (None, "")

    def _latest_day(self, found: Found) -> date | None:
        """The anchor's day, or the one before where the other zone's clock would else show a day still to come."""
        day = self._anchor.day
        other = next((f for f in self.paragraph if f.first >= found.end), None) if found.pair else None
        if day and other and self._look(found).direction == "past" and day_shift(found, other, day) > 0:
            return days_from(day, -1)
        return day

    def _day_after(self, clock: Found, sentence: int) -> date | None:
        """The day that the sentence names after ``clock``: "ended at 16:25 (23:25 in Moscow) on Thursday"."""
        for found in self.paragraph:
            if found.first > clock.first and isinstance(found.form, DayForm | WeekdayForm | RelativeForm):
                if self._tokens.sentence_of[found.first] != sentence or self._clauses.part(clock.end, found.first):
                    break
                cue = self._clauses.cue_at(found.first, found.end)
                settled = settle(found.form, self._context(_always(cue.direction)))
                if settled.first == settled.last:
                    return settled.first
        return None

    def _part(self, found: Found, form: PartForm) -> Time:
        day = days_from(self._anchor.day, form.offset) if self._anchor.day else None
        if day is None:
            return self._time(found, f"XXXX-XX-XXT{form.part}", "TIME", Settled(""))
        return self._time(found, f"{day.isoformat()}T{form.part}", "TIME", Settled("", day, day, by="anchor"))

    def _time(self, found: Found, value: str, kind: str, settled: Settled) -> Time:
        bounded = self._anchor.bound in ("no later than", "about")
        span = self._tokens.span(found.first, found.end)
        return Time(
            span=span,
            type=kind,  # type: ignore[arg-type]
            value=value,
            mod=found.mod,
            first=settled.first,
            last=settled.last,
            clock=found.clock,
            zone=found.zone,
            range_end=len(self.times) + 1 if found.to else -1,
            direction=self._direction(found, settled),
            assumed=settled.by == "default" or (bounded and settled.by != ""),
            why=reason(span.of(self._tokens.text), settled, self._cue.words, self._anchor) if settled.by else "",
            rule=f"{found.rule}, local" if found.local else found.rule,
        )

    def _direction(self, found: Found, settled: Settled) -> Direction:
        """Where the days lie from the anchor; without one, where the clause looks."""
        if settled.first is None or settled.last is None or self._anchor.day is None:
            return self._look(found).direction if found.rule in _OPEN else "none"
        if settled.last < self._anchor.day:
            return "past"
        return "future" if settled.first > self._anchor.day else "same"


_OPEN = frozenset({"month-day", "day-month", "weekday", "month", "holiday", "season", "weekend", "quarter", "in"})


def _beside(settled: Settled, days: int) -> Settled:
    """The day so many days from a settled one; a range or an unknown day stays as it is."""
    if not days or settled.first is None or settled.first != settled.last:
        return settled
    day = days_from(settled.first, days)
    if day is None:
        return settled
    return settled._replace(value=day.isoformat(), first=day, last=day)


def _always(direction: Direction) -> Callable[[], Direction]:
    return lambda: direction


def _utc(found: Found) -> str:
    return "Z" if found.zone == "UTC" else ""
