"""Which of the parties named in a stretch act in it, and which only tell what or where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import BREAKS, PREPOSITIONS

if TYPE_CHECKING:
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene

_TOPIC = frozenset(
    {
        "on",
        "about",
        "over",
        "regarding",
        "concerning",
        "against",
        "in",
        "at",
        "toward",
        "towards",
        "under",
        "as",
        "since",
        "after",
        "following",
        "during",
        "despite",
        "near",
        "into",
        "through",
        "within",
    }
)


def heads_of(scene: Scene, start: int, end: int) -> list[Mention]:
    """Parties in tokens ``start`` to ``end`` that are no complement of a topic or place preposition."""
    return [
        m
        for m in scene.parties
        if start <= m.first < end
        and not possessor(scene, m)
        and not compounded(scene, m)
        and _heads_subject(scene, m, start)
    ]


def _heads_subject(scene: Scene, m: Mention, start: int) -> bool:
    """False for "with X" and "in X" inside a subject, true for "envoys from X"."""
    link = _link(scene, m, start)
    if link in ("from", "of"):
        i = next(i for i in range(m.first - 1, start - 1, -1) if scene.lower[i] == link)
        return link == "of" or scene.lower[i - 1] in meeting_words().people
    return link not in _TOPIC | {"to", "for", "with"}


def possessor(scene: Scene, m: Mention) -> bool:
    """True for whose something is; a state before its own government or minister is the party itself."""
    lower = scene.lower
    if not _SPOTS.isdisjoint(lower[m.end : m.end + 3]) and m.party == "state":
        return True
    if lower[m.end : m.end + 1] != ["'s"] or any(n.first <= m.first < n.end for n in scene.nouns):
        return False
    acts = m.party not in ("", "person")
    body = m.party == "organisation" and not _BOARDS.isdisjoint(lower[m.end + 1 : m.end + 6])
    owned = lower[m.end + 1 : m.end + _OWNED]
    phrase = next((i for i, w in enumerate(owned) if w in PREPOSITIONS or w in (",", "and")), len(owned))
    return not body and not (acts and not _ACTING.isdisjoint(owned[:phrase]))


_OWNED = 7
"""Tokens within which stands who acts for a state: "Peru's army-installed prime minister"."""
_SPOTS = frozenset(
    {"city", "town", "resort", "island", "port", "retreat", "palace", "residence", "province", "capital"}
)
"""Before one of these a state tells where: "at the US presidential retreat of Camp David"."""
_BOARDS = frozenset({"board", "council", "committee", "assembly", "governors"})
"""What of an organisation acts for it: "the agency's 35-nation board"."""
_ACTING = frozenset(
    "government minister ministers president premier chancellor leader leaders officials negotiators negotiator envoy "
    "envoys ambassadors chiefs commanders delegation king parliament authorities representatives foreign prime".split()
)


def compounded(scene: Scene, m: Mention) -> bool:
    """True for "UN" in "the UN-administered province", "NATO" in "NATO-led": no party by itself."""
    tokens = scene.tokens
    if m.end + 1 >= scene.sentence.end or scene.lower[m.end] != "-":
        return False
    glued = tokens.starts[m.end] == tokens.ends[m.end - 1] and tokens.starts[m.end + 1] == tokens.ends[m.end]
    return glued and scene.lower[m.end + 1].endswith(("ed", "led", "run", "held", "based", "sponsored"))


def _link(scene: Scene, m: Mention, start: int) -> str:
    """The preposition that governs a mention, looking left over coordinated names."""
    i = m.first - 1
    while i >= start:
        word = scene.lower[i]
        if word in PREPOSITIONS or word == "to":
            opening = i <= start + 1 and "," in scene.lower[i : m.first]
            return "" if opening else word
        if not (
            word
            in (
                ",",
                "and",
                "or",
                "the",
                "a",
                "an",
                "his",
                "its",
                "her",
                "their",
                "both",
                "us",
                "visiting",
                "senior",
                "top",
                "new",
                "fellow",
                "other",
            )
            or any(p.first <= i < p.end for p in scene.parties)
        ):
            return ""
        i -= 1
    return ""


_ENDING = (BREAKS - {"(", ")"}) | {"which", "who", "that", "when", "while", "after", "before", "as", "where"}


def clause_end(scene: Scene, at: int) -> int:
    """The token at which what follows ``at`` stops belonging to it: a break, a finite verb, another meeting."""
    heads = {g.first for g in scene.groups if g.finite} | {n.first for n in scene.nouns if n.first > at}
    rest = range(at, scene.sentence.end)
    ending = (i for i in rest if i in heads or (scene.lower[i] in _ENDING and i not in scene.rows))
    return next(ending, scene.sentence.end)
