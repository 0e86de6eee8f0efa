"""Where reports disagree: every kind of conflict, each once, with both sides' evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.ids import stable_ids, unused
from store.compare.relations import by_sides
from store.compare.sides import denial_conflict, figure_conflict, mouths_conflict, wording_conflict
from store.compare.ties import bonds_among
from store.model.order import conflict_keys, conflict_rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from store.compare.ids import InUse
    from store.compare.relations import Apart, Relations
    from store.compare.renderings import Rendering
    from store.compare.said import Said
    from store.compare.sides import ClaimOf
    from store.compare.ties import Place
    from store.model.claims import Conflict


def statement_conflicts(relations: Relations, claim_of: ClaimOf) -> Iterator[Conflict]:
    """Conflicts between statements, without ids."""
    for denials in by_sides(relations.denials):
        yield denial_conflict(denials, claim_of)
    for renderings in (*_utterances(relations.utterances), *_overstatements(relations.overstatements)):
        yield wording_conflict(renderings)
    for group in _mouths(relations.mouths):
        yield mouths_conflict(group, claim_of)
    yield from _figures(relations.figures, claim_of)


def _overstatements(found: Iterable[Rendering]) -> Iterator[list[Rendering]]:
    """Of each summary the quotation that it overstates, rather one of the same article."""
    of: dict[Place, list[Rendering]] = defaultdict(list)
    for rendering in found:
        of[rendering.one.place].append(rendering)
    for renderings in of.values():
        yield sorted(renderings, key=_nearest)[:1]


def _nearest(rendering: Rendering) -> tuple[bool, float, tuple[str, str, int]]:
    one, two = rendering.one.report, rendering.two.report
    return one.article_id != two.article_id, -rendering.score, rendering.two.key


def _utterances(across: Sequence[Rendering]) -> Iterator[list[Rendering]]:
    """Renderings of one utterance in several articles, the closest pair first."""
    bonds = bonds_among((r.one.place, r.two.place) for r in across)
    groups: dict[Place, list[Rendering]] = defaultdict(list)
    for rendering in across:
        groups[bonds[rendering.one.place]].append(rendering)
    for members in groups.values():
        yield sorted(members, key=lambda r: (-r.score, r.one.key, r.two.key))


def _mouths(pairs: Sequence[tuple[Said, Said]]) -> Iterator[list[Said]]:
    bonds = bonds_among((one.place, two.place) for one, two in pairs)
    groups: dict[Place, dict[Place, Said]] = defaultdict(dict)
    for said in (said for pair in pairs for said in pair):
        groups[bonds[said.place]][said.place] = said
    for members in groups.values():
        yield sorted(members.values(), key=lambda s: s.key)


def _figures(found: Iterable[Apart], claim_of: ClaimOf) -> Iterator[Conflict]:
    seen: set[frozenset[str]] = set()
    for apart in found:
        claims = frozenset((claim_of(apart.one).id, claim_of(apart.two).id))
        if claims not in seen:
            seen.add(claims)
            yield figure_conflict(apart.figures, apart.one, apart.two, claim_of)


def named(found: Iterable[Conflict], before: Iterable[Conflict], in_use: InUse = unused) -> tuple[Conflict, ...]:
    """``found`` as they are listed, with ids from ``before`` by the largest overlap of evidence."""
    known = {c.id: conflict_keys(c) for c in before}
    ordered = sorted(found, key=lambda c: (conflict_rank(c), str(c.sides)))
    ids = stable_ids("conflict", [conflict_keys(c) for c in ordered], known, in_use)
    named = [replace(c, id=i) for c, i in zip(ordered, ids, strict=True)]
    return tuple(sorted(named, key=lambda c: (conflict_rank(c), c.id)))
