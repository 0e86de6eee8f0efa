"""The two sides of a conflict between statements, laid out with values, origins, evidence and differing words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.compare.statement_claims import in_order, origins_of
from store.model.claims import Conflict, Side
from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.compare.denials import Denial
    from store.compare.figures import Figures
    from store.compare.renderings import Rendering
    from store.compare.said import Said
    from store.model.claims import Claim

ClaimOf = Callable[["Said"], "Claim"]
SUBJECT = 70
"""Characters of a subject's words."""


def by_claim(claims: Iterable[Claim]) -> ClaimOf:
    """The claim that a statement supports."""
    table = {(e.article_id, e.fact): claim for claim in claims for e in claim.evidence}
    return lambda said: table[said.report.article_id, said.fact.key]


def denial_conflict(denials: Sequence[Denial], claim_of: ClaimOf) -> Conflict:
    """A claim against its denial."""
    claimed = _distinct(d.claimed for d in denials)
    denying = _distinct(d.denial for d in denials)
    return Conflict(
        id="",
        kind="denial",
        subject=_subject(claim_of(claimed[0]).who, claimed[0].what),
        cause="denial",
        sides=(_claim_side(claimed, claim_of), _claim_side(denying, claim_of)),
    )


def figure_conflict(apart: Figures, one: Said, two: Said, claim_of: ClaimOf) -> Conflict:
    """Two counts of one thing, the earlier report first."""
    pair = sorted(((one, apart.numbers[0]), (two, apart.numbers[1])), key=lambda p: in_order(p[0]))
    sides = []
    for said, number in pair:
        claim = claim_of(said)
        sides.append(
            Side(
                value=f"{number:g}", origins=claim.origins, evidence=(said.evidence,), marks=_number_marks(said, number)
            )
        )
    days = [said.report.anchor.day for said, _ in pair if said.report.anchor.bound == "exact"]
    later = len(days) == 2 and days[0] != days[1]
    return Conflict(
        id="",
        kind="figure",
        subject=_subject("", pair[0][0].what),
        cause="later report" if later else "unclear",
        sides=tuple(sides),
    )


def wording_conflict(renderings: Sequence[Rendering]) -> Conflict:
    """One utterance in differing words, a side a wording; ``renderings`` closest pair first."""
    first = renderings[0]
    marks = {id(first.one): first.marks[0], id(first.two): first.marks[1]}
    saids = [first.one, first.two]
    for rendering in renderings[1:]:
        for said, spans in zip((rendering.one, rendering.two), rendering.marks, strict=True):
            if all(s.report.article_id != said.report.article_id for s in saids):
                saids.append(said)
                marks[id(said)] = spans
    saids.sort(key=in_order)
    return Conflict(
        id="",
        kind="wording",
        subject=_subject(first.one.teller.name, first.one.what),
        cause=next((r.cause for r in renderings if r.cause == "strength"), "wording"),
        sides=tuple(_said_side(s, marks[id(s)]) for s in saids),
    )


def mouths_conflict(group: Sequence[Said], claim_of: ClaimOf) -> Conflict:
    """One utterance given to several speakers, a side a speaker."""
    speakers: dict[str, list[Said]] = {}
    for said in sorted(group, key=in_order):
        speakers.setdefault(said.teller.name, []).append(said)
    return Conflict(
        id="",
        kind="wording",
        subject=_subject("", group[0].what),
        cause=f"speaker: {' or '.join(speakers)}",
        sides=tuple(_claim_side(saids, claim_of) for saids in speakers.values()),
    )


def _claim_side(saids: Sequence[Said], claim_of: ClaimOf) -> Side:
    """All that supports the claims of ``saids``, the passages in conflict first."""
    claims = {c.id: c for c in map(claim_of, saids)}
    own = [s.evidence for s in sorted(saids, key=in_order)]
    keys = {(e.article_id, e.fact) for e in own}
    others = [e for c in claims.values() for e in c.evidence if (e.article_id, e.fact) not in keys]
    origins = origins_of((o, False) for c in claims.values() for o in c.origins)
    return Side(value=_told(saids[0]), origins=origins, evidence=(*own, *others))


def _told(said: Said) -> str:
    """What is said, a denial as one: what it denies is no claim of the one who denies."""
    if not said.denies:
        return said.what
    at = said.fact.span.start
    cues = (said.fact.quote[span.start - at : span.end - at].split() for span in said.told.cue)
    return said.what if any(cue and cue[-1] in said.what for cue in cues) else f"denied: {said.what}"


def _said_side(said: Said, marks: Iterable[Span]) -> Side:
    return Side(
        value=said.what,
        origins=(said.origin,),
        evidence=(said.evidence,),
        marks=_within(said, marks),
    )


def _within(said: Said, marks: Iterable[Span]) -> tuple[Span, ...]:
    """Stretches of the text as offsets within the statement's quote; neighbours only a space apart made one."""
    start = said.fact.span.start
    joined: list[Span] = []
    for mark in sorted(Span(m.start - start, m.end - start) for m in marks if said.fact.span.holds(m)):
        if joined and not said.fact.quote[joined[-1].end : mark.start].strip():
            joined[-1] = Span(joined[-1].start, max(mark.end, joined[-1].end))
        else:
            joined.append(mark)
    return tuple(joined)


def _number_marks(said: Said, number: float) -> tuple[Span, ...]:
    return _within(said, [w.span for w in said.content.words if w.group == f"#{number:g}"])


def _distinct(saids: Iterable[Said]) -> list[Said]:
    return sorted({id(s): s for s in saids}.values(), key=in_order)


def _subject(who: str, what: str) -> str:
    words = _clipped(what)
    return f"{who}: {words}" if who else words


def _clipped(what: str) -> str:
    words = what.strip(" ,;:")
    if len(words) <= SUBJECT:
        return words
    return words[: SUBJECT - 1].rsplit(" ", 1)[0] + "…"
