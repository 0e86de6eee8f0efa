"""Begin and end of a candidate: which of its times says when the meeting is to be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from store.extract.explicit_dates import MONTHS
from store.extract.meetings.parts.asides import aside_before
from store.extract.meetings.parts.closing import WEEKDAYS, closing_day
from store.extract.meetings.parts.part_of_day import by_part_of_day, same_day
from store.extract.times.calendar_days import days_from
from store.model.mentions import Time, When

if TYPE_CHECKING:
    from datetime import date

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.reading import Reading
_DAYS = re.compile(r"P(\d{1,2})D")
_WEEKS = re.compile(r"P(\d)W")
_CLOCK = re.compile(r"T\d\d:\d\d")


class Schedule(NamedTuple):
    """When a candidate puts its meeting; ``past`` where every date that it has lies before the anchor."""

    begin: When | None
    end: When | None
    past: bool


def schedule_of(c: Candidate, page: Reading) -> Schedule:
    """Settle the candidate's times: the first date that is not over, a range's end, a duration counted inclusively."""
    anchor = page.article.anchor.day
    dates = [t for t in c.times if t.type in ("DATE", "TIME") and _usable(t)]
    dates = [t for t in dates if not _perhaps(c, t)] or dates
    coming = [t for t in dates if not _over(t, anchor) and not _was_set(c, t, anchor)]
    if not coming:
        coming = [
            ahead
            for t in dates
            if (c.rule in ("link", "relocated") or _timetabled(c, t))
            and (ahead := next_week(t, page) or _month_of(t, page))
            and not (c.rule == "link" and _far(ahead, anchor))
        ]
    coming = _within_year(coming, dates, page)
    if not coming and not dates and _was_to(c):
        return Schedule(same_day(page), None, past=False)
    if not dates and (begin := by_part_of_day(c, page)) is not None:
        return Schedule(begin, None, past=False)
    if not coming:
        return Schedule(None, None, past=bool(dates))
    first = _of_month(_finest(coming), page)
    begin = when_of(first, [t for t in coming if t is not first])
    end = _range_end(first, page) or _second_day(first, coming, page) or _after_duration(begin, _lengths(c))
    end = end or closing_day(c, begin)
    return Schedule(begin, end, past=False)


def _of_month(time: Time, page: Reading) -> Time:
    """As in "the first week of December": days 1 to 7 or the ISO week, so that only the month is surely right."""
    words = page.tokens.between(time.span)
    month = next((MONTHS[w] for w in words if w in MONTHS), None)
    if month is None or "-W" not in time.value or "week" not in words or time.first is None or time.last is None:
        return time
    if any(w.isdigit() for w in words):
        return time  # "the week of January 25" is that week
    year = time.last.year if month == 1 else time.first.year
    return replace(time, value=f"{year}-{month:02}")


def _perhaps(c: Candidate, time: Time) -> bool:
    """As in "this week, perhaps as early as Wednesday"."""
    first, _ = c.scene.tokens.at(time.span)
    return not _UNSURE.isdisjoint(c.scene.lower[max(c.scene.sentence.first, first - _HEDGE) : first])


_UNSURE = frozenset({"perhaps", "possibly", "maybe"})
_HEDGE = 4
"""Tokens of "perhaps as early as" before the day."""


def _timetabled(c: Candidate, time: Time) -> bool:
    """As in "the talks open in Oslo on Monday": the present tense of a timetable, outside headlines."""
    group, scene = c.group, c.scene
    if group is None or scene.sentence.kind == "headline":
        return False
    if group.tense == "future" and c.rule in ("will meet", "will hold", "will be held"):
        own = [m for m in scene.times if m.what is time and m.first >= group.end]
        return any(aside_before(scene, m, head.first) for m in own if (head := scene.nearest_head(m.first)))
    if c.rule not in ("opens on", "meets on", "holds on"):
        return False
    plain = group.tense == "present" and not group.passive and not group.progressive
    return plain and any(m.what is time and scene.owner(m) in (group, c.noun) for m in scene.times)


def _was_set(c: Candidate, time: Time, anchor: date | None) -> bool:
    """As in "was last scheduled for July 25", read in November: that July, not the next."""
    if anchor is None or time.first is None or c.group is None or c.group.tense != "reported":
        return False
    told = c.scene.tokens.between(time.span)
    yearless = not any(len(word) == 4 and word.isdigit() for word in told) and "next" not in told
    was = c.scene.lower[c.group.first] in ("was", "were", "had")
    return was and yearless and len(time.value) >= 7 and (time.first - anchor).days > _HALF_A_YEAR


_HALF_A_YEAR = 183


def next_week(time: Time, page: Reading) -> Time | None:
    """As in "ahead of talks on Thursday, Oslo said": the weekday is the coming one, whatever the tense of "said"."""
    words = page.tokens.between(time.span)
    if time.first is None or page.article.anchor.day is None or [w for w in words if w != "on"][:1] not in WEEKDAYS:
        return None
    day = days_from(time.first, 7)
    if day is None or time.first != time.last or day < page.article.anchor.day:
        return None
    return replace(
        time, value=day.isoformat(), first=day, last=day, direction="future", why="a weekday that lies ahead"
    )


def _far(time: Time, anchor: date | None) -> bool:
    """True for "on the eve of the convention in July", read in September: the July before."""
    return anchor is not None and time.first is not None and (time.first - anchor).days > _HALF_A_YEAR


def _month_of(time: Time, page: Reading, year: int = 0) -> Time | None:
    """As in "the ministers, who met on Monday, meet again in March": the month is the coming one.

    With a year it is that year's: "next year's summit, in Oslo in March".
    """
    words = page.tokens.between(time.span)
    bare = len(words) == 1 and words[0] in MONTHS and len(time.value) == len("2006-03")
    if not bare or time.first is None or time.last is None:
        return None
    first = time.first.replace(year=year or time.first.year + 1)
    after = days_from(first, 31)
    last = days_from(after.replace(day=1), -1) if after is not None else None
    value = first.isoformat()[:7]
    return replace(time, value=value, first=first, last=last, direction="future", why="a month that lies ahead")


def _within_year(coming: list[Time], dates: list[Time], page: Reading) -> list[Time]:
    """As in "next year's summit, in Oslo in March": the month is that year's."""
    if len(coming) != 1 or len(coming[0].value) != len("2006"):
        return coming
    months = (_month_of(t, page, int(coming[0].value)) for t in dates if t is not coming[0])
    return [next((m for m in months if m is not None), coming[0])]


