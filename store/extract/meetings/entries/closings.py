"""As in "The talks end on Friday": the last day of a meeting that was announced before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.closing import closes, last_day
from store.extract.meetings.parts.entry import Entry, add
from store.extract.meetings.parts.kinship import elsewhere, kin
from store.extract.meetings.parts.schedule import Schedule

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate

_LONGEST = 31
"""Days that a meeting may last."""


def closed(entries: list[Entry], c: Candidate) -> bool:
    """True where ``c`` ends the meeting told last among ``entries``, and has been added to it."""
    day = closes(c)
    if day is None:
        return False
    for entry in reversed(entries):
        begin = entry.begin
        if begin is None or not kin(entry.series, c.series) or elsewhere(entry, c):
            continue
        end = last_day(c, begin, day)
        theirs = {p.name for p in c.parties}
        near = end is not None and begin.first and end.first and (end.first - begin.first).days <= _LONGEST
        if near and theirs <= entry.circle():
            add(entry, c, Schedule(None, None, past=False))
            entry.end = entry.end or end
            return True
    return False
