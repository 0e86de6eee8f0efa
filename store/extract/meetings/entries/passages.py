"""Which stretch of a sentence carries which meeting, where a sentence announces several."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from store.extract.meetings.parts.subjects import subject_start
from store.extract.word_classes import PREPOSITIONS
from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.meetings.parts.scene import Scene


_LINKS = PREPOSITIONS | frozenset(
    {
        ",",
        "and",
        "but",
        "the",
        "a",
        "holding",
        "to",
        "sidelines",
        "sideline",
        "margins",
        "run-up",
        "eve",
        "comes",
        "came",
        "come",
    }
)


def part_passages(entries: Sequence[Entry]) -> None:
    """Cut a sentence that carries several meetings before each further one: "... , ahead of the summit on Friday"."""
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    by_place: dict[int, Candidate] = {}
    for number, entry in enumerate(entries):
        for c in entry.candidates:
            if c.leg > 1:
                continue  # the stops of a journey share their sentence
            told[c.scene.index].append((c.at, number))
            by_place[c.at] = c
    for index, mentions in told.items():
        if len({number for _, number in mentions}) > 1:
            _part(index, sorted(mentions), entries, by_place)


def _part(
    index: int, mentions: list[tuple[int, int]], entries: Sequence[Entry], by_place: dict[int, Candidate]
) -> None:
    scene = by_place[mentions[0][0]].scene
    starts = [scene.sentence.first]
    starts += [max(_phrase_start(by_place[later]), at + 1) for (at, _), (later, _) in pairwise(mentions)]
    ends = [*starts[1:], scene.sentence.end]
    numbers = [number for _, number in mentions]
    for number, start, end in zip(numbers, starts, ends, strict=True):
        if end > start and numbers.count(number) == 1:
            span, old = scene.tokens.span(start, _without_link(scene, start, end)), entries[number].passages[index]
            both = Span(max(span.start, old.start), min(span.end, old.end))
            entries[number].passages[index] = both if span.overlaps(old) else span


def _without_link(scene: Scene, start: int, end: int) -> int:
    while end > start + 1 and scene.lower[end - 1] in _LINKS:
        end -= 1
    return end


def _phrase_start(c: Candidate) -> int:
    if c.noun is not None and c.noun.first <= c.at <= c.noun.end:  # one of several begins at its own item
        return c.noun.first
    return subject_start(c.scene, c.group) if c.group is not None and c.at == c.group.head else c.at
