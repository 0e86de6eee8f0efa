"""Verbs that announce a meeting by themselves: "will meet", "is to visit", "agreed to sit down"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import Candidate
from store.extract.meetings.parts.objects import first_noun_phrase
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.meetings.parts.words import dated_verbs, meeting_words
from store.extract.meetings.rules.attendance import by_attendance
from store.extract.meetings.rules.company import by_company
from store.extract.meetings.rules.deliberating import by_deliberation
from store.extract.meetings.rules.destinations import JOURNEYS
from store.extract.meetings.rules.encounters import (
    brought_together,
    by_call,
    by_pronoun,
    by_venue,
    looking_ahead,
)
from store.extract.meetings.rules.guests import EXPECTING, guest_expected
from store.extract.meetings.rules.journeys import by_journey
from store.extract.meetings.rules.kept_days import KEPT, by_kept_day
from store.extract.meetings.rules.met import can_meet, fixture_in, past_times, people_meet
from store.extract.meetings.rules.sides import doers, somebody
from store.extract.meetings.rules.summons import SUMMONS, by_summons
from store.extract.meetings.rules.taken_to import TAKES, by_taking
from store.extract.meetings.rules.taken_up import taken_up
from store.extract.plural_verbs import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene

    Rule = Callable[[Scene, VerbGroup], Candidate | None]


RECEIVES = frozenset({"receive", "welcome", "host", "see"})


def by_verb(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A candidate where the verb group announces a meeting or visit by itself: the first rule that reads it."""
    if group.negated:
        return None
    for rule in _rules_of(group.verb):
        if (found := rule(scene, group)) is not None:
            return found
    return None


@lru_cache(maxsize=4096)
def _rules_of(verb: str) -> tuple[Rule, ...]:
    return tuple(rule for verbs, rule in _rules() if verbs is None or verb in verbs)


@cache
def _rules() -> tuple[tuple[Container[str] | None, Rule], ...]:
    """Base forms of verbs, None for all, with the rule that reads them; in the order in which they are asked."""
    return (
        (None, by_pronoun),
        (None, by_venue),
        (None, taken_up),
        (None, by_attendance),
        (KEPT, by_kept_day),
        (EXPECTING, guest_expected),
        (meeting_words().verbs["meet"], _meets),
        ({"visit", "tour"}, _visits),
        (_UPON, _upon),
        (RECEIVES, _receives),
        (_WITH_PARTICLE, _by_particle),
        (dated_verbs(), by_deliberation),
        (JOURNEYS, by_journey),
        (TAKES, by_taking),
        (SUMMONS, by_summons),
        (dated_verbs(), by_company),
        (_TALKED_OVER, _talked_over),
    )


def _by_particle(scene: Scene, group: VerbGroup) -> Candidate | None:
    return _WITH_PARTICLE[group.verb](scene, group)


def _talked_over(scene: Scene, group: VerbGroup) -> Candidate | None:
    return by_call(scene, group) if group.tense != "past" else None


