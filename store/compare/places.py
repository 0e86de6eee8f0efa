"""Whether two reports name the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.model.mentions import Place


def same_place(a: Place, b: Place) -> bool:
    """True where both name one place."""
    return a.name.casefold() == b.name.casefold() and (a.country == b.country or not (a.country and b.country))


def within(a: Place, b: Place) -> bool:
    """True where one is a country and the other a city or venue in it, or a venue may be in the city."""
    if "venue" in (a.kind, b.kind):
        return not (a.country and b.country) or a.country == b.country
    return a.country == b.country != "" and "country" in (a.kind, b.kind)
