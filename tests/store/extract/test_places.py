from __future__ import annotations

import pytest

from store.extract.gazetteer import folded, gazetteer, states, us_states
from store.extract.names import dateline_place, host_of
from tests.store.extract.name_readings import names_in, parties_in, places_in, read, the_place

p = pytest.param


@pytest.mark.parametrize(
    ("text", "name", "country", "zone"),
    [
        p("They will meet in Lyon.", "Lyon", "FR", "Europe/Paris", id="plain"),
        p("They will meet in São Paulo.", "Sao Paulo", "BR", "America/Sao_Paulo", id="written with its accent"),
        p("They will meet in Bombay.", "Mumbai", "IN", "Asia/Kolkata", id="old spelling"),
        p(
            "They will meet in Birmingham, Alabama.",
            "Birmingham",
            "US",
            "America/Chicago",
            id="told by the state after it",
        ),
        p("They will meet in Birmingham.", "Birmingham", "GB", "Europe/London", id="else the larger"),
        p("They will meet in Kuala Lumpur.", "Kuala Lumpur", "MY", "Asia/Kuala_Lumpur", id="capital of two words"),
        p("They will meet in Singapore.", "Singapore", "SG", "Asia/Singapore", id="city and state in one"),
        p("They meet in Oklahoma City.", "Oklahoma City", "US", "America/Chicago", id="a longer name on a state's"),
        p("They meet in New York.", "New York City", "US", "America/New_York", id="city before the state of its name"),
    ],
)
def test_a_city_has_its_country_and_zone(text: str, name: str, country: str, zone: str) -> None:
    place = names_in(text).places[0]
    assert (place.name, place.kind, place.country, place.zone) == (name, "city", country, zone)


def test_a_city_is_settled_by_the_countries_of_the_article() -> None:
    place = names_in(
        "Voters in Birmingham will decide.", "The governor of Alabama spoke to American reporters."
    ).places[0]
    assert (place.name, place.country) == ("Birmingham", "US")


@pytest.mark.parametrize(
    "text",
    [
        p("Nice words were said.", id="first word of a sentence"),
        p("Most of them read Reading reports.", id="no preposition"),
        p("A Mobile phone rang.", id="capitalised product"),
        p("The Sofia Brandt affair goes on.", id="given name"),
        p('"Split the sum," he said.', id="first word of a quotation"),
    ],
)
def test_a_word_that_is_also_a_city_is_no_place_without_evidence(text: str) -> None:
    assert places_in(text) == []


def test_a_town_too_small_for_the_gazetteer_takes_the_country_after_it() -> None:
    place = names_in("They will meet in Zell am Moos, Austria.").places[0]
    assert (place.name, place.country, place.zone) == ("Zell am Moos", "AT", "Europe/Vienna")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        p("Talks were held in Peru.", [("Peru", "country")], id="country after in"),
        p("She will visit Peru.", [("Peru", "country")], id="country visited"),
        p("She returned to Peru.", [("Peru", "country")], id="country travelled to"),
        p("Fighting goes on in Kashmir.", [("Kashmir", "region")], id="region"),
        p("They met in Manitoba.", [("Manitoba", "region")], id="province"),
        p("They will meet at the Alvar Aalto Hotel.", [("Alvar Aalto Hotel", "venue")], id="hotel"),
        p("They will meet at the White House.", [("White House", "venue")], id="seat of government after at"),
        p("They will meet at Camp David.", [("Camp David", "venue")], id="known venue"),
    ],
)
def test_countries_regions_and_venues(text: str, expected: list[tuple[str, str]]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        p("Florence Ward said so.", id="person"),
        p("The University of Geneva published it.", id="university"),
        p("The Bank of Thailand cut rates.", id="bank"),
        p("The Lima Tribune reported it.", id="newspaper"),
        p("A Vienna-based group said so.", id="compound"),
    ],
)
def test_a_place_inside_another_name_is_no_place(text: str) -> None:
    assert places_in(text) == []


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        p("Lima is pleased with the result.", True, id="subject"),
        p("Talks between Lima and Quito go on.", True, id="between two"),
        p("The view of Lima has changed.", True, id="has a view"),
        p("They explained the need for it to Lima.", True, id="told something"),
        p("They will meet in Lima.", False, id="in"),
        p("He flew to Lima.", False, id="travelled to"),
        p("The Lima summit ended.", False, id="named after the place"),
        p("The image of Lima has changed.", False, id="a city's image"),
        p("She was in Peru's Lima.", False, id="after its country"),
    ],
)
def test_a_capital_acts_for_its_state_or_is_a_place(text: str, *, acts: bool) -> None:
    names = names_in(text)
    as_party = [party.form for party in names.parties if party.name == "Peru" and party.form == "capital"]
    as_place = [place.name for place in names.places if place.name == "Lima"]
    assert (bool(as_party), bool(as_place)) == (acts, not acts)


