"""What is known about an article from beside its text: ``articles.toml`` and tables of the same keys."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from store.model.article import Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DATE_KEYS = ("published", "date", "datePublished", "pubdate")
TEXT_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "site"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link", "canonical"),
}
OWN_KEYS = frozenset({"published", "outlet", "title", "author", "url"})


class BadMetadata(ValueError):
    """Metadata that cannot be used; the message is a clause that says what and where."""

    def __init__(self, problem: str, body_start: int = 0) -> None:
        super().__init__(problem)
        self.body_start = body_start


def metadata_from(table: Mapping[str, Any], source: str) -> Metadata:
    """The keys that Dateline knows in ``table``; others are left alone. Raises BadMetadata for a wrong value."""
    texts = {name: _text(table, keys) for name, keys in TEXT_KEYS.items()}
    published = next((_moment(key, table[key]) for key in DATE_KEYS if table.get(key) is not None), None)
    return Metadata(**texts, published=published, published_from=source if published else "")


def read_articles_toml(path: Path) -> dict[str, Metadata]:
    """File name -> what ``articles.toml`` says of it. Raises BadMetadata, or OSError where it cannot be read."""
    try:
        tables = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadMetadata(f"is no valid TOML: {error}") from error
    return {name: _one(name, table) for name, table in tables.items()}


def _one(name: str, table: Any) -> Metadata:
    if not isinstance(table, dict):
        raise BadMetadata(f'has "{name}" outside a table; write a table a file, as in ["name.txt"]')
    if unknown := sorted(set(table) - OWN_KEYS):
        raise BadMetadata(
            f'has an unknown key "{unknown[0]}" under ["{name}"]; known are {", ".join(sorted(OWN_KEYS))}'
        )
    try:
        return metadata_from(table, "articles.toml")
    except BadMetadata as error:
        raise BadMetadata(f'{error} under ["{name}"]') from error


def _text(table: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    value = next((table[key] for key in keys if table.get(key)), "")
    if isinstance(value, list):
        value = ", ".join(str(v) for v in value)
    if isinstance(value, dict):
        value = value.get("name", "")
    return " ".join(str(value).split())


def _moment(key: str, value: Any) -> date | datetime:
    if isinstance(value, date):  # a datetime is one too
        return value
    try:
        text = str(value).strip()
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError as error:
        raise BadMetadata(
            f'has {key} = "{value}", which is no date; write 2021-12-31 or 2021-12-31T12:45:00Z'
        ) from error
