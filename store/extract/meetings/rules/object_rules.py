"""Licences of a meeting noun by what governs it: "will hold talks", "ahead of the summit", "an upcoming visit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.candidate import AHEAD, Candidate, status_of
from store.extract.meetings.parts.subjects import assembly_sits, doubted
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.rules.invitations import asked_to_come, invited
from store.extract.meetings.rules.kept_days import kept_day
from store.extract.word_classes import PREPOSITIONS
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


_SIDELINES = frozenset(
    {"sidelines", "sideline", "margins", "margin", "fringes", "fringe", "framework", "end", "opening", "start", "eve"}
)


PAST_LINKS = frozenset({"after", "since", "following"})


def governor(scene: Scene, noun: Noun) -> VerbGroup | None:
    """The verb group whose object or complement the noun phrase is."""
    groups = object_of(scene, noun)
    return groups[0] if groups else None


def object_of(scene: Scene, noun: Noun) -> list[VerbGroup]:
    """The verb group whose object or complement the noun phrase is, as a list of none or one."""
    group = scene.left_group(noun.first)
    if group is None or scene.broken(group.end, noun.first) or noun.first - group.end > 30:
        return []
    return [group]


def direct_ahead(scene: Scene, noun: Noun) -> bool:
    """True for the direct object of a verb that looks ahead: "will hold talks"."""
    group = governor(scene, noun)
    if group is None or scene.preposition(noun) or group.verb not in meeting_words().verbs["hold"]:
        return False
    return scene.tense(group)[0] in AHEAD and not group.negated


def _fresh(scene: Scene, noun: Noun) -> bool:
    """True for talks named for the first time: "for talks with X", not "for the talks"."""
    inside = scene.lower[noun.first : noun.head]
    return noun.strong and noun.series != "visit" and meeting_words().modifiers["definite"].isdisjoint(inside)


def beside(scene: Scene, noun: Noun) -> bool:
    """As in "On the sidelines of the summit"."""
    before = scene.lower[max(scene.sentence.first, noun.first - 3) : noun.first]
    return before[-1:] == ["of"] and not _SIDELINES.isdisjoint(before)


def by_object(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "Will hold talks", "is to attend the summit", "flies to Oslo for talks"."""
    group = governor(scene, noun)
    if group is None:
        return None
    link = scene.preposition(noun)
    mood = scene.tense(group)[1]
    if group.verb in ("see", "bring", "mark") and link == "" and (day := _subject_day(scene, group)) is not None:
        c.rule, c.needs_time, c.times = "holds on", True, [*c.times, day]  # "Monday sees the start of talks"
        return c
    if link in ("for", "to") and noun.strong and (day := kept_day(scene, group)) is not None:
        c.rule, c.needs_time, c.times = "will hold", True, [*c.times, day]  # "Friday is set aside for talks"
        return c
    if link in ("at", "during", "until", "by") or beside(scene, noun):
        return _held_during(scene, noun, c, group)
    wished = mood == "wish" and not group.negated
    if (group.negated or mood == "refused") and group.verb in _ABSENT:
        c.rule, c.needs_time, c.definite = "mention", True, True  # "will not attend the meeting called for Tuesday"
    elif wished and asked_to_come(scene, group):
        c.rule, c.status, c.needs_time = "invited", "proposed", True
    elif wished and link == "in":
        c.rule, c.needs_time = "mention", True  # "hopes to reach a deal in talks on Friday"
    elif _not_to_be(scene, noun, group):
        c.rule, c.licensed = "not to be", False
    elif not (link in ("to", "for") and invited(scene, noun, c, group)):
        _by_link_and_tense(scene, noun, c, group)
    return c


def _by_link_and_tense(scene: Scene, noun: Noun, c: Candidate, group: VerbGroup) -> None:
    link = scene.preposition(noun)
    if link in PAST_LINKS:
        c.rule, c.licensed = "after", False
    elif link == "of" and noun.first - group.end > 2:
        c.rule, c.needs_time = "mention", True
    elif link == "for" and group.verb in meeting_words().verbs["meet"] | {"visit"}:
        c.rule, c.needs_time = "travel", True
    else:
        _by_tense(scene, noun, c, group)


def _not_to_be(scene: Scene, noun: Noun, group: VerbGroup) -> bool:
    """True for what is denied, refused, wished or asked for."""
    if group.negated or scene.tense(group)[1] in ("wish", "refused"):
        return True
    return (not scene.preposition(noun) and _wished(scene, group)) or _asked(scene, noun, group)


def _subject_day(scene: Scene, group: VerbGroup) -> Time | None:
    """The day that is the subject of a verb."""
    day = next((m.what for m in scene.times if m.end == group.first), None)
    return day if isinstance(day, Time) and scene.tense(group)[0] in AHEAD | {"present"} else None


def _wished(scene: Scene, group: VerbGroup) -> bool:
    """As in "wants a summit with Chile", "have sought talks": what is wished for, or refused, is no plan."""
    wanted = group.verb in _WANTED and not group.passive
    return wanted and scene.tense(group)[0] in ("present", "past", "perfect")


def _asked(scene: Scene, noun: Noun, group: VerbGroup) -> bool:
    """As in "has asked for the meeting to be held on Friday"."""
    return group.verb == "ask" and not group.passive and scene.lower[group.end : noun.first] == ["for"]


_WANTED = frozenset({"want", "seek", "need", "demand", "urge", "prefer", "like", "refuse", "reject", "oppose", "rule"})


_ABSENT = frozenset({"attend", "join", "participate", "take"})
"""Not done by one party, these leave the meeting to the others."""


