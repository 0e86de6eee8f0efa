"""Puts down places and parties, and claims their tokens on the board."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from store.extract.gazetteer import states
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from store.extract.names.board import Board, Hit
    from store.extract.names.lexicon import Entry


class Marks:
    """The places and parties of one article so far; ``Mentions`` decides which phrase is which."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.places: list[Place] = []
        self.parties: list[Party] = []
        self._last_place_end = -1

    def _place(self, hit: Hit, name: str, kind: str, country: str, zone: str, rule: str) -> None:
        self._last_place_end = hit.end
        self.board.claim(hit.first, hit.end)
        span = self.board.tokens.span(hit.first, hit.end)
        self.places.append(Place(span=span, name=name, kind=kind, country=country, zone=zone, rule=rule))  # type: ignore[arg-type]

    def _party(
        self,
        hit: Hit,
        entry: Entry,
        form: str,
        rule: str,
        *,
        of: str = "",
        role: str = "",
        end: int = 0,
        name: str = "",
    ) -> None:
        stop = end or hit.end
        self.board.claim(hit.first, stop)
        is_state = entry.kind in ("state", "adjective", "people", "capital") and entry.name in state_names()
        span = self.board.tokens.span(hit.first, stop)
        self.parties.append(
            Party(
                span=span,
                name=name or entry.name,
                kind="state" if is_state else "organisation",
                role=role,
                of=of,
                head=span,
                form=form,
                rule=rule,
            )
        )


@cache
def state_names() -> frozenset[str]:
    """Names of all states, as the gazetteer has them."""
    return frozenset(state.name for state in states().values())
