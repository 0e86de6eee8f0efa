"""People across articles: which names are one person's, and the office that each heads or speaks for.

Everything is kept by surname: what the articles that name a Berg say of any Berg decides who each of them is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from store.compare.casts import surname
from store.compare.offices import has_body, institution, institution_in, parts_of, spoken_for
from store.compare.person_names import full_names
from store.compare.speakers import Speaker, is_one, state_of_office
from store.compare.states import office_names, organisations, relayers, state_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from store.compare.casts import Cast, Mention


class Family(NamedTuple):
    """The people of one surname."""

    casts: tuple[Cast, ...]
    full: dict[str, str]
    """Each form of a name -> the fullest."""
    heads: dict[str, tuple[str, str]]
    """Full name -> (office headed, ISO code of its state), as most articles have it."""


class Known(NamedTuple):
    """Who the speakers of one article are."""

    speakers: dict[str, Speaker]
    asked: frozenset[str]
    """Names of people whose office decided it: where one changes, so may this."""


class Families:
    """People by surname; a family is looked up when it is first asked for."""

    def __init__(self, casts_naming: Callable[[str], Iterable[Cast]]) -> None:
        self._casts_naming = casts_naming
        self._families: dict[str, Family] = {}
        self._offices: dict[tuple[int, str], tuple[list[str], frozenset[str]]] = {}
        self._spoken: dict[str, Counter[str]] = {}

    def of(self, name: str) -> Family:
        """The family of ``name``."""
        key = surname(name)
        if key not in self._families:
            self._families[key] = _family(key, tuple(self._casts_naming(key)) if key else ())
        return self._families[key]

    def full(self, name: str) -> str:
        """The fullest form of ``name``."""
        return self.of(name).full.get(name, name)

    def principal(self, name: str) -> str:
        """The office that the person ``name`` heads, or ""."""
        bare = name.removesuffix("'s").strip()
        if not bare:
            return ""
        family = self.of(bare)
        whole = family.full.get(bare, bare)
        return family.heads.get(whole, ("", ""))[0] or _only(family)

    def known(self, cast: Cast) -> Known:
        """Who the speakers of ``cast`` are."""
        asked: set[str] = set()
        speakers: dict[str, Speaker] = {}

        def principal(name: str) -> str:
            asked.add(name)
            return self.principal(name)

        for mention in cast.mentions:
            if not mention.person:
                speakers[mention.name] = _impersonal(mention.name, principal)
                continue
            speakers[mention.name] = self.person(mention.name)
            asked.update(self._offices_of(cast, mention)[1])
        return Known(speakers, frozenset(asked))

    def person(self, name: str) -> Speaker:
        """Who the person ``name`` is."""
        whole = self.full(name)
        head, state = self.of(whole).heads.get(whole, ("", ""))
        office = "" if head else _most(self._spoken_by(whole))
        return Speaker(whole, office, head, state or state_of_office(office))

    def _spoken_by(self, whole: str) -> Counter[str]:
        """Offices for which the person of this full name speaks, by how often the articles say so."""
        if whole not in self._spoken:
            counts: Counter[str] = Counter()
            for cast in self.of(whole).casts:
                for mention in cast.mentions:
                    if mention.person and surname(mention.name) == surname(whole) and self.full(mention.name) == whole:
                        counts.update(self._offices_of(cast, mention)[0])
            self._spoken[whole] = counts
        return self._spoken[whole]

    def _offices_of(self, cast: Cast, mention: Mention) -> tuple[list[str], frozenset[str]]:
        key = cast.article_id, mention.name
        if key not in self._offices:
            asked: set[str] = set()

            def principal(name: str) -> str:
                asked.add(name)
                return self.principal(name)

            found = [spoken_for(phrase, principal, ends=ends) for phrase, ends in mention.phrases]
            self._offices[key] = [office for office in found if is_one(office)], frozenset(asked)
        return self._offices[key]


def families_among(casts: Iterable[Cast]) -> Families:
    """The families of all ``casts``."""
    naming: dict[str, list[Cast]] = defaultdict(list)
    for cast in casts:
        for key in {surname(name) for name in cast.people}:
            naming[key].append(cast)
    return Families(lambda key: naming.get(key, ()))


def _family(key: str, casts: tuple[Cast, ...]) -> Family:
    names = sorted({name for cast in casts for name in cast.people if surname(name) == key})
    full = full_names(names)
    votes: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for cast in casts:
        for name, office, iso in cast.heads:
            if surname(name) == key:
                votes[full.get(name, name)][office, iso] += 1
    return Family(casts, full, {name: min(c, key=lambda k: (-c[k], k)) for name, c in votes.items()})


def _only(family: Family) -> str:
    """The one office that people of the family head."""
    found = {office for office, _ in family.heads.values() if office}
    return found.pop() if len(found) == 1 else ""


def _most(offices_found: Counter[str]) -> str:
    return min(offices_found, key=lambda o: (-offices_found[o], o), default="")


def _impersonal(bare: str, principal: Callable[[str], str]) -> Speaker:
    """A state, office, organisation, or a noun phrase such as "Fenland official"."""
    lower = bare.lower()
    if lower in relayers():
        return Speaker(bare, named=False)
    if state := state_names().of(lower):
        return Speaker(state.name, state=state.iso)
    if lower in office_names():
        office = office_names()[lower]
        return Speaker(office, office=office, state=state_of_office(office))
    if lower in organisations():
        return Speaker(organisations()[lower])
    if office := spoken_for(bare, principal) or institution_in(lower.split()):
        return Speaker(bare, office=office, state=state_of_office(office), named=is_one(office))
    if has_body(bare) and (whole := institution(parts_of(bare), principal)):
        return Speaker(whole, office=whole, state=state_of_office(whole), named=is_one(whole))
    return Speaker(bare, named=False)
