"""How fast articles are read, step by step:  python -m tests.bench.extraction FOLDER [PASSES]

The articles are loaded first. Prints processor seconds of one pass, the quickest of several, and each step's share.
"""

from __future__ import annotations

import sys
import time
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from store.extract import pipeline
from store.extract.segment import open_article
from store.ingest.folder import find_articles
from store.ingest.read import read_bytes, read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.model.article import Article

P = ParamSpec("P")
R = TypeVar("R")
STEPS = ("tokenize", "find_times", "find_names", "reading", "find_meetings", "find_events", "find_statements")
"""Names under which the pipeline calls its steps."""
PASSES = 5


def loaded(folder: Path) -> list[Article]:
    """The articles of ``folder``, opened but not read."""
    found = (f.path for f in find_articles([folder]))
    return [open_article(path.stem, read_document(path, read_bytes(path))) for path in found]


def seconds_for(articles: list[Article]) -> float:
    """Processor seconds to read all ``articles``."""
    started = time.process_time()
    for article in articles:
        pipeline.read_article(article)
    return time.process_time() - started


def clocked(name: str, step: Callable[P, R], spent: dict[str, float]) -> Callable[P, R]:
    """``step`` with its processor time added to ``spent``."""

    @wraps(step)
    def timed(*args: P.args, **kwargs: P.kwargs) -> R:
        started = time.process_time()
        found = step(*args, **kwargs)
        spent[name] += time.process_time() - started
        return found

    return timed


def main(folder: Path, passes: int) -> None:
    """Print the whole, then a line for each step."""
    articles = loaded(folder)
    seconds_for(articles)  # lexicons and models are read once
    best = min(seconds_for(articles) for _ in range(passes))
    print(f"{len(articles)} articles  {best:7.3f} s  {len(articles) / best:7.1f} articles/s")
    spent = dict.fromkeys(STEPS, 0.0)
    for name in STEPS:
        setattr(pipeline, name, clocked(name, getattr(pipeline, name), spent))
    for _ in range(passes):
        seconds_for(articles)
    for name, seconds in spent.items():
        print(f"{name:<16} {seconds / passes:7.3f} s  {100 * seconds / sum(spent.values()):5.1f} %")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PASSES)
