"""Licences of a meeting noun by what is said of it: "will be held", "due on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD, Candidate, status_of
from store.extract.meetings.parts.subjects import doubted
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.object_rules import direct_ahead, object_of
from store.extract.meetings.rules.planned import was_planned
from store.extract.word_classes import ADVERBS, PREPOSITIONS
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


_STARTING = frozenset({"begin", "start", "open", "run", "take", "resume", "end", "conclude", "close"})


def by_subject(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "The talks will be held", "the summit opens on Friday", "the meeting, due on Monday, is expected to"."""
    held: Candidate | None = None
    for group in scene.subject_groups(noun):
        if scene.relative(noun.end, group) and _announced_already(scene, noun, group):
            return None
        tense, mood = scene.tense(group)
        if scene.was_once(group):
            continue  # "originally planned for Tuesday, will now take place on Friday"
        if fixed_by := _fixed_by(scene, noun, group):
            c.rule, c.group, c.needs_time = fixed_by, group, fixed_by != "will hold" or tense == "present"
            return c
        if was_planned(scene, noun, group):
            c.rule, c.group, c.status = "will be held", group, "proposed" if group.verb == "expect" else "scheduled"
            return c
        if not _occurs(scene, group) or group.negated or mood in ("wish", "refused"):
            continue
        tense = "future" if group.tense == "participle" else tense
        fixed = (
            tense == "perfect"
            and group.verb == "schedule"
            and (scene.lower[group.first] != "had" or _told(scene, group))
        )
        if tense in AHEAD or tense == "modal" or group.tense == "infinitive" or fixed:
            return _to_come(scene, noun, c, group)
        if held is not None and group.verb in _GOES_ON:
            continue  # "opened in Oslo on Wednesday and runs through Friday"
        if tense == "present" or group.tense == "gerund" or (tense == "past" and _was_to_start(group)):
            c.rule, c.group, c.needs_time, c.finishing, c.licensed = "opens on", group, True, _finishes(group), True
            return c
        if tense in ("past", "perfect") and (group.verb != "schedule" or scene.lower[group.first] == "had"):
            c.rule, c.group, c.licensed = "was held", group, False
            held = c  # "the talks, which began on Friday, will resume"
            if group.verb == "be":  # "his May 7-9 visit was part of"
                c.rule, c.group, c.licensed, c.needs_time = "mention", None, True, True
    return held


def _told(scene: Scene, group: VerbGroup) -> bool:
    """As in "said that two more sessions had been arranged for next week": reported speech, of a day to come."""
    over = scene.left_group(group.first)
    said = over is not None and over.verb in meeting_words().verbs["say"]
    coming = (m.what for m in scene.times if m.first >= group.end and isinstance(m.what, Time))
    return said and any(t.direction == "future" for t in coming)


def _announced_already(scene: Scene, noun: Noun, group: VerbGroup) -> bool:
    """As in "will begin a tour that takes him to", "returned for talks that begin on Monday"."""
    taken = noun.series == "visit" and group.verb == "take"
    return direct_ahead(scene, noun) or taken or _journeyed_for(scene, noun)


