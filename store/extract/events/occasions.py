"""Mentions of talks, calls and visits that took place, with the times that each mention gives them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from store.extract.meetings.parts.candidate import Candidate
from store.extract.meetings.parts.nouns import Noun
from store.extract.meetings.parts.spots import locative
from store.extract.meetings.parts.subjects import subject_start
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.slots.participants import parties_of
from store.model.mentions import Place, Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene
    from store.model.mentions import Party

Role = Literal["begin", "end", "day", "duration"]
_BEGIN = frozenset({"begin", "start", "open", "kick", "resume", "commence"})
_END = frozenset({"end", "conclude", "finish", "close", "wrap", "adjourn"})
_LAST = frozenset({"last", "run", "continue", "take", "be", "drag", "stretch"})
_SPANNING = _BEGIN | _END | _LAST
_HELD = frozenset(
    {
        "hold",
        "have",
        "take",
        "meet",
        "conduct",
        "attend",
        "pay",
        "make",
        "host",
        "be",
        "occur",
        "happen",
        "talk",
        "speak",
        "chair",
        "join",
        "visit",
    }
)
_TALKED = frozenset({"talk", "speak", "meet", "confer"})
_SOON = frozenset({"shortly", "soon", "immediately", "just", "right", "hours", "minutes", "hour"})


@dataclass(slots=True, kw_only=True)
class Occasion:
    """One sentence's mention of something held."""

    scene: Scene
    at: int
    series: str
    noun: Noun | None
    group: VerbGroup | None
    definite: bool
    parties: list[Party]
    pair: bool = False
    place: Place | None = None
    times: list[tuple[Role, Time, str]] = field(default_factory=list)
    """Role, expression, and the zone that its words or neighbours give it."""


def occasions(scene: Scene, last: Occasion | None) -> list[Occasion]:
    """Held occasions that a sentence mentions; ``last`` is the latest one before, for "it lasted an hour"."""
    found = [o for o in (_of_noun(scene, noun) for noun in scene.nouns) if not _lies_ahead(scene, o)]
    known = {o.group for o in found}
    found += filter(None, (_of_verb(scene, g) for g in scene.groups if g not in known))
    found.sort(key=lambda o: o.at)
    carried = replace(last, scene=scene, times=[], definite=True) if last else None
    for mention in scene.times:
        if isinstance(mention.what, Time) and mention.what.type != "SET":
            _give(scene, mention, found, carried)
    if carried and carried.times:
        found.append(carried)  # "It began at 15:35": the occasion of the sentence before
    for mention in scene.places:
        _place(scene, mention, found)
    _soon_after(scene, found)
    return found


def _lies_ahead(scene: Scene, o: Occasion) -> bool:
    return o.group is not None and scene.tense(o.group)[0] in ("future", "reported", "modal", "infinitive")


def _of_noun(scene: Scene, noun: Noun) -> Occasion:
    inside = scene.lower[noun.first : noun.head]
    group = _verb_of(scene, noun)
    series = "phone call" if not meeting_words().calls.isdisjoint(inside) and "courtesy" not in inside else noun.series
    definite = any(w in meeting_words().modifiers["definite"] for w in inside)
    c = Candidate(scene=scene, at=noun.head, noun=noun, group=group, series=series, rule="held")
    return Occasion(
        scene=scene,
        at=noun.head,
        series=series,
        noun=noun,
        group=group,
        definite=definite,
        parties=parties_of(c),
        pair=c.pair,
    )


def _verb_of(scene: Scene, noun: Noun) -> VerbGroup | None:
    """The verb that the noun is object of ("held talks"), else the one it is subject of ("the talks ended")."""
    left = scene.left_group(noun.first)
    adjacent = (
        left and not scene.preposition(noun) and noun.first - left.end <= 4 and not scene.broken(left.end, noun.first)
    )
    if left and adjacent and left.verb in _HELD | _BEGIN | _END:
        return left
    right = next(iter(scene.subject_groups(noun)), None)
    if right is not None and right.tense not in ("infinitive", "gerund"):
        return right
    return left if adjacent else right


def _of_verb(scene: Scene, group: VerbGroup) -> Occasion | None:
    if group.verb not in _TALKED or group.passive or group.negated or scene.tense(group)[0] not in ("past", "perfect"):
        return None
    after = scene.lower[group.end : group.end + 2]
    if group.verb != "meet" and not set(after) & {"over", "by", "via", "on", "for", "with", "to", "in"}:
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule="held")
    parties = parties_of(c)
    if len(parties) < 2 and not c.pair:
        return None
    series = "meeting" if group.verb == "meet" else "conversation"
    return Occasion(
        scene=scene, at=group.head, series=series, noun=None, group=group, definite=False, parties=parties, pair=c.pair
    )


