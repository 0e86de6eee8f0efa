"""Changed plans: what is put off, brought forward or called off, by the verb or noun that says so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from store.extract.meetings.parts.candidate import AHEAD, Candidate
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.object_rules import object_of
from store.extract.tables import table_of
from store.model.mentions import Place, Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene
    from store.model.facts import Status


class _Words(NamedTuple):
    done: dict[str, dict[Status, list[list[str]]]]
    """Verb -> what it makes of the meeting that is its object -> what must follow."""
    happens: dict[str, dict[Status, list[list[str]]]]
    """The same of the meeting that is its subject."""
    movable: frozenset[str]
    brought_about: frozenset[str]


@cache
def change_words() -> _Words:
    """``lexicon/changes.toml``, ready for look-up."""
    table = table_of("changes")
    done: dict[str, dict[Status, list[list[str]]]] = {}
    happens: dict[str, dict[Status, list[list[str]]]] = {}
    statuses: tuple[Status, ...] = ("postponed", "cancelled")
    for status in statuses:
        for verbs, part in ((done, "done"), (happens, "happens")):
            for verb, particles in table[status][part].items():
                verbs.setdefault(verb, {})[status] = [p.split() for p in particles]
    settings = table["settings"]
    return _Words(done, happens, frozenset(settings["movable"]), frozenset(settings["brought_about"]))


_FAR = 4
"""Verbs whose subject a meeting can be: "a meeting at which they were to discuss ways of ending it was put off"."""


def changed(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """Postponed and cancelled: "the talks were postponed until May", "X called off its meeting with Y"."""
    subject_of = scene.subject_groups(noun)[:_FAR]
    governors = object_of(scene, noun) if not scene.preposition(noun) or _particle_before(scene, noun) else []
    for group in [*subject_of, *governors]:
        status = _as_subject(scene, noun, group) if group in subject_of else _as_object(scene, noun, group)
        if status is None or group.negated or (status == "cancelled" and _stays_away(scene, group)):
            continue
        if not scene.times and not _OFTEN.isdisjoint(scene.lower[group.first : group.end + 1]):
            return None  # "have been repeatedly delayed": no news
        c.status, c.rule, c.group = status, status, group
        if scene.lower[group.first] == "had":
            continue  # "had been cancelled, he was quoted as saying": since set right
        return None if only_wished(scene, group) else c
    return _by_noun(scene, noun, c) or _dropped(scene, noun, c) or _relocated(scene, noun, c)


_OFTEN = frozenset({"repeatedly", "often"})


def _relocated(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "has moved Tuesday's meeting to Oslo", "the summit was switched from Bergen to Oslo": the day stands."""
    for group in [*scene.subject_groups(noun)[:_FAR], *object_of(scene, noun)]:
        if group.verb not in change_words().movable or group.negated or only_wished(scene, group):
            continue
        if group.passive != (group.first >= noun.end) or (not group.passive and scene.preposition(noun)):
            continue
        goal = next((m for m in scene.places if m.first > group.end and _goal(scene, m)), None)
        if goal is not None and isinstance(goal.what, Place) and not _to_a_day(scene, group):
            c.rule, c.group, c.needs_time, c.place, c.bound = RELOCATED, group, True, goal.what, True
            return c
    return None


def _goal(scene: Scene, place: Mention) -> bool:
    """True after "to": "to Oslo", "to the Norwegian capital Oslo"."""
    before = scene.lower[max(scene.sentence.first, place.first - _PHRASE) : place.first]
    return "to" in before and not {",", "from", "in"} & set(before[before.index("to") :])


RELOCATED = "relocated"


def _particle_before(scene: Scene, noun: Noun) -> bool:
    """As in "agreed to hold over their meeting": the word before the phrase is the verb's."""
    group = scene.left_group(noun.first)
    before = scene.lower[noun.first - 1]
    verbs = change_words().done.get(group.verb, {}) if group is not None and group.end == noun.first - 1 else {}
    return any([before] in particles for particles in verbs.values())


def _as_subject(scene: Scene, noun: Noun, group: VerbGroup) -> Status | None:
    """As in "was put off", "has slipped to May", ", now moved to May"; in headlines "Talks put off until May"."""
    if group.tense in ("gerund", "infinitive"):
        return None
    reduced = scene.sentence.kind == "headline" or scene.lower[group.first - 2 : group.first] in _SINCE
    bare = reduced and group.tense == "past" and group.first >= noun.end
    for verbs, fits in ((change_words().done, group.passive or bare), (change_words().happens, not group.passive)):
        status = status_said(scene, group, [group.end], verbs) if fits else None
        if status is not None:
            return status
    return None


_SINCE = ([",", "now"], [",", "since"], [",", "later"], [",", "already"], [",", "twice"])
"""Before a participle that tells how a plan has changed: "a meeting, now moved from Monday to Tuesday"."""


def _as_object(scene: Scene, noun: Noun, group: VerbGroup) -> Status | None:
    """As in "have put off the talks", "brought the talks forward"."""
    if group.tense == "gerund" or group.passive or _kept_from(scene, group):
        return None
    return status_said(scene, group, [group.end, noun.end], change_words().done)


def _kept_from(scene: Scene, group: VerbGroup) -> bool:
    """As in "would not make Peru abandon the talks": what follows "not" is not done."""
    over = scene.left_group(group.first)
    bare = group.tense == "present" and scene.sentence.kind != "headline"
    return bare and over is not None and over.negated and not scene.broken(over.end, group.first)


