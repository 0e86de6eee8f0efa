"""What a pronoun says of the meeting that the sentence before announced: "They will open on May 21"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.entry import Entry, add, opened
from store.extract.meetings.parts.schedule import Schedule, compatible
from store.extract.meetings.rules.triggers import ANAPHORS

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate


def take_up(entries: list[Entry], waiting: list[tuple[Candidate, Schedule]], c: Candidate, when: Schedule) -> None:
    """Add what ``c`` tells to the entry it takes up, or open one for the mention before that lacked only a day."""
    if not _told_on(entries[-REACH:], c, when) and (held := _fixed_by_next(waiting, c, when)):
        entries.append(held)


REACH = 60
"""Meetings, and mentions of meetings, that a mention is held against: keeps a book-long text linear."""


def _told_on(entries: list[Entry], c: Candidate, when: Schedule) -> bool:
    """As in "They will open on May 21 and last three days": of the meeting that the sentence before announced.

    False where no sentence before announced one.
    """
    changed = c.rule in ("postponed", "cancelled")
    first = c.scene.lower[c.scene.sentence.first]
    back = 0 if changed and first not in (*ANAPHORS, "the") else 1  # "a stop had been planned, but it was dropped"
    near = [e for e in entries if e.last_at < c.at and c.scene.index - e.candidates[-1].scene.index <= back]
    if not near:
        return False
    entry = max(near, key=lambda e: e.last_at)
    told = changed or first in _THIS or any(o.noun for o in entry.candidates)
    if told and (changed or compatible(entry.begin, when.begin)):
        add(entry, c, when)
    return True


def _fixed_by_next(waiting: list[tuple[Candidate, Schedule]], c: Candidate, when: Schedule) -> Entry | None:
    """As in "withdraw to Oslo for a retreat", then "It starts on Friday": what waited for a day has one."""
    if not waiting or when.begin is None or when.past or c.rule in ("postponed", "cancelled"):
        return None
    told, _ = waiting[-1]
    if told.noun is None or told.rule == "mention" or not 0 <= c.scene.index - told.scene.index <= 1:
        return None
    entry = opened(told, when)
    add(entry, c, when)
    return entry


_THIS = frozenset({"that", "this"})
"""What takes up a meeting told by a verb too: "they will sit together", then "that is to be on Friday"."""
