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
    from collections.abc import Iterable

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
    texts: dict[int, frozenset[int]] = {}
    by_hash: dict[int, list[int]] = defaultdict(list)
    for report in reports:
        found = shingles(report.text)
        sketch = sorted(found)[:SKETCH]
        candidates = dict.fromkeys(other for h in sketch for other in by_hash[h])
        article = report.article_id
        first[article] = next((first[c] for c in candidates if _one_text(texts[c], found)), article)
        texts[article] = found
        for h in sketch:
            by_hash[h].append(article)
    return first


def _one_text(a: frozenset[int], b: frozenset[int]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= FEWEST and len(a & b) >= CONTAINED * shorter
