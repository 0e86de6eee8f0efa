"""Begin and end of a candidate: which of its times says when the meeting is to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from store.extract.clauses import VerbGroup
from store.extract.meetings.parts.asides import aside_before
from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.closing import closing_day
from store.extract.meetings.parts.lengths import after_duration, lengths
from store.extract.meetings.parts.months_ahead import HALF_A_YEAR, far, month_of, next_week, of_month, within_year
from store.extract.meetings.parts.part_of_day import by_part_of_day, same_day
from store.model.mentions import Time, When

if TYPE_CHECKING:
    from datetime import date

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.reading import Reading
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
    dates = [t for t in dates if not _perhaps(c, t)] or [t for t in dates if t.first == t.last]
    dates = [t for t in dates if not _by_year(c, t)]
    coming = [t for t in dates if not _over(t, anchor) and not _was_set(c, t, anchor)]
    if not coming:
        coming = [
            ahead
            for t in dates
            if (c.rule == "relocated" or (c.rule == "link" and not _of_the_past(c, t)) or _timetabled(c, t))
            and (ahead := next_week(t, page) or month_of(t, page))
            and not (c.rule == "link" and far(ahead, anchor))
        ]
    coming = within_year(coming, dates, page)
    if not coming and not dates and (_was_to(c) or _hours_later(c)):
        return Schedule(same_day(page), None, past=False)
    if not dates and (begin := by_part_of_day(c, page)) is not None:
        return Schedule(begin, None, past=False)
    if not coming:
        return Schedule(None, None, past=bool(dates))
    if all(_last_only(c, t) for t in coming):
        return Schedule(None, None, past=False)
    first = of_month(_finest(coming), page)
    begin = when_of(first, [t for t in coming if t is not first])
    end = _range_end(first, page) or _second_day(first, coming, page) or after_duration(begin, lengths(c))
    end = end or closing_day(c, begin)
    return Schedule(begin, end, past=False)


def _last_only(c: Candidate, time: Time) -> bool:
    """As in "the Oslo meeting would last until Sunday": its last day, and nothing of the first."""
    first, _ = c.scene.tokens.at(time.span)
    until = c.scene.lower[first - 1] in ("until", "till", "through")
    told = c.group is not None and c.group.verb in _LASTING and c.scene.tense(c.group)[0] in AHEAD
    return until and c.definite and told


_LASTING = frozenset({"last", "run", "continue"})


def _by_year(c: Candidate, time: Time) -> bool:
    """As in "efforts to create a common grid by 2020": a year that something is to be done by."""
    first, _ = c.scene.tokens.at(time.span)
    return c.scene.lower[first - 1] == "by" and c.scene.lower[first].isdigit() and len(time.value) == len("2001")


def _perhaps(c: Candidate, time: Time) -> bool:
    """As in "this week, perhaps as early as Wednesday"."""
    first, _ = c.scene.tokens.at(time.span)
    return not _UNSURE.isdisjoint(c.scene.lower[max(c.scene.sentence.first, first - _HEDGE) : first])


_UNSURE = frozenset({"perhaps", "possibly", "maybe"})
_HEDGE = 4
"""Tokens of "perhaps as early as" before the day."""


def _of_the_past(c: Candidate, time: Time) -> bool:
    """As in "Before the talks, Ruiz on Tuesday attended a concert": the day of what is over."""
    opening = c.scene.sentence.first
    if c.noun is not None and c.noun.first - 1 == opening and c.scene.lower[opening] == "before":
        return True  # "Before Monday's meeting he told reporters"
    verbs = (c.scene.owner(m) for m in c.scene.times if m.what is time)
    return any(isinstance(g, VerbGroup) and g.finite and g.tense in ("past", "perfect") for g in verbs)


def _timetabled(c: Candidate, time: Time) -> bool:
    """As in "the talks open in Oslo on Monday": the present tense of a timetable, outside headlines."""
    group, scene = c.group, c.scene
    if group is None or scene.sentence.kind == "headline":
        return False
    if scene.tense(group)[0] == "future" and c.rule in ("will meet", "will hold", "will be held"):
        own = [m for m in scene.times if m.what is time and m.first >= group.end]
        if any(scene.owner(m) == group for m in own):
            return True
        return any(aside_before(scene, m, head.first) for m in own if (head := scene.nearest_head(m.first)))
    if c.rule not in ("opens on", "meets on", "holds on"):
        return False
    plain = group.tense in ("present", "gerund") and not group.passive and not group.progressive
    return plain and any(m.what is time and scene.owner(m) in (group, c.noun) for m in scene.times)


def _was_set(c: Candidate, time: Time, anchor: date | None) -> bool:
    """As in "was last scheduled for July 25", read in November: that July, not the next."""
    if anchor is None or time.first is None or c.group is None or c.group.tense != "reported":
        return False
    told = c.scene.tokens.between(time.span)
    yearless = not any(len(word) == 4 and word.isdigit() for word in told) and "next" not in told
    was = c.scene.lower[c.group.first] in ("was", "were", "had")
    return was and yearless and len(time.value) >= 7 and (time.first - anchor).days > HALF_A_YEAR


def _was_to(c: Candidate) -> bool:
    """As in "X was to meet Y", with no day: in a day's report this is later that day."""
    if c.group is None or c.group.tense != "reported" or c.rule not in ("will meet", "will hold"):
        return False
    return c.scene.lower[c.group.first : c.group.first + 2] in (["was", "to"], ["were", "to"])


def _hours_later(c: Candidate) -> bool:
    """As in "was due to meet Ruiz a few hours later": on the day of the report."""
    if c.group is None or c.scene.tense(c.group)[0] not in ("reported", "future"):
        return False
    if _later_alone(c):
        return True
    ends = [c.scene.tokens.at(t.span)[1] for t in c.times if t.type == "DURATION" and t.value[:2] == "PT"]
    return any(not _LATER.isdisjoint(c.scene.lower[i - 1 : min(i + 1, c.scene.sentence.end)]) for i in ends)


def _later_alone(c: Candidate) -> bool:
    """As in "was due to travel to Lima later to see Ruiz", "is to meet the party's leaders later"."""
    scene = c.scene
    due = next((g for g in scene.groups if g.tense in ("reported", "future") and scene.lower[g.first] in _DUE), None)
    if due is None:
        return False
    later = (i for i in range(due.end, scene.sentence.end) if scene.lower[i] == "later" and scene.lower[i - 1] != "or")
    return any(not scene.part_of_time(i) and not any(m.first == i + 1 for m in scene.times) for i in later)


_DUE = frozenset({"was", "were", "is", "are"})
_LATER = frozenset({"later", "afterwards", "afterward"})


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
