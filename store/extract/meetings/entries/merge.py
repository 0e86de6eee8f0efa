"""Whether a mention speaks of a meeting already found: by name, parties, date, and definite reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.entries.programme import NEAR, coarse, further_town, on_one_journey, programme
from store.extract.meetings.parts.kinship import elsewhere, kin, one_stop
from store.extract.meetings.parts.schedule import Schedule, compatible
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.changes import RELOCATED

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.model.mentions import Party


OPEN = frozenset({"summit", "conference", "forum", "ministerial", "roundtable", "council"})
"""Kinds that many attend: later mentions name other participants."""

SURE = 2


def same_meeting(entry: Entry, c: Candidate, when: Schedule) -> int:
    """How surely the candidate speaks of ``entry``'s meeting: 0 for not at all, below ``SURE`` only if no other can."""
    if not compatible(entry.begin, when.begin) and not _within(entry, when) and not _put_to(entry, c):
        return 0
    kinship = kin(entry.series, c.series)
    if not kinship:
        return 0
    kinds = c.names & meeting_words().modifiers["own_kind"]
    if _item_of_it(entry, c, when) or (_of_one_body(entry, c) and (entry.begin is None or when.begin is None)):
        kinds = frozenset()  # "a WTO meeting in Oslo in May", then "the WTO ministerial in Oslo"
    if kinds and (not c.definite or c.own_name) and not kinds <= entry.names:
        return 0  # "are also to have a dinner meeting", "the APEC Ministerial Meeting" beside "the APEC forum"
    if entry.names and c.names and not (entry.names <= c.names or c.names <= entry.names):
        return 0
    if further_town(entry, c, when):
        return SURE  # "will be in Ottawa on Monday before travelling to Toronto": one visit
    if elsewhere(entry, c) and c.rule != RELOCATED and not (c.given_up and c.definite):
        return 0
    if (entry.status == "cancelled") != (c.status == "cancelled") and when.begin and not _called_off(entry, c, when):
        return 0
    if "visit" not in (entry.series, c.series) and _further(entry, c):
        return 0
    if _also_attended(entry, c) and when.begin is None:
        return SURE + kinship
    return _closeness(entry, c, when, kinship)


def _put_to(entry: Entry, c: Candidate) -> bool:
    """As in "will meet on Friday", then "The meeting has been postponed to March 20": another day, one meeting."""
    near = 0 < c.scene.index - entry.candidates[-1].scene.index <= NEAR
    return c.rule == "postponed" and c.definite and c.noun is not None and near and entry.status == "scheduled"


def _item_of_it(entry: Entry, c: Candidate, when: Schedule) -> bool:
    """As in "will meet in Oslo on Monday. The two will hold a working lunch": no day and place of its own."""
    words = c.scene.lower[c.scene.sentence.first : c.scene.sentence.end]
    near = c.scene.index - entry.candidates[-1].scene.index <= 1
    return c.pair and near and when.begin is None and c.place is None and "also" not in words


def _further(entry: Entry, c: Candidate) -> bool:
    """As in "will also hold talks with Ruiz", told after a summit: a meeting besides the one told before."""
    travelled = any(o.rule == "travelled for" or o.journey for o in entry.candidates)
    if c.group is None or c.rule not in ("will hold", "will meet") or not c.parties or travelled:
        return False
    also = "also" in c.scene.lower[c.group.first - 1 : c.group.end]
    return also and not _covered(c.parties, entry.circle())


def _called_off(entry: Entry, c: Candidate, when: Schedule) -> bool:
    """True where one tells that the other is off: the same day, and nobody else's meeting of another kind."""
    if not _same_day(entry, when):
        return False
    theirs = {p.name for p in c.parties}
    if not theirs.isdisjoint(entry.circle()):
        return True
    return (entry.series == c.series or c.definite) and not (theirs and entry.parties)


def other_start(entry: Entry, c: Candidate, when: Schedule) -> bool:
    """True where "the talks between A and B" are given another first day than before: the article has two starts."""
    a, b = entry.begin, when.begin
    if not (a and b and a.first and b.first) or c.noun is None or not c.definite or c.status != entry.status:
        return False
    if c.series != entry.series or c.names != entry.names or (c.group and c.group.verb in _GOING_ON):
        return False
    theirs = {p.name for p in c.parties}
    return len(theirs) > 1 and theirs == set(entry.parties) and 0 < abs((b.first - a.first).days) <= _SLIP


def _of_one_body(entry: Entry, c: Candidate) -> bool:
    """True for two gatherings of one organisation in one city."""
    bodies = {p.name for p in c.parties if p.kind == "organisation"} & entry.parties.keys()
    a, b = entry.place, c.place
    return bool(bodies and a and b and a.kind == "city" and a.name == b.name)


_GOING_ON = frozenset({"resume", "continue", "reconvene", "end", "conclude", "close", "finish"})
_SLIP = 7
"""Days by which reports of one meeting's start differ; further apart they are taken for two meetings."""


def _within(entry: Entry, when: Schedule) -> bool:
    begin, end = entry.begin, entry.end
    return bool(
        begin
        and end
        and when.begin
        and begin.first
        and end.last
        and when.begin.first
        and begin.first <= when.begin.first <= end.last
        and when.end
    )


def _headline_only(entry: Entry) -> bool:
    return all(o.scene.sentence.kind == "headline" for o in entry.candidates)


