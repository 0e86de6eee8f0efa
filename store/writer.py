"""The one way to change a store: every method is a transaction of its own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.clock import SystemClock
from store.db import articles, claims, comparisons, facts, files, info, load_lock, reviews
from store.db.connect import PATIENCE, open_for_writing, plain_words
from store.db.stored_ties import StoredTies
from store.model.reports import text_hash
from store.model.reviews import Correction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from sqlite_utils import Database

    from store.clock import Clock
    from store.db.comparisons import Tied
    from store.db.files import FileState, StoredFile
    from store.model.article import Anchor, Article
    from store.model.reports import Comparison, Fact, Report
    from store.model.reviews import Verdict


NO_CORRECTION = Correction()


class Writer:
    """A store opened to be changed; made or migrated where needed. One a thread.

    Raises BadStore where the store cannot be opened or written, or another writer is still at it after
    ``patience`` seconds.
    """

    def __init__(self, path: Path, *, clock: Clock | None = None, patience: float = PATIENCE) -> None:
        self.path = path
        self._clock = clock or SystemClock()
        self._db = open_for_writing(path, patience)

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; the write-ahead log is folded into it when nobody else has it open."""
        self._db.close()

    def loading(self, patience: float = PATIENCE) -> AbstractContextManager[None]:
        """Keep other loads out until the block ends, however it ends; reviews may still be given meanwhile."""
        return load_lock.held(self.path, patience)

    def stored_files(self) -> dict[str, StoredFile]:
        """Path -> what is known of the file."""
        with plain_words(self.path):
            return files.stored_files(self._db)

    def files_under(self, root: str) -> set[int]:
        """Ids of the files that were found under ``root`` so far."""
        with plain_words(self.path):
            return files.seen_under(self._db, root)

    def note_root(self, root: str, found: Iterable[int]) -> None:
        """Remember a folder or file that articles are read from, and which stored files were found there."""
        with self._change(counts=False) as db:
            files.add_root(db, root)
            files.sight(db, root, found)

    def problems(self) -> list[tuple[str, str]]:
        """Files and folders with a sentence on what is wrong with them."""
        with plain_words(self.path):
            return files.problems(self._db)

    def note_file(self, file: FileState, root: str) -> None:
        """Keep the state of a file whose article stays as it is, or that cannot be read."""
        with self._change() as db:
            file_id = files.save_file(db, file)
            files.sight(db, root, [file_id])

    def note_problem(self, path: str, problem: str) -> None:
        """Say what is wrong with a file that is no article, or with a folder; "" takes it back."""
        with plain_words(self.path):
            known = dict(files.problems(self._db)).get(path, "")
        if known != problem:
            with self._change() as db:
                files.set_problem(db, path, problem)

    def save_article(self, file: FileState, root: str, article: Article, found: tuple[Fact, ...]) -> None:
        """Replace the article of a file with all that hung on it; its id stays."""
        with self._change() as db:
            file_id = files.save_file(db, file)
            files.sight(db, root, [file_id])
            version = info.version(db) + 1
            since = facts.first_seen(db, file_id, text_hash(article.text))
            article_since = articles.first_seen(db, file_id, text_hash(article.text))
            before = reviews.judged(db, file_id)
            claims.lose_article(db, file_id)
            articles.delete(db, file_id)
            articles.save(db, file_id, article, version if article_since is None else article_since)
            facts.replace(db, file_id, found, version, since)
            facts.set_unsettled(db, file_id, found if article.anchor.bound == "none" else None)
            reviews.carry(db, file_id, before, by="Dateline", at=self._now())
            comparisons.fall_behind(db, file_id)

    def lose_file(self, root: str, file_id: int, *, gone: bool) -> bool:
        """A file is no longer found under ``root``; True where it vanished with its article.

        ``gone`` says that it is no longer on disk; else another root that shows it keeps it.
        """
        with self._change() as db:
            unseen = files.lose_sight(db, root, file_id)
            if gone or unseen:
                claims.lose_article(db, file_id)
                files.forget_file(db, file_id)
                comparisons.fall_behind(db, file_id)
            return gone or unseen

    def article(self, article_id: int) -> Article | None:
        """One article as it was read."""
        with plain_words(self.path):
            return articles.article(self._db, article_id)

    def reports(self) -> list[Report]:
        """All articles with their facts, by id."""
        with plain_words(self.path):
            return facts.reports(self._db)

    def unsettled(self) -> dict[int, tuple[Fact, ...]]:
        """Id of each article without an anchor of its own -> its facts as they read without a neighbour's."""
        with plain_words(self.path):
            return facts.unsettled(self._db)

    def settle(self, article_id: int, anchor: Anchor, found: tuple[Fact, ...]) -> None:
        """Date an undated article by ``anchor``, with its facts read anew against it."""
        with self._change() as db:
            since = facts.first_seen(db, article_id, "")
            articles.set_anchor(db, article_id, anchor)
            facts.replace(db, article_id, found, info.version(db) + 1, since)
            comparisons.fall_behind(db, article_id)

    def is_stale(self, comparer: str) -> bool:
        """True where articles changed since talks, claims and conflicts were computed, or another comparison did."""
        with plain_words(self.path):
            return comparisons.is_stale(self._db, comparer)

    @contextmanager
    def asking(self) -> Iterator[StoredTies]:
        """What ties the articles, for as long as nothing is written but through this writer."""
        with plain_words(self.path):
            yield StoredTies(self._db)

    def ties_by(self, comparer: str) -> bool:
        """True where the ties are those that this comparison found."""
        with plain_words(self.path):
            return comparisons.ties_by(self._db, comparer)

    def comparison(self) -> Comparison:
        """What was stored last, from which ids are inherited."""
        with plain_words(self.path):
            return comparisons.stored(self._db)

    def save_comparison(self, comparison: Comparison, comparer: str = "", tied: Tied | None = None) -> None:
        """Make ``comparison`` what stands across the articles; only what differs is written.

        ``tied`` are the ties that were found on the way, and of what part of the store all this is.
        """
        with self._change(counts=False) as db:
            if comparisons.save(db, comparison, comparer, tied, self._clock.now()):
                info.put(db, info.VERSION, str(info.version(db) + 1))

    def review(
        self, fact_key: str, verdict: Verdict, *, by: str, note: str = "", correction: Correction = NO_CORRECTION
    ) -> int | None:
        """Append a verdict on a fact; the number of its line in the log, None where there is no such fact."""
        with self._change() as db:
            return reviews.append(db, fact_key, verdict, note, correction, by, self._now())

    def judge(self, groups: Iterable[Iterable[str]], verdict: Verdict, *, by: str) -> list[int]:
        """Give one verdict on groups of facts, all or none; how many lines each group takes in the log.

        What has the verdict already gets no second line.
        """
        with self._change(counts=False) as db:
            now = self._now()
            written = [sum(reviews.append_once(db, key, verdict, by, now) for key in group) for group in groups]
            if any(written):
                info.put(db, info.VERSION, str(info.version(db) + 1))
        return written

    def undo(self, *, by: str) -> int | None:
        """Undo the newest verdict in force; the number of its line, None where there is none."""
        with self._change() as db:
            return reviews.undo(db, by, self._now())

    def redo(self, *, by: str) -> int | None:
        """Take back the newest undo; the number of the line that is in force again, None where there is none."""
        with self._change() as db:
            return reviews.redo(db, by, self._now())

    def mark_seen(self, version: int) -> None:
        """Everything up to ``version`` was on the screen: what comes later is new."""
        with self._change(counts=False) as db:
            info.see(db, version, self._now())

    def mark_opened(self) -> None:
        """Where nobody has looked yet, everything there is counts as seen from now on."""
        with self._change(counts=False) as db:
            if info.seen(db) is None:
                info.see(db, info.version(db), self._now())

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")

    @contextmanager
    def _change(self, *, counts: bool = True) -> Iterator[Database]:
        """A transaction that has the write lock from its start, so that it cannot fail half-way for want of it."""
        with plain_words(self.path):
            self._db.execute("begin immediate")
            try:
                with self._db.atomic():
                    yield self._db
                    if counts:
                        info.put(self._db, info.VERSION, str(info.version(self._db) + 1))
                self._db.commit()
            finally:
                self._db.rollback()
