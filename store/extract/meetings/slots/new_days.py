"""The new day of what is put off or brought forward, told apart from the old one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.months_ahead import coming_month, next_week
from store.extract.meetings.rules.changes import mark_of
from store.extract.meetings.slots.clauses_around import tells_when
from store.extract.times.calendar_days import add_months, days_from
from store.model.mentions import Time

if TYPE_CHECKING:
    from datetime import date

    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene

_LENGTH = re.compile(r"P(\d{1,2})([DWM])")
_NEXT = 2
"""Tokens between the parts of one new time: "to 2 p.m. on Thursday"."""
_ABOUT = frozenset("about around nearly almost roughly some least than up several few".split())
_ONWARD = frozenset({"to", "until", "till", "into"})


def new_day(c: Candidate) -> list[Time]:
    """The day that something is put off to; "Friday's talks were postponed" gives the old one."""
    scene, group = c.scene, c.group
    if group is None:
        return []
    after = [m for m in scene.times if isinstance(m.what, Time) and m.first >= group.end]
    marks = [mark_of(scene, m, group.end) for m in after]
    at = next((i for i, mark in enumerate(marks) if mark in _ONWARD and not _lasts(after[i])), None)
    if at is not None:
        return [_to_come(t, c) for t in _joined(after[at:])]
    own = [m for m, mark in zip(after, marks, strict=True) if scene.owner(m) == group and mark != "from"]
    told = [m.what for m in own if isinstance(m.what, Time) and not _lasts(m) and not _when_done(m.what, c)]
    return told or _now(c) or _moved_by(c, [m for m in after if _lasts(m)])


def _to_come(time: Time, c: Candidate) -> Time:
    """As in "put back from Wednesday to Friday": whatever the tense, that Friday is the coming one."""
    day = c.scene.page.article.anchor.day
    past = day is not None and time.last is not None and time.last < day
    return (past and (next_week(time, c.scene.page) or coming_month(time, c.scene.page))) or time


def _when_done(time: Time, c: Candidate) -> bool:
    """As in "was put off on Wednesday", read that day: when it was done, not the new day."""
    day, group = c.scene.page.article.anchor.day, c.group
    if group is None or day is None or time.last is None or c.scene.tense(group)[0] not in ("past", "perfect"):
        return False
    before = c.scene.lower[c.scene.tokens.at(time.span)[0] - 1]
    return time.last <= day and before not in _ONWARD


def _now(c: Candidate) -> list[Time]:
    """As in "have slipped by a week and now begin on Monday": the day of the verb that shares the subject."""
    scene = c.scene
    if c.noun is None or c.group not in (groups := scene.subject_groups(c.noun)):
        return []
    then = [g for g in groups if g.first > c.group.first and g.finite and scene.tense(g)[0] in AHEAD | {"present"}]
    return [m.what for m in scene.times if scene.owner(m) in then and isinstance(m.what, Time) and tells_when(m.what)]


def _joined(times: list[Mention]) -> list[Time]:
    """The first, and what stands right behind it."""
    found: list[Mention] = []
    for m in times:
        if found and m.first - found[-1].end > _NEXT:
            break
        found.append(m)
    return [m.what for m in found if isinstance(m.what, Time)]


def _lasts(m: Mention) -> bool:
    return isinstance(m.what, Time) and m.what.type == "DURATION"


def _moved_by(c: Candidate, lengths: list[Mention]) -> list[Time]:
    """As in "have put off by a month their talks that were to begin on May 25": counted from the old day."""
    scene, group = c.scene, c.group
    if group is None:
        return []
    for m in lengths:
        by = scene.lower[m.first - 1] == "by" or m.first - group.end <= 1
        match = _LENGTH.fullmatch(m.what.value) if isinstance(m.what, Time) else None
        rough = not _ABOUT.isdisjoint(scene.lower[m.first - 2 : m.end])
        old = _old_day(c)
        if not by or match is None or rough or old is None or old.first is None:
            continue
        earlier = scene.lower[group.end] in ("forward", "up") or (c.noun and scene.lower[c.noun.end] == "forward")
        day = _counted(old.first, -int(match[1]) if earlier else int(match[1]), match[2])
        if day is not None and isinstance(m.what, Time):
            value = day.isoformat()[:7] if match[2] == "M" else day.isoformat()
            return [replace(m.what, type="DATE", value=value, first=day, last=day, why=f"{old.value}, moved")]
    return []


def _counted(day: date, count: int, unit: str) -> date | None:
    return add_months(day, count) if unit == "M" else days_from(day, count * (7 if unit == "W" else 1))


def was_to(scene: Scene, group: VerbGroup) -> bool:
    """As in "were to begin", "had been due to begin"."""
    return group.tense == "reported" and scene.lower[group.first] in ("was", "were", "had")


def _old_day(c: Candidate) -> Time | None:
    """The day that the meeting had before, told in the same sentence."""
    scene, noun = c.scene, c.noun
    if noun is None:
        return None
    told = [noun, *scene.subject_groups(noun), *(g for g in scene.groups if was_to(scene, g))]
    days = [m.what for m in scene.times if m.first < noun.end or scene.owner(m) in told]
    return next((t for t in days if isinstance(t, Time) and t.first and t.first == t.last), None)