def _was_to(c: Candidate) -> bool:
    """As in "X was to meet Y", with no day: in a day's report this is later that day."""
    if c.group is None or c.group.tense != "reported" or c.rule not in ("will meet", "will hold"):
        return False
    return c.scene.lower[c.group.first : c.group.first + 2] in (["was", "to"], ["were", "to"])


def _usable(time: Time) -> bool:
    dated = time.value[:1].isdigit() and len(time.value) >= len("2001")  # no century
    return dated or time.value.startswith("XX")


def _over(time: Time, anchor: date | None) -> bool:
    return anchor is not None and time.last is not None and time.last < anchor


def _finest(times: list[Time]) -> Time:
    """The earliest-standing of the finest: "next week, on Tuesday" is Tuesday."""
    return min(times, key=lambda t: ((t.last - t.first).days if t.first and t.last else 9, t.span.start))


def when_of(time: Time, others: list[Time] | None = None) -> When:
    """One time expression as the time of a meeting, its clock time from a neighbour where that has it alone."""
    value, spans, zone = day_value(time), [time.span], time.zone
    if "T" not in value:
        for other in others or []:
            if other.clock and (other.first is None or other.first == time.first) and len(value) == 10:
                value, zone = f"{value}T{other.clock}", other.zone
                spans.append(other.span)
                break
    return When(
        value=value,
        spans=tuple(sorted(spans)),
        first=time.first,
        last=time.last,
        zone=zone,
        assumed=time.assumed,
        why=time.why,
    )


