"""How well the passages are read: one figure for each thing that a finding can get right, and every miss in words.

The figures of times, meetings and statements follow the usual measures (TempEval-3 for times; one-to-one matches of
overlapping evidence for meetings; PARC 3.0's overlapping content and source for statements), so that they move with
figures measured on other sets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from store.model.spans import Span

WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
G = TypeVar("G")
P = TypeVar("P")


class Figure(NamedTuple):
    """F1 of ``hits`` among ``predicted`` and ``expected``."""

    hits: int = 0
    predicted: int = 0
    expected: int = 0

    @property
    def f1(self) -> float:
        """2PR / (P + R), 1.0 where nothing is expected and nothing predicted."""
        return 2 * self.hits / (self.predicted + self.expected) if self.predicted + self.expected else 1.0

    def plus(self, hits: int, predicted: int, expected: int) -> Figure:
        """This figure with another passage counted in."""
        return Figure(self.hits + hits, self.predicted + predicted, self.expected + expected)


@dataclass(slots=True)
class Tally:
    """The figures of one kind as its passages are counted."""

    figures: dict[str, Figure] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, name: str, hits: int, predicted: int, expected: int) -> None:
        """Count a passage into the figure ``name``."""
        self.figures[name] = self.figures.get(name, Figure()).plus(hits, predicted, expected)

    def judge(self, name: str, *, right: bool) -> None:
        """Count one thing that is right or wrong, where nothing can be predicted too often."""
        self.count(name, int(right), 1, 1)

    def miss(self, passage: str, text: str) -> None:
        """Note what is wrong in ``passage``."""
        self.misses.append(f"{passage}: {text}")


def pairs(
    golds: Sequence[G], predicted: Sequence[P], likeness: Callable[[G, P], float]
) -> tuple[list[tuple[G, P]], list[G], list[P]]:
    """One-to-one pairs, the likest first; what stays alone on either side. A likeness of 0 pairs nothing."""
    ranked = sorted(
        ((-likeness(g, p), i, j) for i, g in enumerate(golds) for j, p in enumerate(predicted) if likeness(g, p)),
    )
    of_gold: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in of_gold and j not in taken:
            of_gold[i] = j
            taken.add(j)
    return (
        [(golds[i], predicted[j]) for i, j in sorted(of_gold.items())],
        [g for i, g in enumerate(golds) if i not in of_gold],
        [p for j, p in enumerate(predicted) if j not in taken],
    )


def shared(spans: Iterable[Span], others: Iterable[Span]) -> int:
    """Characters that the two have in common."""
    others = tuple(others)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in others)


def words_of(text: str, spans: Iterable[Span]) -> set[int]:
    """Where the words in ``spans`` start: punctuation is not scored."""
    return {match.start() for span in spans for match in WORD.finditer(text, *span)}


def same_name(names: tuple[str, ...], name: str) -> bool:
    """True where all words of one of ``names`` are among those of ``name``, or the other way round."""
    mine = _name_words(name)
    return any(bool(mine) and (wanted <= mine or mine <= wanted) for wanted in map(_name_words, names) if wanted)


def _name_words(name: str) -> set[str]:
    return set(name.casefold().replace("’", "'").removesuffix("'s").split()) - {"the", "of", "and", "a"}
