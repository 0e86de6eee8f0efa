"""Verbs that announce a meeting by themselves: "will meet", "is to visit", "agreed to sit down"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.encounters import by_call, by_discussion, by_pronoun, looking_ahead
from store.extract.meetings.journeys import JOURNEYS, by_journey
from store.extract.meetings.subjects import assembly_sits, subject_stretch
from store.extract.meetings.words import meeting_words
from store.extract.word_classes import PREPOSITIONS
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.candidate import Candidate
    from store.extract.meetings.scene import Scene


_LINES = frozenset({"phone", "telephone", "video", "videolink", "satellite", "teleconference"})
RECEIVES = frozenset({"receive", "welcome", "host", "see"})


def by_verb(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A candidate where the verb group announces a meeting or visit by itself."""
    words = meeting_words()
    if group.negated:
        return None
    if told_on := by_pronoun(scene, group):
        return told_on
    if group.verb in words.verbs["meet"] and (met := _meets(scene, group)):
        return met
    if group.verb == "visit":
        return _visits(scene, group)
    if group.verb in RECEIVES:
        return _receives(scene, group)
    if group.verb in ("speak", "talk", "confer") and (call := by_call(scene, group)):
        return call
    if group.verb == "discuss":
        return by_discussion(scene, group)
    return by_journey(scene, group) if group.verb in JOURNEYS else None


def _meets(scene: Scene, group: VerbGroup) -> Candidate | None:
    c = looking_ahead(scene, group)
    if c is None or not _people_meet(scene, group):
        return None
    return c


def _people_meet(scene: Scene, group: VerbGroup) -> bool:
    """True where what follows the verb can be met, or nothing is met and the subject can meet."""
    words = meeting_words()
    lower, end = scene.lower, scene.sentence.end
    if not words.fixtures.isdisjoint(lower[scene.sentence.first : end]):
        return False
    start = _past_times(scene, group.end)
    after = lower[start : min(start + 14, end)]
    if group.verb == "sit":
        return after[:1] == ["down"]
    if group.verb in ("talk", "negotiate", "consult", "confer"):
        if after[:1] in (["by"], ["via"], ["over"]) and not _LINES.isdisjoint(after[1:3]):
            return _can_meet(scene, group)
        return after[:1] in (["with"], ["to"]) and any(
            m.first <= group.end + 4 and m.first >= group.end for m in scene.parties
        )
    if (
        group.verb in ("convene", "reconvene", "gather")
        and group.verb == "gather"
        and [w for w in after if w not in ("again", "together", "later")][:1]
        not in (["in"], ["at"], ["for"], ["here"], ["on"])
    ):
        return False
    if assembly_sits(scene, group):
        return False
    if not after:
        return True
    k = _object_head(after)
    if k is None:
        return _can_meet(scene, group)
    head = _first_noun_phrase(after[k:])
    if any(w in words.not_met for w in head):
        return False
    if any(w in words.people for w in head):
        return True
    return any(start <= m.first <= start + k + len(head) for m in scene.parties)


def _past_times(scene: Scene, at: int) -> int:
    """Past the times between a verb and "with": "is to meet later on Monday with the premier"."""
    i = at
    while i < scene.sentence.end:
        time = next((m for m in scene.times if m.first <= i < m.end), None)
        if time is not None:
            i = time.end
        elif scene.lower[i] in ("on", "in", "at", "later") and any(m.first == i + 1 for m in scene.times):
            i += 1
        else:
            break
    return i if scene.lower[i : i + 1] == ["with"] else at


def _object_head(after: list[str]) -> int | None:
    """Index where an object or "with" complement begins; None where the verb stands alone."""
    i = 0
    while i < len(after) and (
        after[i]
        in (
            "again",
            "separately",
            "jointly",
            "together",
            "up",
            "here",
            "there",
            "first",
            "later",
            "also",
            "briefly",
            "privately",
            "directly",
            "face",
            "-",
        )
        or after[max(0, i - 1) : i + 1] in (["face", "to"], ["-", "to"])
        or after[i].endswith("ly")
    ):
        i += 1
    if i >= len(after) or not after[i].isalpha():
        return None
    if after[i] == "with":
        return i + 1
    if after[i] in PREPOSITIONS or after[i] in (
        "to",
        "and",
        "or",
        "but",
        "when",
        "as",
        "if",
        "who",
        "next",
        "this",
        "later",
        "today",
        "tomorrow",
        "tonight",
        "early",
        "late",
        "before",
    ):
        return None if after[i] != "this" or after[i + 1 : i + 2] in (["week"], ["month"], ["year"], ["weekend"]) else i
    if after[i] in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"):
        j = after.index("with") if "with" in after else -1
        return j + 1 if j > 0 else None
    if after[i] in ("each", "one"):
        return None
    return i


def _first_noun_phrase(words: list[str]) -> list[str]:
    for i, w in enumerate(words):
        if i and (
            w in PREPOSITIONS
            or not (w[0].isalnum() or w in ("'s", "-", "."))
            or w in ("to", "who", "which", "that", "and", "when", "as")
        ):
            return words[:i]
    return words


def _can_meet(scene: Scene, group: VerbGroup) -> bool:
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
    at = scene.groups.index(group)
    if at and (not group.finite or not subject or subject[-1] in ("and", "but")):
        return _can_meet(scene, scene.groups[at - 1])
    return not subject and not group.finite


def _receives(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "will receive the Cuban foreign minister", "is to be received by the king", "will host the premier"."""
    c = looking_ahead(scene, group)
    if c is None:
        return None
    if group.passive:
        return c if scene.lower[group.end : group.end + 1] == ["by"] else None
    head = _first_noun_phrase(scene.lower[group.end : min(group.end + 14, scene.sentence.end)])
    persons = [m for m in scene.parties if isinstance(m.what, Party) and m.what.kind == "person"]
    met = any(group.end <= m.first < group.end + len(head) for m in persons)
    if group.verb == "see":
        return c if met and c.rule == "will meet" else None
    return c if met or not meeting_words().people.isdisjoint(head) else None


_KIN = frozenset({"family", "relatives", "parents", "mother", "father", "hometown", "birthplace", "grave"})


def _visits(scene: Scene, group: VerbGroup) -> Candidate | None:
    c = looking_ahead(scene, group)
    if c is None or group.passive:
        return None
    start, end = subject_stretch(scene, group)
    near = [m for m in scene.parties if start <= m.first < end]
    after = range(group.end, min(group.end + 6, scene.sentence.end))
    if not _KIN.isdisjoint(scene.lower[i] for i in after):
        return None
    somewhere = any(m.first in after for m in (*scene.places, *scene.parties)) or scene.lower[
        group.end : group.end + 2
    ] in (["the", "country"], ["the", "region"])
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
