"""Verbs that no list holds: those who hold offices on several sides, at one place on a day to come, come together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.heads import clause_end, heads_of
from store.extract.meetings.parts.spots import locative
from store.extract.meetings.parts.subjects import assembly_sits
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.encounters import looking_ahead
from store.extract.meetings.rules.met import fixture_in
from store.extract.meetings.rules.sides import doers, other_side, several_sides, somebody
from store.extract.plural_verbs import PEOPLE
from store.extract.word_classes import DETERMINERS
from store.model.mentions import Party, Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scene import Scene


def by_any_verb(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "The ministers of Peru and Chile will break bread in Oslo on Friday", "will lock horns with Ruiz on May 3".

    Only with a day ahead in the verb's own clause, and never for what is done apart or in public.
    """
    if group.passive or group.negated or group.verb in _APART or scene.tense(group)[0] not in AHEAD:
        return None
    if not _day_ahead(scene, group) or assembly_sits(scene, group) or fixture_in(scene):
        return None
    words = meeting_words()
    if not words.company["elsewise"].isdisjoint(scene.lower[scene.sentence.first : scene.sentence.end]):
        return None
    start, end = doers(scene, group)
    with_other = group.verb not in _WITH_THINGS and _with_whom(scene, group) and somebody(scene, start, end)
    thing = scene.lower[group.end : group.end + 1]
    done = bool(thing) and (thing[0] in DETERMINERS or thing[0][0].isdigit())  # "will open a bridge"
    if not (with_other or (not done and _in_office(scene, start, end) and _somewhere(scene, group))):
        return None
    c = looking_ahead(scene, group)
    if c is not None:
        c.rule, c.needs_time = "together", True
    return c


def _with_whom(scene: Scene, group: VerbGroup) -> bool:
    """False for "will import less, an official with the ministry said": there "with" goes with the official."""
    stop = min(clause_end(scene, group.end), group.end + _WITH)
    at = next((i for i in range(group.end, stop) if scene.lower[i] == "with"), 0)
    if at and scene.lower[at + 1 : at + 2] and scene.lower[at + 1][0].isdigit():
        return False  # "with 200 guests"
    return bool(at) and scene.lower[at - 1] not in meeting_words().people and other_side(scene, group)


_WITH = 6
"""Tokens from the verb to "with": "will cross swords over fish on Friday with"."""


def _day_ahead(scene: Scene, group: VerbGroup) -> bool:
    anchor = scene.page.article.anchor.day
    own = (m.what for m in scene.times if scene.owner(m) == group)
    days = (t for t in own if isinstance(t, Time) and t.first is not None and t.first == t.last)
    return anchor is not None and any(t.first >= anchor for t in days if t.first)


def _in_office(scene: Scene, start: int, end: int) -> bool:
    """True where persons of several sides are the subject: "the ministers of Peru and Chile", "Ruiz and Berg"."""
    if not several_sides(scene, start, end):
        return False
    heads = [m.what for m in heads_of(scene, start, end) if isinstance(m.what, Party)]
    persons = [p for p in heads if p.kind == "person"]
    return len(persons) > 1 or not PEOPLE.isdisjoint(scene.lower[start:end])


def _somewhere(scene: Scene, group: VerbGroup) -> bool:
    stop = clause_end(scene, group.end)
    return any(group.end <= m.first < stop and locative(scene, m) for m in scene.places)


_APART = frozenset(
    "vote elect play pay open reopen inaugurate sign launch celebrate mark publish release testify appear stand "
    "compete race perform sing march protest strike resign retire step face say tell announce report leave depart "
    "die fall rise be have do become remain receive get give take make keep hold show see hear attend watch visit "
    "host cast count close unveil award lay swear run marry address swap inspect form draft read ring honour honor "
    "sue try teach train rest pray mourn shop film train".split()
)
_WITH_THINGS = frozenset(
    "begin start end open continue close conclude deal comply agree sign coincide go proceed provide work trade "
    "cooperate side ally align help replace compare break part sever split fight clash contend cope share govern rule "
    "sentence charge marry swap compete live struggle battle live flirt collide mix combine charge vote".split()
)
