"""One file to one document."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from store.errors import UnreadableArticle
from store.ingest.decode import LARGEST, Undecodable, decode
from store.ingest.front_matter import front_matter
from store.ingest.html import NoArticle, article_of
from store.ingest.metadata import BadMetadata, articles_toml
from store.model.article import Document, Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderMetadata:
    """What the ``articles.toml`` beside an article says, and what is wrong with it ("" if nothing)."""

    tables: dict[str, Metadata]
    problem: str = ""


def folder_metadata(folder: Path) -> FolderMetadata:
    """The ``articles.toml`` of ``folder``; empty where there is none or it cannot be used."""
    path = folder / "articles.toml"
    if not os.path.lexists(path):
        return FolderMetadata(tables={})
    try:
        return FolderMetadata(tables=articles_toml(read_bytes(path)))
    except UnreadableArticle as error:
        return FolderMetadata(tables={}, problem=f"{error} The articles were read without it.")
    except BadMetadata as error:
        return FolderMetadata(tables={}, problem=f"{path}: {error}. Mend it; the articles were read without it.")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, no more than ``LARGEST`` of them. Raises UnreadableArticle."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for without end
            raise UnreadableArticle(path, "is no file that can be read. Remove it.")
        if status.st_size > LARGEST:
            raise UnreadableArticle(path, _too_long(f"{status.st_size / 1e6:.0f} MB"))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)  # what the system makes up while it is read has no size before
    except FileNotFoundError as error:
        raise UnreadableArticle(path, "is no longer there: it was removed while its folder was read.") from error
    except OSError as error:
        raise UnreadableArticle(path, f"cannot be read ({error.strerror}). Check its permissions.") from error
    if len(data) > LARGEST:
        raise UnreadableArticle(path, _too_long(f"over {LARGEST / 1e6:.0f} MB"))
    return data


def _too_long(size: str) -> str:
    return f"is {size} long; the limit is {LARGEST / 1e6:.0f} MB. Split it."


def read_document(path: Path, data: bytes, beside: Metadata | None = None) -> Document:
    """Decode ``data``, the content of ``path``; ``beside`` is what ``articles.toml`` says of it, and wins.

    Raises UnreadableArticle.
    """
    try:
        text, encoding = decode(data)
    except Undecodable as error:
        raise UnreadableArticle(path, f"{error}.") from error
    notes = () if encoding == "utf-8" else (f"Read as {encoding}: the file is not UTF-8.",)
    document = _by_kind(path, Document(path=str(path), text=text, notes=notes))
    if not document.text[document.body_start :].strip("\ufeff \t\r\n"):
        raise UnreadableArticle(path, "holds no text.")
    return replace(document, metadata=_merged(document.metadata, beside)) if beside else document


def _by_kind(path: Path, document: Document) -> Document:
    match path.suffix.lower():
        case ".html" | ".htm":
            return _from_html(path, document)
        case ".md":
            return _from_markdown(path, document)
        case _:
            return document


def _from_html(path: Path, document: Document) -> Document:
    try:
        text, metadata = article_of(document.text)
    except (NoArticle, BadMetadata) as error:
        raise UnreadableArticle(path, f"{error}.") from error
    return replace(document, text=text, metadata=metadata, lines_are_paragraphs=True)


def _from_markdown(path: Path, document: Document) -> Document:
    try:
        metadata, start = front_matter(document.text)
        return replace(document, metadata=metadata, body_start=start)
    except BadMetadata as error:
        note = f"{path}: {error}. Mend it; the article was read without it."
        return replace(document, body_start=error.body_start, notes=(*document.notes, note))


def _merged(own: Metadata, beside: Metadata) -> Metadata:
    dated = beside if beside.published else own
    return Metadata(
        title=beside.title or own.title,
        outlet=beside.outlet or own.outlet,
        author=beside.author or own.author,
        url=beside.url or own.url,
        published=dated.published,
        published_from=dated.published_from,
    )