def _gets_together(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "leaders come together in Oslo on Monday"; "the nation will have to come together" has no day."""
    after = " ".join(scene.lower[group.end : group.end + 5])
    if fixture_in(scene):
        return None
    if not after.startswith(_TOGETHER.get(group.verb, ("together",))) or not can_meet(scene, group):
        return None
    c = looking_ahead(scene, group)
    if c is not None:
        c.needs_time = True
    return c


_TOGETHER = {
    "come": ("together", "face to face", "face - to - face"),
    "face": ("each other", "one another"),
}
_WITH_PARTICLE = {
    "get": _gets_together,
    "come": _gets_together,
    "face": _gets_together,
    "speak": by_call,
    "talk": by_call,
    "confer": by_call,
    "bring": brought_together,
}
_TALKED_OVER = frozenset({"go", "review", "hammer", "thrash", "iron", "negotiate", "link", "connect", "appear", "log"})
"""What is done "by video link" is done by those who see each other on it."""


def _meets(scene: Scene, group: VerbGroup) -> Candidate | None:
    c = looking_ahead(scene, group)
    if c is None or not people_meet(scene, group):
        return None
    return c


def _receives(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "will receive the Cuban foreign minister", "is to be received by the king", "will host the premier"."""
    c = looking_ahead(scene, group)
    if c is None:
        return None
    if group.passive:
        if "by" not in scene.lower[group.end : min(group.end + _AGENT, scene.sentence.end)]:
            c.needs_time = True  # "are to be received in Oslo on Friday"
            return c if group.verb in ("receive", "welcome") and somebody(scene, *doers(scene, group)) else None
        return c
    head = first_noun_phrase(scene.lower[group.end : min(group.end + 14, scene.sentence.end)])
    persons = [m for m in scene.parties if m.party == "person"]
    met = any(group.end <= m.first < group.end + len(head) for m in persons)
    if group.verb == "see":
        if head[:2] in (["each", "other"], ["one", "another"]):
            return c if c.rule == "will meet" else None
        leader = not _LEADERS.isdisjoint(head)
        c.needs_time = c.needs_time or not (met or leader)
        sees = c.rule == "will meet" or (met and scene.lower[group.head] == "sees")
        return c if (met or not meeting_words().people.isdisjoint(head)) and sees else None
    him = head[:1] in (["him"], ["her"], ["them"]) and c.rule in ("will meet", "meets on")
    return c if met or him or not meeting_words().people.isdisjoint(head) else None


def _upon(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "will brief Chilean officials on Friday", "is to call on President Ruiz", "plays host to the premier"."""
    end = past_times(scene, group.end)
    after = scene.lower[end : end + 3]
    link = ("host", "to") if group.verb == "be" and after[:1] == ["host"] else _UPON[group.verb]
    if group.passive or after[: len(link)] != list(link):
        return None
    start = end + len(link)
    head = first_noun_phrase(scene.lower[start : min(start + 10, scene.sentence.end)])
    met = any(start <= m.first < start + len(head) and m.party in ("person", "state") for m in scene.parties)
    if group.verb == "join":
        near = range(start, start + 3)  # "Greece's Ruiz"
        met = not PEOPLE.isdisjoint(head) or any(m.first in near and m.party == "person" for m in scene.parties)
        head = []  # not "will join the alliance"
    appeal = scene.lower[start + len(head) : start + len(head) + 1] == ["to"]  # "will call on the premier to resign"
    c = looking_ahead(scene, group) if (met or not meeting_words().people.isdisjoint(head)) and not appeal else None
    if c is not None:
        c.needs_time = True
    return c


_UPON: dict[str, tuple[str, ...]] = {
    "brief": (),
    "call": ("on",),
    "play": ("host", "to"),
    "consult": (),
    "face": (),
    "join": (),
    "be": ("the", "guest", "of"),
}
"""Verb -> what stands between it and whom it is done to."""
_LEADERS = frozenset(
    {"leader", "leaders", "president", "premier", "chancellor", "minister", "ministers", "king", "pope"}
)
_AGENT = 7
"""Tokens after a passive within which its "by" stands: "is to be received at the palace in Oslo by the king"."""


_LANDS = frozenset({"country", "countries", "region", "nations", "states", "capitals", "continent"})
_KIN = frozenset({"family", "relatives", "parents", "mother", "father", "hometown", "birthplace", "grave"})


def _tours_states(scene: Scene, group: VerbGroup) -> bool:
    """True for "will tour Peru and Chile", not for "will tour a factory in Peru"."""
    states = [m for m in scene.parties if m.party == "state"]
    return any(m.first == group.end for m in (*states, *scene.places))


def _visits(scene: Scene, group: VerbGroup) -> Candidate | None:
    if group.verb == "tour" and not _tours_states(scene, group):
        return None
    c = looking_ahead(scene, group)
    if c is None or group.passive:
        return None
    start, end = subject_stretch(scene, group)
    near = [m for m in scene.parties if start <= m.first < end]
    after = range(group.end, min(group.end + 6, scene.sentence.end))
    if not _KIN.isdisjoint(scene.lower[i] for i in after) or scene.lower[group.end] in ("a", "an"):
        return None  # "will visit her parents", "will visit a mine"
    somewhere = any(m.first in after for m in (*scene.places, *scene.parties)) or not _LANDS.isdisjoint(
        scene.lower[i] for i in after
    )
    if not somewhere:
        return None
    people = meeting_words().people
    subject = scene.lower[start:end]
    if (
        not near
        and not any(w in people or w in ("he", "she", "they", "who") for w in subject)
        and scene.groups.index(group) == 0
    ):
        return None
    c.series, c.journey = "visit", True
    return c
