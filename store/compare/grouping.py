"""Which occasions are one meeting: candidates by shared keys, then the surest pairs first, never against a veto.

Constrained agglomerative clustering with cannot-link pairs (Davidson & Ravi 2005), each connected component on its own:
a report that shares no key with a component leaves it as it is.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from store.compare.company import NEVER
from store.compare.likeness import SAME, Likenesses
from store.compare.occasions import ANY_TIME, AT, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from store.compare.occasions import Occasion

PROGRAMME = 1.0
"""Points for each meeting, up to two, that two reports share already: both tell one programme."""
LIKELY = 2.0
"""Points without which a shared programme proves nothing."""


Points = dict[tuple[int, int], float]


def groups_among(occasions: Sequence[Occasion], points: Points | None = None) -> list[list[Occasion]]:
    """Occasions that are one meeting, each list in their order; lists by their first occasion.

    ``points`` are those of ``points_among``, where they are known already.
    """
    alike = Likenesses(occasions)
    clusters = Clusters(occasions, alike)
    points = points_among(occasions, alike) if points is None else points
    clusters.join(sorted((-p, i, j) for (i, j), p in points.items() if p >= SAME))
    clusters.join(sorted(_by_programme(clusters, points)))
    return clusters.groups()


def points_among(occasions: Sequence[Occasion], alike: Likenesses | None = None) -> Points:
    """Positions of every two occasions that may be one meeting -> what speaks for it."""
    alike = alike or Likenesses(occasions)
    found = ((pair, alike.of(*pair)) for pair in candidates(occasions))
    return {pair: points for pair, points in found if points >= LIKELY}


def candidates(occasions: Sequence[Occasion]) -> Iterator[tuple[int, int]]:
    """Pairs of positions that share a key, each once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, occasion in enumerate(occasions):
        for key in keys_of(occasion):
            blocks[key].append(position)
    seen = set()
    for key, block in blocks.items():
        for pair in _pairs(key, block, occasions):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(key: str, block: list[int], occasions: Sequence[Occasion]) -> Iterable[tuple[int, int]]:
    """Pairs in a block: all of them, unless the key holds for more than can be one meeting.

    Keys of any time tie only reports of unknown day to the others, a city only those that hardly say who meets.
    """
    if key.endswith(ANY_TIME):
        return _with(block, [i for i in block if occasions[i].adrift])
    if key.startswith(AT):
        return _with(block, [i for i in block if len(occasions[i].members) < 2])
    return combinations(block, 2)


def _with(block: list[int], chosen: list[int]) -> Iterator[tuple[int, int]]:
    for i in chosen:
        yield from ((min(i, j), max(i, j)) for j in block if i != j)


def _by_programme(clusters: Clusters, points: Points) -> Iterator[tuple[float, int, int]]:
    """Pairs too weak alone, between reports that share other meetings and have no better partner for them there."""
    shared = clusters.meetings_shared()
    open_pairs: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
    for (i, j), p in points.items():
        if LIKELY <= p < SAME and not clusters.together(i, j):
            open_pairs[clusters.reports(i, j)].append((p, i, j))
    for reports, pairs in open_pairs.items():
        support = PROGRAMME * min(2, shared.get(reports, 0))
        for p, i, j in pairs:
            alone = sum(x in (i, j) or y in (i, j) for _, x, y in pairs) == 1
            if alone and p + support >= SAME:
                yield -p, i, j


class Clusters:
    """Sets of occasions, grown pair by pair."""

    def __init__(self, occasions: Sequence[Occasion], alike: Likenesses) -> None:
        self._occasions = occasions
        self._alike = alike
        self._of = list(range(len(occasions)))
        self._members = {i: [i] for i in range(len(occasions))}

    def join(self, edges: Sequence[tuple[float, int, int]]) -> None:
        """Unite the ends of each edge, in order, unless something in the two sets cannot be one meeting."""
        for _, i, j in edges:
            a, b = self._of[i], self._of[j]
            if a != b and self._compatible(a, b, change=self._occasions[i].changes or self._occasions[j].changes):
                self._unite(a, b)

    def _unite(self, a: int, b: int) -> None:
        keep, lose = (a, b) if len(self._members[a]) >= len(self._members[b]) else (b, a)
        for i in self._members[lose]:
            self._of[i] = keep
        self._members[keep] += self._members.pop(lose)

    def _compatible(self, a: int, b: int, *, change: bool) -> bool:
        """True where no two of both sets exclude each other.

        Where a report tells of a change, a plan and what became of it may lie any time apart.
        """
        return all(
            self._alike.of(i, j) != NEVER or (change and self._alike.of(i, j, any_day=True) != NEVER)
            for i in self._members[a]
            for j in self._members[b]
        )

    def together(self, i: int, j: int) -> bool:
        """True where both are in one set."""
        return self._of[i] == self._of[j]

    def reports(self, i: int, j: int) -> tuple[int, int]:
        """The two articles of a pair, the lower id first."""
        a, b = self._occasions[i].report.article_id, self._occasions[j].report.article_id
        return (min(a, b), max(a, b))

    def meetings_shared(self) -> dict[tuple[int, int], int]:
        """For every two articles, how many meetings both announce."""
        shared: dict[tuple[int, int], int] = defaultdict(int)
        for members in self._members.values():
            articles = sorted({self._occasions[i].report.article_id for i in members})
            for pair in combinations(articles, 2):
                shared[pair] += 1
        return shared

    def groups(self) -> list[list[Occasion]]:
        """The sets, by their first occasion."""
        return [[self._occasions[i] for i in group] for group in sorted(sorted(m) for m in self._members.values())]
