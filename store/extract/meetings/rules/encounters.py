"""Verbs of talking and of taking place: "will speak by telephone", "will bring them together", "it will open"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import control
from store.extract.meetings.parts.candidate import AHEAD, Candidate, status_of
from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.subjects import doubted, subject_start, subject_stretch
from store.extract.meetings.rules.met import can_meet
from store.extract.meetings.rules.sides import several_sides
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.scene import Scene


_YEARLY = frozenset({"annually", "yearly", "monthly", "weekly", "regularly", "periodically"})
CALLS = {
    "telephone": "phone call",
    "zoom": "video conference",
    "phone": "phone call",
    "video": "video conference",
    "videoconference": "video conference",
    "teleconference": "video conference",
    "videolink": "video conference",
    "virtually": "video conference",
    "online": "video conference",
}


def looking_ahead(scene: Scene, group: VerbGroup) -> Candidate | None:
    """A candidate where the verb looks ahead, or may: then only with a date."""
    tense, mood = scene.tense(group)
    if mood in ("wish", "refused") or (tense == "reported" and _would_like(scene, group)):
        return None
    if not _YEARLY.isdisjoint(scene.lower[group.first : group.end + 2]):
        return None  # "would meet annually in Peru or Chile"
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule="will meet")
    if group.tense == "gerund" and scene.lower[group.first - 1] == ",":
        main = next((g for g in scene.groups if g.first >= group.end and g.finite), None)
        c.rule, c.needs_time = "meets on", True  # "Ruiz and Berg, meeting in Oslo on Friday, are to sign"
        return c if main is not None and scene.tense(main)[0] in AHEAD else None
    if tense in AHEAD or tense == "modal":
        c.status = "proposed" if doubted(scene, group) else status_of(mood, tense)
        c.needs_time = tense == "modal" or mood == "proposed" or mood == "journey"
        return c
    if tense == "present" or (tense == "past" and group.progressive):
        c.rule, c.needs_time = "meets on", True
        if _asked_for(scene, group):
            c.status = "proposed"
        return c
    return None


def _would_like(scene: Scene, group: VerbGroup) -> bool:
    """As in "We would gladly meet him": of oneself "would" reports no plan."""
    return scene.lower[group.first] in ("would", "'d") and scene.lower[group.first - 1] in ("i", "we")


def _asked_for(scene: Scene, group: VerbGroup) -> bool:
    """As in "proposed that the ministers meet in Oslo"."""
    opener = subject_start(scene, group) - 1
    if opener <= scene.sentence.first or scene.lower[opener] != "that":
        return False
    over = scene.left_group(opener)
    return over is not None and control().verbs.get(over.verb) in ("proposed", "wish")


def by_call(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "will speak by telephone on Thursday", "are to confer by video link"."""
    after = scene.lower[group.end : min(group.end + _MEDIUM, scene.sentence.end)]
    series = next((CALLS[word] for word in after if word in CALLS), "")
    c = looking_ahead(scene, group) if series else None
    if c is None or not can_meet(scene, group):
        return None
    c.series, c.rule = series, "will call"
    return c


_MEDIUM = 14
"""Tokens after the verb within which its medium is told."""


def brought_together(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "Mediators will bring Peru and Chile together in Oslo on Monday"."""
    start, end = subject_stretch(scene, group)
    if any(n.first < end and n.end > start for n in scene.nouns):
        return None  # "the talks will bring together": told of the talks themselves
    c = looking_ahead(scene, group) if _joined(scene, group) else None
    if c is not None:
        c.needs_time = True
    return c


def _joined(scene: Scene, group: VerbGroup) -> bool:
    """True where those brought "together" are several."""
    if group.passive:  # "are being brought together in Oslo on Friday"
        return scene.lower[group.end : group.end + 1] == ["together"] and can_meet(scene, group)
    stop = clause_end(scene, group.end)
    at = next((i for i in range(group.end, min(group.end + _OBJECTS, stop)) if scene.lower[i] == "together"), None)
    met = [m for m in scene.parties if group.end <= m.first < stop]
    return at is not None and (len(met) > 1 or _several(scene, group.end, at, stop))


def _several(scene: Scene, start: int, at: int, stop: int) -> bool:
    """As in "bring them together", "bring together all 15 members"."""
    return scene.lower[at - 1] in ("them", "both") or several_sides(scene, start, stop)


_OBJECTS = 10
"""Tokens after "bring" within which its "together" stands."""


def by_pronoun(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "They will open on May 21 and last three days", "They involve the two Koreas and Japan"."""
    before = scene.lower[group.first - 1] if group.first > scene.sentence.first else ""
    shared = before == "and" and any(_of_pronoun(scene, g) for g in scene.groups if g.end <= group.first)
    if not (shared or _of_pronoun(scene, group)) or group.verb not in _TOLD_ON or group.negated:
        return None
    if scene.tense(group)[0] not in AHEAD | {"present"}:
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule="told on")
    c.anaphor = c.definite = True
    return c


def by_venue(scene: Scene, group: VerbGroup) -> Candidate | None:
    """As in "Oslo will be the venue", "The venue will be Oslo": of the meeting that the sentence before announced."""
    if group.verb != "be" or scene.tense(group)[0] not in AHEAD | {"present"} or group != scene.groups[0]:
        return None
    before, after = scene.lower[scene.sentence.first : group.first], scene.lower[group.end : scene.sentence.end]
    subject = before[:1] == ["the"] and before[1:2] in _VENUES
    told = subject or (after[:1] == ["the"] and after[1:2] in _VENUES and after[2:3] in (["."], [","]))
    cities = [m for m in scene.places if isinstance(m.what, Place) and m.what.kind in ("city", "venue")]
    if not told or scene.nouns or not cities or (cities[0].first >= group.end) != subject:
        return None
    c = Candidate(scene=scene, at=group.head, noun=None, group=group, series="meeting", rule="told on")
    c.anaphor = c.definite = c.bound = True
    c.place = cities[0].what if isinstance(cities[0].what, Place) else None
    return c


_VENUES = (["venue"], ["place"], ["location"], ["host"])


def _of_pronoun(scene: Scene, group: VerbGroup) -> bool:
    first = scene.sentence.first
    pronoun = group.first - first <= 2 and scene.lower[first] in ("they", "it", "that", "this")
    at = group.first - 1 - (scene.lower[group.first - 1] in ("now", "then", "instead"))
    clause = at > first and scene.lower[at] in ("it", "they") and scene.lower[at - 1] in _OPENERS
    pronoun = pronoun or clause
    return group.verb in _TOLD_ON and (pronoun or scene.lower[first : group.first] in _CALLED_SO)


_OPENERS = frozenset({"where", ":", ";"})
"""As in "from Lima to Quito, where it opens on Friday", "is put off: it now starts in May"."""
_CALLED_SO = (["the", "event"], ["the", "gathering"], ["the", "occasion"], ["proceedings"], ["the", "proceedings"])
"""Nouns that take up the meeting told before, whatever it is."""
_TOLD_ON = frozenset(
    "open begin start resume hold last take run involve bring gather group include comprise fall".split()
)
