"""A part of a day that is told by itself: "In the afternoon he will meet", "will hold talks in the evening"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD
from store.model.mentions import When

if TYPE_CHECKING:
    from datetime import date

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.reading import Reading

_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_LOOKS_AHEAD = frozenset({"will", "would", "to", "shall", "'ll", "'d", "due"})
_BOUNDS = frozenset({"until", "till", "since", "before", "after", "by", "from"})
_BEFORE = 2
"""Sentences back in which the day is sought that the part belongs to."""
_PHRASE = 4
"""Tokens from "in" to the part: "in the late afternoon"."""


def by_part_of_day(c: Candidate, page: Reading) -> When | None:
    """The day told last in the sentences before, else the day of the report; None where no bare part of day is told."""
    group, scene = c.group, c.scene
    if group is None or not c.licensed or scene.tense(group)[0] not in AHEAD or not _tells_part(c):
        return None
    if _LOOKS_AHEAD.isdisjoint(scene.lower[group.first : group.end]):
        return None  # "a trip was arranged in the morning"
    for index in range(scene.index - 1, max(-1, scene.index - 1 - _BEFORE), -1):
        dates = (t for t in page.times_in.get(index, ()) if t.type in ("DATE", "TIME") and t.first == t.last)
        days = [t for t in dates if t.first and page.tokens.lower[page.tokens.at(t.span)[0] - 1] not in _BOUNDS]
        if days and _to_come(days[-1].first, page):
            return _on(days[-1].first, f"a part of the day told before ({days[-1].value[:10]})")
    return same_day(page)


def _tells_part(c: Candidate) -> bool:
    lower, sentence = c.scene.lower, c.scene.sentence
    for i in range(sentence.first, sentence.end):
        if lower[i] in _PARTS and not c.scene.part_of_time(i) and not _of_another_verb(c, i):
            opening = lower[max(sentence.first, i - _PHRASE) : i]
            if "the" in opening and ("in" in opening or "during" in opening):
                return True
    return False


def _of_another_verb(c: Candidate, at: int) -> bool:
    """As in "met the mayor in the morning and agreed that talks would go on": when they met."""
    over = next((g for g in reversed(c.scene.groups) if g.finite and g.end <= at), None)
    return over is not None and over != c.group and over.tense in ("past", "perfect")


def _to_come(day: date | None, page: Reading) -> bool:
    anchor = page.article.anchor.day
    return day is not None and anchor is not None and day >= anchor


def _on(day: date | None, why: str) -> When | None:
    return None if day is None else When(value=day.isoformat(), spans=(), first=day, last=day, assumed=True, why=why)


def same_day(page: Reading) -> When | None:
    """The day of the report as the day of a meeting."""
    anchor = page.article.anchor
    return _on(anchor.day, "told as later on the day of the report") if anchor.bound == "exact" else None
