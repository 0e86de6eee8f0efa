from __future__ import annotations

import pytest

from tests.store.extract.name_readings import names_in, parties_in, people_in, read

p = pytest.param


@pytest.mark.parametrize(
    ("text", "quote", "name", "role", "of"),
    [
        p(
            "Peruvian President Ana Ruiz spoke.",
            "Peruvian President Ana Ruiz",
            "Ana Ruiz",
            "president",
            "Peru",
            id="title",
        ),
        p(
            "The Norwegian foreign minister, Kari Lund, spoke.",
            "The Norwegian foreign minister, Kari Lund",
            "Kari Lund",
            "foreign minister",
            "Norway",
            id="role before a comma",
        ),
        p(
            "US Secretary of State Ann Poe spoke.",
            "US Secretary of State Ann Poe",
            "Ann Poe",
            "secretary of state",
            "United States",
            id="secretary of state",
        ),
        p(
            "NATO Secretary-General Jan de Wit spoke.",
            "NATO Secretary-General Jan de Wit",
            "Jan de Wit",
            "secretary-general",
            "NATO",
            id="particle in the name",
        ),
        p(
            "Kuwait's Oil Minister Sheikh Ali al-Jaber spoke.",
            "Sheikh Ali al-Jaber",
            "Ali al-Jaber",
            "",
            "",
            id="sheikh",
        ),
        p(
            "South Korean Deputy Prime Minister Seo Min-ah spoke.",
            "South Korean Deputy Prime Minister Seo Min-ah",
            "Seo Min-ah",
            "deputy prime minister",
            "South Korea",
            id="family name first",
        ),
        p(
            "former French defence minister Luc Roy spoke.",
            "former French defence minister Luc Roy",
            "Luc Roy",
            "defence minister",
            "France",
            id="former",
        ),
        p("Gen. J. B. Stone spoke.", "Gen. J. B. Stone", "J. B. Stone", "", "", id="initials"),
        p(
            "Foreign Ministry spokesman Otto Kern spoke.",
            "Foreign Ministry spokesman Otto Kern",
            "Otto Kern",
            "spokesman",
            "Foreign Ministry",
            id="of a ministry",
        ),
    ],
)
def test_a_person_with_role_and_state(text: str, quote: str, name: str, role: str, of: str) -> None:
    party = next(party for party in people_in(text) if party.name == name)
    assert (party.span.of(text), party.role, party.of) == (quote, role, of)


def test_the_state_of_a_role_is_no_second_party() -> None:
    assert parties_in("South Korean Foreign Minister Seo Min-ah spoke.") == [("Seo Min-ah", "name")]


def test_a_sentence_full_of_capitals_is_no_title() -> None:
    people = people_in("Peruvian President Ana Ruiz met Norwegian Foreign Minister Kari Lund in Paris.")
    assert [party.name for party in people] == ["Ana Ruiz", "Kari Lund"]


def test_the_head_is_the_name_proper() -> None:
    text = "Peruvian President Ana Ruiz spoke."
    (party,) = people_in(text)
    assert party.head is not None
    assert party.head.of(text) == "Ana Ruiz"


@pytest.mark.parametrize(
    ("later", "form"),
    [
        p("Ruiz added that she would come.", "surname", id="surname"),
        p("Mrs. Ruiz said more.", "surname", id="title and surname"),
        p("The Peruvian leader said more.", "role", id="leader"),
        p("The president said more.", "role", id="role alone"),
        p("She said more.", "pronoun", id="pronoun"),
    ],
)
def test_later_mentions_carry_the_fullest_name(later: str, form: str) -> None:
    people = people_in("Peruvian President Ana Ruiz spoke.", later)
    assert [(party.name, party.form) for party in people][:2] == [("Ana Ruiz", "name"), ("Ana Ruiz", form)]


