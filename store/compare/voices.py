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


OWN_VOICE = Voice()


class Voices:
    """The attributions of all reports, asked by article and place."""

    def __init__(self, said: Iterable[Said]) -> None:
        self._of: dict[int, list[tuple[Spans, Voice]]] = defaultdict(list)
        for statement in said:
            found = statement.fact.found
            if isinstance(found, Statement):
                voice = Voice(statement.teller.name, statement.origin)
                self._of[statement.report.article_id].append((found.content, voice))

    def at(self, article_id: int, span: Span) -> Voice:
        """The voice of the first attribution whose content holds most of ``span``."""
        for content, voice in self._of.get(article_id, ()):
            covered = sum(max(0, min(piece.end, span.end) - max(piece.start, span.start)) for piece in content)
            if 2 * covered > span.end - span.start:
                return voice
        return OWN_VOICE
