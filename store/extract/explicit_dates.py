"""Dates that need no anchor: a day with its year, as datelines, comments and footers write it."""

from __future__ import annotations

import re
from datetime import date, datetime, time

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_MONTH = r"(?P<{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_CLOCK = r"(?:\s*(?:,|at|\||-|–|T)?\s*(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::\d\d)?\s*(?P<half>[ap]\.?m\b\.?)?)?"
DAY = re.compile(
    r"\b(?:"
    + _MONTH.format("m1")
    + r"\s+(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:,\s*|\s+)(?P<y1>(?:19|20)\d\d)"
    + r"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?"
    + _MONTH.format("m2")
    + r"\s*,?\s+(?P<y2>(?:19|20)\d\d)"
    + r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)"
    + r")"
    + _CLOCK,
    re.I,
)


def dates_in(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, date, time | None]]:
    """Start, end, day and hour (None where not given) of every complete date in ``text[start:end]``."""
    found = []
    for match in DAY.finditer(text, start, len(text) if end is None else end):
        day = _day(match)
        if day:
            found.append((match.start(), match.end(), day, _hour(match)))
    return found


def moment(day: date, hour: time | None) -> datetime | None:
    """The local wall time, without zone, where an hour is known."""
    return datetime.combine(day, hour) if hour else None


def _day(match: re.Match[str]) -> date | None:
    for n in ("1", "2", "3"):
        if year := match["y" + n]:
            month = match["m" + n]
            try:
                return date(int(year), int(month) if n == "3" else MONTHS[month.lower()], int(match["d" + n]))
            except ValueError:
                return None
    return None


def _hour(match: re.Match[str]) -> time | None:
    if not match["hour"]:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour, minute) if hour < 24 else None
