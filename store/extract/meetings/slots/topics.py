"""What of a sentence belongs to the matter of a meeting, not to when and where it is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.spots import ISLANDS
from store.model.mentions import Place, Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene


_ABOUT_VERBS = frozenset(
    {"focus", "discuss", "cover", "address", "deal", "centre", "center", "concentrate", "examine", "mediate"}
)


def of_the_matter(scene: Scene, owner: VerbGroup, mention: Mention) -> bool:
    """As in "will focus on the situation in Peru and a currency by 2010": the matter's, not the meeting's."""
    if owner.verb not in _ABOUT_VERBS:
        return False
    if isinstance(mention.what, Time):
        return mention.what.first != mention.what.last
    return scene.lower[owner.end] in ("on", "with", "the", "a", "between") and isinstance(mention.what, Place)


def of_topic(scene: Scene, group: VerbGroup) -> bool:
    """True for the gerund of "talks on ending the war in X"."""
    return group.tense == "gerund" and scene.lower[group.first - 1] in _ABOUT


_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "aimed", "at"})


def talked_about(scene: Scene, group: VerbGroup, candidates: list[Candidate]) -> Candidate | None:
    """The talks of "will hold talks on security guarantees in Oslo": what follows "on" is a noun that looks a verb."""
    if not group.finite or group.tense != "present" or group.end - group.first > 1:
        return None
    for c in candidates:
        if c.noun is None or not 0 < group.first - c.noun.end <= _TOPIC or c.place is not None:
            continue
        between = scene.lower[c.noun.end : group.first]
        if between[:1] and between[0] in _ABOUT - {"at"} and "," not in between and group.verb not in ("be", "have"):
            return c
    return None


_TOPIC = 3
"""Tokens of "on security" between a meeting's noun and the noun that looks a verb."""


def in_topic(scene: Scene, at: int, mention: Mention) -> bool:
    """True for a place inside what the talks are about: "talks on the war in X"."""
    apart = [
        g.first for g in scene.groups if at < g.first and g.end <= mention.first and scene.lower[g.first - 1] == ","
    ]
    told = max(apart, default=at)
    for i in range(told, mention.first):  # "talks on arms, to be held in Riga"
        if scene.lower[i] in _ABOUT - {"at"}:
            if not ISLANDS.isdisjoint(scene.lower[i + 1 : i + 5]) and scene.lower[i] == "on":
                continue  # "talks on the Greek island of Crete"
            if any(m.first in (i, i + 1) for m in scene.times) or scene.lower[i + 2 : i + 3] in (
                ["sidelines"],
                ["margins"],
                ["fringes"],
            ):
                continue
            return True
    return False
