"""Days and cities of a sentence that no meeting of it took: they go to the one that lacks them.

What owns a day is read from the words between it and the verbs and nouns around it, and wording has no end. Where that
reading gives a day to come to nothing at all, the meeting told in the same sentence without a day is the best guess,
unless the words between them part one clause from another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup
from store.extract.meetings.parts.asides import dates_a_name, inside_aside
from store.extract.meetings.parts.spots import locative
from store.extract.meetings.parts.subjects import subject_start
from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from store.model.mentions import Place, Time

if TYPE_CHECKING:
    from datetime import date

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene


_MONTH = len("2001-01")
"""Nothing coarser is given: a year in the sentence is mostly that of something else."""
_CLAUSES = frozenset("if unless after since because when once as who whose while before until ;".split())
"""Openers of a clause that a day behind them belongs to."""
_RELATIVES = frozenset({"which", "that"})
_JOINTS = frozenset({"and", "but", ";", "while"})
_FREE = PREPOSITIONS | SUBORDINATORS | ADVERBS | PRONOUNS | DETERMINERS | {"and", "or", "but", "next", "there", "here"}
"""What may follow a day that stands by itself: before any other word it is that word's day."""


def give_left_over(candidates: list[Candidate]) -> None:
    """Give each day to come, and each city, that no candidate of the sentence has to the nearest that lacks one."""
    anchor = candidates[0].scene.page.article.anchor.day
    if anchor is None or any(c.status in ("postponed", "cancelled") for c in candidates):
        return  # "the talks, due on Friday, were put off": what is given up was left out on purpose
    _give_days(candidates, anchor)
    _give_cities(candidates)


def _give_days(candidates: list[Candidate], anchor: date) -> None:
    scene = candidates[0].scene
    undated = [c for c in candidates if c.licensed and not c.dated]
    if not undated:
        return
    held = [t for c in candidates for t in c.times]
    held += [scene.page.times[t.range_end] for t in held if t.range_end >= 0]
    for m in scene.times:
        if isinstance(m.what, Time) and m.what not in held and _to_come(scene, m, m.what, anchor):
            c = _nearest(undated, m)
            if not (_looks_back(c) or _only_what_of(c) or _in_another_clause(c, m)):
                c.times.append(m.what)


def _give_cities(candidates: list[Candidate]) -> None:
    scene = candidates[0].scene
    unplaced = [c for c in candidates if c.licensed and c.place is None and not c.here]
    placed = [c.place for c in candidates]
    for m in scene.places:
        if unplaced and isinstance(m.what, Place) and m.what not in placed and _a_spot(scene, m, m.what):
            c = _nearest(unplaced, m)
            c.place = m.what
            unplaced.remove(c)


def _nearest(candidates: list[Candidate], m: Mention) -> Candidate:
    return min(candidates, key=lambda c: abs(c.at - m.first))


def _to_come(scene: Scene, m: Mention, time: Time, anchor: date) -> bool:
    """True for a day, week or month after the day of the report, or a stretch that goes on after it."""
    if time.type not in ("DATE", "TIME") or time.first is None or time.last is None or len(time.value) < _MONTH:
        return False
    later = time.first > anchor or (time.first == anchor and time.range_end >= 0)
    bound = scene.lower[m.first - 1] in ("since", "by") or "same" in scene.lower[m.first : m.end]
    if not later or time.direction == "past" or bound or _of_a_thing(scene, m) or dates_a_name(scene, m):
        return False
    owner = scene.owner(m)
    return not isinstance(owner, VerbGroup) or not (
        owner.tense == "past"
        or owner.verb in meeting_words().verbs["say"]
        or scene.lower[owner.first] == "had"
        or scene.was_once(owner)
    )


def _of_a_thing(scene: Scene, m: Mention) -> bool:
    """As in "the July 1 takeover", "Friday's vote": the day of what is named behind it."""
    after = scene.lower[m.end] if m.end < scene.sentence.end else "."
    if after == "'s":
        return scene.lower[m.end + 1 : m.end + 2] != ["time"]  # not "in a month's time"
    free = not after.isalpha() or after in _FREE or any(g.first == m.end for g in scene.groups)
    return not free and not any(n.first <= m.end <= n.head for n in scene.nouns)


