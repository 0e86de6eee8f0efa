"""Announcements in one sentence: which nouns and verbs announce a meeting, how surely, and with which status."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.extract.clauses import DETERMINERS, PREPOSITIONS, VerbGroup
from store.extract.meetings.scene import Noun, Scene
from store.extract.meetings.words import meeting_words

if TYPE_CHECKING:
    from store.extract.clauses import Mood, Tense
    from store.model.facts import Status
    from store.model.mentions import Party, Place, Time

AHEAD = frozenset({"future", "reported"})
_UPCOMING_LINKS = ("ahead of", "in advance of", "prior to", "before", "on the eve of", "run-up to", "run up to", "preparations for", "prepare for",
                   "preparing for", "in preparation for", "preparation for", "looking forward to", "look forward to", "agenda for", "agenda of",
                   "invitation to", "date for", "date of", "venue for", "venue of", "until")  # fmt: skip
_STARTING = frozenset({"begin", "start", "open", "run", "take", "resume", "end", "conclude", "close"})
_SIDES = {"bilateral": 2, "one-on-one": 2, "two-way": 2, "trilateral": 3, "three-way": 3, "tripartite": 3}
_SIDELINES = frozenset(
    {"sidelines", "sideline", "margins", "margin", "fringes", "fringe", "framework", "end", "opening", "start", "eve"}
)
_PAST_LINKS = frozenset({"after", "since", "following"})


@dataclass(slots=True, kw_only=True)
class Candidate:
    """One mention of a meeting that may announce it; filled in by the slots and joined by the merging."""

    scene: Scene
    at: int
    """Token of the trigger."""
    noun: Noun | None
    group: VerbGroup | None
    """The verb group whose subject and complements are the meeting's."""
    series: str
    rule: str
    status: Status = "scheduled"
    licensed: bool = True
    """False for a mention that only adds to a meeting announced elsewhere."""
    definite: bool = False
    needs_time: bool = False
    """True where only a future date makes an announcement of it."""
    finishing: bool = False
    """True where the time is that of the last day ("concludes on Friday")."""
    journey: bool = False
    times: list[Time] = field(default_factory=list)
    place: Place | None = None
    here: bool = False
    parties: list[Party] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    """Words that name the occasion ("apec", "economic"): two different sets are two meetings."""
    topic: str = ""
    sides: int = 0
    """2 for "bilateral", 3 for "trilateral" talks."""
    pair: bool = False
    """True where its parties are "the two countries", "they": to be resolved from what went before."""


def announcements(scene: Scene) -> list[Candidate]:
    """Candidates of one sentence in text order."""
    found = [c for noun in scene.nouns if (c := _by_noun(scene, noun))]
    taken = {c.group for c in found if c.group}
    for group in scene.groups:
        candidate = _by_verb(scene, group) if group not in taken else None
        if candidate:
            found.append(candidate)
    found.sort(key=lambda c: c.at)
    return found


def status_of(mood: Mood, tense: Tense) -> Status:
    """How sure the announcement is by the mood of its verb."""
    return "proposed" if mood in ("proposed", "expected") or tense == "modal" else "scheduled"


def _by_noun(scene: Scene, noun: Noun) -> Candidate | None:
    words = meeting_words()
    lower = scene.lower
    inside = lower[noun.first : noun.head]
    if lower[noun.head] in words.held and words.calls.isdisjoint(inside):
        return None
    definite = any(w in words.modifiers["definite"] for w in inside) or not inside
    base = Candidate(scene=scene, at=noun.head, noun=noun, group=None, series=noun.series, rule="", definite=definite)
    if not words.calls.isdisjoint(inside) and "courtesy" not in inside:
        base.series = "phone call"
    base.sides = next((_SIDES[w] for w in inside if w in _SIDES), 0)
    for judge in (_changed, _by_subject, _by_participle, _by_modifier, _by_link, _by_object):
        verdict = judge(scene, noun, base)
        if verdict is not None:
            return _finished(verdict, inside)
    base.rule, base.licensed, base.needs_time = "mention", True, True
    return _finished(base, inside)


