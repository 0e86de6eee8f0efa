"""Whether what a mention tells of lies ahead of the article."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from store.extract.explicit_dates import MONTHS
from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.months_ahead import HALF_A_YEAR, next_week
from store.extract.meetings.parts.schedule import Schedule, schedule_of
from store.extract.times.calendar_days import days_from
from store.extract.word_classes import DAYS
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.reading import Reading

_STALE = 3
"""Days after which a reported "would" no longer looks ahead of the article."""


def when_of_talks(c: Candidate, when: Schedule, page: Reading) -> Schedule:
    """When the talks are that somebody has travelled for: "returned on Monday for talks that begin on Wednesday"."""
    day = page.article.anchor.day
    c.times = [_after_arrival(c, t, page) for t in c.times]
    ahead = [t for t in c.times if t.first and day and t.first > day]
    if ahead and len(ahead) < len(c.times):
        c.times = ahead
        return schedule_of(c, page)
    return when if ahead else _just_left(c, page)


def _after_arrival(c: Candidate, time: Time, page: Reading) -> Time:
    """As in "arrived on Monday for talks on Tuesday", read on Monday: the weekday of the talks is the coming one."""
    day, noun = page.article.anchor.day, c.noun
    if day is None or noun is None or not any(m.what is time and c.scene.owner(m) == noun for m in c.scene.times):
        return time
    arrived = (m.what for m in c.scene.times if m.end <= noun.first and isinstance(m.what, Time))
    lately = any(t.first and t.first == t.last and 0 <= (day - t.first).days <= 1 for t in arrived)
    return (next_week(time, page) if lately and time.last and time.last < day else None) or time


def _just_left(c: Candidate, page: Reading) -> Schedule:
    """As in "arrived on Wednesday for talks": the day is the journey's, and the talks are still to come."""
    day = page.article.anchor.day
    days = [t.last for t in c.times if t.last]
    recent = day is not None and all((day - d).days <= 1 for d in days)
    return Schedule(None, None, past=not recent)


def clearly_ahead(when: Schedule, c: Candidate, page: Reading) -> bool:
    """True where the day itself, or the words around it, put the meeting ahead: "later on Monday", a day to come."""
    anchor = page.article.anchor.day
    begin = when.begin
    if begin is None or anchor is None or begin.first is None:
        return any(t.direction == "future" for t in c.times)
    if begin.first > anchor:
        far = c.rule in _SAID_OF and (begin.first - anchor).days > HALF_A_YEAR and _bare_month(c)
        return not far and (c.rule != "mention" or not _mere_weekday(c))
    if begin.first != begin.last:  # "later this month"
        return c.rule != "mention" and (_later(c) or _late(c))
    if begin.first != anchor or c.rule == "mention":
        return False
    under_way = c.group is not None and c.group.progressive and c.group.tense == "past"
    if under_way and c.rule in ("meets on", "holds on"):
        return _later(c)  # "was meeting on Monday", read on Monday
    return _to_be_held(c) or c.rule in ("opens on", "meets on", "holds on", "link", "upcoming", "arranged") or _later(c)


def _bare_month(c: Candidate) -> bool:
    """As in "has its roots in the June summit", read in November: the June before, unless a verb looks ahead."""
    days = [c.scene.tokens.between(t.span) for t in c.times if t.type == "DATE"]
    bare = bool(days) and all(len(words) == 1 and words[0] in MONTHS for words in days)
    return bare and (c.group is None or (c.scene.tense(c.group)[0] not in AHEAD and not _when_ahead(c, c.group)))


def _when_ahead(c: Candidate, group: VerbGroup) -> bool:
    """As in "will be raised when the leaders hold their summit in September"."""
    over = next((g for g in reversed(c.scene.groups) if g.end <= group.first and g.finite), None)
    clause = over is not None and "when" in c.scene.lower[over.end : group.first]
    return clause and over is not None and c.scene.tense(over)[0] in AHEAD


