"""Who stands behind a passage: the source to whom its report credits it, or the report itself."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from store.model.claims import UNATTRIBUTED
from store.model.facts import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.compare.said import Said
    from store.model.spans import Span, Spans


class Voice(NamedTuple):
    """Whose words a passage gives."""

    speaker: str = ""
    origin: str = UNATTRIBUTED
    through: str = ""
    """An aide or spokesperson, and who relayed it."""


OWN_VOICE = Voice()


class Voices:
    """The attributions of all reports, asked by article and place."""

    def __init__(self, said: Iterable[Said]) -> None:
        self._of: dict[int, list[tuple[Spans, Said]]] = defaultdict(list)
        for statement in said:
            found = statement.fact.found
            if isinstance(found, Statement):
                self._of[statement.report.article_id].append((found.content, statement))

    def at(self, article_id: int, span: Span) -> Voice:
        """The voice of the first attribution whose content holds most of ``span``."""
        for content, statement in self._of.get(article_id, ()):
            covered = sum(max(0, min(piece.end, span.end) - max(piece.start, span.start)) for piece in content)
            if 2 * covered > span.end - span.start:
                return statement.voice
        return OWN_VOICE
