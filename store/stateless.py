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
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from store.ingest.read import FolderMetadata


def extract_lines(paths: Iterable[Path]) -> Iterator[str | DatelineError]:
    """One line of JSON an article, in path order; an error in its place where one cannot be read."""
    beside: dict[Path, FolderMetadata] = {}
    any_found = False
    for found in find_articles(paths):
        any_found = True
        if problem := misnamed(found.path):
            yield DatelineError(problem)
            continue
        folder = found.path.parent
        if folder not in beside:
            beside[folder] = folder_metadata(folder)
            if beside[folder].problem:
                yield DatelineError(beside[folder].problem)
        try:
            document = read_document(found.path, read_bytes(found.path), beside[folder].tables.get(found.path.name))
        except UnreadableArticle as error:
            yield error
            continue
        article = open_article(found.path.stem, document)
        yield to_json_line(findings_json(article, read_article(article)))
    if not any_found:
        yield BadFolder("No articles there: Dateline reads .txt, .md, .html and .htm files.")
