"""The list of talks: a heading each, a line per claimed date with its countdown; coarse and past ones apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from store.model.backing import backing_of
from store.model.claims import Talk, TalkClaim
from tui.paint.line import Line, Look, Piece, fitted, shorten, spread, width_of
from tui.paint.talk_days import is_past, mark_of_day, next_day, put_off, standing_starts
from tui.paint.when import (
    countdown,
    day_of,
    here,
    hour_of,
    in_zone,
    relative_day,
    short_day,
    start_of,
    value_label,
    weekday_day,
    zone_label,
)

COUNTDOWN_WIDTH = 12
"""Cells of "99d 23:59:59"."""
_LEAST_BACKING = 14


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One line of the list; ``claim`` is set on the lines of dates, ``talk`` on all lines that belong to a talk."""

    talk: Talk | None = None
    claim: TalkClaim | None = None
    text: str = ""
    """Of lines that say the same at any moment: section titles, wrapped parties, notes."""
    heading: bool = False

    @property
    def selectable(self) -> bool:
        """True where the cursor may rest: headings of talks, and dates."""
        return self.claim is not None or self.heading


def name_of(talk: Talk) -> str:
    """What a talk is called in a list: its city in capitals, else its title."""
    return talk.city.upper() or talk.title or "PLACE UNKNOWN"


def parties_of(talk: Talk) -> str:
    """The parties in one line."""
    return " – ".join(talk.parties) or (talk.title if talk.city else "")


def starts_of(talk: Talk) -> list[TalkClaim]:
    """The talk's claims about its start, the preferred one first."""
    claims = [claim for claim in talk.claims if claim.attribute == "start"]
    return sorted(claims, key=lambda claim: (claim.superseded, claim.value != talk.start, claim.value))


def talk_rows(talks: Sequence[Talk], now: datetime, width: int, zone: str = "") -> list[TalkRow]:
    """The whole list at ``width`` cells: talks to come, those without an exact day, past ones, the latest first.

    An hour is told in the reader's ``zone`` too, where it is another one there.
    """
    dated = sorted((day, talk.id, index) for index, talk in enumerate(talks) if (day := next_day(talk, now)))
    coming = [talks[index] for _, _, index in dated]
    rest = [talk for talk in talks if not next_day(talk, now)]
    past = [talk for talk in reversed(rest) if is_past(talk, now)]
    vague = [talk for talk in rest if not is_past(talk, now)]
    rows: list[TalkRow] = []
    for title, group in (("", coming), ("No exact day", vague), ("Past", past)):
        if title and group:
            rows += [TalkRow(), TalkRow(text=title)]
        for index, talk in enumerate(group):
            rows += [TalkRow()] if index and len(talks) > 1 else []
            rows += _rows_of(talk, here(now, talk.zone).date(), width, zone)
    return rows


def _rows_of(talk: Talk, today: date, width: int, zone: str) -> list[TalkRow]:
    rows = [TalkRow(talk=talk, heading=True)]
    if not _parties_fit(talk, width):
        rows += [TalkRow(talk=talk, text=line) for line in _broken(talk.parties, width - 4)]
    for claim in starts_of(talk):
        rows.append(TalkRow(talk=talk, claim=claim))
        if elsewhere := "" if claim.superseded or not zone else in_zone(claim.value, talk.zone, zone):
            rows.append(TalkRow(talk=talk, text=f"= {elsewhere}"))
    for value in talk.values("end"):
        rows.append(TalkRow(talk=talk, text=f"until {value_label(value, today)}"))
    if not starts_of(talk):
        rows.append(TalkRow(talk=talk, text="no date given"))
    return rows


def _parties_fit(talk: Talk, width: int) -> bool:
    return len(name_of(talk)) + len(parties_of(talk)) + 12 + (len(talk.status) + 2) * _odd(talk) <= width


def _odd(talk: Talk) -> bool:
    return talk.status not in {"", "scheduled"}


def _broken(parties: Sequence[str], width: int) -> list[str]:
    """The parties over as many lines as they need, broken between parties."""
    lines: list[str] = []
    for index, party in enumerate(parties):
        joined = f"{lines[-1]} – {party}" if lines else party
        if index and len(joined) <= width - 2:
            lines[-1] = joined
        else:
            lines = [*lines[:-1], lines[-1] + " –", party] if lines else [party]
    return lines


def heading_line(talk: Talk, now: datetime, width: int, *, past: bool) -> Line:
    """A talk's name, parties and zone: "OSLO  Iceland – Norway   CEST"; the status where it is not simply scheduled."""
    left = [Piece(shorten(name_of(talk), width - 8), "past" if past else "heading")]
    if parties_of(talk) and _parties_fit(talk, width):
        left.append(Piece(f"  {parties_of(talk)}", "past" if past else "plain"))
    if _odd(talk):
        left.append(Piece(f"  {talk.status}", "alarm"))
    zone = zone_label(here(now, talk.zone)) if talk.zone else "zone ?"
    return spread(left, [Piece(zone, "dim")], width)


