"""Where reports disagree: every kind of conflict, each once, with both sides' evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.copies import first_copies
from store.compare.denials import denials_among
from store.compare.event_claims import event_conflicts
from store.compare.figures import figures_apart
from store.compare.ids import stable_ids
from store.compare.pairs import pairs_sharing
from store.compare.renderings import overstatement, rendering_across
from store.compare.said import said_among
from store.compare.same_events import events_alike
from store.compare.sides import by_claim, denial_conflict, figure_conflict, mouths_conflict, wording_conflict
from store.compare.talk_conflicts import talk_conflicts
from store.compare.two_mouths import in_two_mouths
from store.compare.voices import Voices
from store.model.reports import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from store.compare.denials import Denial
    from store.compare.renderings import Rendering
    from store.compare.said import Said
    from store.compare.sides import ClaimOf
    from store.model.claims import Claim, Conflict, Talk
    from store.model.reports import Report

NOTHING = Comparison()
Pairs = list[tuple[int, int]]


def conflicts_among(
    reports: Sequence[Report],
    talks: Sequence[Talk],
    claims: Sequence[Claim],
    previous: Comparison = NOTHING,
    *,
    saids: Sequence[Said] | None = None,
) -> tuple[Conflict, ...]:
    """Conflicts of every kind: of talks first, then by kind and subject.

    ``claims`` are those of the same reports; ``saids`` spares reading the statements again. Ids come from
    ``previous`` by the largest overlap of evidence.
    """
    saids = sorted(said_among(reports) if saids is None else saids, key=lambda s: s.key)
    claim_of = by_claim(claims)
    found = [
        *talk_conflicts(talks),
        *event_conflicts(events_alike(reports), Voices(saids)),
        *_among_statements(reports, saids, claim_of),
    ]
    return _named(found, previous)


def _among_statements(reports: Sequence[Report], saids: Sequence[Said], claim_of: ClaimOf) -> Iterator[Conflict]:
    copies = first_copies(sorted(reports, key=lambda r: (r.name, r.article_id)))
    once = [s for s in saids if copies[s.report.article_id] == s.report.article_id and not s.headline]
    pairs = list(pairs_sharing([s.content for s in once], 2))
    for denials in _by_sides(denials_among(once, pairs)):
        yield denial_conflict(denials, claim_of)
    for renderings in (*_utterances(once, pairs), *_overstatements(once, pairs)):
        yield wording_conflict(renderings)
    for group in _linked([(once[i], once[j]) for i, j in pairs if in_two_mouths(once[i], once[j])]):
        yield mouths_conflict(group, claim_of)
    yield from _figures(once, pairs, claim_of)


def _by_sides(denials: Iterable[Denial]) -> list[list[Denial]]:
    """Denials of one side against one claimant, or others of the claimant's state, are one conflict."""
    groups: dict[tuple[str, str], list[Denial]] = defaultdict(list)
    for denial in denials:
        claimant = denial.claimed.speaker
        groups[claimant.state or claimant.seat, denial.denial.speaker.seat].append(denial)
    return [groups[key] for key in sorted(groups)]


def _overstatements(saids: Sequence[Said], pairs: Pairs) -> Iterator[list[Rendering]]:
    """Of each summary the quotation that it overstates, rather one of the same article."""
    found: dict[int, list[Rendering]] = defaultdict(list)
    for i, j in pairs:
        for one, two in ((saids[i], saids[j]), (saids[j], saids[i])):
            if rendering := overstatement(one, two):
                found[id(one)].append(rendering)
    for renderings in found.values():
        yield sorted(renderings, key=_nearest)[:1]


def _nearest(rendering: Rendering) -> tuple[bool, float, tuple[str, str, int]]:
    one, two = rendering.one.report, rendering.two.report
    return one.article_id != two.article_id, -rendering.score, rendering.two.key


def _utterances(saids: Sequence[Said], pairs: Pairs) -> Iterator[list[Rendering]]:
    """Renderings of one utterance in several articles, the closest pair first."""
    across = [
        found
        for i, j in pairs
        if saids[i].report.article_id != saids[j].report.article_id and (found := rendering_across(saids[i], saids[j]))
    ]
    for component in _components([(id(r.one), id(r.two)) for r in across]):
        members = [r for r in across if id(r.one) in component]
        yield sorted(members, key=lambda r: (-r.score, r.one.key, r.two.key))


def _components(links: Sequence[tuple[int, int]]) -> list[set[int]]:
    groups: list[set[int]] = []
    for a, b in links:
        touching = [g for g in groups if a in g or b in g]
        groups = [g for g in groups if g not in touching]
        groups.append({a, b}.union(*touching))
    return groups


def _linked(pairs: Sequence[tuple[Said, Said]]) -> list[list[Said]]:
    known = {id(s): s for pair in pairs for s in pair}
    components = _components([(id(a), id(b)) for a, b in pairs])
    return [sorted((known[i] for i in c), key=lambda s: s.key) for c in components]


def _figures(saids: Sequence[Said], pairs: Pairs, claim_of: ClaimOf) -> Iterator[Conflict]:
    seen: set[tuple[str, str]] = set()
    for i, j in pairs:
        apart = figures_apart(saids[i], saids[j])
        if apart:
            key = (claim_of(saids[i]).id, claim_of(saids[j]).id)
            if key not in seen and key[::-1] not in seen:
                seen.add(key)
                yield figure_conflict(apart, saids[i], saids[j], claim_of)


def _named(found: Sequence[Conflict], previous: Comparison) -> tuple[Conflict, ...]:
    before = {c.id: _keys(c) for c in previous.conflicts}
    ordered = sorted(found, key=lambda c: (not c.talk, c.kind, c.subject, _keys(c)))
    ids = stable_ids("conflict", [_keys(c) for c in ordered], before)
    return tuple(replace(c, id=made) for c, made in zip(ordered, ids, strict=True))


def _keys(conflict: Conflict) -> list[str]:
    """Kind and fact keys: a conflict of another kind over the same facts is another conflict."""
    return sorted({f"{conflict.kind}:{conflict.talk}:{e.fact}" for s in conflict.sides for e in s.evidence})