def _give(scene: Scene, mention: Mention, found: list[Occasion], last: Occasion | None) -> None:
    """Hand a time expression to the occasion that it times, with its role."""
    time = mention.what
    assert isinstance(time, Time)
    twin = _twin(scene, mention, found)
    if twin is not None:
        _add(twin[0], twin[1], time, scene, mention)
        return
    owner = scene.owner(mention)
    if isinstance(owner, Noun):
        held = next((o for o in found if o.noun == owner), None)
        if held is not None:
            _add(held, _role_of_object(held, time), time, scene, mention)
        return
    if owner is None or not _past(scene, owner):
        return
    target = next((o for o in found if o.group == owner), None) or _subject_of(owner, found, scene, last)
    if target is None:
        return
    if time.type == "DURATION":
        if owner.verb in _LAST or owner.verb in _TALKED or owner.verb == "hold":
            _add(target, "duration", time, scene, mention)
        return
    role: Role = "begin" if owner.verb in _BEGIN else "end" if owner.verb in _END else "day"
    if role == "day" and owner.verb not in _HELD:
        return
    _add(target, role, time, scene, mention)


def _role_of_object(o: Occasion, time: Time) -> Role:
    """As in "Ended their call at 16:25": the verb before the noun says which end the time is."""
    if time.type == "DURATION":
        return "duration"
    if o.group is not None and o.noun is not None and o.group.end <= o.noun.first and time.clock:
        return "begin" if o.group.verb in _BEGIN else "end" if o.group.verb in _END else "day"
    return "day"


def _place(scene: Scene, mention: Mention, found: list[Occasion]) -> None:
    """Where it was held: a place that belongs to its noun or verb."""
    place = mention.what
    if not isinstance(place, Place) or not locative(scene, mention):
        return
    if any(m.end == mention.first - 1 and isinstance(m.what, Time) and m.what.clock for m in scene.times):
        return  # "at 15:35 in Lima" tells the zone
    owner = scene.owner(mention)
    for o in found:
        if o.place is None and owner is not None and owner in (o.noun, o.group):
            o.place = place


def _past(scene: Scene, group: VerbGroup) -> bool:
    return scene.tense(group)[0] in ("past", "perfect", "participle") and scene.tense(group)[1] not in (
        "wish",
        "refused",
    )


def _add(occasion: Occasion | None, role: Role, time: Time, scene: Scene, mention: Mention) -> None:
    if occasion is not None:
        occasion.times.append((role, time, zone_of(scene, mention)))


def _subject_of(group: VerbGroup, found: list[Occasion], scene: Scene, last: Occasion | None) -> Occasion | None:
    """What "that lasted", "it lasted", "which began" speak of."""
    if group.verb not in _SPANNING:
        return None
    subject = scene.lower[subject_start(scene, group) : group.first]
    if subject and subject[-1] not in ("it", "that", "which", "they", "and") and subject != ["thus"]:
        return None
    before = [o for o in found if o.at < group.first]
    return before[-1] if before else last


def _twin(scene: Scene, mention: Mention, found: list[Occasion]) -> tuple[Occasion, Role] | None:
    """As in "At 9:00 in Lima (16:00 in Paris)": the second clock time takes the role of the one before it."""
    time = mention.what
    if not isinstance(time, Time) or not time.clock:
        return None
    for occasion in found:
        for role, other, _ in occasion.times:
            if other.clock and other.span.end < time.span.start and role in ("begin", "end"):
                first, end = scene.tokens.at(other.span)[1], mention.first
                between = scene.lower[first:end]
                if len(between) <= 7 and ("(" in between or "or" in between or "when" in between):
                    return occasion, role
    return None


def zone_of(scene: Scene, mention: Mention) -> str:
    """The zone of a clock time: its own, or that of the city right after it ("16:25 in Lima")."""
    time = mention.what
    if not isinstance(time, Time) or not time.clock:
        return ""
    if time.zone:
        return time.zone
    for place in scene.places:
        if mention.end <= place.first <= mention.end + 1 and isinstance(place.what, Place):
            return place.what.zone
    return ""


def _soon_after(scene: Scene, found: list[Occasion]) -> None:
    """As in "Said on Thursday, shortly after the talks wrapped up": the talks ended that day."""
    for o in found:
        if o.noun is None or o.noun.first < scene.sentence.first + 2:
            continue
        before = scene.lower[max(scene.sentence.first, o.noun.first - 2) : o.noun.first]
        if before[-1:] != ["after"] or not _SOON & set(before):
            continue
        start = o.noun.first - 2
        for mention in scene.times:
            time = mention.what
            if isinstance(time, Time) and time.type == "DATE" and 0 <= start - mention.end <= 2:
                o.times.append(("day", time, ""))
