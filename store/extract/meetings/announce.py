"""From sentences to meetings: candidates, their slots, and one entry a meeting."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from store.extract.meetings.entries.ahead import clearly_ahead, in_order, of_old_report, when_of_talks
from store.extract.meetings.entries.clock_alone import clock_alone, on_the_day_told
from store.extract.meetings.entries.closings import closed
from store.extract.meetings.entries.course import settle_days
from store.extract.meetings.entries.merge import SURE, other_start, same_meeting
from store.extract.meetings.entries.passages import part_passages
from store.extract.meetings.entries.telling import tells
from store.extract.meetings.entries.told_again import one_occasion, one_programme, without_headlines
from store.extract.meetings.entries.told_on import REACH, take_up
from store.extract.meetings.entries.unite import united
from store.extract.meetings.entries.venues import settle_places
from store.extract.meetings.entries.ways import without_ways
from store.extract.meetings.parts.entry import Entry, add, finished, opened
from store.extract.meetings.parts.formats import split
from store.extract.meetings.parts.items import DIARY
from store.extract.meetings.parts.itinerary import legs, of_leg
from store.extract.meetings.parts.noun_senses import COUNTED
from store.extract.meetings.parts.resolve import resolve_pair
from store.extract.meetings.parts.schedule import Schedule, schedule_of
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.attendance import RULE as ATTENDS
from store.extract.meetings.rules.attendance import attended
from store.extract.meetings.rules.candidates import announcements
from store.extract.meetings.rules.doubts import about_sports, at_no_day, conditional, denied, habitual, sports_around
from store.extract.meetings.rules.triggers import may_announce
from store.extract.meetings.slots.fill import fill
from store.extract.meetings.slots.hosts import put_here

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scenes import Scenes
    from store.extract.reading import Reading
    from store.model.facts import Meeting

LOOSE = frozenset(
    {"arranged", "mention", "holds on", "opens on", "meets on", "link", "travelled for", "upcoming", "at"}
)
"""Rules that say nothing of the future by themselves: the date must."""
_ADDS_LATER = frozenset(
    {"link", "at", "will hold", "travel", "travelled for", "will be held", "to be held", "due", "upcoming", "opens on"}
)


def find_meetings(page: Reading, scenes: Scenes) -> tuple[Meeting, ...]:
    """Meetings still to come at the moment of writing, one entry a meeting, in text order."""
    candidates = candidates_of(page, scenes)
    entries: list[Entry] = []
    waiting: list[tuple[Candidate, Schedule]] = []
    for at, c in enumerate(candidates):
        if _only_adds(c, entries, waiting, page):
            continue
        if c.pair and len(c.parties) < 2:
            resolve_pair(c, candidates[max(0, at - REACH) : at])
        when = _when(c, entries[-REACH:], page)
        if not _may_announce(c, when, page) or _put_off_already(c, entries[-REACH:]):
            continue
        _fixed_by_day(c, when)
        recent = entries[-REACH:]
        entry = attended(recent, c) or _entry_of(recent, c, when)
        if entry is not None:
            add(entry, c, when)
        elif contradicted := next((e for e in recent if other_start(e, c, when) and not _other_count(e, c)), None):
            add(contradicted, c, when)
        elif (not c.needs_time or when.begin is not None) and not _refers_only(c, when):
            entries.append(opened(c, when))
        else:
            waiting.append((c, when))
    for c, when in waiting:
        late = c.rule in _ADDS_LATER and (c.definite or c.rule == "link")
        entry = _entry_of(_around(entries, c), c, when) if late else None
        if entry is not None:
            add(entry, c, when)
    entries = one_programme(without_headlines(united(without_ways(entries))))
    settle_places(entries, candidates, page)
    entries = one_occasion(entries)
    settle_days(entries, candidates, page)
    telling = [e for e in entries if tells(e, page)]
    part_passages(telling)
    return tuple(sorted((finished(e, page) for e in telling), key=lambda meeting: meeting.evidence[0]))


def _only_adds(c: Candidate, entries: list[Entry], waiting: list[tuple[Candidate, Schedule]], page: Reading) -> bool:
    """True for a mention that can only add to a meeting told before, and has done so where there is one."""
    if c.rule == ATTENDS:
        if (occasion := attended(entries[-REACH:], c)) is not None:
            add(occasion, c, schedule_of(c, page))
        return True
    if c.anaphor:
        take_up(entries, waiting, c, schedule_of(c, page))
        return True
    return closed(entries[-REACH:], c)


def _when(c: Candidate, before: list[Entry], page: Reading) -> Schedule:
    """When the candidate puts its meeting, with what the meetings told ``before`` add to that."""
    when = schedule_of(c, page)
    if c.rule == "travelled for":
        when = when_of_talks(c, when, page)
    if when.begin is not None and c.rule in LOOSE and not clearly_ahead(when, c, page):
        when = Schedule(None, None, past=True)
    when = of_leg(c, when)
    return on_the_day_told(before, c, when) if clock_alone(c, when) else when


def _around(entries: list[Entry], c: Candidate) -> list[Entry]:
    """The entries told next to a candidate that waited for all of them."""
    at = bisect(entries, c.at, key=lambda e: e.candidates[0].at)
    return entries[max(0, at - REACH) : at + REACH]


def candidates_of(page: Reading, scenes: Scenes) -> list[Candidate]:
    """Every mention of a meeting in text order, licensed or not, with its slots filled."""
    tokens = page.tokens
    sports = about_sports(page)
    found: list[Candidate] = []
    for index in may_announce(page):
        sentence = tokens.sentences[index]
        words = tokens.lower[sentence.first : sentence.end]
        if sports and meeting_words().governing.isdisjoint(words) and sports_around(page, index):
            continue
        of_sentence = announcements(scenes.of(index))
        fill(of_sentence)
        in_sentence: list[Candidate] = []
        for c in of_sentence:
            if c.status == "scheduled" and conditional(c):
                c.status = "proposed"
            if (c.rule in DIARY and habitual(c)) or denied(c):
                c.licensed = False
            c.needs_time = c.needs_time or at_no_day(c)
            put_here(c, page)
            in_sentence += [leg for one in split(c) for leg in legs(one)]
        in_order(in_sentence)
        found += in_sentence
    return found


def _put_off_already(c: Candidate, entries: list[Entry]) -> bool:
    """As in "talks in May", then "they were to have been held in April but were put off": the new day is told."""
    if c.rule != "postponed":
        return False
    told = max((e for e in entries if e.last_at < c.at), key=lambda e: e.last_at, default=None)
    perfect = "have" in c.scene.lower[c.scene.sentence.first : c.group.first] if c.group else False
    return perfect and not c.times and told is not None and told.begin is not None and told.series == c.series


def _refers_only(c: Candidate, when: Schedule) -> bool:
    """As in "in the days ahead of the meeting": it takes up what was told, and tells nothing."""
    bare = not (c.parties or c.names or c.place or c.pair) and when.begin is None
    return bare and c.rule == "link" and c.definite


def _fixed_by_day(c: Candidate, when: Schedule) -> None:
    """As in "is expected in Cairo on Saturday": with a day it is no mere expectation."""
    expected = c.status == "proposed" and c.group is not None and c.scene.tense(c.group)[1] == "expected"
    if expected and when.begin is not None and when.begin.first is not None and when.begin.first == when.begin.last:
        c.status = "scheduled"


def _may_announce(c: Candidate, when: Schedule, page: Reading) -> bool:
    if when.begin is None and (c.rule == "mention" or of_old_report(c, page)):
        return False
    return c.licensed and (not when.past or c.rule in ("postponed", "cancelled"))


def _entry_of(entries: list[Entry], c: Candidate, when: Schedule) -> Entry | None:
    nearest = _just_named(entries, c)
    fitting: list[tuple[int, Entry]] = []
    for entry in reversed(entries):
        score = 0 if _stands_apart(entry, c) else same_meeting(entry, c, when)
        if score:
            fitting.append((score + (entry is nearest), entry))
    best_score, best = max(fitting, key=lambda pair: pair[0], default=(0, None))
    alone = len(entries) == 1 and not (len(c.parties) > 1 and best is not None and not best.parties)
    return best if best_score >= SURE or alone else None  # two who meet are not the summit that names nobody


def _just_named(entries: list[Entry], c: Candidate) -> Entry | None:
    """The entry mentioned last before a bare "the meeting"; None for a phrase that names its own."""
    if c.noun is None or not c.definite or c.names or c.parties:
        return None
    before = [(o.at, n) for n, e in enumerate(entries) for o in e.candidates if o.at < c.at and not o.beside]
    return entries[max(before)[1]] if before else None


def _stands_apart(entry: Entry, c: Candidate) -> bool:
    """Two phrases of one sentence are two meetings, unless they share their verb or the second refers back.

    What one is held "ahead of" is another in any case.
    """
    if entry.candidates[-1].scene is not c.scene:
        return False
    if _other_count(entry, c):
        return True
    if c.leg and any(o.leg and o.scene is c.scene for o in entry.candidates):
        return True
    if c.rule == "link":
        return any(o.scene is c.scene and o.at < c.at and o.rule != "link" for o in entry.candidates)
    if c.definite:
        return False
    return entry.names != c.names and not any(c.group is not None and o.group == c.group for o in entry.candidates)


def _other_count(entry: Entry, c: Candidate) -> bool:
    return any(o.scene is c.scene and _counted_apart(o, c) for o in entry.candidates)


def _counted_apart(one: Candidate, other: Candidate) -> bool:
    """As in "the first round is on Monday, the second on Friday"."""
    if one.noun is None or other.noun is None:
        return False
    a, b = (COUNTED.intersection(c.scene.lower[c.noun.first : c.noun.end]) for c in (one, other) if c.noun)
    return bool(a) and bool(b) and a != b
