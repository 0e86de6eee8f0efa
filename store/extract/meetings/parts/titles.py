"""A short neutral title for a meeting: who, what kind, about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.model.mentions import Party, Place

_LONGEST_TOPIC = 48
_MOST_NAMED = 3


def title_of(series: str, parties: Sequence[Party], place: Place | None, topic: str, name: str = "") -> str:
    """For example "Russia - United States talks on security guarantees", "Hu Jintao visit to Vietnam"."""
    if name:
        return name
    who = [p.name for p in parties[:_MOST_NAMED]]
    if series == "visit":
        visitor = who[0] if who else "Visit"
        stops = [p.name for p in parties[1:] if p.rule == "stop" and place and p.span != place.span]
        target = f" to {enumerated([place.name, *stops])}" if place and place.name != visitor else ""
        return f"{visitor} visit{target}" if who else f"Visit{target}"
    head = " - ".join(who)
    if len(parties) > _MOST_NAMED:
        head += " and others"
    title = f"{head} {series}" if head else series.capitalize()
    if topic and len(topic) <= _LONGEST_TOPIC:
        title += f" on {topic}"
    elif place and not head:
        title += f" in {place.name}"
    return title


def enumerated(names: Sequence[str]) -> str:
    """For example "Peru", "Peru and Chile", "Peru, Chile and Bolivia"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