def status_said(
    scene: Scene, group: VerbGroup, after: list[int], verbs: dict[str, dict[Status, list[list[str]]]]
) -> Status | None:
    """What the verb makes of a meeting, by the particle at one of the tokens ``after``; None where it says nothing."""
    if scene.lower[group.end : group.end + 3] == ["up", "to", "date"]:
        return None  # "is to be brought up to date"
    if group.verb == "hold" and any(_over_something(scene, group, at) for at in after):
        return None  # "are to be held over a 30-day period", "will hold talks over trade"
    for status, particles in verbs.get(group.verb, {}).items():
        said = any(p == scene.lower[at : at + len(p)] for at in after for p in particles if p or at == after[0])
        if said and (group.verb not in change_words().movable or _to_a_day(scene, group)):
            return status
    return None


def _to_a_day(scene: Scene, group: VerbGroup) -> bool:
    """False for "was moved to Oslo": another place on the same day."""
    if scene.lower[group.end : group.end + 1] in _NO_PLACE:
        return True
    return any(isinstance(m.what, Time) and m.first >= group.end and mark_of(scene, m, group.end) for m in scene.times)


def _over_something(scene: Scene, group: VerbGroup, at: int) -> bool:
    """True for the preposition "over" at token ``at``: a length follows, or a matter of the meeting named before."""
    if scene.lower[at : at + 1] != ["over"]:
        return False
    near = (m.what for m in scene.times if at < m.first <= at + _NEAR)
    lasting = any(isinstance(t, Time) and t.type == "DURATION" for t in near)
    put_off = not _PUT_OFF.isdisjoint(scene.lower[at + 1 : at + 2]) or any(m.first == at + 1 for m in scene.times)
    behind = group.passive or any(n.end == at for n in scene.nouns)
    return lasting or (behind and not put_off)


_PUT_OFF = frozenset({"until", "till", "to", "by", "for", "from", "because", "after", ",", ".", "and"})


_NEAR = 3


_NO_PLACE = (["up"], ["forward"], ["back"], ["off"])


def mark_of(scene: Scene, time: Mention, floor: int) -> str:
    """The word that tells an old day from a new one: "from", "to", "until", "by"; "" where none stands before it."""
    named = {i for m in (*scene.places, *scene.parties, *scene.times) for i in range(m.first, m.end)}
    heads = {n.head for n in scene.nouns} | {i for g in scene.groups for i in range(g.first, g.end)}
    for i in range(time.first - 1, max(floor, time.first - _PHRASE) - 1, -1):
        if i in named or i in heads or scene.lower[i] == ",":
            return ""
        if scene.lower[i] in MARKS:
            return scene.lower[i]
    return ""


_PHRASE = 5
"""Tokens of "to a day in" before the day."""
MARKS = frozenset({"from", "to", "until", "till", "into", "by"})


def _stays_away(scene: Scene, group: VerbGroup) -> bool:
    """True where one side alone keeps away, or only wishes to call it off."""
    return group.verb in ("boycott", "skip") or scene.tense(group)[1] in ("wish", "refused")


def only_wished(scene: Scene, group: VerbGroup) -> bool:
    """As in "asked to put off the talks"; "forced them to put off the talks" came about."""
    tense, mood = scene.tense(group)
    if group.tense == "infinitive":
        over = scene.left_group(group.first)
        if over is not None and over.verb in change_words().brought_about:
            return scene.tense(over)[0] not in ("past", "perfect", "present")
    subjunctive = scene.lower[group.first] == "be"  # "a suggestion that the talks be moved"
    return tense == "modal" or mood in ("wish", "proposed") or subjunctive


def _by_noun(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "the postponement of the third round of talks", "a delay in the visit"."""
    at = noun.first - 1
    if at <= scene.sentence.first or scene.lower[at] not in ("of", "in", "to"):
        return None
    status = _CHANGES.get(scene.lower[at - 1])
    if status is None or (status == "cancelled" and scene.lower[at] != "of"):
        return None
    over = scene.left_group(noun.first)
    told = over is not None and over.verb in meeting_words().verbs["say"]  # "said the postponement of the talks was"
    c.status, c.rule, c.group = status, status, None if told else over
    return c


_CHANGES: dict[str, Status] = {
    "postponement": "postponed",
    "deferral": "postponed",
    "delay": "postponed",
    "cancellation": "cancelled",
}


def _dropped(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "Monday's talks will not take place", "will not take place until Friday"."""
    for group in scene.subject_groups(noun)[:2]:
        tense, mood = scene.tense(group)
        after = scene.lower[group.end : group.end + 2]
        takes_place = group.verb in _HAPPENING and (group.verb not in _WITH_PARTICLE or after[:1] in _PARTICLES)
        if not (group.negated and takes_place and tense in AHEAD and mood == "fixed"):
            continue
        later = any(m.first > group.end and mark_of(scene, m, group.end) in ("until", "till") for m in scene.times)
        if later or not _LATER.intersection(after):
            status: Status = "postponed" if later else "cancelled"
            c.status, c.rule, c.group = status, status, group
            return c
    return None


_HAPPENING = frozenset(
    "take go happen hold proceed materialise materialize resume start begin open convene reconvene".split()
)
_WITH_PARTICLE = frozenset({"take", "go"})
_PARTICLES = (["place"], ["ahead"], ["forward"])
_LATER = frozenset({"until", "before", "in", "at", "without", "unless"})
