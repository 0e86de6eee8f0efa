"""Licences of a meeting noun by what is said of it: "will be held", "due on Monday", "was put off"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.candidate import AHEAD, Candidate, status_of
from store.extract.meetings.object_rules import direct_ahead, object_of
from store.extract.meetings.words import meeting_words
from store.extract.word_classes import DETERMINERS

if TYPE_CHECKING:
    from store.extract.meetings.nouns import Noun
    from store.extract.meetings.scene import Scene


_STARTING = frozenset({"begin", "start", "open", "run", "take", "resume", "end", "conclude", "close"})


def changed(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """Postponed and cancelled: "the talks were postponed until May", "X called off its meeting with Y"."""
    words = meeting_words()
    for group, passive in [(g, True) for g in scene.subject_groups(noun)[:2]] + [
        (g, False) for g in object_of(scene, noun)
    ]:
        if group.passive != passive or group.tense == "gerund" or (passive and group.tense == "infinitive"):
            continue
        particle = scene.lower[group.end : group.end + 1]
        if group.verb in words.verbs["postpone"] and (
            group.verb not in ("put", "push", "move") or particle in (["off"], ["back"], ["forward"], ["to"])
        ):
            c.status, c.rule, c.group = "postponed", "postponed", group
        elif group.verb in words.verbs["cancel"] and (
            group.verb != "call" or "off" in scene.lower[group.end : noun.end + 3]
        ):
            if group.verb in ("boycott", "skip") or group.negated or scene.tense(group)[1] in ("wish", "refused"):
                continue
            c.status, c.rule, c.group = "cancelled", "cancelled", group
        else:
            continue
        if scene.lower[group.first] == "had":
            continue  # "had been cancelled, he was quoted as saying": since set right
        if scene.tense(group)[0] == "modal" or scene.tense(group)[1] in ("wish", "proposed"):
            return None
        return c
    return None


def by_subject(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "The talks will be held", "the summit opens on Friday", "the meeting, due on Monday, is expected to"."""
    words = meeting_words()
    for group in scene.subject_groups(noun):
        if scene.relative(noun.end, group) and direct_ahead(scene, noun):
            return None  # "will begin a tour that takes him to": the object of what is announced
        if group.verb not in words.verbs["occur"] or (group.tense == "gerund" and group.verb not in _STARTING):
            continue
        if (
            group.verb in words.verbs["hold"]
            and group.verb
            not in (
                "begin",
                "start",
                "open",
                "resume",
                "continue",
                "convene",
                "take",
                "reconvene",
                "kick",
                "come",
                "go",
                "be",
            )
            and not group.passive
        ):
            continue
        tense, mood = scene.tense(group)
        if group.tense == "participle" and group.mood == "plain":
            continue  # "talks held in Riga"
        if group.tense == "participle":
            tense = "future"
        if group.negated or mood in ("wish", "refused"):
            continue
        finishing = group.verb in words.verbs["finish"]
        if tense in AHEAD or tense == "modal" or group.tense == "infinitive":
            c.rule, c.group, c.status, c.finishing = "will be held", group, status_of(mood, tense), finishing
            if group.tense == "infinitive" and tense not in AHEAD:
                c.rule, c.status = "to be held", "scheduled"
            c.needs_time = (
                finishing
                or group.verb
                in ("be", "focus", "cover", "discuss", "address", "aim", "include", "mark", "bring", "make", "last")
                or tense == "modal"
                or (group.verb in ("continue", "resume") and group.tense == "gerund")
            )
            return c
        if tense == "present" or group.tense == "gerund":
            c.rule, c.group, c.needs_time, c.finishing = "opens on", group, True, finishing
            return c
        if tense in ("past", "perfect") and (group.verb != "schedule" or scene.lower[group.first] == "had"):
            c.rule, c.group, c.licensed = "was held", group, False
            return c
    return None


def by_participle(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "Talks due on Monday", "a meeting set for Friday": participles and "due" right after the noun phrase."""
    lower = scene.lower
    stop = min(noun.end + 12, scene.sentence.end)
    for i in range(noun.end, stop):
        word = lower[i]
        if word in ("due", "scheduled", "slated", "planned", "set", "expected", "rescheduled", "timed"):
            before = lower[i - 1]
            if before in DETERMINERS or any(g.first <= i < g.end and g.finite for g in scene.groups):
                return None
            c.rule, c.needs_time = "due", word in ("set", "expected", "planned", "due")
            c.status = "proposed" if word == "expected" else "scheduled"
            return c
        if any(g.first == i for g in scene.groups) or (word in "().;:") or word in ("which", "who", "that", "when"):
            return None
    return None
