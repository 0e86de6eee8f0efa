"""Ids that outlive a new comparison: made from the smallest fact key, inherited by the largest overlap of evidence."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    InUse = Callable[[str], bool]
    """True of an id that something else has."""


def unused(_: str) -> bool:
    """No id is in use elsewhere."""
    return False


def stable_ids(
    sort: str, groups: Sequence[Sequence[str]], before: Mapping[str, Sequence[str]], in_use: InUse = unused
) -> list[str]:
    """An id for each of ``groups`` (fact keys), no two alike.

    A group takes over the id from ``before`` (id -> fact keys) with which it shares most keys, largest overlap first;
    without one, its id is a hash of ``sort`` and its smallest key.
    """
    ids = [""] * len(groups)
    for position, old in _by_overlap(groups, before):
        ids[position] = old
    taken = {i for i in ids if i}
    for position in sorted((p for p, i in enumerate(ids) if not i), key=lambda p: sorted(groups[p])):
        ids[position] = _fresh(sort, min(groups[position]), lambda made: made in taken or in_use(made))
        taken.add(ids[position])
    return _in_order(ids, groups)


def _in_order(ids: list[str], groups: Sequence[Sequence[str]]) -> list[str]:
    """Groups of the same keys have their ids in the order of the ids: a comparison again changes nothing."""
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, keys in enumerate(groups):
        same[tuple(sorted(set(keys)))].append(position)
    for positions in same.values():
        for position, made in zip(positions, sorted(ids[p] for p in positions), strict=True):
            ids[position] = made
    return ids


def _by_overlap(groups: Sequence[Sequence[str]], before: Mapping[str, Sequence[str]]) -> list[tuple[int, str]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for old, keys in before.items():
        for key in set(keys):
            holders[key].append(old)
    overlaps: Counter[tuple[int, str]] = Counter(
        (position, old) for position, keys in enumerate(groups) for key in set(keys) for old in holders.get(key, ())
    )
    order = sorted(overlaps, key=lambda pair: (-overlaps[pair], sorted(groups[pair[0]]), pair[1]))
    matched: list[tuple[int, str]] = []
    used: set[int] = set()
    given: set[str] = set()
    for position, old in order:
        if position not in used and old not in given:
            matched.append((position, old))
            used.add(position)
            given.add(old)
    return matched


def _fresh(sort: str, key: str, taken: InUse) -> str:
    number = 0
    while True:
        text = f"{sort}\x1f{key}\x1f{number}" if number else f"{sort}\x1f{key}"
        made = hashlib.sha256(text.encode()).hexdigest()[:12]
        if not taken(made):
            return made
        number += 1
