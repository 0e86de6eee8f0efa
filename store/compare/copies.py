"""Reports that are one text: a wire story run by two outlets, whole, cut short or lightly edited.

Resemblance of word shingles by min-wise hashing (Broder 1997), and containment for a story that was cut.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from store.model.reports import Report

WORD = re.compile(r"[^\W_]+")
SHINGLE = 5
"""Words; two reporters seldom write five in a row alike, but for quotations."""
CONTAINED = 0.6
"""Share of the shorter text's shingles that the longer has. Two reports of one press conference stay below .3."""
SKETCH = 12
"""Smallest hashes that candidates must share one of."""
FEWEST = 20
"""A text of fewer shingles proves nothing."""


@lru_cache(maxsize=4096)
def shingles(text: str) -> frozenset[int]:
    """CRC-32 of every five words in a row, without case and punctuation."""
    words = [w.encode() for w in WORD.findall(text.casefold())]
    return frozenset(crc32(b" ".join(words[i : i + SHINGLE])) for i in range(max(0, len(words) - SHINGLE + 1)))


def first_copies(reports: Iterable[Report]) -> dict[int, int]:
    """Article id -> id of the first report of the same text, for reports in the order in which they count."""
    first: dict[int, int] = {}
    for report, candidates, texts in _with_candidates(reports):
        own, article = texts[report.article_id], report.article_id
        first[article] = next((first[c] for c in candidates if _one_text(texts[c], own)), article)
    return first


def copies_among(reports: Iterable[Report], new: Container[int] | None = None) -> list[tuple[int, int]]:
    """Ids of every two of ``reports`` that are one text; with ``new``, only of those that it concerns."""
    return [
        (report.article_id, other)
        for report, candidates, texts in _with_candidates(reports)
        for other in candidates
        if new is None or other in new or report.article_id in new
        if _one_text(texts[other], texts[report.article_id])
    ]


def sketch_of(text: str) -> list[int]:
    """The smallest hashes of ``text``, by which its copies are found."""
    return sorted(shingles(text))[:SKETCH]


def _with_candidates(reports: Iterable[Report]) -> Iterator[tuple[Report, list[int], dict[int, frozenset[int]]]]:
    """Each report with the earlier ones that share a smallest hash with it, and the texts so far."""
    texts: dict[int, frozenset[int]] = {}
    by_hash: dict[int, list[int]] = defaultdict(list)
    for report in reports:
        found = shingles(report.text)
        sketch = sketch_of(report.text)
        texts[report.article_id] = found
        yield report, list(dict.fromkeys(other for h in sketch for other in by_hash[h])), texts
        for h in sketch:
            by_hash[h].append(report.article_id)


def _one_text(a: frozenset[int], b: frozenset[int]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= FEWEST and len(a & b) >= CONTAINED * shorter