def by_organiser(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "a conference it is organizing", "whose summit Peru will host", "the session its council is holding"."""
    group = scene.right_group(noun.end)
    if group is None or group.negated or not _right_before(scene, noun, group):
        return None
    if group.verb not in _ARRANGED or scene.tense(group)[0] not in AHEAD | {"present"}:
        return None
    c.rule, c.group, c.needs_time = "will hold", group, True
    return c


def _right_before(scene: Scene, noun: Noun, group: VerbGroup) -> bool:
    """True where a pronoun or a party stands alone between the noun and the verb."""
    if group.first - noun.end == 1 and scene.lower[noun.end] in _PRONOUNS:
        return True
    if any(m.first == noun.end and m.end == group.first for m in (*scene.parties, *scene.places)):
        return True
    between = scene.lower[noun.end : group.first]
    return len(between) in (2, 3) and between[0] in _ITS and all(w.isalpha() for w in between)


_ITS = frozenset({"its", "their", "his", "her", "the"})
"""As in "at the session its council is holding in May"."""


def _fixed_by(scene: Scene, noun: Noun, group: VerbGroup) -> str:
    """The rule by which a verb fixes the meeting whatever its own tense; "" where it does not."""
    if _adjourned(scene, group):
        return "will be held"
    if _called(scene, group):
        return "arranged"
    return "will hold" if _hosted(scene, noun, group) else ""


def _hosted(scene: Scene, noun: Noun, group: VerbGroup) -> bool:
    """As in "the summit, which Chile is to host in May", "a visit that she will pay": object of its relative clause."""
    if group.passive or group.negated or group.verb not in _HELD_BY:
        return False
    if scene.tense(group)[0] not in AHEAD | {"present"}:
        return False
    at = next((i for i in range(noun.end, group.first) if scene.lower[i] in ("which", "that")), None)
    named = at is not None and any(at < m.first < group.first for m in (*scene.parties, *scene.places))
    capital = at is not None and any(word[:1].isupper() for word in scene.tokens.words[at + 1 : group.first])
    return named or capital


_HELD_BY = frozenset(
    "host hold convene chair pay make attend undertake have lead open stage organise organize arrange plan "
    "inaugurate launch".split()
)
_ARRANGED = _HELD_BY - {"have", "make", "pay", "open", "lead"}
_PRONOUNS = frozenset({"it", "he", "she", "they", "we"})


def _called(scene: Scene, group: VerbGroup) -> bool:
    """As in "a meeting has been called for Thursday", "the summit was set for May"."""
    fixed = group.verb in _CALLING and group.passive and not group.negated and scene.lower[group.first] != "had"
    return fixed and scene.tense(group)[0] in ("past", "perfect") and scene.lower[group.end : group.end + 1] == ["for"]


_CALLING = frozenset("announce confirm call set fix arrange plan convene convoke pencil slate agree".split())


def _adjourned(scene: Scene, group: VerbGroup) -> bool:
    """As in "the talks adjourned until Tuesday": they go on then."""
    if group.verb != "adjourn" or group.negated or scene.tense(group)[0] not in ("past", "perfect"):
        return False
    return scene.lower[group.end : group.end + 1] in (["until"], ["till"], ["to"])


def _journeyed_for(scene: Scene, noun: Noun) -> bool:
    groups = object_of(scene, noun)
    goes = meeting_words().verbs["journey"] | {"send"}
    return bool(groups) and scene.preposition(noun) == "for" and groups[0].verb in goes


def _was_to_start(group: VerbGroup) -> bool:
    """As in "preparatory meetings were beginning on Thursday", read on Wednesday."""
    return group.progressive and group.verb in ("begin", "start", "open", "convene")


_GOES_ON = frozenset({"run", "last", "continue", "end"})


def _occurs(scene: Scene, group: VerbGroup) -> bool:
    """True for a verb that says of an occasion that it takes place: "be held", "open", "get under way"."""
    verbs = meeting_words().verbs
    if group.verb not in verbs["occur"] or (group.tense == "gerund" and group.verb not in _STARTING):
        return False
    if group.tense == "participle" and group.mood == "plain":
        return False  # "talks held in Riga"
    if group.verb == "hold" and scene.lower[group.end : group.end + 1] == ["its"]:
        return not any(group.end < n.first <= group.end + 1 for n in scene.nouns)  # "which holds its first gathering"
    if group.tense == "infinitive" and _finishes(group) and not _bare(scene, group):
        return False  # "talks to end the war"
    if group.verb == "get" and scene.lower[group.end : group.end + 1] not in _STARTED:
        return False
    ends = group.verb in verbs["finish"] and _bare(scene, group)  # "the meeting will conclude on Friday"
    return ends or group.verb not in verbs["hold"] or group.verb in _BY_ITSELF or group.passive


def _bare(scene: Scene, group: VerbGroup) -> bool:
    """True where no object follows the verb."""
    after = scene.lower[group.end] if group.end < scene.sentence.end else "."
    timed = any(m.first == group.end for m in scene.times)
    return timed or not after.isalpha() or after in PREPOSITIONS | ADVERBS | {"here", "there"}


def _to_come(scene: Scene, noun: Noun, c: Candidate, group: VerbGroup) -> Candidate:
    tense, mood = scene.tense(group)
    tense = "future" if group.tense == "participle" else tense
    c.rule, c.group, c.status, c.finishing, c.licensed = (
        "will be held",
        group,
        status_of(mood, tense),
        _finishes(group),
        True,
    )
    if group.tense == "infinitive" and tense not in AHEAD:
        c.rule, c.status = "to be held", "scheduled"
    if _unsure(scene, noun, group):
        c.status = "proposed"
    goes_on = group.verb in ("continue", "resume") and group.tense == "gerund"
    followed = group.verb == "follow" and group.passive  # "his trip will be followed by a visit": the visit is ahead
    if group.verb == "last" and tense == "modal":
        c.rule, c.licensed = "mention", False  # "the session could last well into next week"
    c.needs_time = c.finishing or group.verb in _SAYS_LITTLE or tense == "modal" or goes_on or followed
    return c


def _finishes(group: VerbGroup) -> bool:
    return group.verb in meeting_words().verbs["finish"]


_BY_ITSELF = frozenset(
    "begin start open restart reopen resume continue convene take reconvene kick come go be bring gather".split()
)
"""Of the verbs that a meeting can be the object of, those that it can also be the subject of."""
_SAYS_LITTLE = frozenset(
    "be focus cover discuss address aim include mark bring make last deal centre center concentrate involve decide "
    "produce help group unite comprise".split()
)
_STARTED = (["under"], ["underway"], ["started"], ["going"])


def _unsure(scene: Scene, noun: Noun, group: VerbGroup) -> bool:
    """As in "It is uncertain whether Monday's talks will go ahead"."""
    before = scene.lower[max(scene.sentence.first, noun.first - 1) : noun.first]
    return before in (["whether"], ["if"]) or doubted(scene, group)