def _held_during(scene: Scene, noun: Noun, c: Candidate, group: VerbGroup) -> Candidate:
    """As in "will press the point at the summit": what the meeting is the occasion of."""
    tense = scene.tense(group)[0]
    ahead = tense in AHEAD or tense in ("modal", "present")
    named = any(scene.tokens.words[i][0].isupper() for i in range(noun.first, noun.head))
    c.rule, c.needs_time = "at" if ahead else "mention", not (ahead and named and beside(scene, noun))
    if ahead and not _dated(scene, noun):
        c.times += _before(scene, noun, group)  # "will sign it on Friday during a summit"
    c.attended = ahead and scene.preposition(noun) == "at" and group.verb not in meeting_words().verbs["say"]
    c.host = group
    return c


def _before(scene: Scene, noun: Noun, group: VerbGroup) -> list[Time]:
    """The times of the verb that stand before the noun."""
    before = [m for m in scene.times if m.first < noun.first and scene.owner(m) == group]
    return [m.what for m in before if isinstance(m.what, Time)]


def _dated(scene: Scene, noun: Noun) -> bool:
    """True where a day stands with the noun itself; "annual" and "three-day" are none."""
    own = (m.what for m in scene.times if scene.owner(m) == noun)
    return any(isinstance(t, Time) and t.type in ("DATE", "TIME") for t in own)


def _by_tense(scene: Scene, noun: Noun, c: Candidate, group: VerbGroup) -> None:
    words = meeting_words()
    link = scene.preposition(noun)
    tense, mood = scene.tense(group)
    outward = link == "on" and noun.series == "visit" and group.verb in words.verbs["journey"] | _ON_A_VISIT
    fitting = link in _DIRECT or outward  # "leaves on Sunday on a visit to Peru"
    held = group.verb in words.verbs["hold"] or (link == "for" and _fresh(scene, noun) and _meets_with(scene, noun))
    direct = fitting and held and not _on_the_way(scene, noun)
    c.group = group if direct else None
    c.rule, c.needs_time = "mention", True
    if direct and link == "" and noun.series in ("session", "meeting") and assembly_sits(scene, group):
        c.licensed = False  # "parliament opens its annual session"
        return
    if tense in AHEAD or tense == "modal":
        if direct and not (link == "of" and noun.first - group.end > 6):
            c.status = "proposed" if doubted(scene, group) else status_of(mood, tense)
            c.rule = "will hold" if link == "" else "travel" if not _keeps(scene, noun, group) else "mention"
            going = link in ("", "in") or group.verb in _GOING
            several = noun.head == noun.first and scene.lower[noun.head] in _SEVERAL  # "will take part in meetings"
            loose = group.verb in _LOOSE and not (group.verb == "have" and _with_somebody(scene, noun))
            c.needs_time = loose or not going or mood == "proposed" or several
        else:
            c.rule = "at"
            if link == "for" and noun.series != "visit" and not _dated(scene, noun):
                c.times += _before(scene, noun, group)  # "will be needed in Oslo in May for the meeting of the union"
    elif tense == "present" or (tense == "past" and group.progressive):
        c.rule = "holds on"
    elif tense in ("past", "perfect"):
        agreed = group.verb == "agree" and link in ("to", "on")
        if (agreed or (direct and link == "" and group.verb in _ARRANGING)) and not group.passive:
            c.rule, c.needs_time = "arranged", True
        elif (group.verb in words.verbs["journey"] or group.verb == "send") and (link in ("for", "to") or outward):
            c.rule, c.needs_time = "travelled for", not _fresh(scene, noun) or link == "to"
        else:
            c.licensed = not (direct and link == "")


def _meets_with(scene: Scene, noun: Noun) -> bool:
    """As in "will cross the border for a meeting with Ruiz", whatever the verb."""
    return scene.lower[noun.end : noun.end + 1] == ["with"] and noun.series != "visit"


def _with_somebody(scene: Scene, noun: Noun) -> bool:
    """As in "will have talks with the leaders of Peru": as good as holding them."""
    near = any(noun.end < m.first <= noun.end + _WITH for m in scene.parties)
    return noun.series == "talks" and near and scene.lower[noun.end : noun.end + 1] == ["with"]


_WITH = 5
"""Tokens after "talks" within which it is told with whom."""


def _on_the_way(scene: Scene, noun: Noun) -> bool:
    """As in "arrives in Oslo on Monday on his way to the summit": the day and city are not the summit's."""
    return scene.lower[noun.first - 1] == "to" and scene.lower[noun.first - 2] in ("way", "route")


_ON_A_VISIT = frozenset({"embark", "be", "stay", "schedule", "expect", "lead", "head"})
"""Verbs beside those of travel that "on a visit" goes with: "will be in Peru on a visit"."""
_DIRECT = frozenset({"", "in", "to", "with", "for", "into", "at"})


def _keeps(scene: Scene, noun: Noun, group: VerbGroup) -> bool:
    """As in "to leave time for negotiations": what is left is no place, and nobody travels."""
    if group.verb != "leave" or scene.preposition(noun) != "for" or noun.first - group.end < 2:
        return False
    named = (*scene.places, *scene.parties, *scene.times)
    word = scene.lower[group.end]
    return word.isalpha() and word not in PREPOSITIONS and not any(m.first <= group.end < m.end for m in named)


_SEVERAL = frozenset({"meetings", "summits", "conferences", "sessions"})
_ARRANGING = frozenset({"call", "schedule", "arrange", "plan", "set", "fix", "convene", "convoke"})
"""Verbs whose past tells of what is still to come: "has called a summit for Sunday"."""
_LOOSE = frozenset(
    "have be see use do tell bring complete call discuss present finish conclude hear accept continue lead "
    "mediate prepare".split()
)
"""Verbs that a meeting can be the object of without being planned by them."""
_GOING = frozenset("attend participate come go travel fly head arrive leave take join visit return".split())
