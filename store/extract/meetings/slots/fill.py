"""When and where: what of a sentence belongs to one candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup
from store.extract.meetings.parts.items import DIARY, day_of_item
from store.extract.meetings.parts.nouns import Noun
from store.extract.meetings.parts.spots import better, locative
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.slots.backrefs import as_venue, told_again
from store.extract.meetings.slots.clauses_around import (
    from_date_set,
    from_when,
    from_where,
    leave_the_clause_before,
    tells_when,
)
from store.extract.meetings.slots.journeys_before import from_journey
from store.extract.meetings.slots.left_over import dates_a_thing, give_left_over
from store.extract.meetings.slots.naming import names_of, proper_name, topic_of
from store.extract.meetings.slots.new_days import new_day
from store.extract.meetings.slots.openings import from_opening, in_opening
from store.extract.meetings.slots.participants import parties_of
from store.extract.meetings.slots.purposes import fold, served_by
from store.extract.meetings.slots.stand_in_places import (
    from_visit,
    on_the_spot,
    put_here_in,
    there,
    where_visiting,
)
from store.extract.meetings.slots.topics import in_topic, of_the_matter, of_topic, talked_about
from store.extract.meetings.slots.windows import within
from store.model.mentions import Place, Time

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene


def fill(candidates: list[Candidate]) -> None:
    """Times, places and parties for the candidates of one sentence, each mention to the one it belongs to."""
    if not candidates:
        return
    scene = candidates[0].scene
    _leave_out_premises(candidates)
    _hand_out(scene, candidates)
    for c in candidates:
        _complete(c, candidates)
    give_left_over(candidates)
    _take_from_setting(candidates)
    _fold_purposes(candidates)


def _hand_out(scene: Scene, candidates: list[Candidate]) -> None:
    """Each time and place of the sentence to the candidates that own it."""
    for mention in scene.times:
        if (when := _told_by(scene, mention)) is not None:
            for c in _owners_of(scene, mention, candidates):
                if when not in c.times:
                    c.times.append(when)
    for mention in scene.places:
        if isinstance(mention.what, Place) and locative(scene, mention):
            for c in _owners_of(scene, mention, candidates):
                c.place = c.place if c.bound else better(c.place, mention.what)


def _take_from_setting(candidates: list[Candidate]) -> None:
    """As in "will hold talks on the sidelines of a summit in Quito on May 3": the day and city of what it is beside."""
    setting = next((c for c in candidates if c.beside and c.dated), None)
    if setting is None:
        return
    for c in candidates:
        if c is not setting and c.licensed and not c.dated and c.at < setting.at and c.rule not in ("mention", "link"):
            c.times += [t for t in setting.times if t not in c.times]
            c.place = c.place or setting.place


def _fold_purposes(candidates: list[Candidate]) -> None:
    """Take out the talks that a visit is for, and what goes with a visit that is off."""
    for purpose in [c for c in candidates if c.noun is not None]:
        if _of_a_visit_off(purpose, candidates):
            candidates.remove(purpose)
            continue
        occasion = served_by(purpose, candidates)
        if occasion is not None:
            fold(purpose, occasion)
            candidates.remove(purpose)


def _leave_out_premises(candidates: list[Candidate]) -> None:
    """Take a house for no meeting beside the one that is held in it."""
    if len(candidates) > 1:
        candidates[:] = [c for c in candidates if c.noun is None or not _is_premises(c.scene, c.noun)]


def _ends(c: Candidate, time: Time) -> bool:
    """True for the last day of "ministers meet in Oslo (to April 21)"."""
    first, _ = c.scene.tokens.at(time.span)
    return c.scene.lower[first - 1] in ("to", "until", "till", "through")


def _of_a_visit_off(purpose: Candidate, candidates: list[Candidate]) -> bool:
    """As in "a visit for talks with the ministers, planned for May, has been put off": the talks are off too."""
    noun, scene = purpose.noun, purpose.scene
    if noun is None or scene.preposition(noun) != "for":
        return False
    visits = [
        o for o in candidates if o.noun is not None and o.series == "visit" and o.rule in ("postponed", "cancelled")
    ]
    return any(o.noun is not None and 0 < noun.first - o.noun.end < _VISIT_FOR for o in visits)


_VISIT_FOR = 10
"""Tokens from a visit to the "for" of its purpose."""


def _told_by(scene: Scene, mention: Mention) -> Time | None:
    """The time as a meeting can have it; None for "since May", "the future", "every year"."""
    time = mention.what
    if not isinstance(time, Time) or _since(scene, mention.first) or dates_a_thing(scene, mention):
        return None
    if time.type == "DURATION" and scene.lower[mention.first - 1] == "after":
        return None  # "After months of delays, the talks will resume"
    if "same" in scene.lower[mention.first : mention.end] and _goes_home(scene, mention):
        return None
    return within(scene, mention, time) or (time if tells_when(time) else None)


def _since(scene: Scene, at: int) -> bool:
    """As in "the first since May", "her first visit since taking office in May"."""
    for i in range(at - 1, max(scene.sentence.first, at - _SINCE) - 1, -1):
        if scene.lower[i] == "since":
            return True
        if scene.lower[i] == "," or any(g.finite and g.first <= i < g.end for g in scene.groups):
            return False
    return False


_SINCE = 9
"""Tokens from "since" to the day: "since taking charge of the ministry in May"."""


def _goes_home(scene: Scene, mention: Mention) -> bool:
    """As in "and return the same evening": the day told before, but not of the meeting."""
    left = scene.left_group(mention.first)
    return left is None or left.verb in ("return", "leave", "depart", "fly")


def _complete(c: Candidate, candidates: list[Candidate]) -> None:
    """What the candidate's own clause leaves open, from the clauses around it; then who takes part."""
    if c.rule == "postponed":
        c.times = new_day(c)
    elif c.licensed:
        from_journey(c, candidates)
    leave_the_clause_before(c)
    if c.journey and c.noun is None:
        c.times = [t for t in c.times if not _ends(c, t)]  # "will be in Cairo until May 17"
    if c.licensed:
        from_where(c)
        from_when(c, candidates)
        from_date_set(c)
        from_opening(c)
        if all(t.type == "DURATION" or _ends(c, t) for t in c.times) and c.rule in DIARY and (day := day_of_item(c)):
            c.times.insert(0, day)
    if c.place is None and c.licensed:
        c.place = where_visiting(c)
    put_here_in(c)
    if c.place is None and c.licensed:
        c.place = there(c) or on_the_spot(c) or as_venue(c) or told_again(c) or in_opening(c)
    if c.place is None and c.licensed:
        c.place = from_visit(c, candidates)
    c.parties = parties_of(c)
    c.pair = c.pair or (c.sides == 2 and not c.parties and c.definite)
    c.names = names_of(c)
    c.own_name = proper_name(c)
    c.topic = topic_of(c)


