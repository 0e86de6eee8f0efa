"""One mention of a sentence by its place among the tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.model.mentions import Party

if TYPE_CHECKING:
    from store.model.mentions import Place, Time


class Mention(NamedTuple):
    """A time, place or party with its token range."""

    first: int
    end: int
    what: Time | Place | Party | None

    @property
    def party(self) -> str:
        """What kind of party it is, "" where it is none."""
        return self.what.kind if isinstance(self.what, Party) else ""
