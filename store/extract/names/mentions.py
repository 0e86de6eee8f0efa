"""Known phrases as mentions: states, organisations and regions, each as a place or as a party by its context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.gazetteer import gazetteer, states
from store.extract.names.board import Hit
from store.extract.names.context import (
    DIRECTIONS,
    acts_next,
    context_words,
    names_a_spot,
    opens_a_dateline,
    own_country_before,
    stance,
)
from store.extract.names.lexicon import Entry
from store.extract.names.marks import Marks, state_names
from store.extract.names.settling import settle
from store.extract.names.usage import as_people, attributive, compounded, flies, is_subject
from store.model.mentions import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.gazetteer import City
    from store.extract.names.board import Board
    from store.extract.names.settling import CountryContext

METROPOLIS = 1_000_000
"""From this population on a city goes before the US state of its name: "in New York"."""

_GENERIC = frozenset({"Congress", "Senate", "Capitol", "Cortes", "Duma"})
"""Bodies of many states: without a mention of the state that the lexicon gives, they are nobody's."""
_CITY_STATES = frozenset({"SG", "HK", "MO", "MC", "VA", "SM", "GI", "DJ", "LU"})


class Mentions(Marks):
    """Collects places and parties from the known phrases that nobody has claimed."""

    def __init__(self, board: Board, context: CountryContext, cities: Iterable[Place] = ()) -> None:
        super().__init__(board)
        self.context = context
        self._city_ends = {board.tokens.at(city.span)[1] for city in cities}

    def collect(self) -> None:
        """Read all known phrases in text order."""
        for first in sorted(self.board.hits):
            hit = self.board.hits[first]
            if self.board.free(hit.first, hit.end):
                self._read(hit)

    def _read(self, hit: Hit) -> None:
        entry = hit.entries[0]
        if flies(self.board, hit, entry):
            carrier = Hit(hit.first - 1, hit.end, hit.entries)
            self._party(carrier, Entry("organisation", f"Air {entry.name}", entry.country, "company"), "name", "body")
        elif entry.kind == "region" or self._region_meant(hit):
            self._region(hit, hit.entry("region") or entry)
        elif entry.kind == "state":
            self._state(hit, entry)
        elif entry.kind == "adjective":
            self._adjective(hit, entry)
        elif entry.kind == "people":
            self._people(hit, entry)
        elif entry.kind == "capital":
            self._capital(hit, entry)
        elif entry.kind == "venue":
            self._place(hit, entry.name, "venue", entry.country, "", "venue")
        elif entry.kind == "none":
            return
        elif entry.kind == "office":
            self._office(hit, entry)
        else:
            self._organisation(hit, entry)

    def _region_meant(self, hit: Hit) -> bool:
        """Tell whether "Georgia" is the US state where the article names US cities and states, or after a comma."""
        region, state = hit.entry("region"), hit.entry("state")
        if region is None or state is None:
            return False
        countries = self.context.countries
        neighbours = countries.get("RU", 0) + countries.get(state.country, 0)
        return countries.get("US", 0) > 2 * neighbours

    def _state(self, hit: Hit, entry: Entry) -> None:
        adjective = hit.entry("adjective")
        how = stance(self.board, hit.first, hit.end)
        limit = self.board.sentence(hit.first).end
        if self._after_city(hit) or (how == "place" and not attributive(self.board, hit, limit)):
            kind = "city" if entry.country in _CITY_STATES else "country"
            self._place(hit, entry.name, kind, entry.country, gazetteer().zones.get(entry.country, ""), "country")
        elif how == "attribute":
            return
        elif (
            how != "pair"
            and adjective is not None
            and attributive(self.board, hit, limit)
            and not is_subject(self.board, hit)
        ):
            self._party(hit, entry, "country", "actor" if acts_next(self.board, hit.end, limit) else "attributive")
        else:
            self._party(hit, entry, "country", how)
            self._twin(hit, entry)

    def _twin(self, hit: Hit, entry: Entry) -> None:
        """The state left short in "North and South Korea"."""
        tokens, first = self.board.tokens, hit.first
        if (
            hit.end - first < len(("South", "Korea"))
            or self.board.lower(first - 1) != "and"
            or not self.board.caps[first - 2]
        ):
            return
        name = f"{tokens.words[first - 2]} {tokens.words[hit.end - 1]}"
        if name in state_names() and name != entry.name and not self.board.claimed[first - 2]:
            twin = Entry("state", name, "")
            self._party(Hit(first - 2, first - 1, (twin,)), twin, "country", "pair")

    def _after_city(self, hit: Hit) -> bool:
        """True in "Arusha, Tanzania" and "Arusha of northern Tanzania"."""
        lower = self.board.lower
        if lower(hit.first - 1) == "," and self._last_place_end == hit.first - 1:
            return True
        at = hit.first - 1 - (lower(hit.first - 1) in DIRECTIONS)
        return lower(at) == "of" and (at in self._city_ends or at == self._last_place_end)

    def _adjective(self, hit: Hit, entry: Entry) -> None:
        if stance(self.board, hit.first, hit.end) == "attribute":
            return
        limit = self.board.sentence(hit.first).end
        if self._told_by_its_state(hit, entry):
            return
        if as_people(self.board, hit, limit):
            self._party(hit, entry, "demonym", "people")
        elif compounded(self.board, hit):
            return
        elif acts_next(self.board, hit.end, limit):
            self._party(hit, entry, "demonym", "actor")

    def _told_by_its_state(self, hit: Hit, entry: Entry) -> bool:
        """Read "in the Peruvian capital" as Lima, unless the city follows by name."""
        lower, after = self.board.lower, hit.end + 1
        if lower(hit.end) != "capital" or lower(hit.first - 1) not in ("the", "'s") or entry.country not in states():
            return False
        named = after + (lower(after) in (",", "of"))
        if lower(after) == "city" or (named < len(self.board.caps) and self.board.caps[named]):
            return False
        capital = next(iter(states()[entry.country].capitals), "")
        city = next((c for c in gazetteer().cities.get(capital.lower(), ()) if c.country == entry.country), None)
        if city is None:
            return False
        span = self.board.tokens.span(hit.first, after)
        self.board.claim(hit.first, after)
        self.places.append(
            Place(span=span, name=city.name, kind="city", country=city.country, zone=city.zone, rule="state's capital")
        )
        return True

    def _people(self, hit: Hit, entry: Entry) -> None:
        before = self.board.lower(hit.first - 1)
        if before not in context_words().numbers and not before.isdigit():
            self._party(hit, entry, "demonym", "people")

    def _capital(self, hit: Hit, entry: Entry) -> None:
        how = stance(self.board, hit.first, hit.end)
        following = self.board.lower(hit.end)
        if how == "attribute":
            return
        if own_country_before(self.board, hit) or (following == "," and opens_a_dateline(self.board, hit)):
            how = "place"
        listed = self._last_place_end == hit.first - 1 and self.board.lower(hit.first - 1) in ("and", "or", ",")
        if how == "open" and names_a_spot(self.board, hit):
            how = "place"
        if how == "place" or listed or (following == "," and self._country_follows(hit)):
            self._capital_as_place(hit, entry)
        else:
            self._party(hit, entry, "capital", how)

    def _country_follows(self, hit: Hit) -> bool:
        after = self.board.hits.get(hit.end + 1)
        return (
            after is not None
            and after.entry("state", "region") is not None
            and hit.entries[0].country in {e.country for e in after.entries}
        )

    def _capital_as_place(self, hit: Hit, entry: Entry) -> None:
        found = gazetteer()
        key = " ".join(self.board.tokens.lower[hit.first : hit.end]).replace(" - ", " ").replace(" .", "")
        cities = found.cities.get(key) or ((found.variants[key],) if key in found.variants else ())
        after = self.board.hits.get(hit.end + 1) if self.board.lower(hit.end) == "," else None
        told = after.entry("region", "state") if after else None
        at_home = [c for c in cities if c.country == entry.country]
        if told is None and at_home:
            city = at_home[0]
        elif cities:
            city = settle(cities, self.context, told.country if told else "", told.note if told else "")
        else:
            self._place(hit, entry.note, "city", entry.country, gazetteer().zones.get(entry.country, ""), "capital")
            return
        self._place(hit, city.name, "city", city.country, city.zone, "capital")

    def _region(self, hit: Hit, entry: Entry) -> None:
        words = context_words()
        city = self._metropolis(hit, entry)
        if city is not None:
            self._place(hit, city.name, "city", city.country, city.zone, "city")
            return
        if self.board.lower(hit.end) in words.factions:
            noun = self.board.tokens.words[hit.end]
            self._party(hit, entry, "name", "faction", end=hit.end + 1, name=f"{entry.name} {noun}")
        elif stance(self.board, hit.first, hit.end) != "attribute":
            zone = gazetteer().zones.get(entry.country, "")
            self._place(hit, entry.name, "region", entry.country, zone, "region")

    def _metropolis(self, hit: Hit, entry: Entry) -> City | None:
        """The city of a US state's name where it is large and the text does not say the state."""
        city = gazetteer().variants.get(entry.name.lower()) if entry.note else None
        if city is None or city.population < METROPOLIS or city.region != entry.note or self._after_city(hit):
            return None
        return None if self.board.lower(hit.end) in ("state", "governor", "senator") else city

    def _office(self, hit: Hit, entry: Entry) -> None:
        how = stance(self.board, hit.first, hit.end)
        if how == "attribute":
            return
        written = self.board.tokens.words[hit.first]
        if hit.end - hit.first == 1 and written in _GENERIC and entry.country not in self.context.countries:
            self._party(hit, Entry("organisation", written, ""), "name", "office of an unnamed state")
            return
        if entry.note == "venue" or how == "place":
            capital = next(iter(states()[entry.country].capitals), "").lower()
            cities = [c for c in gazetteer().cities.get(capital, ()) if c.country == entry.country]
            self._place(hit, entry.name, "venue", entry.country, cities[0].zone if cities else "", "office")
        else:
            self._party(hit, entry, "name", "office", of=states()[entry.country].name)

    def _organisation(self, hit: Hit, entry: Entry) -> None:
        if entry.note == "bloc" and self.board.lower(hit.first - 1) not in ("the", "-"):
            return
        if entry.name == "UN" and self.board.sentence(hit.first).kind == "dateline":
            self._place(hit, "United Nations, New York", "venue", "US", "America/New_York", "dateline")
            return
        written = self.board.tokens.words[hit.first]
        form = "acronym" if hit.end - hit.first == 1 and written.isupper() else "name"
        role = "outlet" if entry.note == "outlet" else ""
        of = states()[entry.country].name if entry.country in states() else ""
        self._party(hit, entry, form, entry.note or "organisation", of=of, role=role)
