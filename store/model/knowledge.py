"""What was known at an earlier time: talks, claims and conflicts cut down to the articles that were out by then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from store.model.claims import UNATTRIBUTED
from store.model.election import talk_shown_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from store.model.claims import Claim, Conflict, Evidence, Talk


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
    """``talk`` as the passages in ``out`` announce it; None where none of them does."""
    return talk_shown_by(talk, out.shows)


def _known(evidence: tuple[Evidence, ...], out: Known) -> tuple[Evidence, ...]:
    return tuple(passage for passage in evidence if out.shows(passage))


def _articles(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.article for passage in evidence))


def _origins(evidence: tuple[Evidence, ...], all_origins: tuple[str, ...]) -> tuple[str, ...]:
    return named_origins(passage.origin for passage in evidence) or all_origins
