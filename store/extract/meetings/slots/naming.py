"""What tells one occasion from others: the words that name it, and its topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import PREPOSITIONS
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.mention import Mention


_NO_NAMES = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "s", "next", "new"})


def names_of(c: Candidate) -> frozenset[str]:
    """Words inside the noun phrase that tell this occasion from others."""
    if c.noun is None:
        return frozenset()
    scene, words = c.scene, meeting_words()
    timed = {i for m in scene.times for i in range(m.first, m.end)}
    out = [
        m.what.name.lower()
        for m in scene.parties
        if isinstance(m.what, Party) and m.what.kind == "organisation" and m.first < c.noun.end and m.end > c.noun.first
    ]
    held_at = [m for m in scene.places if isinstance(m.what, Place) and m.what.kind != "region"]
    timed |= {i for m in (*scene.parties, *held_at) for i in range(m.first, m.end)}
    for i in range(c.noun.first, c.noun.end):
        word = scene.lower[i]
        kind = word in words.modifiers["own_kind"]
        if i in timed or not word[0].isalnum() or word in _NO_NAMES or word in words.modifiers["upcoming"]:
            continue
        if words.series(word) and not kind:
            continue
        if (
            scene.tokens.words[i][0].isupper()
            or word in words.modifiers["own_kind"]
            or word.endswith(("-party", "-nation", "-way", "th"))
        ):
            out.append(word)
    return frozenset(out)


def proper_name(c: Candidate) -> str:
    """The noun phrase where it is written as a name: "APEC Ministerial Meeting", "Summit of the Americas"."""
    if c.noun is None or c.scene.sentence.kind == "headline":
        return ""
    scene, words = c.scene, c.scene.tokens.words
    timed = {i for m in scene.times for i in range(m.first, m.end)}
    first, end = c.noun.first, c.noun.head + 1
    while first < c.noun.head and (first in timed or not words[first][0].isupper() or scene.lower[first] in _NO_NAMES):
        first += 1
    if not words[c.noun.head][0].isupper():
        return ""
    while end + 1 < scene.sentence.end and scene.lower[end] in ("of", "on", "for") and end - first < _LONGEST:
        skip = 1 + (scene.lower[end + 1] == "the")
        if end + skip >= scene.sentence.end or not words[end + skip][0].isupper() or end + skip in timed:
            break
        end += skip
        while end < scene.sentence.end and words[end][0].isupper() and end not in timed:
            end += 1
    return " ".join(scene.tokens.span(first, end).of(scene.tokens.text).split()) if end - first > 1 else ""


def topic_of(c: Candidate) -> str:
    """What it is about: the noun phrase after "on", "about", "over"."""
    scene = c.scene
    at = c.noun.end if c.noun else c.group.end if c.group else c.at + 1
    stop = min(clause_end(scene, at), at + 16)
    busy: Iterable[Mention] = (*scene.times, *scene.places)
    for i in range(at, stop - 1):
        if scene.lower[i] not in _ABOUT or _BESIDE.intersection(scene.lower[i + 1 : i + 3]):
            continue
        if not any(m.first in (i, i + 1) for m in busy) and i + 1 not in scene.denied:
            return _phrase(c, i + 1, stop)
    return ""


_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_BESIDE = frozenset({"sidelines", "sideline", "margins", "fringes", "ways", "how", "whether"})
_LONGEST = 9


def _phrase(c: Candidate, first: int, stop: int) -> str:
    """The words from ``first`` to the next preposition, time or verb, without a dangling end."""
    scene = c.scene
    timed = {i for m in scene.times for i in range(m.first, m.end)} | {g.first for g in scene.groups}
    end = first
    while end < stop and end - first < _LONGEST and end not in timed:
        word = scene.lower[end]
        if (word in PREPOSITIONS and word not in ("of", "for")) or word in (",", ".", ";", "(", "but"):
            break
        end += 1
    while end > first and scene.lower[end - 1] in ("of", "for", "and", "or", "the", "to"):
        end -= 1
    return scene.tokens.span(first, end).of(scene.tokens.text) if end > first else ""
