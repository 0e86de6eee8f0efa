"""Journeys that announce a visit: "will fly to Accra on Monday", "leaves Lima for Quito", "is due in Oslo"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD, Candidate, status_of
from store.extract.meetings.parts.heads import heads_of
from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.subjects import doubted, subject_stretch
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.destinations import ARRIVE, LEAVE, SENT, THERE, destination
from store.extract.names import host_of, soil_of
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene

_PRIVATE = frozenset(
    "holiday holidays vacation treatment surgery hospital funeral wedding exile tournament match championship concert "
    "birthday celebrations anniversary inauguration "
    "pilgrimage campaign prison jail court trial school".split()
)
RULE = "will travel"
CAME = "came"
"""The rule of a journey that is over: it announces nothing, but tells where somebody is."""


def by_journey(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A visit where somebody who holds an office goes to another city or state; None for tourists and troops."""
    if (group.passive and group.verb not in THERE) or _goes_home(scene, group):
        return None
    goal = destination(scene, group)
    here = scene.lower[group.end : group.end + 1] == ["here"] or _expected_on_a_day(scene, group)
    if goal is None and here and (group.verb in THERE or group.verb in ARRIVE):
        return _to_here(scene, group)
    if goal is None and (home := of_the_speaker(scene, group)) is not None:
        goal = Mention(group.head, group.end, home)
    if goal is None or not isinstance(goal.what, Place) or goal.what.kind == "venue":
        return None
    tense, mood = scene.tense(group)
    if mood in ("wish", "refused") or group.negated or not _official(scene, group, goal.what):
        return None
    if not _PRIVATE.isdisjoint(scene.lower[goal.end : scene.sentence.end]) or _for_something_else(scene, goal):
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="visit", rule=RULE, journey=True)
    c.place, c.bound = goal.what, True
    wide = goal.what.kind == "region" and not goal.what.country  # "will fly to South America on Monday"
    if tense in AHEAD or tense == "modal":
        c.status = "proposed" if doubted(scene, group) else status_of(mood, tense)
        onward = scene.lower[group.end : group.end + 1] == ["on"]  # "before going on to Chile"
        bare = group.verb in THERE | {"go", "come"} and not onward
        c.needs_time = tense == "modal" or mood in ("proposed", "journey") or bare or wide
        if mood == "expected" and group.verb in THERE:
            c.status = "scheduled"  # "is expected in Cairo on Saturday"
        return c
    if tense == "present" and group.verb not in THERE:
        c.needs_time = wide or not (_next_stop(scene, group) or _comes_to_see(scene, group))
        return c
    if group.finite and tense in ("past", "perfect") and group.verb not in THERE:
        c.rule, c.licensed = CAME, False
        return c
    return None


def _goes_home(scene: Scene, group: VerbGroup) -> bool:
    """As in "who is due back in Oslo on Thursday", and as often as not "before leaving for Lima"."""
    back = group.verb in THERE and scene.lower[group.end : group.end + 1] == ["back"]
    return back or (group.verb in LEAVE and group.tense == "gerund" and scene.lower[group.first - 1] == "before")


def of_the_speaker(scene: Scene, group: VerbGroup) -> Place | None:
    """As in "Lima said that a team of the Fund would arrive on Monday": the state of whoever says so."""
    over = next((g for g in reversed(scene.groups) if g.end <= group.first and g.finite), None)
    said = over is not None and over.verb in meeting_words().verbs["say"]
    if over is None or not said or group.tense != "reported" or group.verb not in ARRIVE:
        return None
    near = (m for m in scene.parties if 0 <= over.first - m.end <= (3 if scene.lower[m.end] == "'s" else 0))
    speaker = next((m.what for m in near), None)
    if not isinstance(speaker, Party):
        return None
    state = speaker if speaker.kind == "state" else replace(speaker, name=speaker.of, kind="state", form="country")
    return soil_of(state, scene.tokens.text) if state.name else None


def _for_something_else(scene: Scene, goal: Mention) -> bool:
    """As in "will travel to Riga to inspect a shipyard": the purpose is told, and no meeting."""
    purpose = scene.right_group(goal.end)
    if purpose is None or purpose.tense != "infinitive" or scene.broken(goal.end, purpose.first):
        return False
    after = scene.lower[purpose.end : purpose.end + _NAMED]
    sights = purpose.verb in ("see", "visit", "tour") and after[:1] in (["a"], ["an"], ["the"])
    named = any(purpose.end <= m.first <= purpose.end + _NAMED for m in (*scene.parties, *scene.places))
    return purpose.verb in _ERRANDS or (sights and not named and meeting_words().people.isdisjoint(after))


