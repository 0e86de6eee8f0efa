"""What counts as right in an announced meeting and in an event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from store.model.facts import Meeting
from store.model.mentions import Party, When
from tests.gold import passages
from tests.gold.expected import ExpectedEvent, ExpectedMeeting
from tests.gold.score import Tally, pairs, same_name, shared


def meetings() -> Tally:
    """found, dated, calendar: as announced talks are scored everywhere; status: found with the right status.

    whole: everything that is expected of a meeting is right, the parties to the last one.
    """
    tally = Tally()
    for passage in passages.meetings():
        both, missed, extra = pairs(passage.expected, passage.found.meetings, _one_meeting)
        size = (
            sum(m.status != "cancelled" and g.status != ("proposed",) for g, m in both)
            + sum(m.status != "cancelled" for m in extra),
            sum(g.required for g in passage.expected),
        )
        counted = [(g, m) for g, m in both if g.required and m.status != "cancelled"]
        tally.count("found", len(counted), *size)
        tally.count("dated", sum(_dated(g, m) for g, m in counted), *size)
        tally.count("calendar", sum(_dated(g, m) and _placed(g, m) for g, m in counted), *size)
        everything = len(both) + len(extra), len(both) + len(missed)
        tally.count("status", sum(m.status in g.status for g, m in both), *everything)
        tally.count("whole", sum(_all_right(g, m) for g, m in both), *everything)
        for gold, meeting in both:
            if not _all_right(gold, meeting):
                tally.miss(passage.id, f"wants {_plan(gold)} got {_announced(meeting)}")
        for gold in missed:
            tally.miss(passage.id, f"{_plan(gold)} not found")
        for meeting in extra:
            tally.miss(passage.id, f"{_announced(meeting)} is none")
    return tally


def _one_meeting(gold: ExpectedMeeting, meeting: Meeting) -> float:
    overlap = shared(gold.evidence, meeting.evidence)
    same_day, where = bool(gold.start) and _dated(gold, meeting), bool(gold.place) and _placed(gold, meeting)
    who = any(same_name(names, party.name) for names in gold.parties for party in meeting.parties)
    if not (overlap or (same_day and (where or who))):
        return 0
    return 1 + 4 * same_day + 2 * where + 2 * who + min(overlap, 100) / 100


def _dated(gold: ExpectedMeeting, meeting: Meeting) -> bool:
    """The start is the one expected, or finer within it."""
    start = _value(meeting.begin)
    if not gold.start or not start:
        return gold.start == start
    if start.startswith(gold.start):
        return True
    if re.match(r"\d{4}-\d\d-\d\d", start):
        year, week, _ = date.fromisoformat(start[:10]).isocalendar()
        return gold.start == f"{year}-W{week:02}"
    return False


def _placed(gold: ExpectedMeeting, meeting: Meeting) -> bool:
    return not gold.place or (meeting.place is not None and same_name(gold.place, meeting.place.name))


def _all_right(gold: ExpectedMeeting, meeting: Meeting) -> bool:
    return (
        _dated(gold, meeting)
        and _placed(gold, meeting)
        and _value(meeting.end) == gold.end
        and meeting.status in gold.status
        and _same_parties(gold.parties, meeting.parties)
    )


def _same_parties(gold: Sequence[tuple[str, ...]], parties: Sequence[Party]) -> bool:
    """True where each is one of the other's; always where nobody is expected."""
    one_of = [any(same_name(names, party.name) for names in gold) for party in parties]
    each = [any(same_name(names, party.name) for party in parties) for names in gold]
    return not gold or (all(one_of) and all(each))


def _value(when: When | None) -> str:
    return when.value if when else ""


def _plan(gold: ExpectedMeeting) -> str:
    who = ", ".join(names[0] for names in gold.parties) or "anybody"
    return f"{gold.status[0]} {gold.start or '?'}..{gold.end} {'/'.join(gold.place) or 'anywhere'} ({who})"


def _announced(meeting: Meeting) -> str:
    place = meeting.place.name if meeting.place else "nowhere"
    who = ", ".join(party.name for party in meeting.parties)
    return f"{meeting.status} {_value(meeting.begin) or '?'}..{_value(meeting.end)} {place} ({who}) [{meeting.rule}]"


def events() -> Tally:
    """found: the words overlap; dated: begin, end and duration are right as far as they are expected; whole: all is."""
    tally = Tally()
    for passage in passages.events():
        both, missed, extra = pairs(
            passage.expected, passage.found.events, lambda gold, event: shared(gold.evidence, event.evidence)
        )
        size = len(both) + len(extra), len(both) + len(missed)
        tally.count("found", len(both), *size)
        dated = [
            (gold, event)
            for gold, event in both
            if _any_of(gold.begins, event.begins)
            and _any_of(gold.ends, event.ends)
            and gold.duration in ("", _value(event.duration))
        ]
        whole = [
            (gold, event)
            for gold, event in dated
            if _same_parties(gold.who, event.who)
            and (not gold.where or (event.where is not None and same_name(gold.where, event.where.name)))
        ]
        tally.count("dated", len(dated), *size)
        tally.count("whole", len(whole), *size)
        for gold, event in both:
            if (gold, event) not in whole:
                tally.miss(passage.id, f"wants {_happened(gold)} got {event}")
        for gold in missed:
            tally.miss(passage.id, f"{_happened(gold)} not found")
        for event in extra:
            tally.miss(passage.id, f"{event.what!r} is none [{event.rule}]")
    return tally


def _any_of(wanted: tuple[str, ...], whens: Iterable[When]) -> bool:
    return not wanted or any(when.value in wanted for when in whens)


def _happened(gold: ExpectedEvent) -> str:
    who = ", ".join(names[0] for names in gold.who)
    return f"{gold.begins}..{gold.ends} {gold.duration} {gold.where} ({who})"