def test_the_dateline_tells_where_here_is() -> None:
    page = read(
        ("headline", "Ministers gather"), ("dateline", "QUITO, May 3, 2011 (AFP) -"), ("body", "They meet here.")
    )
    place = dateline_place(page)
    assert place is not None
    assert (place.name, place.zone) == ("Quito", "America/Guayaquil")


def test_a_dateline_s_town_need_not_be_in_the_gazetteer() -> None:
    place = dateline_place(
        read(("dateline", "ZELL AM MOOS, Austria, May 3, 2011 (AFP) -"), ("body", "They meet here."))
    )
    assert place is not None
    assert (place.name, place.country) == ("Zell Am Moos", "AT")


def test_without_a_dateline_nowhere_is_here() -> None:
    assert dateline_place(read(("body", "They meet in Quito."))) is None


def test_a_place_has_a_host() -> None:
    host = host_of(the_place("She will visit Quito."))
    assert host is not None
    assert (host.name, host.kind, host.span) == ("Ecuador", "state", the_place("She will visit Quito.").span)


def test_brussels_acts_for_the_union_and_is_a_city_of_belgium() -> None:
    assert parties_in("Brussels wants a deal.") == [("EU", "capital")]
    assert the_place("They will meet in Brussels.").country == "BE"


def test_every_state_has_one_name_and_its_capital_a_city() -> None:
    names = [state.name for state in states().values()]
    assert len(names) == len(set(names))
    found = gazetteer()
    for state in states().values():
        assert not state.capitals or any(
            folded(c) in found.cities or folded(c) in found.variants for c in state.capitals
        )


def test_the_gazetteer_knows_the_states_of_the_union_and_single_zones() -> None:
    assert us_states()["Delaware"].code == "DE"
    assert gazetteer().zones["AT"] == "Europe/Vienna"
    assert "US" not in gazetteer().zones


@pytest.mark.parametrize(
    ("text", "name"),
    [
        p("The delegates flew to the Kenyan capital on Friday.", "Nairobi", id="adjective"),
        p("Shelling was heard in Sudan's capital, residents said.", "Khartoum", id="possessive"),
        p("They will meet in the capital of Ghana.", "Accra", id="of"),
        p("They will meet in the Thai capital city next week.", "Bangkok", id="capital city"),
    ],
)
def test_a_capital_is_known_by_its_state(text: str, name: str) -> None:
    assert name in [place.name for place in names_in(text).places if place.kind == "city"]


@pytest.mark.parametrize(
    "text",
    [
        p("Kenyan capital markets fell on Friday.", id="money"),
        p("They will meet in Nairobi, the Kenyan capital.", id="its name stands before"),
        p("They will meet in the Kenyan capital, Nairobi.", id="its name stands after"),
        p("Ghana needs capital.", id="no article"),
    ],
)
def test_a_capital_is_not_named_twice_and_money_is_none(text: str) -> None:
    assert [place for place in names_in(text).places if place.rule == "capital told by its state"] == []


def test_an_unlisted_island_is_a_stretch_of_land() -> None:
    place = the_place("They will meet on the resort island of Vanikolo.")
    assert (place.name, place.kind) == ("Vanikolo", "region")


def test_a_town_of_its_own_name_goes_before_a_larger_one_spelt_so_elsewhere() -> None:
    place = names_in("They will meet in Puno.", "Bolivia and Peru share the lake.").places[0]
    assert (place.name, place.country) == ("Puno", "PE")
