"""Where the subject of a verb stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup
from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import BREAKS, PREPOSITIONS
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.meetings.parts.scene import Scene


def subject_start(scene: Scene, group: VerbGroup) -> int:
    """First token of the stretch before ``group`` in which its subject stands."""
    return subject_stretch(scene, group)[0]


def subject_stretch(scene: Scene, group: VerbGroup) -> tuple[int, int]:
    """Tokens in which the subject of ``group`` stands: from the first to the one before the second.

    A relative clause between subject and verb is no part of it: "Ruiz, who arrived on Monday, will meet".
    """
    end = _before_who(scene, _before_dashes(scene, _before_relative(scene, group.first)))
    alone = end > scene.sentence.first and scene.lower[end - 1] in _PRONOUNS
    if alone and scene.lower[end - 2] not in ("whom", "which"):
        return end - 1, end
    start = scene.sentence.first
    for other in scene.groups:
        if other.end <= end and other.finite:
            start = max(start, other.end)
    for i in range(end - 1, start - 1, -1):
        pointing = scene.lower[i] == "that" and scene.lower[i - 1] in PREPOSITIONS  # "set up by that accord"
        if scene.lower[i] in _STOPS and not pointing and i not in scene.rows and not scene.part_of_time(i):
            return i + 1, end
    return _past_opening(scene, start, end), end


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you"})


def _before_relative(scene: Scene, at: int) -> int:
    """The comma that opens a relative clause which closes right before ``at``; ``at`` itself without one."""
    lower = scene.lower
    if lower[at - 1] not in _CLOSES or at - 1 in scene.rows:
        return at
    for i in range(at - 2, scene.sentence.first + 1, -1):
        if lower[i] in ("who", "which", "whose") and lower[i - 1] in _CLOSES:
            told = any(g.finite and i < g.first < at for g in scene.groups)
            return i - 1 if told else at
        if lower[i] in _STOPS - {"–"} and lower[i] not in (
            "as",
            "when",
            "since",
            "where",
            "after",
            "before",
            "because",
        ):
            return at
    return at


def _before_who(scene: Scene, at: int) -> int:
    """The "who" of "chiefs who had been expected on Monday will now meet": its clause is no part of the subject.

    So with "the commission which is to rule on it will meet", where the pronoun is the subject of its clause.
    """
    lower = scene.lower
    for i in range(at - 1, scene.sentence.first, -1):
        if lower[i] == "whose" and lower[i - 1].isalpha():
            inner = [g for g in scene.groups if g.finite and i < g.first < at]
            return i if len(inner) == 1 and inner[0].first - i <= _WHOSE else at
        if lower[i] in ("which", "that") and lower[i - 1] not in PREPOSITIONS:
            opens = any(g.finite and g.first == i + 1 for g in scene.groups)
            inner = [g for g in scene.groups if g.finite and i < g.first < at]
            return i if opens and len(inner) == 1 and lower[i - 1].isalpha() else at
        if lower[i] in _STOPS and lower[i] != "who":
            return at
        if lower[i] == "who":
            inner = [g for g in scene.groups if g.finite and i < g.first < at]
            return i if len(inner) == 1 and lower[i - 1] in meeting_words().people else at
    return at


_WHOSE = 5
"""Tokens from "whose" to the verb of its clause: "the panel whose first report was rejected"."""


def _before_dashes(scene: Scene, at: int) -> int:
    """The dash that opens what a dash right before ``at`` closes: "the group -- Peru, Chile -- will meet"."""
    lower = scene.lower
    if lower[at - 1] not in _DASHES or at - 1 in scene.rows:
        return at
    opening = next((i for i in range(at - 2, scene.sentence.first, -1) if lower[i] in _DASHES), None)
    if opening is None or any(g.finite and opening < g.first < at for g in scene.groups):
        return at
    return opening


_DASHES = frozenset({"--", "–", "—"})
_CLOSES = frozenset({",", "--", "–", "—"})


_STOPS = (BREAKS - {"(", ")", "...", "–"}) | frozenset(
    "that as when while if before after where because until whether but since –".split()
)
_OPENING = PREPOSITIONS | {"while"}


def _past_opening(scene: Scene, start: int, end: int) -> int:
    """Past an opening adjunct: "In a sign of warming ties with Qatar, Oman's minister will" has one subject."""
    lower = scene.lower
    if start != scene.sentence.first or lower[start] not in _OPENING:
        return start
    if any(g.first >= start and g.end <= end and g.finite for g in scene.groups):
        return start
    inside = {i for m in scene.parties for i in range(m.first, m.end)}  # "the minister, Ruiz"
    commas = [i for i in range(start, end) if lower[i] == "," and i not in inside]
    for at in commas:
        follows = next((m for m in scene.places if m.first == at + 1), None)
        if follows is not None and follows.end in commas:
            continue  # "In Oslo, Norway, the minister"
        return at + 1 if any(lower[i].isalpha() for i in range(at + 1, end)) else start
    return start


def shares(scene: Scene, at: int) -> VerbGroup:
    """The verb whose subject a coordinated one shares: "held talks on what has divided them, and agreed to meet"."""
    main = [g for g in reversed(scene.groups[:at]) if g.finite and scene.lower[g.first - 1] not in _RELATIVE]
    own = (g for g in main if not _said_aside(scene, g))
    return next(own, main[0] if main else scene.groups[at - 1])


def _said_aside(scene: Scene, group: VerbGroup) -> bool:
    """As in "comes to Oslo on Friday, the ministry said, and will meet the king": it is not the ministry that meets."""
    closed = scene.lower[group.end : group.end + 1] == [","]
    return closed and group.verb in meeting_words().verbs["say"] and group.tense in ("past", "present")


_RELATIVE = frozenset({"who", "which", "that", "what"})


def assembly_sits(scene: Scene, group: VerbGroup) -> bool:
    """True where a parliament or a company's board sits; the governing board of a body of many states is no such."""
    at = scene.groups.index(group)
    if at and group.finite and scene.lower[group.first - 1] in ("and", "but"):
        group = shares(scene, at)  # "failed to form a cabinet and will meet again"
    start = subject_start(scene, group)
    if start == group.first and scene.lower[start - 1] in ("that", "which"):
        start = scene.sentence.first  # "the new Congress that convenes in January"
    first = max(start, group.first - _SITTING)
    named = [i for i in range(first, group.first) if scene.lower[i] in meeting_words().assemblies]
    if not named or _speaks_for_it(scene, named[-1], group.first):
        return False
    bodies = [m.what for m in scene.parties if first <= m.first < group.first and isinstance(m.what, Party)]
    return not any(party.kind == "organisation" and not party.of and not _is_assembly(party) for party in bodies)