_NAMED = 5
"""Tokens after the purpose's verb within which it is told whom or what it is done to."""
_ERRANDS = frozenset(
    "endorse sign ratify inspect watch submit deliver inaugurate launch lay rest relax celebrate collect undergo "
    "mourn campaign testify "
    "film perform play compete hand accompany vote train".split()
)


def _next_stop(scene: Scene, group: VerbGroup) -> bool:
    """As in "From there he travels to Oslo", "will fly to Oslo before he heads to Riga"."""
    lower, first = scene.lower, scene.sentence.first
    if lower[first : first + 2] == ["from", "there"]:
        return True
    opener = subject_stretch(scene, group)[0] - 1
    over = scene.left_group(opener)
    while over is not None and not over.finite:
        over = scene.left_group(over.first)
    return lower[opener] == "before" and over is not None and scene.tense(over)[0] in AHEAD


def _comes_to_see(scene: Scene, group: VerbGroup) -> bool:
    """As in "is coming to Peru to see members of the government": the present in progress of a plan."""
    purpose = scene.right_group(group.end)
    if not group.progressive or purpose is None or purpose.tense != "infinitive":
        return False
    seen = scene.lower[purpose.end : purpose.end + _NAMED]
    officials = any(word in _MEMBERS or word in meeting_words().people for word in seen)
    return purpose.verb in ("see", "meet") and officials and not scene.broken(group.end, purpose.first)


_MEMBERS = frozenset({"members", "cabinet"})


def _expected_on_a_day(scene: Scene, group: VerbGroup) -> bool:
    """As in "The Greek premier is expected on Friday": where the report was filed."""
    at = group.end + (scene.lower[group.end : group.end + 1] == ["on"])
    return group.passive and group.verb in THERE and any(m.first == at for m in scene.times)


def _to_here(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "is due here on Thursday": the goal is the dateline's city."""
    tense, mood = scene.tense(group)
    if tense not in AHEAD or mood in ("wish", "refused") or group.negated or not _official(scene, group, None):
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="visit", rule=RULE, journey=True)
    c.needs_time = c.here = True
    return c


def _official(scene: Scene, group: VerbGroup, goal: Place | None) -> bool:
    """True where somebody with an office, or a delegation, travels; false on the way home."""
    start, end = subject_stretch(scene, group)
    heads = heads_of(scene, start, end)
    at = scene.groups.index(group)
    if not heads and scene.lower[group.first - 1] in ("who", "which"):
        heads = [m for m in scene.parties if group.first - 4 <= m.end < group.first]
    if not heads and at and (not group.finite or scene.lower[group.first - 1] in ("and", "then", "who")):
        before = scene.groups[at - 1]
        heads = heads_of(scene, *subject_stretch(scene, before))
    if not heads and scene.lower[start:end] in (["he"], ["she"]):
        heads = [Mention(start, end, p) for p in _told_before(scene)]
    people = [m.what for m in heads if isinstance(m.what, Party)]
    if any(p.kind == "person" and (p.role or p.of) and not _at_home(p, goal) for p in people):
        return True
    subject = scene.lower[start:end]
    after = scene.lower[group.end : scene.sentence.end]
    sent = not SENT.isdisjoint(subject) or not _LEADING.isdisjoint(subject[-1:])
    sent = sent or "delegation" in after or ("guest" in after and bool(people))
    sent = sent or (bool(people) and not _OF_SOMEBODY.isdisjoint(subject))
    led = bool(people) and not _LEADING.isdisjoint(scene.lower[start:end])
    sides = len({p.name for p in people if p.kind in ("state", "organisation")}) > 1  # "the government and the rebels"
    return (sent or led or sides) and not any(_at_home(p, goal) for p in people)


def _told_before(scene: Scene) -> list[Party]:
    """The holder of an office whom the sentence before names last: "Kenya's president ... He will then travel"."""
    before = scene.page.parties_in.get(scene.index - 1, ())
    return [p for p in before if p.kind == "person" and p.role and p.of][-1:]


_OF_SOMEBODY = frozenset({"mission", "team", "officials", "experts"})
"""Those whom only their sender makes official: "a team of the IMF", not "a team of doctors"."""
_LEADING = frozenset(
    "leader chief president premier minister negotiator mediator diplomat chancellor head envoy".split()
)
"""What makes a named traveller official, told in other words than his office: "the territory's future leader, Ruiz"."""


def _at_home(party: Party, goal: Place | None) -> bool:
    host = host_of(goal) if goal is not None else None
    return host is not None and host.name in (party.name, party.of)
