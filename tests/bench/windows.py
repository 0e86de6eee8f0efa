"""How long a window, a jump and a count take as claims grow: each should hardly grow with them.

python tests/bench/windows.py [CLAIMS...]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import get_args

from store.model.article import Anchor
from store.model.reports import Comparison
from store.model.views import ClaimFilter, ClaimOrder
from store.reader import Reader
from store.writer import Writer
from tests.store.builders import a_claim, a_statement, an_article, evidence, save

PER_ARTICLE = 50
EVERYTHING = ClaimFilter()
JULY = date(2019, 7, 1)


def fill(db: Path, count: int) -> None:
    """A store of ``count`` claims, each told by two articles."""
    claims, before = [], None
    with Writer(db) as writer:
        for number in range(count // PER_ARTICLE):
            day = date(2019, 1, 1) + timedelta(number % 365)
            anchor = Anchor(bound="exact", basis="metadata", day=day)
            article = an_article(f"n{number:05}", f"Report {number} says it. " + "More words follow. " * 50, anchor)
            fact = a_statement(article, "says it")
            passage = evidence(save(writer, article, fact), article, fact, f"Ministry {number % 5}", f"S{number % 9}")
            passages = (before, passage) if before else (passage,)
            claims += [
                a_claim(f"{number:05}-{i:02}", *passages, who=f"S{i % 9}", when=f"2019-{i % 12 + 1:02}", where="Oslo")
                for i in range(PER_ARTICLE)
            ]
            before = passage
        writer.save_comparison(Comparison(claims=tuple(claims)))


def milliseconds(action: Callable[[], object]) -> float:
    """Median over some runs."""
    times = []
    for _ in range(7):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return median(times) * 1000


def measure(db: Path, count: int) -> None:
    """Print one line an action."""
    orders: tuple[ClaimOrder, ...] = get_args(ClaimOrder)
    june = datetime(2019, 6, 1, tzinfo=UTC)
    with Reader(db) as reader:
        last = reader.claim_rows(EVERYTHING, "when", False, count - 50, 50)[-1].id
        actions: dict[str, Callable[[], object]] = {
            f"window by {order}, middle": partial(reader.claim_rows, EVERYTHING, order, True, count // 2, 50)
            for order in orders
        }
        actions |= {
            "window, last": lambda: reader.claim_rows(EVERYTHING, "when", False, count - 50, 50),
            "window as of June": lambda: reader.claim_rows(EVERYTHING, "when", False, count // 8, 50, june),
            "position of the last": lambda: reader.claim_position(last, EVERYTHING, "when", False),
            "soonest on 1 July, first": lambda: reader.claim_rows(EVERYTHING, "soonest", False, 0, 50, None, JULY),
            "soonest on 1 July, last": lambda: reader.claim_rows(
                EVERYTHING, "soonest", False, count - 50, 50, None, JULY
            ),
            "position of the last, soonest": lambda: reader.claim_position(
                last, EVERYTHING, "soonest", False, None, JULY
            ),
            "count": lambda: reader.claim_count(EVERYTHING),
            "filtered by speaker": lambda: reader.claim_rows(ClaimFilter(speakers=("S3",)), "when", False, 0, 50),
            "filtered by words": lambda: reader.claim_rows(ClaimFilter(words="says"), "when", False, 0, 50),
            "search": lambda: reader.search("report", 50),
            "articles, window": lambda: reader.article_rows(count // PER_ARTICLE // 2, 50),
            "choices": reader.choices,
            "counts": reader.counts,
            "version": reader.version,
        }
        for name, action in actions.items():
            print(f"{count:8,}  {milliseconds(action):8.2f} ms  {name}")


def main() -> None:
    for count in [int(argument) for argument in sys.argv[1:]] or [10_000, 100_000]:
        with tempfile.TemporaryDirectory() as place:
            db = Path(place, "store.db")
            started = time.perf_counter()
            fill(db, count)
            print(f"{count:8,}  {time.perf_counter() - started:8.2f} s   filled, {db.stat().st_size / 1e6:.0f} MB")
            measure(db, count)


if __name__ == "__main__":
    main()
