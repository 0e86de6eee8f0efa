"""What is known about an article from beside its text: ``articles.toml`` and tables of the same keys."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from store.model.article import Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

DATE_KEYS = ("published", "date", "datePublished", "pubdate")
TEXT_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "site"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link", "canonical"),
}
NO_DATE = "no date; write 2021-12-31 or 2021-12-31T12:45:00Z"
NEWS_YEARS = range(1600, 2200)
"""From the first newspaper to what can only be a mistake; the calendar and its zones end far outside."""
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


def articles_toml(data: bytes) -> dict[str, Metadata]:
    """File name -> what ``data``, the content of an ``articles.toml``, says of it. Raises BadMetadata."""
    try:
        tables = tomllib.loads(data.decode("utf-8"))
    except RecursionError as error:
        raise BadMetadata("is no valid TOML: it is nested too deeply") from error
    except ValueError as error:  # of a number with thousands of digits too
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
    key = next((key for key in keys if table.get(key)), "")
    value = table.get(key, "")
    words = ", ".join(_name(key, each) for each in (value if isinstance(value, list) else [value]))
    return " ".join(words.split()).encode("utf-8", "replace").decode()  # YAML can spell half a surrogate pair


def _name(key: str, value: Any) -> str:
    """A text, or the name in a table of the kind that schema.org has for authors."""
    if isinstance(value, dict):
        value = value.get("name", "")
    if not isinstance(value, str | int | float | date):
        raise BadMetadata(f"has a {key} that is no text; write it in quotation marks")
    try:
        return str(value)
    except ValueError as error:  # a number with thousands of digits
        raise BadMetadata(f"has a {key} that is no text; write it in quotation marks") from error


def _moment(key: str, value: Any) -> date | datetime:
    if isinstance(value, list | dict | set):
        raise BadMetadata(f"has a {key} that is {NO_DATE}")
    try:
        text = str(value).strip()
        given = value if isinstance(value, date) else _from_iso(text)  # a datetime is a date too
    except ValueError as error:
        raise BadMetadata(f'has {key} = "{value}", which is {NO_DATE}') from error
    if given.year not in NEWS_YEARS:  # "0001-01-01T00:00:00Z" is what some programs write for "unknown"
        raise BadMetadata(f'has {key} = "{value}", a year without news reports; write the day it was published')
    return given


def _from_iso(text: str) -> date | datetime:
    return date.fromisoformat(text) if len(text) <= len("2021-12-31") else datetime.fromisoformat(text)