def _closeness(entry: Entry, c: Candidate, when: Schedule, kinship: int) -> int:
    ours, theirs = set(entry.parties), {p.name for p in c.parties}
    wide, their_wide = entry.circle(), theirs | {p.of for p in c.parties if p.of}
    shared = wide & their_wide
    if "visit" in (entry.series, c.series) and entry.series != c.series:
        return programme(entry, c, when, shared)
    one_visit = entry.series == c.series == "visit" and one_stop(entry, c)
    if shared and (one_visit or on_one_journey(entry, c, when)):
        return 3
    if kinship == 1 and entry.series in OPEN and c.series not in OPEN and _meets_another(c, wide):
        return 0  # "will attend the summit", then "will hold talks with Ruiz"
    named = bool(entry.names and c.names)
    again = (c.definite and c.noun is not None) or _antecedent(entry, c)
    both = c.pair and any(o.pair for o in entry.candidates)
    near = c.scene.index - entry.candidates[-1].scene.index <= NEAR and not c.names
    body = near and bool(ours) and all(p.kind == "organisation" for p in entry.parties.values())
    joined = again and not c.told_by_name and ((kinship == 2 and (entry.series in OPEN or bool(shared))) or body)
    if c.rule == "travelled for" and len(ours) >= 2 and not theirs <= wide:
        return 0  # "arrived for talks with X and Y": several meetings
    known = _same_day(entry, when) or _knows(entry, c)
    if not named and _other_people(entry, c):
        return 0
    one_circle = _covered(list(entry.parties.values()), their_wide) or _covered(c.parties, wide)
    if c.told_by_name and ours and not named and not (one_circle and known):
        return 0
    if not named and not joined and len(ours) >= 2 and len(theirs) >= 2 and not one_circle:
        return 0
    if ours and theirs and not shared and not named and not joined:
        return 0
    same_day = _same_day(entry, when)
    same_place = bool(entry.place and c.place and one_stop(entry, c))
    common = len(shared) + same_place
    changed_too = c.rule == entry.rule and c.rule in ("postponed", "cancelled")
    told_above = (same_place or changed_too) and _headline_only(entry)
    one_body = any(entry.parties[name].kind == "organisation" for name in ours & theirs)
    narrowed = 2 * _says_again(entry, c, when) or (one_body and _narrows(entry, when))
    if not (narrowed or named or again or both or same_day or common >= 2 or (c.pair and entry.parties) or told_above):
        return 0
    score = (
        told_above
        + 2 * narrowed
        + 4 * named
        + 2 * both
        + 2 * same_day
        + min(common, 3)
        + (1 if c.pair and entry.parties else 0)
    )
    if again:
        score += kinship + (entry.begin is not None and when.begin is not None and not same_day)
        score += near and (body or not theirs)
    if c.sides and c.sides == sum(p.kind == "state" or p.kind == "organisation" for p in entry.parties.values()):
        score += 1
    return score


def _also_attended(entry: Entry, c: Candidate) -> bool:
    """As in "The two-day meeting will also be attended by": it is told who else comes to the one just named."""
    group = c.group
    if c.scene.index - entry.candidates[-1].scene.index > 1:
        return False
    coming = group is not None and group.passive and group.verb in ("attend", "join")
    return coming and c.noun is not None and c.definite and not (c.names or c.place)


def _meets_another(c: Candidate, circle: set[str]) -> bool:
    """True where somebody takes part whom nothing ties to those already known, beside somebody known."""
    new = [p for p in c.parties if p.name not in circle and p.of not in circle]
    return c.rule in ("will hold", "will meet") and any(p.kind == "person" for p in new) and len(new) < len(c.parties)


def _says_again(entry: Entry, c: Candidate, when: Schedule) -> bool:
    """As in "X and Y will meet on Tuesday", then "a meeting was still planned for early next week"."""
    bare = c.noun is not None and not (c.parties or c.names or c.place) and c.series == "meeting" == entry.series
    return bare and c.rule in ("will be held", "due") and entry.begin is not None and when.begin is not None


def _narrows(entry: Entry, when: Schedule) -> bool:
    """As in "OPEC's meeting next month", then "OPEC meets on December 14": the day within the month told before."""
    a, b = entry.begin, when.begin
    return a is not None and b is not None and bool(a.first and b.first) and coarse(a) != coarse(b)


def _other_people(entry: Entry, c: Candidate) -> bool:
    """True where different persons stand for the same states: two presidents, then two foreign ministers."""
    ours = {p.name: p.of for p in entry.parties.values() if p.kind == "person"}
    theirs = {p.name: p.of for p in c.parties if p.kind == "person"}
    if not ours or not theirs or ours.keys() & theirs.keys():
        return False
    return len(ours) > 1 and len(theirs) > 1


def _covered(parties: list[Party], circle: set[str]) -> bool:
    """True where each party, or the state that it stands for, is in the circle."""
    return all(p.name in circle or (p.of and p.of in circle) for p in parties)


def _knows(entry: Entry, c: Candidate) -> bool:
    """False where the phrase names somebody whom the entry does not know: "the X-Y meeting" beside X's with Z."""
    known = {word for name in entry.circle() for word in name.lower().split()}
    return all(name in known or name in entry.names for name in c.names)


def _antecedent(entry: Entry, c: Candidate) -> bool:
    """True where ``c`` introduces what the entry took up: "ahead of a meeting", then "the meeting on Monday"."""
    first = entry.candidates[0]
    return c.noun is not None and first.noun is not None and first.definite and not first.names and c.at < first.at


def _same_day(entry: Entry, when: Schedule) -> bool:
    a, b = entry.begin, when.begin
    return bool(a and b and a.first and a.first == b.first and a.last == b.last)
