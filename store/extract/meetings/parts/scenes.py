"""The scenes of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.scene import Scene

if TYPE_CHECKING:
    from store.extract.reading import Reading


class Scenes:
    """The scenes of one article, each built when it is first asked for: meetings and events share them."""

    def __init__(self, page: Reading) -> None:
        self._page = page
        self._built: dict[int, Scene] = {}

    def of(self, index: int) -> Scene:
        """The scene of sentence ``index``."""
        if index not in self._built:
            self._built[index] = Scene(self._page, index)
        return self._built[index]