def _speaks_for_it(scene: Scene, assembly: int, end: int) -> bool:
    """As in "parliament speaker Ruiz will meet", "the speaker of parliament, Ruiz, will": one person, no sitting."""
    if not _HEADING.isdisjoint(scene.lower[assembly + 1 : assembly + 3]):
        return True
    people = [m for m in scene.parties if m.party == "person" and end - 1 <= m.end <= end]
    return any(m.first <= assembly < m.end or scene.lower[m.first - 1] == "," for m in people)


_HEADING = frozenset({"speaker", "speakers", "president", "chairman", "leader", "delegation", "delegations"})


def _is_assembly(party: Party) -> bool:
    return party.name.lower().rsplit(" ", 1)[-1] in meeting_words().assemblies - {"board"}


_SITTING = 9
"""Tokens before the verb within which the body that sits is named: "the agency's 35-nation board of governors"."""


def doubted(scene: Scene, group: VerbGroup) -> bool:
    """As in "Unclear whether X will meet Y", "will probably meet"."""
    if not _PERHAPS.isdisjoint(scene.lower[group.first - 1 : group.end]):
        return True
    over = None if group.finite else scene.parent(group)
    if isinstance(over, VerbGroup):
        return doubted(scene, over)  # "would not say whether he plans to meet Ruiz"
    start = subject_start(scene, group)
    return scene.lower[max(scene.sentence.first, start - 1) : start] in (["whether"], ["if"])


_PERHAPS = frozenset({"probably", "possibly", "perhaps", "maybe", "presumably"})
