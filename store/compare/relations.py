"""Statements that bear on one another: a claim and its denial, two renderings, two mouths, two figures."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from store.compare.denials import commitment_hints, denials_among, is_denial, negates
from store.compare.figures import figures_apart
from store.compare.pairs import pairs_sharing, telling
from store.compare.renderings import overstatement, rendering_across
from store.compare.two_mouths import in_two_mouths

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from store.compare.denials import Denial
    from store.compare.figures import Figures
    from store.compare.renderings import Rendering
    from store.compare.said import Said
    from store.compare.ties import Place

SHARED = 2
"""Telling words that two statements must share to be laid side by side."""
DENIER, WORD = "denier\x1f", "word\x1f"
"""How hints begin: of one who may deny, of a word that many may share."""


class Apart(NamedTuple):
    """Two statements that count one thing differently."""

    figures: Figures
    one: Said
    two: Said


class Relations(NamedTuple):
    """All that statements have to do with one another, in an order that only the statements determine."""

    denials: list[Denial]
    utterances: list[Rendering]
    overstatements: list[Rendering]
    mouths: list[tuple[Said, Said]]
    figures: list[Apart]

    def links(self) -> Iterator[tuple[Place, Place]]:
        """Places of every two statements that one conflict may show; denials of one side are one conflict."""
        last: dict[tuple[str, str], Place] = {}
        for claimed, denial in self.denials:
            side = sides_of(claimed, denial)
            yield claimed.place, denial.place
            yield last.setdefault(side, denial.place), denial.place
        for one, two, *_ in (*self.utterances, *self.overstatements):
            yield one.place, two.place
        yield from ((one.place, two.place) for one, two in self.mouths)
        yield from ((apart.one.place, apart.two.place) for apart in self.figures)


def relations_among(
    saids: Sequence[Said], common: Container[str] | None = None, chosen: Container[Place] | None = None
) -> Relations:
    """Relations among ``saids``, which come in the order of their keys and hold whole articles.

    ``common`` are the hints that tell nothing, where not all statements are here; then only the ``chosen`` places
    are held against each other.
    """
    kept = [s for s in saids if chosen is None or s.place in chosen]
    passed = None if common is None else _CommonWords(common)
    pairs = list(pairs_sharing([s.content for s in kept], SHARED, passed))
    denials = [
        d
        for d in denials_among(kept, pairs, saids)
        if chosen is None or (d.claimed.place in chosen and d.denial.place in chosen)
    ]
    both = [(kept[i], kept[j]) for i, j in pairs]
    across = [pair for pair in both if pair[0].report.article_id != pair[1].report.article_id]
    return Relations(
        denials=denials,
        utterances=[found for one, two in across if (found := rendering_across(one, two))],
        overstatements=[over for a, b in both for x, y in ((a, b), (b, a)) if (over := overstatement(x, y))],
        mouths=[pair for pair in both if in_two_mouths(*pair)],
        figures=[Apart(apart, one, two) for one, two in both if (apart := figures_apart(one, two))],
    )


class _CommonWords:
    def __init__(self, common: Container[str]) -> None:
        self._common = common

    def __contains__(self, word: object) -> bool:
        return f"{WORD}{word}" in self._common


def sides_of(claimed: Said, denial: Said) -> tuple[str, str]:
    """Whom a denial answers and who denies: all between these two is one conflict."""
    return claimed.speaker.state or claimed.speaker.seat, denial.speaker.seat


def hints_of(said: Said) -> Iterator[str]:
    """Under what other statements find ``said``."""
    yield from words_of(said)
    yield from (told for told, _ in commitment_hints(said))
    if is_denial(said) or negates(said):
        yield denier(said)


def words_of(said: Said) -> Iterator[str]:
    """Those of the hints that many may share."""
    return (f"{WORD}{word}" for word in telling(said.content))


def looks_of(said: Said) -> Iterator[str]:
    """What a pledge or the denial of one is held against, beside words."""
    return (sought for _, sought in commitment_hints(said))


def denier(said: Said) -> str:
    """The hint of one who may deny."""
    return f"{DENIER}{said.speaker.seat}"


def by_sides(denials: Sequence[Denial]) -> list[list[Denial]]:
    """Denials of one side against one claimant, or others of the claimant's state, are one conflict."""
    groups: dict[tuple[str, str], list[Denial]] = defaultdict(list)
    for denial in denials:
        groups[sides_of(*denial)].append(denial)
    return [groups[key] for key in sorted(groups)]
