"""What later steps ask of the names: where an article is written, and which state a place belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.gazetteer import states
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.reading import Reading
    from store.model.mentions import Place


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
