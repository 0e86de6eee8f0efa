"""One spelling for each party of a talk, whatever its reports call it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.parties import Member, member, same_member

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.compare.occasions import Occasion
    from store.model.mentions import Party


class Spellings:
    """The parties of one talk."""

    def __init__(self, group: Sequence[Occasion]) -> None:
        self._as: dict[Member, Party] = {}
        for forms in _alike([p for o in group for p in o.meeting.parties]):
            best = _best(forms)
            self._as.update((member(p), best) for p in forms)

    def of(self, occasion: Occasion) -> tuple[Party, ...]:
        """The parties that ``occasion`` names, each once, in its order and in the talk's spelling."""
        known = [replace(self._as[member(p)], span=p.span, form=p.form, head=p.head) for p in occasion.meeting.parties]
        return tuple({p.name: p for p in known}.values())


def _alike(parties: list[Party]) -> list[list[Party]]:
    """Parties under all names that mean the same one."""
    sets: list[list[Party]] = []
    for party in sorted(parties, key=lambda p: (-len(p.name.split()), p.name, p.of)):
        found = next((s for s in sets if any(same_member(member(p), member(party)) for p in s)), None)
        if found is None:
            sets.append([party])
        else:
            found.append(party)
    return sets


def _best(forms: list[Party]) -> Party:
    """Of a person the fullest name, of an organisation the shortest in capitals; then the most frequent."""
    counts = Counter(p.name for p in forms)

    def rank(party: Party) -> tuple[int, int, str]:
        words = len(party.name.split())
        size = -words if party.kind == "person" else int(not party.name.isupper())
        return size, -counts[party.name], party.name

    name = min(forms, key=rank)
    of = _most(p.of for p in forms)
    return replace(name, of=of, role=_most(p.role for p in forms))


def _most(values: Iterable[str]) -> str:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v), default="")
