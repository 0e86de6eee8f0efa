"""Deeds: what a finite past verb with a day of its own says was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.heads import heads_of
from store.extract.meetings.parts.schedule import day_value
from store.extract.meetings.parts.spots import locative
from store.extract.meetings.parts.subjects import subject_start
from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import BREAKS
from store.model.facts import Event
from store.model.mentions import Party, Place, Time, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene

_STATES = frozenset(
    "be have do want need like love hope expect believe think know remain seem appear stay live mean "
    "include concern like "
    "depend belong consist own contain exist feel understand see hear look plan intend try continue fail "
    "like wait happen".split()
)
_SPEECH = frozenset(
    "admit express expressed blame criticise criticize criticized praise condemn welcome accuse predict "
    "predicted demand urge ask vow pledge promise warn deny reject argue suggest propose call appeal "
    "voice hail hailed reaffirm acknowledge highlight highlighted concede conceded allege alleged "
    "complain complained doubt question agree dismiss defend recall claim assure brief repeat signal echo "
    "decry decried lament caution cautioned".split()
)
"""What is said belongs to the statements."""
_LONGEST = 160
"""Characters of the clause that name what was done."""


def deeds(scene: Scene, taken: set[int]) -> list[Event]:
    """Events of one sentence; ``taken`` holds the tokens of times that occasions have already claimed."""
    found = []
    for group in scene.groups:
        times = [m for m in scene.times if m.first not in taken and _dates(scene, m, group)]
        if times and not _reduced(scene, group) and _is_deed(group):
            found.append(event_of(scene, group, times, "past verb with a day"))
    return found


def _dates(scene: Scene, mention: Mention, group: VerbGroup) -> bool:
    time = mention.what
    if not isinstance(time, Time) or time.type not in ("DATE", "TIME") or len(time.value) < 10:
        return False
    if not (time.value[:1].isdigit() or (time.value.startswith("XXXX-") and time.value[5:6].isdigit())):
        return False
    anchor = scene.page.article.anchor.day
    if time.direction == "future" or (anchor and time.first and time.first > anchor):
        return False
    return scene.owner(mention) == group


def _is_deed(group: VerbGroup) -> bool:
    if group.tense not in ("past", "perfect") or group.negated or group.mood != "plain" or group.progressive:
        return False
    words = meeting_words()
    return bool(group.verb) and group.verb not in _STATES | _SPEECH and group.verb not in words.verbs["say"]


def _reduced(scene: Scene, group: VerbGroup) -> bool:
    """True for "details of the agreement signed Thursday": a past form with no subject of its own."""
    if group.head != group.first:
        return False
    at = scene.groups.index(group)
    before = next((g for g in reversed(scene.groups[:at]) if g.finite), None)
    after = next((g for g in scene.groups[at + 1 :] if g.finite), None)
    return (before is not None and not _parted(scene, before.end, group.first)) or (
        after is not None and not _parted(scene, group.end, after.first)
    )


def _parted(scene: Scene, first: int, end: int) -> bool:
    return scene.broken(first, end) or not {",", "and", "but", "he", "she", "they", "it"}.isdisjoint(
        scene.lower[first:end]
    )


def event_of(scene: Scene, group: VerbGroup, times: Sequence[Mention], rule: str) -> Event:
    """The event whose verb is ``group``, on the first of ``times`` if there are any."""
    start = subject_start(scene, group)
    stop = _clause_end(scene, group)
    who = (
        {}
        if group.passive
        else {p.name: p for m in heads_of(scene, start, group.first) if isinstance(p := m.what, Party)}
    )
    return Event(
        who=tuple(who.values()),
        what=_what(scene, start, group, stop, named=bool(who)),
        begins=tuple(_day(m.what) for m in times[:1] if isinstance(m.what, Time)),
        ends=(),
        duration=None,
        where=_where(scene, group),
        evidence=(scene.sentence.span,),
        series=group.verb,
        rule=rule,
    )


def _day(time: Time) -> When:
    return When(
        value=day_value(time),
        spans=(time.span,),
        first=time.first,
        last=time.last,
        zone=time.zone,
        assumed=time.assumed,
        why=time.why,
    )


def _where(scene: Scene, group: VerbGroup) -> Place | None:
    for mention in scene.places:
        if isinstance(mention.what, Place) and locative(scene, mention) and scene.owner(mention) == group:
            return mention.what
    return None


def _clause_end(scene: Scene, group: VerbGroup) -> int:
    for i in range(group.end, scene.sentence.end):
        word = scene.lower[i]
        if scene.part_of_time(i):
            continue
        if word in BREAKS or word in (
            "which",
            "who",
            "when",
            "while",
            "after",
            "before",
            "because",
            "although",
            "where",
            ".",
        ):
            return i
        if any(g.first == i and g.finite for g in scene.groups):
            return _before_subject(scene, group.end, i)
    return scene.sentence.end


def _before_subject(scene: Scene, first: int, end: int) -> int:
    """Where the next clause's subject begins: after the last comma or "and", else after the last time or place."""
    for i in range(end - 1, first, -1):
        if scene.lower[i] in (",", "and", "but", "as"):
            return i
    ends = [m.end for m in (*scene.times, *scene.places) if first <= m.first and m.end <= end]
    return max(ends, default=end)


def _what(scene: Scene, start: int, group: VerbGroup, stop: int, *, named: bool) -> str:
    """The verb with its complements; its subject too where that is no named party."""
    first = group.first if named else start
    text = scene.tokens.span(first, max(stop, group.end)).of(scene.tokens.text)
    text = " ".join(text.split()).strip(" ,;")
    return text if len(text) <= _LONGEST else text[: text.rfind(" ", 0, _LONGEST)] + " ..."