def _finished(c: Candidate, inside: list[str]) -> Candidate | None:
    words = meeting_words()
    if c.status == "scheduled" and any(w in words.modifiers["proposed"] and w != "future" for w in inside):
        c.status = "proposed"
    if c.status == "scheduled" and any(w in words.modifiers["cancelled"] for w in inside):
        c.status = "cancelled"
    if c.noun and not c.noun.strong and not c.needs_time and c.rule in ("upcoming", "link", "travel"):
        c.needs_time = True
    if any(w in words.modifiers["under_way"] or w in words.modifiers["past"] for w in inside) and c.rule not in (
        "will be held",
        "to be held",
    ):
        c.needs_time = True
    return c


def _changed(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """Postponed and cancelled: "the talks were postponed until May", "X called off its meeting with Y"."""
    words = meeting_words()
    for group, passive in [(g, True) for g in scene.subject_groups(noun)[:2]] + [
        (g, False) for g in _object_of(scene, noun)
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


def _by_subject(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """ "The talks will be held", "the summit opens on Friday", "the meeting, due on Monday, is expected to"."""
    words = meeting_words()
    for group in scene.subject_groups(noun):
        if scene.relative(noun.end, group) and _direct_ahead(scene, noun):
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
        if tense in ("past", "perfect") and not (group.verb == "schedule"):
            c.rule, c.group, c.licensed = "was held", group, False
            return c
    return None


def _direct_ahead(scene: Scene, noun: Noun) -> bool:
    group = _governor(scene, noun)
    if group is None or scene.preposition(noun) or group.verb not in meeting_words().verbs["hold"]:
        return False
    return scene.tense(group)[0] in AHEAD and not group.negated


def _by_participle(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """ "Talks due on Monday", "a meeting set for Friday": participles and "due" right after the noun phrase."""
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


def _by_modifier(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """ "The upcoming talks", "a planned visit", "the next round"."""
    inside = scene.lower[noun.first : noun.head]
    words = meeting_words()
    if any(w in words.modifiers["upcoming"] or w in words.modifiers["proposed"] for w in inside):
        link = _past_link(scene, noun)
        if link or (_governor(scene, noun) and _mood_forbids(scene, noun)):
            return None
        if "next" in inside and any(
            w in ("week", "month", "year", "day", "week's", "month's", "year's") for w in inside
        ):
            return None  # a date, not an order
        group = _governor(scene, noun)
        if group is not None and group.verb in words.verbs["cancel"]:
            c.rule, c.licensed = "not to be", False
            return c
        c.rule = "upcoming"
        c.group = group if _direct_ahead(scene, noun) else None
        return c
    return None


def _past_link(scene: Scene, noun: Noun) -> bool:
    return scene.preposition(noun) in _PAST_LINKS


def _by_link(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """ "Ahead of talks on", "in preparation for the summit"."""
    before = " ".join(scene.lower[max(scene.sentence.first, noun.first - 4) : noun.first])
    if not before.endswith(_UPCOMING_LINKS):
        return None
    group = scene.left_group(noun.first)
    c.rule = "link"
    c.needs_time = not before.endswith(("ahead of", "on the eve of", "run-up to", "forward to")) or not (
        c.definite or any(scene.tokens.words[i][0].isupper() for i in range(noun.first, noun.head))
    )
    if group is not None and before.endswith("before") and scene.tense(group)[0] == "past":
        c.needs_time = True
    return c


def _governor(scene: Scene, noun: Noun) -> VerbGroup | None:
    groups = _object_of(scene, noun)
    return groups[0] if groups else None


def _object_of(scene: Scene, noun: Noun) -> list[VerbGroup]:
    """The verb group whose object or complement the noun phrase is, as a list of none or one."""
    group = scene.left_group(noun.first)
    if group is None or scene.broken(group.end, noun.first) or noun.first - group.end > 30:
        return []
    return [group]


def _beside(scene: Scene, noun: Noun) -> bool:
    """ "On the sidelines of the summit"."""
    before = scene.lower[max(scene.sentence.first, noun.first - 3) : noun.first]
    return before[-1:] == ["of"] and not _SIDELINES.isdisjoint(before)


def _mood_forbids(scene: Scene, noun: Noun) -> bool:
    group = _governor(scene, noun)
    if group is None:
        return False
    _, mood = scene.tense(group)
    return group.negated or mood in ("wish", "refused")


def _by_object(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """ "Will hold talks", "is to attend the summit", "flies to Oslo for talks"."""
    words = meeting_words()
    group = _governor(scene, noun)
    if group is None:
        return None
    link = scene.preposition(noun)
    tense, mood = scene.tense(group)
    if link in ("at", "during", "until", "by") or _beside(scene, noun):
        c.rule, c.needs_time = ("at", True) if tense in AHEAD or tense == "modal" else ("mention", True)
        return c
    if group.negated or mood in ("wish", "refused"):
        c.rule, c.licensed = "not to be", False
        return c
    if link in _PAST_LINKS:
        c.rule, c.licensed = "after", False
        return c
    if link == "of" and noun.first - group.end > 2:
        c.rule, c.needs_time = "mention", True
        return c
    direct = link in ("", "in", "to", "with", "for", "into", "at", "of") and group.verb in words.verbs["hold"]
    if link == "for" and group.verb in words.verbs["meet"] | {"visit"}:
        c.rule, c.needs_time = "travel", True
        return c
    c.group = group if direct else None
    if tense in AHEAD or tense == "modal":
        c.status = "proposed" if _doubted(scene, group) else status_of(mood, tense)
        if direct and not (link == "of" and noun.first - group.end > 6):
            c.rule = "will hold" if link == "" else "travel"
            c.needs_time = (
                group.verb
                in (
                    "have",
                    "be",
                    "see",
                    "use",
                    "do",
                    "tell",
                    "bring",
                    "complete",
                    "call",
                    "discuss",
                    "present",
                    "finish",
                    "conclude",
                    "hear",
                    "accept",
                    "continue",
                    "lead",
                    "mediate",
                )
                or (
                    link not in ("", "in")
                    and group.verb
                    not in (
                        "attend",
                        "participate",
                        "come",
                        "go",
                        "travel",
                        "fly",
                        "head",
                        "arrive",
                        "leave",
                        "take",
                        "join",
                        "visit",
                        "return",
                    )
                )
                or mood == "proposed"
            )
            return c
        c.rule, c.needs_time = "at", True
        c.status = "scheduled"
        return c
    if tense == "present" or (tense == "past" and group.progressive):
        c.rule, c.needs_time = "holds on", True
        return c
    if tense in ("past", "perfect"):
        if group.verb in words.verbs["journey"] and link in ("for", "to"):
            c.rule, c.needs_time = "travelled for", True
            return c
        c.rule, c.needs_time = "mention", True
        c.licensed = not (direct and link == "")
        return c
    c.rule, c.needs_time = "mention", True
    return c


def _by_verb(scene: Scene, group: VerbGroup) -> Candidate | None:
    words = meeting_words()
    if group.negated:
        return None
    if group.verb in words.verbs["meet"]:
        return _meets(scene, group)
    if group.verb == "visit":
        return _visits(scene, group)
    return None


def _ahead(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A candidate where the verb looks ahead, or may: then only with a date."""
    tense, mood = scene.tense(group)
    if mood in ("wish", "refused"):
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule="will meet")
    if tense in AHEAD or tense == "modal":
        c.status = "proposed" if _doubted(scene, group) else status_of(mood, tense)
        c.needs_time = tense == "modal" or mood == "proposed" or mood == "journey"
        return c
    if tense == "present" or (tense == "past" and group.progressive):
        c.rule, c.needs_time = "meets on", True
        return c
    return None


def _doubted(scene: Scene, group: VerbGroup) -> bool:
    """ "Unclear whether X will meet Y"."""
    start = subject_start(scene, group)
    return scene.lower[max(scene.sentence.first, start - 1) : start] in (["whether"], ["if"])


def _meets(scene: Scene, group: VerbGroup) -> Candidate | None:
    c = _ahead(scene, group)
    if c is None or not _people_meet(scene, group):
        return None
    return c


def _people_meet(scene: Scene, group: VerbGroup) -> bool:
    """True where what follows the verb can be met, or nothing is met and the subject can meet."""
    words = meeting_words()
    lower, end = scene.lower, scene.sentence.end
    after = lower[group.end : min(group.end + 14, end)]
    if group.verb == "sit":
        return after[:1] == ["down"]
    if group.verb in ("talk", "negotiate", "consult", "confer"):
        return after[:1] in (["with"], ["to"]) and any(
            m.first <= group.end + 4 and m.first >= group.end for m in scene.parties
        )
    if (
        group.verb in ("convene", "reconvene", "gather")
        and group.verb == "gather"
        and after[:1] not in (["in"], ["at"], ["for"], ["here"], ["on"])
    ):
        return False
    if _assembly_subject(scene, group):
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
    return any(group.end <= m.first <= group.end + k + len(head) for m in scene.parties)


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
        )
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


def _assembly_subject(scene: Scene, group: VerbGroup) -> bool:
    words = meeting_words()
    before = scene.lower[max(scene.sentence.first, group.first - 6) : group.first]
    return any(w in words.assemblies for w in before)


def _can_meet(scene: Scene, group: VerbGroup) -> bool:
    """A subject that can meet without an object: several people, a body, "they"."""
    words = meeting_words()
    lower = scene.lower
    start = subject_start(scene, group)
    subject = lower[start : group.first]
    if any(
        w in words.people
        and w != "team"
        and w != "teams"
        or w in words.pairs
        or w in ("they", "both", "two", "and", "we")
        for w in subject
    ):
        return True
    if any(start <= m.first < group.first for m in scene.parties):
        return True
    at = scene.groups.index(group)
    if at and (not group.finite or not subject or subject[-1] in ("and", "but")):
        return _can_meet(scene, scene.groups[at - 1])
    return not subject and not group.finite


def subject_start(scene: Scene, group: VerbGroup) -> int:
    """First token of the stretch before ``group`` in which its subject stands."""
    start = scene.sentence.first
    for other in scene.groups:
        if other.end <= group.first and other.finite:
            start = max(start, other.end)
    for i in range(group.first - 1, start - 1, -1):
        word = scene.lower[i]
        if word in ('"', "“", "”", "''", "``", ":", ";", "--", "—") or (
            word
            in (
                "that",
                "as",
                "when",
                "while",
                "if",
                "before",
                "after",
                "where",
                "because",
                "until",
                "whether",
                "but",
                "since",
            )
            and not scene._part_of_mention(i)
        ):
            return i + 1
    return start


def _visits(scene: Scene, group: VerbGroup) -> Candidate | None:
    c = _ahead(scene, group)
    if c is None or group.passive:
        return None
    start = subject_start(scene, group)
    near = [m for m in scene.parties if start <= m.first < group.first]
    after = range(group.end, min(group.end + 6, scene.sentence.end))
    somewhere = any(m.first in after for m in (*scene.places, *scene.parties)) or scene.lower[
        group.end : group.end + 2
    ] in (["the", "country"], ["the", "region"])
    if not somewhere:
        return None
    people = meeting_words().people
    subject = scene.lower[start : group.first]
    if (
        not near
        and not any(w in people or w in ("he", "she", "they", "who") for w in subject)
        and scene.groups.index(group) == 0
    ):
        return None
    c.series, c.journey = "visit", True
    return c
