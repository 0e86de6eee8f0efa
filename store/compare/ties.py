"""What ties facts of several articles together: bonds between them, and hints under which they find each other.

A comparison of many articles falls into small sets of facts that say something of one another (connected components);
what a new article tells changes those sets only that it is tied to.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Place = tuple[int, str]
"""Article id and fact key; of a whole article the key is ""."""
Sort = Literal["copy", "talk", "event", "claim", "conflict"]


class Hint(NamedTuple):
    """One thing under which facts of its sort find each other."""

    sort: str
    words: str
    place: Place


def bonds_among(links: Iterable[tuple[Place, Place]]) -> dict[Place, Place]:
    """Each linked place -> the first place of its set; places without a link are left out."""
    root: dict[Place, Place] = {}

    def top(place: Place) -> Place:
        while (above := root.setdefault(place, place)) != place:
            root[place] = root[above]
            place = root[place]
        return place

    for one, two in links:
        first, second = sorted((top(one), top(two)))
        root[second] = first
    sizes: dict[Place, int] = defaultdict(int)
    bonds = {place: top(place) for place in root}
    for bond in bonds.values():
        sizes[bond] += 1
    return {place: bond for place, bond in bonds.items() if sizes[bond] > 1}