def test_an_earlier_surname_in_the_headline_is_known_from_the_text() -> None:
    page = read(("headline", "Ruiz to visit Oslo"), ("body", "Peruvian President Ana Ruiz will visit Oslo."))
    assert [party.name for party in page.parties] == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        p("Chilean Prime Minister Rui Vaz met his Peruvian counterpart, Ana Ruiz.", "prime minister", id="named"),
        p(
            "Peruvian prime minister Ana Ruiz came. Chilean prime minister Rui Vaz met his Peruvian counterpart.",
            "prime minister",
            id="not named",
        ),
    ],
)
def test_a_counterpart_has_the_role_of_the_other(text: str, expected: str) -> None:
    last = people_in(text)[-1]
    assert (last.name, last.role, last.of) == ("Ana Ruiz", expected, "Peru")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        p("He met the Chief of the General Staff Luis Vega Ruiz on Monday.", "Luis Vega Ruiz", id="general staff"),
        p("The commander of the Pacific Fleet Kari Mari Lund spoke.", "Kari Mari Lund", id="fleet"),
    ],
)
def test_what_somebody_heads_is_no_part_of_the_name(text: str, name: str) -> None:
    assert [person.name for person in people_in(text)] == [name]


def test_an_aide_serves_the_state_of_whom_he_serves() -> None:
    people = people_in("Peruvian President Ana Ruiz came. Ruiz's press secretary Pia Sol told reporters.")
    assert [(party.name, party.role, party.of) for party in people] == [
        ("Ana Ruiz", "president", "Peru"),
        ("Pia Sol", "press secretary", "Peru"),
    ]


def test_an_aide_to_a_president_serves_the_president_s_state() -> None:
    people = people_in(
        "Peruvian President Ana Ruiz came with Pia Sol, an aide to Ruiz.", "The Peruvian official said no."
    )
    assert (people[-1].name, people[-1].of) == ("Pia Sol", "Peru")


def test_the_only_president_is_the_one_whose_state_is_named_later() -> None:
    people = people_in("President Ana Ruiz came.", "The Peruvian president said no.", "Ruiz left.")
    assert [(party.name, party.of) for party in people[1:]] == [("Ana Ruiz", "Peru"), ("Ana Ruiz", "Peru")]


def test_a_president_of_one_state_is_not_that_of_another() -> None:
    people = people_in("Peruvian President Ana Ruiz came.", "The Chilean president said no.")
    assert [party.name for party in people] == ["Ana Ruiz", "Chilean president"]


def test_whoever_has_aides_can_be_the_president() -> None:
    people = people_in(
        "Pia Sol, an aide to Ana Ruiz, came.", "The Peruvian president said no.", "The Peruvian official left."
    )
    assert [party.name for party in people[-2:]] == ["Ana Ruiz", "Pia Sol"]


def test_an_official_without_a_name_is_the_same_in_the_next_sentence() -> None:
    people = people_in("Pia Sol, a Chilean envoy, came.", "A Peruvian official denied it. The official added nothing.")
    assert [(party.name, party.of) for party in people[-2:]] == [("Peruvian official", "Peru")] * 2


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        p("The US wants a deal.", "open", id="subject"),
        p("US forces left.", "actor", id="forces act for it"),
        p("US interest rates fell.", "attributive", id="only an attribute"),
    ],
)
def test_the_rule_tells_how_a_state_stands(text: str, rule: str) -> None:
    assert [party.rule for party in names_in(text).parties] == [rule]


def test_an_owner_s_full_name_is_a_mention_of_its_own() -> None:
    people = people_in("Peruvian President Ana Ruiz's aide Pia Sol came.")
    assert [(party.name, party.of) for party in people] == [("Ana Ruiz", "Peru"), ("Pia Sol", "Peru")]


def test_an_apposition_tells_the_role() -> None:
    people = people_in("Pia Sol, the Peruvian envoy, said so.", "The Peruvian diplomat left.")
    assert [(party.name, party.of) for party in people] == [("Pia Sol", ""), ("Pia Sol", "Peru")]


