"""Parties told behind a meeting noun or its verb: "between A and B", "will bring together A and B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.heads import clause_end, possessor
from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import PREPOSITIONS

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


_WITH = frozenset(
    {
        "with",
        "between",
        "among",
        "of",
        "by",
        "involving",
        "including",
        "from",
        "and",
        "gather",
        "group",
        "grouping",
        "bringing",
        "attended",
    }
)


def complements(scene: Scene, at: int) -> list[Mention]:
    """Parties after a meeting noun: "between A and B", "with C", "of D"."""
    stop = clause_end(scene, at)
    found = []
    for m in scene.parties:
        if at <= m.first < stop and not possessor(scene, m) and not speaks(scene, m):
            link = governing_preposition(scene, m, at)
            if asked_for(scene, m, link):
                continue
            if link == "of" and any(p.end == i for p in scene.places for i in range(m.first - 3, m.first)):
                continue  # "in Arusha of northern Tanzania"
            if link in _WITH and not (link == "by" and _mediates(scene, m)):
                found.append(m)
    return found


def asked_for(scene: Scene, m: Mention, link: str) -> bool:
    """True for who wished the meeting: "will meet at the request of Peru"."""
    of = m.first - 1 - (scene.lower[m.first - 1] in ("the", "its", "his"))
    return link == "of" and scene.lower[of - 1] in ("request", "behest", "urging", "suggestion", "initiative")


def _mediates(scene: Scene, m: Mention) -> bool:
    """True for who brought the two together: "the meeting, brokered by Ruiz, will be held"."""
    group = scene.left_group(m.first)
    return group is not None and group.verb in ("broker", "mediate", "facilitate", "arrange", "organise", "organize")


def brought_together(scene: Scene, group: VerbGroup) -> list[Mention]:
    """Who is told behind the verb: "will bring together A and B", "will open in Oslo on Monday between A and B"."""
    stop = clause_end(scene, group.end)
    after = [m for m in scene.parties if group.end <= m.first < stop and not possessor(scene, m)]
    if group.verb in ("attend", "join") and group.passive and scene.lower[group.end : group.end + 1] == ["by"]:
        return [m for m in after if not speaks(scene, m)]  # "will be attended by the presidents of Peru and Chile"
    if group.verb in GATHERING and not group.passive:
        return [m for m in after if not speaks(scene, m)]
    told = [m for m in after if governing_preposition(scene, m, group.end) in ("between", "with", "involving")]
    return [m for m in told if not speaks(scene, m)]


def attended_by(scene: Scene, noun: Noun) -> list[Mention]:
    """As in "the meeting opens in Oslo on Monday and will be attended by ministers from Peru"."""
    if "by" not in scene.lower[noun.end : scene.sentence.end]:
        return []
    first = [g for g in scene.groups if g.first >= noun.end][:3]
    coming = [g for g in first if g.passive and g.verb in ("attend", "join") and not g.negated]
    told = [g for g in coming if scene.lower[g.first - 1] in ("and", "which")]
    told = [g for g in told if scene.lower[g.end : g.end + 1] == ["by"]]
    return brought_together(scene, told[0]) if told else []


GATHERING = frozenset({"bring", "gather", "group", "involve", "include", "comprise", "unite"})


def speaks(scene: Scene, m: Mention) -> bool:
    """True for the source of a trailing attribution: "..., an official said"; not for "with Ruiz, said Berg"."""
    for g in scene.groups:
        if m.end <= g.first <= m.end + 1 and g.verb in meeting_words().verbs["say"]:
            return g.first == m.end or not any(g.end <= p.first <= g.end + 2 for p in scene.parties)
    return False


def governing_preposition(scene: Scene, m: Mention, at: int) -> str:
    """The preposition before a party, looking left from it to token ``at``; "" for an object without one."""
    for i in range(m.first - 1, at - 1, -1):
        word = scene.lower[i]
        listing = word in ("involving", "grouping", "comprising")
        if (word in PREPOSITIONS or word == "to" or listing) and not any(p.first <= i < p.end for p in scene.parties):
            return "involving" if listing else word
    return ""
