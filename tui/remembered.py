"""What the dashboard remembers by itself between two runs: a JSON file under the user's state directory.

``{"theme": {"name", "instead_of"}, "panes": {"sizes": {pane: cells}, "instead_of": {pane: cells}}, "hinted": true,
"stories": {store: {"filter": {field: [values]}}}}``. What a person chose while the program ran holds until the
settings file says something else than it did at that moment: that is what ``instead_of`` is for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_state_dir

from store.model.views import ClaimFilter
from tui.sizes import MOST, SIZED

FIELDS = ("kinds", "speakers", "outlets", "places")
_MOST_STORIES = 200
KINDS: Mapping[str, type] = {"theme": dict, "panes": dict, "hinted": bool, "stories": dict}
"""What stands in the file, by name."""


def state_path() -> Path:
    """Where the file lies, whether there is one or not."""
    return Path(user_state_dir("dateline", appauthor=False)) / "state.json"


class Memory:
    """The file at ``path`` as far as it concerns one ``story``; without a path nothing outlives the program.

    A file that cannot be read counts as empty, which ``complaint`` tells; one that cannot be written is left alone:
    nobody's reading is interrupted for it.
    """

    def __init__(self, path: Path | None = None, story: str = "") -> None:
        self._path = path
        self._story = story
        self._told = _read(path)
        self.complaint = _complaint(path)

    def theme(self, settled: str) -> str:
        """The theme chosen while the program ran, "" where ``settled``, that of the settings, has changed since."""
        kept = _table(self._told, "theme")
        name = kept.get("name")
        return name if isinstance(name, str) and kept.get("instead_of") == settled else ""

    def keep_theme(self, name: str, settled: str) -> None:
        """Remember a theme that was chosen."""
        self._keep({"theme": {"name": name, "instead_of": settled}})

    def sizes(self, settled: Mapping[str, int]) -> dict[str, int]:
        """The sizes that panes were given by key, none where those of the settings have changed since."""
        kept = _table(self._told, "panes")
        if kept.get("instead_of") != dict(settled):
            return {}
        sizes = _table(kept, "sizes")
        return {pane: size for pane, size in sizes.items() if pane in SIZED and _is_size(size)}

    def keep_sizes(self, sizes: Mapping[str, int], settled: Mapping[str, int]) -> None:
        """Remember the sizes of panes."""
        self._keep({"panes": {"sizes": dict(sizes), "instead_of": dict(settled)}})

    @property
    def hinted(self) -> bool:
        """True once the first hint was given, and where that could not be remembered."""
        return self._path is None or self._told.get("hinted") is True

    def keep_hinted(self) -> None:
        """Remember that the first hint was given."""
        self._keep({"hinted": True})

    def filter(self) -> ClaimFilter:
        """What the facts of this story were narrowed to."""
        kept = _table(_table(_table(self._told, "stories"), self._story), "filter")
        values: dict[str, Any] = {field: _words(kept.get(field)) for field in FIELDS}
        reviewed = kept.get("reviewed")
        return ClaimFilter(**values, reviewed=reviewed if reviewed in {"open", "done"} else "all")

    def keep_filter(self, narrowed: ClaimFilter) -> None:
        """Remember what the facts of this story are narrowed to."""
        fields = {field: list(getattr(narrowed, field)) for field in FIELDS if getattr(narrowed, field)}
        reviewed = {} if narrowed.reviewed == "all" else {"reviewed": narrowed.reviewed}
        self._told = _read(self._path) or self._told
        stories = {story: kept for story, kept in _table(self._told, "stories").items() if story != self._story}
        newest = dict(list(stories.items())[1 - _MOST_STORIES :])
        self._keep({"stories": {**newest, self._story: {"filter": {**fields, **reviewed}}}})

    def forget_story(self) -> None:
        """Remember nothing about this story."""
        stories = _table(self._told, "stories")
        if self._story in stories:
            self._keep({"stories": {story: kept for story, kept in stories.items() if story != self._story}})

    def _keep(self, news: Mapping[str, object]) -> None:
        # Another dashboard may have written since: only what is new here is laid over what stands there.
        self._told = {**(_read(self._path) or self._told), **news}
        if self._path is None:
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft = self._path.with_name(f"{self._path.name}.{os.getpid()}")
            draft.write_text(json.dumps(self._told, ensure_ascii=True, indent=1), encoding="ascii")
            draft.replace(self._path)


def _read(path: Path | None) -> dict[str, Any]:
    try:
        return _load(path) if path is not None else {}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}


def _load(path: Path) -> dict[str, Any]:
    told = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(told, dict):
        raise TypeError
    return told


def _complaint(path: Path | None) -> str:
    """A sentence about a file that is there and of no use, "" where all is well."""
    try:
        told = _load(path) if path is not None else {}
        damaged = [name for name, kind in KINDS.items() if not isinstance(told.get(name, kind()), kind)]
        why = f'"{damaged[0]}" in it is damaged' if damaged else ""
    except FileNotFoundError:
        return ""
    except OSError as error:
        why = (error.strerror or "it cannot be read").lower()
    except (ValueError, TypeError, RecursionError):
        why = "it is damaged"
    begun = "What is missing is as at first; the file is written anew with the next filter, theme or size."
    return f"What was remembered in {path} cannot all be used: {why}. {begun}" if why else ""


def _table(told: Mapping[str, Any], name: str) -> dict[str, Any]:
    table = told.get(name)
    return table if isinstance(table, dict) else {}


def _words(values: object) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()


def _is_size(size: object) -> bool:
    return isinstance(size, int) and not isinstance(size, bool) and 0 < size <= MOST