def test_a_role_is_taken_up_by_the_name_that_opens_the_next_paragraph() -> None:
    people = people_in("The Norwegian foreign minister arrived.", "Kari Lund told reporters so.")
    assert (people[-1].name, people[-1].role, people[-1].of) == ("Kari Lund", "foreign minister", "Norway")


def test_presidents_in_one_breath_are_two() -> None:
    assert [party.name for party in people_in("Presidents Ruiz and Vaz will talk.")] == ["Ruiz", "Vaz"]


@pytest.mark.parametrize(
    "text",
    [
        p("The British general election is near.", id="general election"),
        p("The EU's executive arm met.", id="executive arm"),
        p("He had won in May.", id="nobody mentioned"),
        p('"He will come," they said.', id="pronoun in a quotation"),
    ],
)
def test_what_only_looks_like_a_person_is_none(text: str) -> None:
    assert people_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        p("Peru and Chile agreed.", ["Peru", "Chile"], id="names"),
        p("Peruvian and Chilean negotiators agreed.", ["Peru", "Chile"], id="adjectives"),
        p("Peruvian-Chilean talks went on.", ["Peru", "Chile"], id="adjectives with a hyphen"),
        p("Peru-NATO talks went on.", ["Peru", "NATO"], id="names with a hyphen"),
        p("Sino-Japanese relations improved.", ["China", "Japan"], id="combining form"),
        p("The US wants a deal.", ["United States"], id="subject"),
        p("The Soviet Union agreed.", ["Soviet Union"], id="past state"),
        p("Burma, the U.K. and the USA agreed.", ["Myanmar", "Britain", "United States"], id="variants"),
        p("The DPRK agreed.", ["North Korea"], id="abbreviation"),
        p("The Norwegians agreed.", ["Norway"], id="people"),
        p("The Dutch hoped so.", ["Netherlands"], id="people named by the adjective"),
        p("EU foreign ministers agreed.", ["EU"], id="ministers of a union"),
        p("Mongolian cashmere sold well.", [], id="adjective of a thing"),
        p("Four Britons were hurt.", [], id="counted people"),
        p("A Meso-American summit failed.", [], id="half a compound"),
        p("Latin American trade grew.", [], id="people of many states"),
    ],
)
def test_states(text: str, expected: list[str]) -> None:
    assert [party.name for party in names_in(text).parties] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        p(
            "The Organisation for Security and Co-operation in Europe met.",
            [("OSCE", "name")],
            id="known by either spelling",
        ),
        p("The United Nations Security Council met.", [("UN Security Council", "name")], id="longer name"),
        p(
            "The Free Harvest Front (FHF) agreed. The FHF will come.",
            [("FHF", "name"), ("FHF", "acronym"), ("FHF", "acronym")],
            id="introduced in brackets",
        ),
        p("The Ministry of Trade and Industry agreed.", [("Ministry of Trade and Industry", "name")], id="ministry"),
        p("The Kremlin agreed.", [("Kremlin", "name")], id="seat"),
        p("The Verde Alta party agreed.", [("Verde Alta", "name")], id="before its common noun"),
    ],
)
def test_organisations(text: str, expected: list[tuple[str, str]]) -> None:
    assert parties_in(text) == expected


def test_an_outlet_says_that_it_is_one() -> None:
    (party,) = names_in("The Interfax news agency reported it.").parties
    assert (party.name, party.role) == ("Interfax", "outlet")


def test_an_office_belongs_to_its_state() -> None:
    (party,) = names_in("The White House denied it.").parties
    assert (party.name, party.kind, party.of) == ("White House", "organisation", "United States")


def test_an_unnamed_official_is_known_by_the_phrase() -> None:
    (party,) = people_in("A White House official denied it.")
    assert (party.name, party.of, party.form) == ("White House official", "White House", "role")
