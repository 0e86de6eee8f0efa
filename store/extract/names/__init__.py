"""Places and parties of an article: what is named, what it stands for, and who is meant by later short mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.extract.names.board import set_up
from store.extract.names.bodies import enter_bodies
from store.extract.names.grounds import enter_grounds
from store.extract.names.here import capital_of, dateline_place, host_of, is_capital, soil_of
from store.extract.names.mentions import Mentions
from store.extract.names.people import find_people
from store.extract.names.places import find_cities
from store.extract.names.references import References
from store.extract.names.roles import find_roles
from store.extract.names.seats import find_seats
from store.extract.names.settling import country_context

if TYPE_CHECKING:
    from store.extract.tokens import Tokens
    from store.model.mentions import Party, Place, Time

__all__ = ["Names", "capital_of", "dateline_place", "find_names", "host_of", "is_capital", "soil_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Places and parties in text order; no span is both."""

    places: tuple[Place, ...]
    parties: tuple[Party, ...]


def find_names(tokens: Tokens, times: tuple[Time, ...]) -> Names:
    """Places and parties named in the text; ``times`` keeps "May" and "August" from being people."""
    if not len(tokens):
        return Names(places=(), parties=())
    board = set_up(tokens, times)
    enter_bodies(board)
    enter_grounds(board)
    roles = find_roles(board)
    people = References(board, find_people(board, roles), roles)
    people.collect()
    context = country_context(board)
    cities = find_cities(board, context, people.surnames)
    known = Mentions(board, context, cities)
    known.collect()
    named = [*cities, *known.places]
    return Names(
        places=tuple(sorted([*named, *find_seats(board, named)], key=lambda p: p.span)),
        parties=tuple(sorted([*people.parties, *known.parties], key=lambda p: (p.span, p.name))),
    )
