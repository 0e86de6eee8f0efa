"""Ids of talks: inherited from the talk before that shares the most evidence, so that reviews and calendars hold."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from store.compare.ids import unused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.compare.ids import InUse
    from store.model.claims import Talk

SAME_WORDS, SAME_PASSAGE, SAME_COMPANY = 100, 10, 1
"""Weight of a fact kept; of a passage kept in an article that was changed around it; of the parties alone."""
LENGTH = 16


def inherited_ids(talks: Sequence[Talk], before: Sequence[Talk], in_use: InUse = unused) -> list[str]:
    """An id for each of ``talks``: of the talk in ``before`` with the largest overlap, else one made from its facts.

    ``talks`` come in an order that only the reports determine; their own ids are ignored.
    """
    ids = [""] * len(talks)
    taken: set[str] = set()
    for _, old, position in _overlaps(talks, before):
        if not ids[position] and old not in taken:
            ids[position] = old
            taken.add(old)
    for position, talk in enumerate(talks):
        if not ids[position]:
            ids[position] = _new_id(talk, lambda made: made in taken or in_use(made))
            taken.add(ids[position])
    return ids


def _overlaps(talks: Sequence[Talk], before: Sequence[Talk]) -> list[tuple[int, str, int]]:
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for old in before:
        for mark in _marks(old):
            holders[mark].append(old.id)
    weights: Counter[tuple[str, int]] = Counter()
    for position, talk in enumerate(talks):
        for mark, weight in _marks(talk).items():
            for old_id in holders.get(mark, ()):
                weights[old_id, position] += weight
    return sorted((-weight, old_id, position) for (old_id, position), weight in weights.items())


def _marks(talk: Talk) -> dict[tuple[str, ...], int]:
    """What two versions of one talk have in common, with its weight."""
    marks: dict[tuple[str, ...], int] = {}
    for claim in talk.claims:
        for passage in claim.evidence:
            article = str(passage.article_id)
            marks["fact", passage.fact] = SAME_WORDS
            marks["passage", article, passage.quote] = SAME_PASSAGE
            if talk.parties:
                marks["company", article, *talk.parties] = SAME_COMPANY
    return marks


def _new_id(talk: Talk, taken: InUse) -> str:
    facts = sorted({e.fact for c in talk.claims for e in c.evidence})
    salt = 0
    while True:
        text = "\x1f".join(("talk", facts[0], str(salt)))
        found = hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
        if not taken(found):
            return found
        salt += 1
