"""What later steps ask of the names: where an article is written, and which state a place belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.gazetteer import folded, gazetteer, states
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from store.extract.gazetteer import City, State
    from store.extract.reading import Reading
    from store.model.spans import Span


def dateline_place(page: Reading) -> Place | None:
    """The place that the dateline begins with: where "here" is. None without a dateline or a place in it."""
    for segment in page.article.segments:
        if segment.kind == "dateline":
            inside = (place for place in page.places if segment.span.holds(place.span))
            return next(inside, None)
    return None


def host_of(place: Place) -> Party | None:
    """The state that ``place`` lies in, as a party named at the place's span: who is visited, who hosts."""
    state = states().get(place.country)
    if state is None:
        return None
    form = "country" if place.kind == "country" else "capital"
    return Party(span=place.span, name=state.name, kind="state", head=place.span, form=form, rule="place")


def is_capital(place: Place) -> bool:
    """True for the city that a state is governed from."""
    state = states().get(place.country)
    return place.kind == "city" and state is not None and place.name in state.capitals


def soil_of(state: Party, text: str) -> Place | None:
    """The place that a state is named by: Peru, or Lima where that stands for it; None for any other party."""
    told = _state_called(state.name) if state.kind == "state" else None
    if told is None:
        return None
    capital = _city_of(told, state.span.of(text)) if state.form == "capital" else None
    if capital is not None:
        return _at(capital, state.span, "capital")
    return Place(span=state.span, name=state.name, kind="country", country=told.code, rule="host state")


def capital_of(name: str, span: Span) -> Place | None:
    """The capital of the state called ``name``, for a text that says no more than "the capital" at ``span``."""
    state = _state_called(name)
    city = _city_of(state, state.capitals[0]) if state is not None and state.capitals else None
    return None if city is None else _at(city, span, "state's capital")


def _state_called(name: str) -> State | None:
    return next((s for s in states().values() if s.name == name), None)


def _city_of(state: State, name: str) -> City | None:
    return next((c for c in gazetteer().cities.get(folded(name), ()) if c.country == state.code), None)


def _at(city: City, span: Span, rule: str) -> Place:
    return Place(span=span, name=city.name, kind="city", country=city.country, zone=city.zone, rule=rule)
