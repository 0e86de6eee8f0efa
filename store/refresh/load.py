"""The load: one transaction an article, so that it can be interrupted anywhere and completed by the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from store.db.connect import PATIENCE
from store.db.files import FileState
from store.errors import BadFolder
from store.ingest.folder import misnamed, resolved
from store.model.summary import Summary
from store.refresh.survey import surveys
from store.refresh.version import comparer, extractor
from store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from store.clock import Clock
    from store.db.files import StoredFile
    from store.refresh.reading import Outcome
    from store.refresh.survey import Candidate, Survey

    Progress = Callable[[int, int, str], None]
    """Called with how many of how many changed files are done, and the name of the one done last."""

FIRST_COMPARISON = 20
"""Articles after which talks show while a long load goes on; then after every tenfold number."""


def refresh(
    paths: Iterable[Path],
    db: Path,
    jobs: int = 1,
    progress: Progress | None = None,
    *,
    clock: Clock | None = None,
    patience: float = PATIENCE,
) -> Summary:
    """Bring the store ``db`` up to what lies under ``paths`` (files or folders).

    Files whose size and mtime_ns are known are not read; articles that vanished from a given path leave the store
    with all that hung on them. Raises BadFolder where none of the paths can be read, BadStore where the store
    cannot be written or another load holds it for more than ``patience`` seconds.
    """
    given = list(paths)
    if not any(_can_be_read(path) for path in given):
        surveys(given, {}, "")  # raises: no store is made for a folder that is not there
    with Writer(db, clock=clock, patience=patience) as writer, writer.loading(patience):
        return _Load(writer, jobs, progress or _silent).run(given)


@dataclass(slots=True)
class _Load:
    writer: Writer
    jobs: int
    progress: Progress
    problems: dict[str, str] = field(default_factory=dict)

    def run(self, given: Sequence[Path]) -> Summary:
        stored = self.writer.stored_files()
        found, self.problems = surveys(given, stored, extractor())
        for survey in found:
            self._note(survey, stored)
        changed = {candidate.path: candidate for survey in found for candidate in survey.changed}
        read = self._read(list(changed.values()))
        # After the reading: a file that was only moved hands on since when its facts are known.
        stored = self.writer.stored_files()
        vanished = sum(self._lose_vanished(survey, stored) for survey in found)
        if self.writer.is_stale(comparer()):
            self._compare()
        return Summary(
            found=len({path for survey in found for path in survey.paths}),
            read=read,
            unchanged=len({path for survey in found for path in survey.paths} - changed.keys()),
            vanished=vanished,
            problems=tuple(self.problems.values()),
        )

    def _note(self, survey: Survey, stored: Mapping[str, StoredFile]) -> None:
        self.writer.note_root(survey.root, ())
        for path, _ in self.writer.problems():
            if Path(survey.root) in Path(path).parents and path not in stored and path not in survey.problems:
                self.writer.note_problem(path, "")
        for path, problem in survey.problems.items():
            self.writer.note_problem(path, problem)
            if problem:
                self.problems[path] = problem
        known = {file.path for file in survey.unchanged if file.has_problem}
        if known:
            self.problems.update({path: said for path, said in self.writer.problems() if path in known})

    def _lose_vanished(self, survey: Survey, stored: Mapping[str, StoredFile]) -> int:
        """Note what was seen under a root now, and let go what no longer is; how many articles went."""
        here = {stored[path].id for path in survey.paths if path in stored}
        self.writer.note_root(survey.root, here)
        paths = {file.id: Path(file.path) for file in stored.values()}
        lost = 0
        for file_id in sorted(self.writer.files_under(survey.root) - here):
            gone = _is_gone(paths[file_id])
            if gone is not None:
                lost += self.writer.lose_file(survey.root, file_id, gone=gone)
        return lost

    def _read(self, changed: list[Candidate]) -> int:
        if not changed:
            return 0
        from store.refresh.reading import read_all

        compare_at, read = FIRST_COMPARISON, 0
        self.progress(0, len(changed), "")
        for done, outcome in enumerate(read_all(changed, self.jobs), 1):
            read += self._keep(outcome)
            if read == compare_at and len(changed) - done > compare_at:
                self._compare(more_to_come=True)
                compare_at *= 10
            self.progress(done, len(changed), outcome.candidate.name)
        return read

    def _keep(self, outcome: Outcome) -> bool:
        candidate = outcome.candidate
        if outcome.problem:
            self.problems[candidate.path] = outcome.problem
        same = outcome.article is None and not outcome.problem
        state = FileState(
            path=candidate.path,
            size=candidate.size,
            mtime_ns=candidate.mtime_ns,
            hash=outcome.hash,
            extractor=extractor(),
            beside=candidate.beside_json,
            problem=None if same else outcome.problem,
        )
        if outcome.article is None:
            self.writer.note_file(state, candidate.root)
            return False
        self.writer.save_article(state, candidate.root, outcome.article, outcome.facts)
        return True

    def _compare(self, *, more_to_come: bool = False) -> None:
        from store.refresh.settling import compare_all

        compare_all(self.writer, more_to_come=more_to_come)


def _can_be_read(given: Path) -> bool:
    try:
        place = resolved(given)
        return place.exists() and not misnamed(place)
    except BadFolder:
        return False


def _is_gone(path: Path) -> bool | None:
    """True where the file is no more, False where it lies elsewhere than under the root, None where none can tell."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # a folder that may not be entered: what lies in it has not vanished
        return None
    return False


def _silent(done: int, total: int, name: str) -> None: ...
