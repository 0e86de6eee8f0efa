"""What was known at an earlier time: talks, claims and conflicts cut down to the articles that were out by then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from store.model.claims import UNATTRIBUTED
from store.model.order import when_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from store.model.claims import Attribute, Claim, Conflict, Evidence, Talk, TalkClaim


class Known(NamedTuple):
    """Which passages count at one time."""

    published: Mapping[int, int | None]
    """Articles that were out: id -> seconds since 1970, None where the publication is unknown."""
    facts: Set[tuple[int, str]] | None = None
    """Article id and key of the facts that still stand, where articles changed since they were compared."""

    def shows(self, passage: Evidence) -> bool:
        """True where the passage's article was out and still says so."""
        return passage.article_id in self.published and (
            self.facts is None or (passage.article_id, passage.fact) in self.facts
        )


def named_origins(origins: Iterable[str]) -> tuple[str, ...]:
    """Each origin once; a report's own voice counts only where nobody is named."""
    distinct = tuple(dict.fromkeys(origin for origin in origins if origin))
    return tuple(origin for origin in distinct if origin != UNATTRIBUTED) or distinct


def claim_known(claim: Claim, out: Known) -> Claim | None:
    """``claim`` as the passages in ``out`` support it; None where none of them does."""
    evidence = _known(claim.evidence, out)
    if len(evidence) == len(claim.evidence):
        return claim
    if not evidence:
        return None
    return replace(claim, evidence=evidence, articles=_articles(evidence), origins=_origins(evidence, claim.origins))


def conflict_known(conflict: Conflict, out: Known) -> Conflict | None:
    """``conflict`` as the passages in ``out`` show it; None where fewer than two sides were known."""
    sides = []
    for side in conflict.sides:
        evidence = _known(side.evidence, out)
        if len(evidence) == len(side.evidence):
            sides.append(side)
        elif evidence:
            # The marks belong to the first passage only.
            marks = side.marks if evidence[0] == side.evidence[0] else ()
            origins = _origins(evidence, side.origins)
            sides.append(replace(side, evidence=evidence, origins=origins, marks=marks))
    return replace(conflict, sides=tuple(sides)) if len(sides) > 1 else None


def talk_known(talk: Talk, out: Known) -> Talk | None:
    """``talk`` as the passages in ``out`` announce it; None where none of them does.

    A value that a later report changed stands again where that report was not out.
    """
    claims = tuple(claim for claim in (_talk_claim_known(claim, out) for claim in talk.claims) if claim)
    if claims == talk.claims:
        return talk
    if not claims:
        return None
    claims = _revived(claims, out)
    starts, ends = (_preferred(claims, attribute, out) for attribute in ("start", "end"))
    places = _preferred(claims, "place", out)
    has_city = talk.city in places or (bool(places) and not talk.city)
    statuses = _preferred(claims, "status", out)
    return replace(
        talk,
        claims=claims,
        start=starts[0] if starts else "",
        end=ends[0] if ends else "",
        city=talk.city if has_city else next(iter(places), ""),
        country=talk.country if has_city else "",
        zone=talk.zone if has_city else "",
        parties=_parties(talk, claims),
        status=statuses[0] if statuses else talk.status,
        disputed=tuple(a for a in talk.disputed if len(_preferred(claims, a, out)) > 1),
    )


def _talk_claim_known(claim: TalkClaim, out: Known) -> TalkClaim | None:
    evidence = _known(claim.evidence, out)
    if len(evidence) == len(claim.evidence):
        return claim
    if not evidence:
        return None
    return replace(claim, evidence=evidence, articles=_articles(evidence), origins=_origins(evidence, claim.origins))


def _revived(claims: tuple[TalkClaim, ...], out: Known) -> tuple[TalkClaim, ...]:
    live = {claim.attribute for claim in claims if not claim.superseded}
    latest: dict[str, TalkClaim] = {}
    for claim in claims:
        if claim.attribute not in live:
            known = latest.get(claim.attribute)
            if known is None or _latest(claim, out) > _latest(known, out):
                latest[claim.attribute] = claim
    return tuple(replace(claim, superseded=False) if claim in latest.values() else claim for claim in claims)


def _preferred(claims: tuple[TalkClaim, ...], attribute: Attribute, out: Known) -> tuple[str, ...]:
    """Values not superseded: most origins, then the later report, then the earlier day."""
    live = [claim for claim in claims if claim.attribute == attribute and not claim.superseded]
    ranked = sorted(live, key=lambda claim: (-len(claim.origins), -_latest(claim, out), when_key(claim.value)))
    return tuple(dict.fromkeys(claim.value for claim in ranked))


def _parties(talk: Talk, claims: tuple[TalkClaim, ...]) -> tuple[str, ...]:
    named = [claim.value for claim in claims if claim.attribute == "parties"]
    return tuple(party for party in talk.parties if any(party in value for value in named)) or talk.parties


def _latest(claim: TalkClaim, out: Known) -> float:
    moments = (out.published.get(passage.article_id) for passage in claim.evidence)
    return max((moment for moment in moments if moment is not None), default=float("-inf"))


def _known(evidence: tuple[Evidence, ...], out: Known) -> tuple[Evidence, ...]:
    return tuple(passage for passage in evidence if out.shows(passage))


def _articles(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.article for passage in evidence))


def _origins(evidence: tuple[Evidence, ...], all_origins: tuple[str, ...]) -> tuple[str, ...]:
    return named_origins(passage.origin for passage in evidence) or all_origins
