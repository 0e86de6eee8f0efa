"""Claims over statements: one speaker, act and content, with every statement that supports it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from store.compare.same_said import said_alike
from store.model.claims import UNATTRIBUTED, Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.compare.said import Said
    from store.compare.same_said import Alike
    from store.model.article import Anchor

TELLING = ("deny", "pledge", "demand", "propose", "accuse", "warn", "ask", "confirm", "doubt", "believe", "say")
"""Acts, the most telling first: where reports name the act differently, the claim takes the first of these."""


def statement_claims(saids: Sequence[Said], links: Sequence[Alike] | None = None) -> list[Claim]:
    """Claims without ids, in no particular order."""
    return [claim_of(group) for group in said_alike(saids, links)]


def claim_of(group: Sequence[Said]) -> Claim:
    """The claim that all of ``group`` support."""
    group = sorted(group, key=in_order)
    body = [s for s in group if not s.headline] or group
    dated = next((s.fact for s in group if s.fact.when), None)
    return Claim(
        id="",
        kind=next(act for act in TELLING if any(s.act == act for s in body)),
        who=_name(body),
        what=body[0].what,
        when=dated.when if dated else "",
        where=next((s.fact.where for s in group if s.fact.where), ""),
        articles=tuple(dict.fromkeys(s.report.name for s in group)),
        origins=origins_of((s.origin, s.headline) for s in group),
        evidence=tuple(s.evidence for s in group),
        assumed=bool(dated and dated.assumed),
        why=_why(group, dated.why if dated else ""),
    )


def in_order(said: Said) -> tuple[str, str, int, int]:
    """Earliest report first, undated last; within a report in text order."""
    return (day_of(said.report.anchor), said.report.name, said.report.article_id, said.fact.span.start)


def day_of(anchor: Anchor) -> str:
    """ISO day of ``anchor``, after all days where it has none."""
    return anchor.day.isoformat() if anchor.day else "9999"


def origins_of(found: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """Independent origins, given each passage's and whether it is a headline.

    A headline counts only where nothing else does, the report's own voice only where no report attributes.
    """
    passages = list(found)
    counted = [origin for origin, headline in passages if not headline] or [origin for origin, _ in passages]
    named = tuple(sorted({o for o in counted if o != UNATTRIBUTED}))
    return named or (UNATTRIBUTED,)


def _name(group: Sequence[Said]) -> str:
    counts = Counter(s.speaker.name for s in group)
    return min(counts, key=lambda n: (-counts[n], -len(n), n))


def _why(group: Sequence[Said], dated: str) -> str:
    attributed = any(s.origin != UNATTRIBUTED for s in group)
    own = sorted({s.report.name for s in group if s.origin == UNATTRIBUTED and not s.headline})
    told = f"in its own voice: {', '.join(own)}" if attributed and own else ""
    return "; ".join(w for w in (dated, told) if w)
