"""Which of the towns that share a name is meant: by the countries an article speaks of, and by size."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.gazetteer import City
    from store.extract.names.board import Board


class CountryContext(NamedTuple):
    """Which countries and regions an article speaks of, for settling same-named cities."""

    countries: dict[str, int]
    """Country code -> mentions."""
    regions: frozenset[str]
    """Postal codes of US states named."""


def country_context(board: Board) -> CountryContext:
    """Countries by their names, adjectives and capitals anywhere in the article."""
    countries: dict[str, int] = {}
    regions = set()
    for hit in board.hits.values():
        entry = hit.entries[0]
        if entry.country and entry.kind != "office":
            countries[entry.country] = countries.get(entry.country, 0) + 1
        region = hit.entry("region")
        if region is not None and region.note:
            regions.add(region.note)
    return CountryContext(countries, frozenset(regions))


def settle(
    cities: Iterable[City], context: CountryContext, country: str = "", region: str = "", variant: City | None = None
) -> City:
    """The city meant: a state or country named right after it decides, else context and population together.

    ``variant`` is one that only goes by this name in another spelling.
    """

    def score(city: City) -> float:
        points = math.log10(max(city.population, 1)) + city.capital - (city is variant)
        if city.country in context.countries:
            points += 0.8
        if city.country == "US" and city.region in context.regions:
            points += 1.0
        if country and city.country == country:
            points += 10
        if region and city.country == "US" and city.region == region:
            points += 10
        return points

    return max(cities, key=score)
