"""Noun phrases read rightwards: addressees, subjects behind their verb, by-phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import (
    COORDINATORS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_STARTS,
    WH,
    is_adverb,
    is_finite,
)
from store.extract.statements.phrases import JOINTS, LINKS, MAX_PHRASE
from store.extract.statements.scan import Range

if TYPE_CHECKING:
    from store.extract.statements.scan import Scan


def phrase_after(scan: Scan, first: int, limit: int) -> Range | None:
    """The noun phrase that begins at ``first``: up to a verb, comma, time or clause word."""
    low = scan.low
    limit = min(limit, first + MAX_PHRASE)
    if first >= limit:
        return None
    if low[first] in SUBJECT_PRONOUNS or (low[first] in OBJECT_PRONOUNS and low[first] != "her"):
        return Range(first, first + 1)
    k = first
    while k < limit:
        word = low[k]
        if word == "(":
            closed = next((j for j in range(k, min(limit, k + 12)) if low[j] == ")"), -1)
            if closed < 0:
                break
            k = closed + 1
            continue
        if _stops_phrase(scan, k, first):
            break
        k += 1
    while (
        k > first
        and (low[k - 1] in LINKS or low[k - 1] in COORDINATORS or not low[k - 1][0].isalnum())
        and low[k - 1] != ")"
    ):
        k -= 1
    while k - 1 > first and is_adverb(low[k - 1]) and low[k - 1] not in DETERMINERS:
        k -= 1
    return Range(first, k) if k > first and low[first] not in PREPOSITIONS else None


def _stops_phrase(scan: Scan, k: int, first: int) -> bool:
    word = scan.low[k]
    if word in JOINTS or word in ("of", "for"):
        return k == first
    if not word[0].isalnum() or word in WH or word in ("that", "not"):
        return True
    if word in PREPOSITIONS or word in SUBJECT_PRONOUNS or word in SUBORDINATORS:
        return True
    if k > first and (
        word in TIME_STARTS or (word in DETERMINERS and scan.low[k - 1] not in ("of", "for", "and", "all", "both"))
    ):
        return True
    return k > first and is_finite(word, scan.word(k + 1)) and not scan.is_capital(k)
