"""Announcements in one sentence: which nouns and verbs announce a meeting, how surely, and with which status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD, PREPARING, Candidate
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.changes import changed
from store.extract.meetings.rules.journeys import RULE
from store.extract.meetings.rules.link_rules import by_link
from store.extract.meetings.rules.modifiers import by_modifier
from store.extract.meetings.rules.object_rules import PAST_LINKS, beside, by_object, object_of
from store.extract.meetings.rules.planned import by_participle
from store.extract.meetings.rules.subject_rules import by_organiser, by_subject
from store.extract.meetings.rules.verb_rules import by_verb
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


_SIDES = {"bilateral": 2, "one-on-one": 2, "two-way": 2, "trilateral": 3, "three-way": 3, "tripartite": 3}


def announcements(scene: Scene) -> list[Candidate]:
    """Candidates of one sentence in text order."""
    found = [c for noun in scene.nouns if (c := _by_noun(scene, noun))]
    taken = {c.group for c in found if c.group}
    for group in scene.groups:
        candidate = by_verb(scene, group) if group not in taken else None
        if candidate and not (candidate.rule == RULE and _serves(scene, group, found)):
            if group.tense == "infinitive" and candidate.rule == "will discuss" and scene.parent(group) in taken:
                continue  # "will meet in Oslo to discuss the draft"
            found.append(candidate)
            taken.add(group)
    found.sort(key=lambda c: c.at)
    return found


def _serves(scene: Scene, journey: VerbGroup, found: list[Candidate]) -> bool:
    """True where the purpose of a journey is a meeting by itself: "will leave for Oslo to attend the summit"."""
    own = (
        c for c in found if c.group is not None and c.licensed and c.rule != "invited" and c.group.verb not in PREPARING
    )
    return any(c.group is not None and scene.parent(c.group) == journey for c in own)


def _by_noun(scene: Scene, noun: Noun) -> Candidate | None:
    words = meeting_words()
    lower = scene.lower
    inside = lower[noun.first : noun.head]
    if "any" in inside or "no" in inside or _apposed(scene, noun) or _one_of_its_kind(scene, noun):
        return None
    if lower[noun.head] in words.held and words.calls.isdisjoint(inside):
        return None
    definite = any(w in words.modifiers["definite"] for w in inside) or not inside
    base = Candidate(scene=scene, at=noun.head, noun=noun, group=None, series=noun.series, rule="", definite=definite)
    if not words.calls.isdisjoint(inside) and "courtesy" not in inside:
        base.series = "phone call"
    if base.series == "meeting" and "summit" in inside:
        base.series = "summit"
    base.beside = beside(scene, noun)
    base.sides = next((_SIDES[w] for w in inside if w in _SIDES), 0)
    if (day := _calendar_day(scene, noun)) is not None:
        base.rule, base.needs_time, base.times = "opens on", True, [day]
        return _finished(base, inside)
    if _sat(scene, noun):
        base.rule, base.licensed = "was held", False
        return _finished(base, inside)
    for judge in (changed, by_organiser, by_subject, by_participle, by_modifier, by_link, by_object):
        verdict = judge(scene, noun, base)
        if verdict is not None:
            return _finished(verdict, inside)
    if (host := _fronted_under(scene, noun)) is not None:
        base.rule, base.needs_time, base.host = "at", True, host
        return _finished(base, inside)
    base.rule, base.licensed, base.needs_time = "mention", not _came_after(scene, noun), True
    return _finished(base, inside)


def _sat(scene: Scene, noun: Noun) -> bool:
    """True in "At a scheduled session on Thursday, ministers urged restraint": what it was the occasion of is over."""
    main = _main_after_opening(scene, noun)
    told = main is not None and main.verb in meeting_words().verbs["say"]
    return main is not None and not told and main.tense == "past" and not main.passive


def _fronted_under(scene: Scene, noun: Noun) -> VerbGroup | None:
    """The verb of "At Sunday's meeting with his allies, the president will ask for support"."""
    main = _main_after_opening(scene, noun) if noun.series != "visit" else None
    return main if main is not None and scene.tense(main)[0] in AHEAD else None


def _main_after_opening(scene: Scene, noun: Noun) -> VerbGroup | None:
    """The main verb of a sentence that the noun opens: "At the meeting ...", "During the visit ..."."""
    if noun.first - 1 != scene.sentence.first or scene.preposition(noun) not in ("at", "during"):
        return None
    return next((g for g in scene.groups if g.first >= noun.end and g.finite), None)


def _came_after(scene: Scene, noun: Noun) -> bool:
    """As in "was set in motion after a meeting in Oslo on May 3": what is over began with it."""
    before = scene.left_group(noun.first)
    past = before is not None and scene.tense(before)[0] in ("past", "perfect")
    return past and scene.preposition(noun) in PAST_LINKS


def _calendar_day(scene: Scene, noun: Noun) -> Time | None:
    """The day of an entry of a calendar: "January 4-6: Summit of the union in Oslo"."""
    colon = next((i for i in range(scene.sentence.first, noun.first) if scene.lower[i] == ":"), None)
    if colon is None or noun.first - colon > _ENTRY or any(colon < g.first < noun.first for g in scene.groups):
        return None
    day = scene.times[0] if scene.times else None
    alone = day is not None and day.first == scene.sentence.first and scene.times[0].end <= colon
    return day.what if alone and day is not None and isinstance(day.what, Time) else None


_ENTRY = 5
"""Tokens after the colon of a calendar's entry within which what is held is named."""


