"""What stands before the text of a Markdown file: YAML between ``---`` lines, TOML between ``+++`` lines."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from store.ingest.metadata import BadMetadata, metadata_from
from store.model.article import Metadata

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*(?:\r?\n|\Z)", re.S | re.M)

LONGEST = 20_000
"""Characters; more between two rules is a text."""


def front_matter(text: str) -> tuple[Metadata, int]:
    """What the front matter says and where the text begins behind it; ``(Metadata(), 0)`` where there is none.

    Raises BadMetadata, whose ``body_start`` says where the text begins all the same.
    """
    block = BLOCK.match(text)
    if not block or len(block[2]) > LONGEST:
        return Metadata(), 0
    read: Callable[[str], Any] = _yaml if block[1] == "---" else _toml
    try:
        table = read(block[2])
        if not isinstance(table, dict):
            return Metadata(), 0  # a rule between two paragraphs, not front matter
        return metadata_from(table, "front matter"), block.end()
    except BadMetadata as error:
        raise BadMetadata(str(error), block.end()) from error


def _yaml(source: str) -> Any:
    import yaml

    try:
        # Ten lines of references to references can stand for a billion words.
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(source)):
            raise BadMetadata("the front matter refers back to itself by an alias (*); write the values out")
        return yaml.safe_load(source)
    except RecursionError as error:
        raise BadMetadata("the front matter is nested too deeply") from error
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, BadMetadata):
            raise
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise BadMetadata(f"the front matter is no valid YAML (line {line})") from error


def _toml(source: str) -> Any:
    try:
        return tomllib.loads(source)
    except RecursionError as error:
        raise BadMetadata("the front matter is nested too deeply") from error
    except ValueError as error:  # of a number with thousands of digits too
        raise BadMetadata(f"the front matter is no valid TOML: {error}") from error
