"""Where a meeting is, as the city tells that a report was filed from."""

from __future__ import annotations

import pytest

from store.extract.gazetteer import gazetteer
from store.extract.meetings.slots.filed_from import seats
from store.extract.pipeline import read_article
from tests.store.extract.meeting_readings import a_report


def place_of(sentence: str, *before: str, dateline: str) -> str | None:
    (meeting,) = read_article(a_report(*before, sentence, dateline=dateline)).meetings
    return meeting.place.name if meeting.place else None


VIENNA, OSLO = "VIENNA, March 13, 2019", "OSLO, March 13, 2019"


@pytest.mark.parametrize(
    ("sentence", "dateline", "place"),
    [
        pytest.param("The IAEA will meet on Friday to discuss the report.", VIENNA, "Vienna", id="at its seat"),
        pytest.param("The IAEA will meet on Friday to discuss the report.", OSLO, None, id="a report from elsewhere"),
        pytest.param("The IAEA will meet in June to discuss the report.", VIENNA, None, id="too far ahead"),
        pytest.param(
            "Norway's Prime Minister Nils Berg will meet opposition leaders on Friday.",
            OSLO,
            "Oslo",
            id="its own people",
        ),
        pytest.param(
            "Peru's Prime Minister Ana Ruiz will meet opposition leaders on Friday.", OSLO, None, id="another's people"
        ),
        pytest.param(
            "Norway's Prime Minister Nils Berg will meet Latvian President Ilze Kalnina on Friday.",
            OSLO,
            "Oslo",
            id="the host's guest",
        ),
        pytest.param(
            "Ministers from the region are to meet in this Norwegian city on Friday.", OSLO, "Oslo", id="here"
        ),
    ],
)
def test_a_report_is_filed_from_where_the_meeting_evidently_is(sentence: str, dateline: str, place: str | None) -> None:
    assert place_of(sentence, dateline=dateline) == place


def test_talks_that_go_on_do_so_where_they_were() -> None:
    held = "Peru and Chile held talks on the herring quota on Tuesday."
    assert place_of("The two sides will meet again on Thursday.", held, dateline=OSLO) == "Oslo"


def test_every_seat_is_a_city_of_its_country() -> None:
    cities = gazetteer()
    for city, country in set(seats().values()):
        known = (*cities.cities.get(city.lower(), ()), *filter(None, [cities.variants.get(city.lower())]))
        assert any(c.country == country for c in known), city
