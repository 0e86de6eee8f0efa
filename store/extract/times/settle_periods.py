"""Settling months, seasons, quarters and halves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.extract.times.calendar_days import month_days, season_days
from store.extract.times.settled import Context, Settled, told_year

if TYPE_CHECKING:
    from store.extract.times.forms import MonthForm, QuarterForm, SeasonForm


_HALF_YEAR = 183
"""Days up to which a quarter or half without its year may lie ahead."""


def settle_month(form: MonthForm, context: Context) -> Settled:
    """A month: the last one behind or the next ahead, as the clause looks."""
    anchor = context.day
    if form.year:
        return _whole_month(form.year, form.month)
    if anchor is None:
        return Settled(f"XXXX-{form.month:02d}")
    if form.of_year and form.shift is not None:
        return _whole_month(anchor.year + form.shift, form.month, "anchor")
    if form.shift is None and (year := told_year(form.month, context)):
        return _whole_month(year, form.month, "anchor")
    behind = anchor.year if form.month <= anchor.month else anchor.year - 1
    ahead = anchor.year if form.month >= anchor.month else anchor.year + 1
    if form.shift is not None:
        if form.shift < 0:
            return _whole_month(behind if form.month != anchor.month else anchor.year - 1, form.month, "anchor")
        if form.shift > 0:
            return _whole_month(ahead if form.month != anchor.month else anchor.year + 1, form.month, "anchor")
        return _whole_month(anchor.year, form.month, "anchor")
    if form.month == anchor.month:
        return _whole_month(anchor.year, form.month, "anchor")
    look = context.look()
    months_ahead = (form.month - anchor.month) % 12
    # Nobody leaves the year out for a month ten months off when the same month is near on the other side.
    farthest = {"future": 9, "past": 0 if context.firm() else 1}.get(look, 2)
    if months_ahead <= farthest:
        return _whole_month(ahead, form.month, "tense" if look == "future" else "default")
    return _whole_month(behind, form.month, "tense" if look == "past" else "default")


def _whole_month(year: int, month: int, by: str = "") -> Settled:
    if not 1 <= year <= 9999:
        return Settled(f"XXXX-{month:02d}")
    return Settled(f"{year:04d}-{month:02d}", *month_days(year, month), by=by)


def settle_season(form: SeasonForm, context: Context) -> Settled:
    """A season of a year."""
    if form.year:
        return _season_of(form.year, form.season)
    anchor = context.day
    unknown = Settled(f"XXXX-{form.season}")
    if anchor is None:
        return unknown
    if form.of_year and form.shift is not None:
        return _season_of(anchor.year + form.shift, form.season, "anchor")
    if form.shift == 0:
        return _season_of(anchor.year, form.season, "anchor")
    look = context.look() if form.shift is None else "past" if form.shift < 0 else "future"
    by = "anchor" if form.shift is not None else "tense" if look != "none" else "default"
    years = range(max(anchor.year - 2, 1), min(anchor.year + 3, 9998))
    # "next summer" is yet to come, "last fall" over; "in the summer" may still last.
    if look == "future":
        edge = 0 if form.shift else 1
        return next(
            (_season_of(y, form.season, by) for y in years if season_days(y, form.season)[edge] >= anchor), unknown
        )
    edge = 1 if form.shift else 0
    begun = [y for y in years if season_days(y, form.season)[edge] < anchor]
    return _season_of(begun[-1], form.season, by) if begun else unknown


def _season_of(year: int, season: str, by: str = "") -> Settled:
    return Settled(f"{year:04d}-{season}", *season_days(year, season), by=by)


def settle_quarter(form: QuarterForm, context: Context) -> Settled:
    """A quarter or half of a year."""
    if form.year:
        return _part_of_year(form.year, form.part)
    anchor = context.day
    if anchor is None:
        return Settled(f"XXXX-{form.part}" if form.part != "Q" else "XXXX-QX")
    if form.part == "Q":
        number = anchor.year * 4 + (anchor.month - 1) // 3 + (form.shift or 0)
        return _part_of_year(number // 4, f"Q{number % 4 + 1}", "anchor")
    if form.shift is not None:
        return _part_of_year(anchor.year + form.shift, form.part, "anchor")
    look = context.look()
    years = range(max(anchor.year - 1, 1), min(anchor.year + 2, 10_000))
    parts = [_part_of_year(y, form.part, "tense" if look != "none" else "default") for y in years]
    # The calendar's first and last year have no neighbour to take a quarter from.
    unknown = Settled(f"XXXX-{form.part}")
    ahead = next((p for p in parts if p.last and p.last >= anchor), unknown)
    behind = next((p for p in reversed(parts) if p.first and p.first <= anchor), unknown)
    wait = (ahead.first - anchor).days if ahead.first else 0
    # Nobody leaves the year out for a quarter far off on one side and near on the other.
    if look == "future":
        return ahead if wait < _HALF_YEAR else behind
    return ahead if behind.last and (anchor - behind.last).days > _HALF_YEAR and wait < _HALF_YEAR else behind


def _part_of_year(year: int, part: str, by: str = "") -> Settled:
    if not 1 <= year <= 9999:
        return Settled(f"XXXX-{part}")
    length = 3 if part[0] == "Q" else 6
    start = (int(part[1]) - 1) * length + 1
    return Settled(f"{year:04d}-{part}", date(year, start, 1), month_days(year, start + length - 1)[1], by=by)
