"""The time zone of a place that names a clock time; the gazetteer is read only when one does."""

from __future__ import annotations

from functools import cache


@cache
def place_zone(name: str) -> str:
    """IANA zone of the largest city called ``name``, or of a country with a single zone ("Tehran", "Israeli");
    "" where there is none.
    """
    from store.extract.gazetteer import folded, gazetteer, states

    world = gazetteer()
    key = folded(name)
    city = next(iter(world.cities.get(key, ())), None) or world.variants.get(key)
    if city:
        return city.zone
    for state in states().values():
        if name == state.name or name in state.adjectives or name in state.variants:
            return world.zones.get(state.code, "")
    return ""
