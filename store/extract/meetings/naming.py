"""What tells one occasion from others: the words that name it, and its topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.participants import clause_end
from store.extract.meetings.words import meeting_words
from store.extract.word_classes import PREPOSITIONS
from store.model.mentions import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.meetings.candidate import Candidate
    from store.extract.meetings.scene import Mention


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
    timed |= {i for m in (*scene.parties, *scene.places) for i in range(m.first, m.end)}
    for i in range(c.noun.first, c.noun.end):
        word = scene.lower[i]
        if (
            i in timed
            or not word[0].isalnum()
            or word in _NO_NAMES
            or word in words.modifiers["upcoming"]
            or words.series(word)
        ):
            continue
        if (
            scene.tokens.words[i][0].isupper()
            or word in words.modifiers["own_kind"]
            or word.endswith(("-party", "-nation", "-way", "th"))
        ):
            out.append(word)
    return frozenset(out)


def topic_of(c: Candidate) -> str:
    """What it is about: the noun phrase after "on", "about", "over"."""
    scene = c.scene
    at = c.noun.end if c.noun else c.group.end if c.group else c.at + 1
    stop = min(clause_end(scene, at), at + 16)
    busy: Iterable[Mention] = (*scene.times, *scene.places)
    for i in range(at, stop):
        if scene.lower[i] in ("on", "about", "over", "regarding", "concerning") and i + 1 < stop:
            if any(m.first in (i, i + 1) for m in busy) or (
                scene.lower[i + 1] in ("sidelines", "the")
                and scene.lower[i + 2 : i + 3] in (["sidelines"], ["margins"], ["fringes"])
            ):
                continue
            end = i + 1
            while end < stop and end - i < 9 and not any(m.first <= end < m.end for m in scene.times):
                word = scene.lower[end]
                if (
                    (word in PREPOSITIONS and word not in ("of", "for"))
                    or word in (",", ".", ";", "(", "and")
                    or any(g.first == end for g in scene.groups)
                ):
                    break
                end += 1
            if end > i + 1:
                return scene.tokens.span(i + 1, end).of(scene.tokens.text)
    return ""