def day_value(time: Time) -> str:
    """The value without parts of day: "2006-12-14TMO" is 2006-12-14, "2006-12-14T09:00" stays."""
    if not _usable(time):
        return time.value
    if "T" in time.value and not _CLOCK.search(time.value):
        return time.value.partition("T")[0]
    return time.value[:16] if "T" in time.value else time.value


def _range_end(time: Time, page: Reading) -> When | None:
    if 0 <= time.range_end < len(page.times):
        end = page.times[time.range_end]
        if end.last is None or time.first is None or end.last > time.first:
            return when_of(end)
    return None


def _second_day(first: Time, coming: list[Time], page: Reading) -> When | None:
    """As in "On Tuesday and Wednesday": the day after, joined by "and"."""
    for other in coming:
        if other.first and first.first and (other.first - first.first).days == 1 and other.span.start > first.span.end:
            between = page.tokens.text[first.span.end : other.span.start].strip().lower()
            if between in ("and", "and on", "to", "-", "through"):
                return when_of(other)
    return None


def _lengths(c: Candidate) -> list[Time]:
    """Durations of the meeting itself: "two-day", "for three days", "two days of talks"; not "with a week to go"."""
    if c.rule == "postponed":
        return []  # "pushed back a week to May 8"
    return [t for t in c.times if t.type == "DURATION" and _lasts(c, t)]


def _lasts(c: Candidate, time: Time) -> bool:
    tokens = c.scene.tokens
    first, end = tokens.at(time.span)
    before, after = tokens.lower[max(0, first - 2) : first], tokens.lower[end : end + 1]
    if not _APART.isdisjoint((*before, *after)) or (before[-1:] == ["for"] and tokens.lower[first - 2] in _IDLE):
        return False
    hyphened = "-" in tokens.lower[first : end + 1]
    return hyphened or after == ["of"] or not _LASTING.isdisjoint((*before, tokens.lower[first]))


_APART = frozenset(
    {"after", "following", "since", "despite", "within", "in", "before", "earlier", "later", "ago", "time"}
)
_IDLE = frozenset("stalled suspended deadlocked frozen blocked interrupted delayed postponed recess off".split())
"""Before "for three weeks": how long there were no talks."""
_LASTING = frozenset({"for", "last", "lasts", "lasting", "over", "during", "spend", "take", "run", "runs"})


def _after_duration(begin: When, times: list[Time]) -> When | None:
    if begin.first is None or begin.first != begin.last:
        return None
    for time in times:
        if time.type == "DURATION":
            match = _DAYS.fullmatch(time.value) or _WEEKS.fullmatch(time.value)
            if match:
                days = int(match[1]) * (7 if time.value.endswith("W") else 1)
                last = days_from(begin.first, days - 1)
                if days > 1 and last:
                    return When(
                        value=last.isoformat(),
                        spans=(time.span,),
                        first=last,
                        last=last,
                        assumed=begin.assumed,
                        why="first day and length",
                    )
    return None


def compatible(a: When | None, b: When | None) -> bool:
    """True where the two can be one day: one is missing, or one lies within the other."""
    if a is None or b is None:
        return True
    if a.first and b.first and a.last and b.last:
        return (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)
    return a.value[-5:] == b.value[-5:] if "XXXX" in a.value + b.value else a.value == b.value


def finer(a: When, b: When) -> When:
    """The more exact of two compatible times; the first where they are alike."""

    def width(w: When) -> float:
        if w.first and w.last:
            return (w.last - w.first).days - (0.5 if "T" in w.value else 0)
        return 0 if len(w.value) >= 10 else 30

    return b if width(b) < width(a) else a