def mark_of(talk: Talk, claim: TalkClaim) -> str:
    """``?`` disputed, ``-`` superseded or put off, ``~`` assumed, ``*`` otherwise."""
    if claim.superseded or put_off(talk, claim):
        return "-"
    if "start" in talk.disputed:
        return "?"
    return "~" if claim.assumed else "*"


def date_line(talk: Talk, claim: TalkClaim, now: datetime, width: int) -> Line:
    """One claimed start as seen at ``now``: "? Mon 12 May   in 9 days   8d 09:59:58"."""
    local = here(now, talk.zone)
    mark = mark_of(talk, claim)
    day = day_of(claim.value)
    if day is None:
        return [Piece(f"{mark} ", "mark"), Piece(value_label(claim.value, local.date())), *_backing(claim, width - 20)]
    gone = day < local.date()
    off = "superseded" if claim.superseded else "put off" if put_off(talk, claim) else ""
    look: Look = "past" if gone or off else "disputed" if mark == "?" else "plain"
    hour = f" {hour_of(claim.value)}" if hour_of(claim.value) else ""
    left = [Piece(f"{mark} ", look), Piece(weekday_day(day, local.date()) + hour, look)]
    short = [Piece(f"{mark} ", look), Piece(short_day(day, local.date()) + hour, look)]
    words = off or relative_day(day, local.date())
    ticking = "" if off or talk.status == "cancelled" else _ticking(talk, claim, now)
    right = [Piece(f"{ticking:>{COUNTDOWN_WIDTH}}", "strong")] if ticking else []
    middle = [Piece(f"  {words:>11}", "past" if gone else "plain")]
    tight = [Piece(f"  {words}", "past" if gone else "plain")]
    roomy = [*left, *middle, *_backing(claim, width - width_of([*left, *middle, *right]) - 1)]
    choices: list[Line] = [
        [*line, *right] for line in (roomy, [*left, *middle], [*left, *tight], [*short, *tight], short)
    ]
    best = fitted(choices, width - 1)
    return spread(best[: len(best) - len(right)], right, width) if right else best


def _ticking(talk: Talk, claim: TalkClaim, now: datetime) -> str:
    moment = start_of(claim.value, talk.zone)
    return countdown(now, moment) if moment else ""


def _backing(claim: TalkClaim, room: int) -> list[Piece]:
    """Who stands behind a date, where there is room for it: "  1 (2) Kari Lund"."""
    if room < _LEAST_BACKING:
        return []
    text = f"   {len(claim.origins)} ({len(claim.articles)}) {backing_of(claim.origins, claim.evidence)}"
    return [Piece(shorten(text, room), "dim")]


def next_talk_line(talk: Talk, now: datetime, width: int) -> Line:
    """One line for a talk to come: "OSLO  Iceland – Norway   ? 12 or 13 May  in 9 days   8d 09:59:58"."""
    today = here(now, talk.zone).date()
    if next_day(talk, now) is None:
        return _vague_line(talk, today, width)
    days = sorted({day for value in standing_starts(talk) if (day := day_of(value)) is not None and day >= today})
    value = next(value for value in standing_starts(talk) if day_of(value) == days[0])
    moment = start_of(value, talk.zone)
    ticking = countdown(now, moment) if moment else ""
    mark = mark_of_day(talk, days[0])
    when = [
        Piece(f"{mark} ", "disputed" if mark == "?" else "talk"),
        Piece(f"{_days_label(days, today)} {hour_of(value)}".rstrip()),
        Piece(f"  {relative_day(days[0], today)}"),
        Piece(f"  {ticking:>{COUNTDOWN_WIDTH}}", "strong"),
    ]
    return _named(talk, when, width)


def _vague_line(talk: Talk, today: date, width: int) -> Line:
    value = next(iter((*standing_starts(talk), *talk.values("start"))), "")
    words = value_label(value, today) if value else "no date given"
    off = ", put off" if value and value not in standing_starts(talk) else ""
    return _named(talk, [Piece(words + off, "dim")], width)


def _named(talk: Talk, when: Line, width: int) -> Line:
    """Name and parties as far as they fit before ``when``."""
    room = width - width_of(when) - 2
    left = [Piece(f"{shorten(name_of(talk), max(8, min(14, room))):<10}", "heading")]
    rest = room - width_of(left) - 1
    if rest >= 10:
        left.append(Piece(f" {shorten(parties_of(talk), rest)}"))
    return spread(left, when, width)


def _days_label(days: Sequence[date], today: date) -> str:
    if len(days) > 1 and len({(day.year, day.month) for day in days}) == 1:
        first = " or ".join([", ".join(str(day.day) for day in days[:-1]), str(days[-1].day)])
        return first + short_day(days[0], today).removeprefix(str(days[0].day))
    return " or ".join(short_day(day, today) for day in days)
