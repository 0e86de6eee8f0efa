"""Parties that no list holds and nothing explains: "will open talks with Petrolux", "Northrail and the union meet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.subjects import subject_stretch
from store.extract.verb_forms import BE, HAVE, MODALS, WILL
from store.extract.word_classes import DETERMINERS, PREPOSITIONS
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scene import Scene

_BESIDE = frozenset({"with", "between"})
_LONGEST = 4
_LEAD = 6
"""Tokens from "with" to the name: "with Brazil's state-controlled Petrolux"."""
_BEHIND = PREPOSITIONS | BE | HAVE | MODALS | WILL | {",", ".", "and", "or", "to", "but", "later", "again", ""}
"""What may follow a name that stands by itself: "Sunni leaders" is none."""


def unheard_of(c: Candidate) -> list[Mention]:
    """Unknown names where a party must stand: behind "with" and "between", and in a subject beside "and"."""
    scene, found = c.scene, []
    known = {i for m in (*scene.parties, *scene.places, *scene.times) for i in range(m.first, m.end)}
    start = c.noun.end if c.noun is not None else c.group.end if c.group is not None else c.at + 1
    stop = clause_end(scene, start)
    for i in range(start, stop):
        if scene.lower[i] in _BESIDE:
            found += _first_name(scene, i + 1, min(i + 1 + _LEAD, stop), known)
    if c.group is not None and (c.noun is None or c.group.end <= c.noun.first):
        first, end = subject_stretch(scene, c.group)
        if "and" in scene.lower[first:end]:
            at = scene.lower.index("and", first, end)
            found += _first_name(scene, first, at, known) + _first_name(scene, at + 1, end, known)
    return found


def _first_name(scene: Scene, start: int, end: int, known: set[int]) -> list[Mention]:
    """The first name in a stretch, where nothing but determiners, possessors and epithets stands before it."""
    words, lower = scene.tokens.words, scene.lower
    for i in range(start, end):
        if lower[i] == "'s" or lower[i] == "-" or lower[i] in DETERMINERS:
            continue
        if i in known:
            if lower[i + 1 : i + 2] == ["'s"] or (i + 1 < end and i + 1 in known):
                continue
            return []
        if not words[i][:1].isupper():
            if lower[i] in PREPOSITIONS or lower[i] in ("and", ",") or not lower[i].isalpha():
                return []
            continue
        last = i + 1
        while last < scene.sentence.end and words[last][:1].isupper() and last not in known:
            last += 1
        behind = lower[last] if last < scene.sentence.end else ""
        alone = last not in known and behind in _BEHIND and last - i <= _LONGEST
        if not alone or len(words[i]) < _SHORT or (i == scene.sentence.first and last - i == 1):
            return []
        span = scene.tokens.span(i, last)
        name = " ".join(scene.tokens.text[span.start : span.end].split())
        return [Mention(i, last, Party(span=span, name=name, kind="organisation", form="name", rule="unheard of"))]
    return []


_SHORT = 3
