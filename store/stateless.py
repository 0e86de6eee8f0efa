"""Text in, findings out: articles read one by one, without neighbours and without a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errors import BadFolder, DatelineError, UnreadableArticle
from store.export.as_json import to_json_line
from store.export.findings import findings_json
from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.ingest.folder import find_articles, misnamed
from store.ingest.read import folder_metadata, read_bytes, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from store.ingest.folder import Found
    from store.ingest.read import FolderMetadata
    from store.model.article import Article, Metadata
    from store.model.facts import Findings

    Shape = Callable[[Article, Findings], str]


def json_line(article: Article, found: Findings) -> str:
    """One article's findings as a line of JSON."""
    return to_json_line(findings_json(article, found))


def extract_lines(paths: Iterable[Path], shape: Shape = json_line) -> Iterator[str | DatelineError]:
    """Each article in ``shape``, in path order; an error in its place, or beside it, for what cannot be read."""
    beside: dict[Path, FolderMetadata] = {}
    barred: list[Path] = []
    for found in _found(paths, barred):
        if isinstance(found, DatelineError):
            yield found
            continue
        folder = found.path.parent
        if folder not in beside:
            beside[folder] = folder_metadata(folder)
            if beside[folder].problem:
                yield DatelineError(beside[folder].problem)
        yield from _lines(found, beside[folder].tables.get(found.path.name), shape)
    for folder in dict.fromkeys(barred):
        yield DatelineError(f"{folder} may not be entered. Check its permissions.")


def _found(paths: Iterable[Path], barred: list[Path]) -> Iterator[Found | DatelineError]:
    """Article files, each once; an error for a path that leads to none."""
    seen: set[Path] = set()
    for path in paths:
        any_here = False
        try:
            for found in find_articles([path], barred.append):
                any_here = True
                problem = misnamed(found.path)
                if found.path not in seen:
                    yield DatelineError(problem) if problem else found
                seen.add(found.path)
        except BadFolder as error:
            yield error
            continue
        if not any_here:
            yield BadFolder(f"{path} holds no articles: Dateline reads .txt, .md, .html and .htm files.")


def _lines(found: Found, beside: Metadata | None, shape: Shape) -> Iterator[str | DatelineError]:
    try:
        document = read_document(found.path, read_bytes(found.path), beside)
        article = open_article(found.path.stem, document)
        line = shape(article, read_article(article))
    except UnreadableArticle as error:
        yield error
    except Exception as error:
        broken = f"could not be read through ({type(error).__name__}: {error}). Please report this."
        yield UnreadableArticle(found.path, broken)
    else:
        if article.problem:
            yield DatelineError(article.problem)
        yield line