_SAID_OF = frozenset({"holds on", "mention", "at", "upcoming"})
"""Rules whose verb is none of meeting or taking place."""


def _to_be_held(c: Candidate) -> bool:
    """As in "ministers will discuss the crisis at a meeting on Sunday", read on Sunday."""
    told = c.rule == "at" and c.host is not None and c.host.finite and not c.beside
    return told and c.host is not None and c.scene.tense(c.host) == ("future", "fixed")


def _mere_weekday(c: Candidate) -> bool:
    """As in "improved with his visit on Monday", "since the June summit": a day or month that no verb puts ahead."""
    scene = c.scene
    days = [scene.tokens.between(t.span) for t in c.times if t.type == "DATE"]
    bare = all(len(words) == 1 and (words[0] in DAYS or words[0] in MONTHS) for words in days)
    if any(t.direction == "future" and _owns(c, t) for t in c.times):
        return False  # "has had to pull out of Saturday's summit"
    return bare and not any(scene.tense(g)[0] in ("future", "reported", "modal") for g in scene.groups)


def _owns(c: Candidate, time: Time) -> bool:
    """True for "Saturday's"."""
    end = c.scene.tokens.at(time.span)[1]
    return c.scene.lower[end : end + 1] == ["'s"]


def _later(c: Candidate) -> bool:
    """True where the words themselves put the time ahead: "later on Monday", or a time read as future."""
    tokens = c.scene.tokens
    for time in c.times:
        first, end = tokens.at(time.span)
        words = tokens.lower[max(0, first - 2) : end]
        if time.direction == "future" or "later" in words or "end" in words:
            return True
    return False


def _late(c: Candidate) -> bool:
    """As in "the summit late this month": its last days."""
    return any({"late", "this"}.issubset(c.scene.tokens.between(t.span)) for t in c.times)


def in_order(candidates: list[Candidate]) -> None:
    """Let "in Oslo on Monday and in Riga on Wednesday", read on a Tuesday, be one Wednesday later than the nearest."""
    for before, c in pairwise(sorted(candidates, key=lambda c: c.at)):
        first, then = _weekday(before), _weekday(c)
        if first is None or then is None or then.first is None or first.first is None:
            continue
        if "link" in (before.rule, c.rule):
            continue
        if first.direction != "future" or not 0 < (first.first - then.first).days < _TWO_WEEKS:
            continue
        between = c.scene.lower[before.at : c.scene.tokens.at(then.span)[0]]
        joined = before.rule == c.rule == "one of several" or not _THEN.isdisjoint(between)
        later = days_from(first.first, 7 - (first.first - then.first).days % 7)
        if joined and then.span.start > first.span.end and later is not None:
            moved = replace(
                then, value=later.isoformat(), first=later, last=later, direction="future", why=f"after {first.value}"
            )
            c.times = [moved if t is then else t for t in c.times]


_TWO_WEEKS = 14
_THEN = frozenset({"and", "then", "before", "followed"})


def _weekday(c: Candidate) -> Time | None:
    """The only time of a candidate, where that is a weekday."""
    time = c.times[0] if len(c.times) == 1 else None
    bare = time is not None and all(word in DAYS for word in c.scene.tokens.between(time.span))
    return time if bare else None


def of_old_report(c: Candidate, page: Reading) -> bool:
    """As in "On Oct. 29 he said that X would visit soon", read a month later: no announcement of today."""
    anchor = page.article.anchor.day
    if anchor is None or c.group is None or c.group.tense != "reported":
        return False
    return any(
        isinstance(t, Time) and t.type == "DATE" and t.last and (anchor - t.last).days > _STALE
        for m in c.scene.times
        if m.first < c.at and (t := m.what) and not _since(c, m.first)
    )


def _since(c: Candidate, at: int) -> bool:
    """As in "who has not been home since June, would confer": no day on which anything was said."""
    return "since" in c.scene.lower[max(c.scene.sentence.first, at - 1) : at + 1]
