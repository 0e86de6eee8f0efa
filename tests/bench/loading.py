"""How fast a folder becomes a store, and how fast it is looked over when nothing changed.

python tests/bench/loading.py FOLDER [JOBS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from store.extract.facts import facts_of
from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.ingest.folder import find_articles
from store.ingest.read import read_bytes, read_document
from store.refresh import refresh


def extracting(folder: Path) -> float:
    """Seconds to read and extract all articles, nothing stored."""
    started = time.perf_counter()
    for found in find_articles([folder]):
        article = open_article(found.path.stem, read_document(found.path, read_bytes(found.path)))
        facts_of(article.text, read_article(article))
    return time.perf_counter() - started


def loading(folder: Path, db: Path, jobs: int) -> tuple[int, float]:
    """Articles found, and seconds for the whole load."""
    started = time.perf_counter()
    summary = refresh([folder], db, jobs)
    return summary.found, time.perf_counter() - started


def main() -> None:
    folder, jobs = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    extracting(folder)  # lexicons and models are read once
    alone = extracting(folder)
    with tempfile.TemporaryDirectory() as place:
        db = Path(place, "store.db")
        found, first = loading(folder, db, jobs)
        _, again = loading(folder, db, jobs)
        size = db.stat().st_size / 1e6
    print(f"{found} articles, {jobs} jobs, store {size:.1f} MB")
    print(f"extract alone  {alone:7.2f} s  {found / alone:7.0f} articles/s")
    print(f"load           {first:7.2f} s  {found / first:7.0f} articles/s  ({first / alone:.2f} of extraction)")
    print(f"nothing new    {again:7.3f} s  {found / again:7.0f} articles/s")


if __name__ == "__main__":
    main()
