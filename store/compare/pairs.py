"""Which passages are worth laid side by side: those that share content words rare among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from store.compare.contents import Content

COMMON = 40
"""Passages of one block that may hold a word before it tells nothing about which belong together."""
LEAST_WEIGHT = 0.5


def telling(content: Content) -> Iterator[str]:
    """The word classes of ``content`` that may tell what belongs to it."""
    return (group for group, weight in content.weights.items() if weight >= LEAST_WEIGHT)


def pairs_sharing(
    contents: Sequence[Content], least: int, common: Container[str] | None = None
) -> Iterator[tuple[int, int]]:
    """Positions ``(i, j)``, i < j, of contents that share ``least`` telling word classes, each once, in order.

    Words that more than ``COMMON`` of the contents hold are passed over, so that the time grows with the number of
    contents and not with its square; where ``contents`` are but a part of those that count, ``common`` says which.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for position, content in enumerate(contents):
        for group in telling(content):
            holders[group].append(position)
    earlier: dict[int, list[list[int]]] = defaultdict(list)
    for group, held in holders.items():
        if len(held) > 1 and (len(held) <= COMMON if common is None else group not in common):
            for position in held:
                earlier[position].append(held)
    for position in range(len(contents)):
        shared = Counter(other for held in earlier.get(position, ()) for other in held if other < position)
        yield from ((other, position) for other, n in sorted(shared.items()) if n >= least)