def _one_of_its_kind(scene: Scene, noun: Noun) -> bool:
    """As in "will meet in Oslo on Monday, the first such meeting since May"."""
    at, lower = noun.first, scene.lower
    if lower[at] != "such" or lower[at - 1] not in _TAKES_UP:
        return False
    return lower[at - 2 - (lower[at - 2] == "the")] == ","


def _apposed(scene: Scene, noun: Noun) -> bool:
    """As in "is due in Mexico on May 5, his first visit to Latin America": it takes up what was just said.

    So does "will attend the Nordic Dialogue, a forum founded in 1990".
    """
    if noun.first <= scene.sentence.first or scene.lower[noun.first - 1] != ",":
        return False
    if noun.series == "visit":
        return not _TAKES_UP.isdisjoint(scene.lower[noun.first : noun.head])
    named = any(0 <= noun.first - 1 - n.end <= _BRACKETS for n in scene.nouns)
    return named and scene.lower[noun.first] in ("a", "an")


_BRACKETS = 3
"""Tokens of a short name in brackets, between a meeting's name and its apposition."""
_TAKES_UP = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last"})


def _only_proposed(c: Candidate) -> bool:
    """As in "proposed talks in Oslo next week", "a meeting has been proposed for May"."""
    if c.noun is None or c.rule not in ("mention", "holds on"):
        return False
    over = object_of(c.scene, c.noun) if not c.scene.preposition(c.noun) else []
    active = any(g.verb in _PROPOSING and not g.passive for g in over)
    return active or any(g.verb in _PROPOSING and g.passive for g in c.scene.subject_groups(c.noun))


_CLOSING = frozenset({"closing", "concluding"})
_PROPOSING = frozenset({"propose", "suggest", "offer"})


def _finished(c: Candidate, inside: list[str]) -> Candidate | None:
    words = meeting_words()
    c.finishing = c.finishing or (c.definite and not _CLOSING.isdisjoint(inside))
    if c.status == "scheduled" and _only_proposed(c):
        c.status = "proposed"
    if c.status == "scheduled" and any(w in words.modifiers["proposed"] and w != "future" for w in inside):
        c.status = "proposed"
    if c.status == "scheduled" and any(w in words.modifiers["cancelled"] for w in inside):
        c.status = "cancelled"
    if c.noun and not c.noun.strong and not c.needs_time and c.rule in ("upcoming", "link", "travel"):
        c.needs_time = True
    if any(w in words.modifiers["under_way"] or w in words.modifiers["past"] for w in inside) and c.rule not in (
        "will be held",
        "to be held",
    ):
        c.needs_time = True
    if c.noun and c.scene.lower[c.at] == "table":
        c.needs_time = True  # "return to the negotiating table": a wish, unless a day is told
    return c
