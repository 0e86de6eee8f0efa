"""Which extraction and comparison this is: what another one computed is computed again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

STORE = Path(__file__).resolve().parent.parent


@cache
def extractor() -> str:
    """12 hex digits over the source and lexicons of the extraction, so that no change of a rule is forgotten."""
    return _digest("ingest", "extract", "model")


@cache
def comparer() -> str:
    """12 hex digits over the source and lexicons of the comparison, and of what keeps track of its ties."""
    return _digest("compare", "refresh", "model")


def _digest(*packages: str) -> str:
    digest = hashlib.sha256()
    for package in packages:
        for path in sorted((STORE / package).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(STORE).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