def dates_a_thing(scene: Scene, m: Mention) -> bool:
    """As in "the winner of the country's July elections": inside the phrase of what is dated."""
    inside = scene.lower[m.first - 1] == "'s" or scene.lower[m.first - 1] in DETERMINERS
    month = isinstance(m.what, Time) and len(m.what.value) == _MONTH and m.end - m.first == 1
    return inside and month and scene.lower[m.end : m.end + 1] != ["'s"] and _of_a_thing(scene, m)


def _looks_back(c: Candidate) -> bool:
    """As in "used her speech to the yearly session to ask him not to leave in May": named in what is over."""
    if c.rule != "mention" or c.noun is None:
        return False
    told = next((g for g in reversed(c.scene.groups) if g.finite and g.end <= c.noun.first), None)
    return told is not None and c.scene.tense(told)[0] in ("past", "perfect")


def _only_what_of(c: Candidate) -> bool:
    """As in "a ceremony to mark the opening of the talks will be held on Sunday": the day is the ceremony's."""
    if c.rule != "mention" or c.noun is None or c.scene.preposition(c.noun) != "of":
        return False
    told = any(g.finite and g.end <= c.noun.first for g in c.scene.groups)
    return not told and c.scene.right_group(c.noun.end) is not None


def _in_another_clause(c: Candidate, m: Mention) -> bool:
    """True where the words between the day and the meeting part one clause from another."""
    scene = c.scene
    if scene.lower[scene.sentence.first] in _CLAUSES and "," in scene.lower[m.end : c.at]:
        return True  # "When Peru goes to the polls on Sunday, the leaders will meet"
    return inside_aside(scene, m) or _behind_an_opener(c, m) or _with_its_own_verb(c, m) or _across_and(c, m)


def _behind_an_opener(c: Candidate, m: Mention) -> bool:
    """As in "promised to resume talks if he wins the elections in March", "will meet Ruiz, who is to retire in May"."""
    scene = c.scene
    for i in range(c.at + 1, m.first):
        if scene.lower[i] in _CLAUSES and not _seen_as(scene, i):
            return True
        relative = scene.lower[i] in _RELATIVES and any(g.finite and i < g.first < m.first for g in scene.groups)
        if relative and not (c.noun is not None and 0 <= i - c.noun.end <= 1):
            return True  # not "the summit which Peru holds in May"
    return False


def _with_its_own_verb(c: Candidate, m: Mention) -> bool:
    """As in "The talks collapsed and Peru will vote on Sunday": a verb behind "and" with a subject of its own."""
    scene, owner = c.scene, c.scene.owner(m)
    if not isinstance(owner, VerbGroup) or not owner.finite or owner.first <= c.at or owner == c.group:
        return False
    start = subject_start(scene, owner)
    apart = not _JOINTS.isdisjoint(scene.lower[start - 1 : start + 1])
    return apart and start > c.at and (c.group is None or c.group.first < start)


def _across_and(c: Candidate, m: Mention) -> bool:
    """As in "The refinery opens in June, and Monday's talks will deal with it": each side of "and" has its subject."""
    scene = c.scene
    first, end = sorted((m.first, c.at))
    for i in range(first, end):
        if scene.lower[i] in ("and", "but") and scene.lower[i - 1] == ",":
            after = next((g for g in scene.groups if g.first > i), None)
            between = scene.lower[i + 1 : after.first] if after is not None else []
            return not ADVERBS.issuperset(between) and scene.lower[i + 1] != ","
    return False


def _seen_as(scene: Scene, i: int) -> bool:
    """True for the "as" of "regards it as", "such as", "as well as": it opens no clause."""
    if scene.lower[i] != "as":
        return False
    joined = scene.lower[i - 1] in ("such", "well") or scene.lower[i + 1 : i + 2] == ["well"]
    return joined or any(g.end == i for g in scene.groups)


def _a_spot(scene: Scene, m: Mention, place: Place) -> bool:
    """True for a city after "in", "at" or "to" that no verb of something else, or of what is over, has."""
    if place.kind != "city" or scene.lower[m.first - 1] not in ("in", "at", "to"):
        return False
    owner = scene.owner(m)
    if isinstance(owner, VerbGroup) and (owner.verb in ("visit", "tour") or owner.tense in ("past", "perfect")):
        return False  # "will see the leaders and visit a camp at Tavuni, a spokesman said in Lima"
    return locative(scene, m)
