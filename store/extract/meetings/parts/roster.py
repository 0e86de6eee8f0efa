"""The participants of one meeting as a calendar lists them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from store.extract.gazetteer import states
from store.extract.names import host_of
from store.model.mentions import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.meetings.parts.mention import Mention
    from store.model.mentions import PartyKind, Place


def named_once(mentions: list[Mention]) -> list[Party]:
    """Each party once, as a calendar lists it: no state beside its minister, a state for its unnamed minister."""
    people = [m for m in mentions if m.party == "person"]
    by_name: dict[str, Party] = {}
    for m in sorted(mentions, key=lambda m: m.first):
        if not isinstance(m.what, Party) or any(p is not m and p.first <= m.first and m.end <= p.end for p in people):
            continue
        if _is_occasion(m.what) or m.what.role == "outlet":
            continue  # "told AFP that"
        party = stands_for(m.what)
        by_name.setdefault(party.name, party)
    return list(by_name.values())


def _is_occasion(party: Party) -> bool:
    """True for the "Herring Quota Conference": what is attended, not who attends."""
    last = party.name.rsplit(" ", 1)[-1].lower()
    return party.rule == "body" and party.form == "name" and last in _OCCASIONS


_OCCASIONS = frozenset({"conference", "summit", "meeting", "talks", "symposium", "seminar", "workshop", "roundtable"})


def stands_for(party: Party) -> Party:
    """The state or body that an unnamed holder of an office acts for: "the Chinese premier" is China."""
    unnamed = party.kind == "person" and party.form == "role" and party.rule in ("role", "indefinite role")
    if not unnamed or not party.of:
        return party
    kind: PartyKind = "state" if party.of in state_names() else "organisation"
    return replace(party, name=party.of, kind=kind, role="", of="")


@cache
def state_names() -> frozenset[str]:
    """Names of all states as parties carry them."""
    return frozenset(state.name for state in states().values())


def listed(parties: Iterable[Party], series: str, place: Place | None) -> tuple[Party, ...]:
    """In the order of the text: no state beside one who acts for it, and of a visit the state that is visited."""
    found = list(parties)
    acting = {p.of for p in found if p.kind == "person" and p.of}
    found = [p for p in found if not (p.kind == "state" and p.name in acting)]
    host = host_of(place) if place is not None and series == "visit" else None
    if host is not None and not any(host.name in (p.name, p.of) for p in found) and found:
        found.append(host)
    return tuple(sorted(found, key=lambda p: p.span))