def _owners_of(scene: Scene, mention: Mention, candidates: list[Candidate]) -> list[Candidate]:
    """The candidate whose noun or verb owns the mention, or the nearest one up the chain of its verbs."""
    owner = scene.owner(mention)
    while owner is not None:
        if isinstance(owner, Noun) and _is_premises(scene, owner):
            owner = _over(scene, owner)  # "at the American mission in Oslo"
            continue
        if isinstance(owner, Noun):
            own = [c for c in candidates if c.noun == owner]
            if isinstance(mention.what, Place) and in_topic(scene, owner.end, mention):
                # "talks on arms in Riga" puts the talks in Riga, "talks on the war in Latvia" does not
                return [c for c in own if mention.what.kind == "city" and c.place is None and c.rule != "mention"]
            if own:
                return own
            owner = _over(scene, owner)
            continue
        if owner.tense == "gerund" and scene.lower[owner.first - 1] == "after":
            return []  # "after seeing the premier on Monday, she goes on to Lima"
        topic = talked_about(scene, owner, candidates) if isinstance(mention.what, Place) else None
        if topic is not None:
            return [topic]
        itself = any(c.group == owner and c.noun is None for c in candidates)  # "will discuss it in Oslo"
        if not itself and mention.first > owner.end + 1 and of_the_matter(scene, owner, mention):
            return []
        if scene.was_once(owner) or (owner.finite and not owner.passive and owner.verb in _ANNOUNCING):
            return []
        own = [c for c in candidates if c.group == owner] or [
            c
            for c in candidates
            if c.noun
            and owner.first >= c.noun.end
            and (not owner.finite or owner.passive or owner.verb in meeting_words().verbs["occur"] | _SAID_OF_IT)
            and (owner.verb not in _NO_START or scene.lower[owner.end : owner.end + 1] in (["until"], ["till"], ["to"]))
            and owner in scene.subject_groups(c.noun)
            and not (isinstance(mention.what, Place) and of_topic(scene, owner))
        ]
        if len(own) > 1:  # "the first is on Monday, the second on Tuesday": no time of what is named after it
            own = [c for c in own if c.noun is None or c.noun.first < mention.first] or own
        if own:
            return (
                own[:1] if mention.first < owner.first or (mention.first >= owner.end and len(own) == 1) else own[-1:]
            )
        owner = scene.parent(owner)
    return []


_SAID_OF_IT = frozenset("be have adjourn postpone reopen reconvene restart produce decide consider hear".split())
_ANNOUNCING = frozenset({"say", "announce", "report", "tell", "add", "confirm", "state", "note"})
_NO_START = frozenset({"break", "adjourn", "pause", "stall", "collapse"})
"""What is said of a meeting with a day that is not its own: "would break for Christmas and resume in January"."""


def _is_premises(scene: Scene, noun: Noun) -> bool:
    """True for "at the American mission in Oslo", "at the retreat of Tavuni": a house."""
    return scene.lower[noun.head] in ("mission", "retreat") and scene.preposition(noun) == "at"


def _over(scene: Scene, noun: Noun) -> VerbGroup | None:
    group = scene.left_group(noun.first)
    if group is None or scene.broken(group.end, noun.first):
        return None
    return group
