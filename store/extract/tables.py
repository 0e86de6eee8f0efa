"""The lexicon's TOML files, as every reader opens them."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def table_of(name: str) -> dict[str, Any]:
    """One TOML file of the lexicon, parsed at each call: who calls keeps what it makes of it."""
    return tomllib.loads((files("store.extract") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))
