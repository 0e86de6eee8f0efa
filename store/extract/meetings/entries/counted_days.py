"""Days counted from another meeting: "on the day after the Oslo talks", "two days before the summit"."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from store.extract.meetings.parts.kinship import kin
from store.extract.times.calendar_days import days_from
from store.model.mentions import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene

_SIDES = {"after": 1, "before": -1, "following": 1}
_COUNTS = {"day": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NEAR = 20
"""Meetings told before and after, among which the one that is counted from is sought."""


def counted(entry: Entry, entries: Sequence[Entry], candidates: Sequence[Candidate]) -> When | None:
    """The day of an entry that is told only by its distance from another meeting's day."""
    for c in entry.candidates:
        for noun in c.scene.nouns:
            count = _count_before(c.scene, noun) if noun != c.noun else 0
            if not count or not _of_its_verb(c, noun):
                continue
            near = bisect(entries, c.at, key=lambda e: e.candidates[0].at)
            mention = next((o for o in candidates if o.scene is c.scene and o.noun == noun), None)
            other = _told(mention, entry, entries[max(0, near - _NEAR) : near + _NEAR]) if mention else None
            day = other.first if other is not None else None
            moved = days_from(day, count) if day is not None else None
            if other is not None and moved is not None:
                why = f"{abs(count)} day{'s' * (abs(count) > 1)} {'after' if count > 0 else 'before'} {other.value}"
                return When(value=moved.isoformat(), spans=other.spans, first=moved, last=moved, assumed=True, why=why)
    return None


def _of_its_verb(c: Candidate, noun: Noun) -> bool:
    """False for "on the day after the talks he said that they would meet": the day of what was said."""
    if c.group is None or noun.first >= c.group.end:
        return True
    return c.group == next((g for g in c.scene.groups if g.first >= noun.end and g.finite), None)


def _count_before(scene: Scene, noun: Noun) -> int:
    """Days between, with their sign, of "the day after", "two days before"; 0 where the phrase counts none."""
    side, unit, number = (scene.lower[noun.first - n] for n in (1, 2, 3))
    if noun.first - scene.sentence.first < len((side, unit, number)) or side not in _SIDES:
        return 0
    if unit == "day" and number in ("the", "a", "one"):
        return _SIDES[side]
    return _SIDES[side] * _COUNTS.get(number, 0) if unit == "days" else 0


def _told(mention: Candidate, entry: Entry, near: Sequence[Entry]) -> When | None:
    """The single day of the meeting that is counted from: told beside it, or of the entry that it speaks of."""
    told = [t for t in mention.times if t.first and t.first == t.last]
    if told:
        return When(value=told[0].value[:10], spans=(told[0].span,), first=told[0].first, last=told[0].last)
    dated = [e for e in near if e is not entry and e.begin and e.begin.first and e.begin.first == e.begin.last]
    fits = [e for e in dated if mention in e.candidates] or [e for e in dated if _fits(mention, e)]
    return fits[0].begin if len(fits) == 1 else None


def _fits(mention: Candidate, entry: Entry) -> bool:
    city = mention.place is None or (entry.place is not None and entry.place.name == mention.place.name)
    return city and kin(entry.series, mention.series) > 0 and mention.names <= entry.names
