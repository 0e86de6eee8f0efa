"""Whether a verb of meeting has somebody who meets, and somebody or something met."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD
from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.objects import first_noun_phrase, object_head
from store.extract.meetings.parts.subjects import assembly_sits, shares, subject_stretch
from store.extract.meetings.parts.words import meeting_words
from store.extract.plural_verbs import PEOPLE
from store.extract.word_classes import PREPOSITIONS
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene

_LINES = frozenset({"phone", "telephone", "video", "videolink", "satellite", "teleconference"})


def fixture_in(scene: Scene) -> bool:
    """True where a match is told of; not in "the final communique", "a final round of talks"."""
    words, lower = meeting_words().fixtures, scene.lower
    if not meeting_words().governing.isdisjoint(lower[scene.sentence.first : scene.sentence.end]):
        return False  # "representatives of the clubs will meet over the European Cup"
    for i in range(scene.sentence.first, scene.sentence.end):
        if lower[i] in words:
            after = lower[i + 1] if i + 1 < scene.sentence.end else "."
            if lower[i] != "final" or not after.isalpha() or after in PREPOSITIONS:
                return True
    return False


def people_meet(scene: Scene, group: VerbGroup) -> bool:
    """True where what follows the verb can be met, or nothing is met and the subject can meet."""
    words = meeting_words()
    lower, end = scene.lower, scene.sentence.end
    if fixture_in(scene):
        return False
    start = _past_to_with(scene, group.end)
    after = lower[start : min(start + 14, end)]
    if group.verb == "sit":
        across = after[:3] in (["across", "the", "table"], ["around", "a", "table"], ["at", "one", "table"])
        return across or after[:1] in (["down"], ["together"], ["with"]) or _body_sits(scene, group)
    if group.verb in ("talk", "negotiate", "consult", "confer"):
        return _talk_with(scene, group, start)
    told = [w for w in after if w not in ("again", "together", "later")]
    timed = any(m.first == group.end for m in scene.times)  # "will gather tomorrow to"
    bare = timed or told[:1] in _WHERE_OR_WHEN or told[1:2] in _EARLIER
    if group.verb in ("gather", "assemble") and not bare:
        return _called_together(told)
    somebody = any(m.first == group.end and m.party == "person" for m in scene.parties)
    somebody = somebody or (group.verb == "meet" and after[:1] != [] and after[0] in PEOPLE)  # "meets envoys of Peru"
    if (assembly_sits(scene, group) and not somebody) or (
        group.verb == "assemble" and not _office_holders(scene, group)
    ):
        return False
    if not after:
        return True
    if group.verb == "meet" and after[0] == "with" and len(after) > _PHRASE and after[1].isalpha():
        return first_noun_phrase(after[1:])[-1:] not in _MET_WITH
    if after[0] == "and" and not _EXCEED.isdisjoint(after):
        return False  # "to meet and even exceed the goals"
    k = object_head(after)
    if k is None or (k == 0 and timed and _nobody_past_times(scene, group)):
        return can_meet(scene, group) or _meets_further_on(scene, group)
    head = first_noun_phrase(after[k:])
    telling = [
        w for w in head if w in words.not_met or w in words.people
    ]  # "opposition leaders", "the leaders' demand"
    if telling:
        return telling[-1] in words.people
    if head[0] in _THEM or (not _KIN.isdisjoint(head[-1:]) and _lies_ahead(scene, group)):
        return True
    named = scene.tokens.words[start + k][:1].isupper() and _lies_ahead(scene, group)
    return named or any(start <= m.first <= start + k + len(head) for m in scene.parties)


def _nobody_past_times(scene: Scene, group: VerbGroup) -> bool:
    """As in "will meet a fortnight from now in Oslo": a time follows, and no one that is met."""
    return object_head(scene.lower[past_times(scene, group.end) : scene.sentence.end]) is None


_PHRASE = 2
"""Tokens of "with the" before whoever is met."""
_MET_WITH = [[w] for w in "success approval resistance failure opposition silence scepticism response".split()]
"""What one meets "with" and nobody is."""


def _called_together(after: list[str]) -> bool:
    """As in "will gather his aides and the ambassadors in Lima"; not "will gather support from the leaders"."""
    whom = list(takewhile(lambda word: (word not in PREPOSITIONS and word.isalnum()) or word in _IN_PHRASES, after))
    return bool(whom) and whom[-1] in meeting_words().people


_IN_PHRASES = frozenset({"'s", "'", "-"})


_WHERE_OR_WHEN = (["in"], ["at"], ["for"], ["here"], ["on"], ["there"], ["next"], ["this"], ["to"])
_EARLIER = (["day"], ["days"], ["week"])
"""After "a", "the", "two": "will gather a day earlier"."""


def _body_sits(scene: Scene, group: VerbGroup) -> bool:
    """As in "the union's Council of Ministers will sit on Wednesday"; parliaments and courts sit too."""
    on_a_day = any(group.end <= m.first <= group.end + 1 for m in scene.times)
    bodies = any(m.party == "organisation" for m in scene.parties if m.end <= group.first)
    subject = scene.lower[slice(*subject_stretch(scene, group))]
    return on_a_day and (bodies or not _SITTING.isdisjoint(subject)) and not assembly_sits(scene, group)


_SITTING = frozenset({"council", "committee", "commission", "conference"})
_EXCEED = frozenset({"exceed", "surpass", "beat", "fulfil", "fulfill", "satisfy"})


def _talk_with(scene: Scene, group: VerbGroup, start: int) -> bool:
    """As in "will consult with the union", "are to confer by telephone"; not "will talk about it"."""
    after = scene.lower[start : min(start + 14, scene.sentence.end)]
    if after[:1] in (["by"], ["via"], ["over"]) and not _LINES.isdisjoint(after[1:3]):
        return can_meet(scene, group)
    if group.verb in ("consult", "confer") and after[:1] in (["again"], ["on"], ["in"], ["at"], ["here"]):
        return can_meet(scene, group)
    met = any(group.end <= m.first <= group.end + 4 for m in scene.parties)
    told = not meeting_words().people.isdisjoint(first_noun_phrase(after[1:]))
    named = start + 1 < scene.sentence.end and scene.tokens.words[start + 1][:1].isupper()
    return after[:1] in (["with"], ["to"]) and (met or told or named)


_KIN = frozenset("sons daughters relatives families family widow widows parents survivors victims".split())
_THEM = frozenset({"him", "her", "them", "us", "me"})


def _lies_ahead(scene: Scene, group: VerbGroup) -> bool:
    """True for a verb that looks ahead, and for a present beside a day to come: "the union meets Rovex tomorrow"."""
    tense = scene.tense(group)[0]
    coming = any(isinstance(t := m.what, Time) and t.direction == "future" for m in scene.times)
    return tense in AHEAD or (tense == "present" and coming)


def _meets_further_on(scene: Scene, group: VerbGroup) -> bool:
    """As in "will meet at the palace on Tuesday with the king's envoys"."""
    stop = clause_end(scene, group.end)
    at = next((i for i in range(group.end, stop) if scene.lower[i] == "with"), None)
    return at is not None and any(at < m.first <= at + 4 for m in scene.parties)


def _office_holders(scene: Scene, group: VerbGroup) -> bool:
    """True where ministers or envoys assemble; fighters and crowds do too."""
    start, end = subject_stretch(scene, group)
    return not PEOPLE.isdisjoint(scene.lower[start:end])


def past_times(scene: Scene, at: int) -> int:
    """Past the times that stand behind a verb: "will play host next week to"."""
    i = at
    while i < scene.sentence.end:
        time = next((m for m in scene.times if m.first <= i < m.end), None)
        if time is not None:
            i = time.end
        elif scene.lower[i] in _BEFORE_TIMES and any(m.first == i + 1 for m in scene.times):
            i += 1  # also the "to" of "from May 3 to 5"
        else:
            break
    return i


_BEFORE_TIMES = frozenset({"on", "in", "at", "later", "from", "to", "through", "and", "between", "-"})


def _past_to_with(scene: Scene, at: int) -> int:
    """Past the times between a verb and "with": "is to meet later on Monday with the premier"."""
    i = past_times(scene, at)
    return i if scene.lower[i : i + 1] == ["with"] else at


def _takes_up_body(scene: Scene, at: int) -> bool:
    """True where a body is told of before the "it" at ``at``."""
    named = any(m.end <= at and m.party == "organisation" for m in scene.parties)
    return named or not _BODIES.isdisjoint(scene.lower[scene.sentence.first : at])


_BODIES = frozenset("group committee council commission panel bloc alliance cartel board forum federation".split())


def can_meet(scene: Scene, group: VerbGroup) -> bool:
    """A subject that can meet without an object: several people, a body, "they"."""
    words = meeting_words()
    lower = scene.lower
    start, end = subject_stretch(scene, group)
    subject = lower[start:end]
    if any(
        (w in words.people and w != "team" and w != "teams")
        or w in words.pairs
        or w in ("they", "both", "two", "and", "we")
        for w in subject
    ):
        return True
    if any(start <= m.first < end for m in scene.parties):
        return True
    if subject[-1:] == ["it"] and _takes_up_body(scene, start):
        return True  # "the cartel could cut output when it meets in June"
    if group.tense == "infinitive" and scene.lower[group.first - 1] == "agreement":
        return True  # "broke up with an agreement to meet again"
    at = scene.groups.index(group)
    if at and (not group.finite or not subject or subject[-1] in ("and", "but")):
        return can_meet(scene, shares(scene, at) if group.finite else scene.groups[at - 1])
    return not subject and not group.finite
