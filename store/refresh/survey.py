"""What lies under the roots, and what of it differs from what is stored: told without reading a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.errors import BadFolder
from store.ingest.folder import find_articles, misnamed, printable, resolved
from store.ingest.read import folder_metadata
from store.model.article import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from store.db.files import StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file that may be new or changed."""

    root: str
    path: str
    """Resolved."""
    name: str
    """Stem under which it was found."""
    size: int
    mtime_ns: int
    beside: Metadata | None
    """What ``articles.toml`` says of it."""
    known_hash: str
    """"" where it has to be read in any case."""

    @property
    def beside_json(self) -> str:
        """``beside`` as it is stored, "" where there is none."""
        return beside_json(self.beside)


@dataclass(slots=True, kw_only=True)
class Survey:
    """What was found under one root."""

    root: str
    changed: list[Candidate] = field(default_factory=list)
    unchanged: list[StoredFile] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)
    """Path -> sentence, "" where all is well: of the root and of every ``articles.toml``."""

    @property
    def paths(self) -> set[str]:
        """All the article files under the root."""
        return {file.path for file in self.unchanged} | {candidate.path for candidate in self.changed}


def survey(given: Path, stored: Mapping[str, StoredFile], extractor: str) -> Survey:
    """Compare what lies under ``given`` with ``stored`` by size and mtime_ns. Raises BadFolder."""
    root = str(resolved(given))
    if problem := misnamed(Path(root)):
        raise BadFolder(problem)
    result = Survey(root=root)
    beside: dict[Path, Mapping[str, Metadata]] = {}
    for found in find_articles([given], lambda folder: result.problems.update({printable(folder): _barred(folder)})):
        if problem := misnamed(found.path):
            result.problems[printable(found.path)] = problem
            continue
        folder = found.path.parent
        if folder not in beside:
            metadata = folder_metadata(folder)
            beside[folder] = metadata.tables
            result.problems[str(folder / "articles.toml")] = metadata.problem
        path = str(found.path.resolve())
        known = stored.get(path)
        about = beside[folder].get(found.path.name)
        current = known if known and _is_current(known, about, extractor) else None
        if current and (current.size, current.mtime_ns) == (found.size, found.mtime_ns):
            result.unchanged.append(current)
        else:
            result.changed.append(
                Candidate(
                    root=root,
                    path=path,
                    name=found.path.stem,
                    size=found.size,
                    mtime_ns=found.mtime_ns,
                    beside=about,
                    known_hash=current.hash if current else "",
                )
            )
    result.problems[root] = "" if result.paths else _nothing_found(given)
    return result


def surveys(
    paths: Iterable[Path], stored: Mapping[str, StoredFile], extractor: str
) -> tuple[list[Survey], dict[str, str]]:
    """A survey for each path that can be read, and a sentence for each that cannot.

    Raises BadFolder where none can.
    """
    results: list[Survey] = []
    missing: dict[str, str] = {}
    first: BadFolder | None = None
    for path in paths:
        try:
            results.append(survey(path, stored, extractor))
        except BadFolder as error:
            first = first or error
            missing[str(path)] = str(error)
    if first and not results:
        raise first
    return results, missing


def beside_json(metadata: Metadata | None) -> str:
    """What ``articles.toml`` says of a file, as it is stored."""
    return msgspec.json.encode(metadata).decode() if metadata else ""


def _is_current(known: StoredFile, about: Metadata | None, extractor: str) -> bool:
    """True where reading the same bytes again could give nothing new; what could not be opened is tried again."""
    return bool(known.hash) and (known.extractor, known.beside) == (extractor, beside_json(about))


def _barred(folder: Path) -> str:
    return f"{printable(folder)} may not be entered; the articles in it stay as they were. Check its permissions."


def _nothing_found(given: Path) -> str:
    return f"{given} holds no articles: Dateline reads .txt, .md, .html and .htm files."
