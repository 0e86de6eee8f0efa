"""Reads one changed file through to its facts; runs in worker processes as well."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import UnreadableArticle
from store.extract.facts import facts_of
from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.ingest.read import read_bytes, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from store.model.article import Anchor, Article
    from store.model.reports import Fact
    from store.refresh.survey import Candidate

FEW = 100
"""Files that are read faster here than worker processes start."""
CHUNK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a file: an article with its facts, or a problem, or neither where its bytes are as before."""

    candidate: Candidate
    hash: str = ""
    article: Article | None = None
    facts: tuple[Fact, ...] = ()
    problem: str = ""


def read_all(candidates: Sequence[Candidate], jobs: int) -> Iterator[Outcome]:
    """Outcomes in the order of ``candidates``, from ``jobs`` processes where there is enough to do."""
    if jobs <= 1 or len(candidates) <= FEW:
        yield from map(read_candidate, candidates)
        return
    # Nothing may be imported from where one stands: that may be a folder of somebody else's, with a pickle.py.
    os.environ["PYTHONSAFEPATH"] = "1"
    # Spawned, for an open SQLite connection must not be carried across a fork.
    spawning = multiprocessing.get_context("spawn")
    done = 0
    try:
        with ProcessPoolExecutor(max_workers=jobs, mp_context=spawning, initializer=_begin_worker) as pool:
            for outcome in pool.map(read_candidate, candidates, chunksize=CHUNK):
                yield outcome
                done += 1
    except BrokenProcessPool:  # a worker was ended from outside, as by a system short of memory
        yield from map(read_candidate, candidates[done:])


def _begin_worker() -> None:
    """Leave ctrl+c to the parent, and go when it goes: a worker of a killed load would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def read_candidate(candidate: Candidate) -> Outcome:
    """Read, decode, segment and extract one file; whatever is wrong with it becomes a sentence."""
    path = Path(candidate.path)
    digest = ""
    try:
        data = read_bytes(path)
        digest = hashlib.sha256(data).hexdigest()
        if digest == candidate.known_hash:
            return Outcome(candidate=candidate, hash=digest)
        document = read_document(path, data, candidate.beside)
        article = open_article(candidate.name, document)
        facts = facts_of(article.text, read_article(article))
    except UnreadableArticle as error:
        return Outcome(candidate=candidate, hash=digest, problem=str(error))
    except MemoryError:  # no hash: it is tried again by the next load
        return Outcome(candidate=candidate, problem=f"{path}: needs more memory than there is. Load again later.")
    except Exception as error:
        broken = f"{path}: could not be read through ({type(error).__name__}: {error}). Please report this."
        return Outcome(candidate=candidate, hash=digest, problem=broken)
    return Outcome(candidate=candidate, hash=digest, article=article, facts=facts, problem=article.problem)


def read_again(article: Article, anchor: Anchor) -> tuple[Fact, ...]:
    """Facts of an article settled against another anchor: the same spans and keys, other values."""
    return facts_of(article.text, read_article(replace(article, anchor=anchor)))
