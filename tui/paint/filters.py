"""A filter in a few words, and one of its values taken in or out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from store.model.views import ClaimFilter

Field = Literal["kinds", "speakers", "outlets", "places"]
FIELDS: tuple[Field, ...] = ("kinds", "speakers", "outlets", "places")
TITLES: dict[Field, str] = {"kinds": "Kind", "speakers": "Speaker", "outlets": "Outlet", "places": "Place"}

Reviewed = Literal["open", "done"]
NEW = "new"
"""The chip of what came since the last look."""
REVIEWED: dict[Reviewed, str] = {"open": "not reviewed yet", "done": "reviewed"}


def chosen(narrowed: ClaimFilter, field: Field) -> tuple[str, ...]:
    """The values that ``field`` narrows to."""
    values: dict[Field, tuple[str, ...]] = {
        "kinds": narrowed.kinds,
        "speakers": narrowed.speakers,
        "outlets": narrowed.outlets,
        "places": narrowed.places,
    }
    return values[field]


def toggled(narrowed: ClaimFilter, field: Field, value: str) -> ClaimFilter:
    """The filter with ``value`` taken in, or out where it was in."""
    before = chosen(narrowed, field)
    after = tuple(other for other in before if other != value) if value in before else (*before, value)
    changed: dict[str, Any] = {field: after}
    return replace(narrowed, **changed)


def chips_of(narrowed: ClaimFilter) -> str:
    """The filter in words: "kind: deny, warn · place: Oslo"; empty where nothing is narrowed."""
    chips = [
        f"{TITLES[field].lower()}: {', '.join(chosen(narrowed, field))}" for field in FIELDS if chosen(narrowed, field)
    ]
    if narrowed.reviewed != "all":
        chips.append(REVIEWED[narrowed.reviewed])
    if narrowed.new:
        chips.append(NEW)
    return " · ".join(chips)
