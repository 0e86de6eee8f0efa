"""Through whom an origin's words came."""

from __future__ import annotations

import pytest

from store.model.backing import backing_of, backing_words
from tests.store.compare.sayings import report, the_claim, told

CONTENT = "<the northern pipeline will stay closed until the spring>"
PRESIDENT = "French President Luc Moreau opened the session."


@pytest.mark.parametrize(
    ("speaker", "source", "via", "words"),
    [
        pytest.param("Ann Field", "White House spokeswoman Ann Field", (),
                     "White House, through Ann Field", id="by name"),
        pytest.param("State Department official", "A State Department official", (),
                     "State Department, through a State Department official", id="by role"),
        pytest.param("Foreign Office", "the UK Foreign Office", (), "Foreign Office", id="the office itself"),
        pytest.param("Rosa Lind", "Rosa Lind", (), "Rosa Lind", id="for herself"),
        pytest.param("Rosa Lind", "Rosa Lind", ("TASS",), "Rosa Lind, quoted by TASS", id="relayed"),
        pytest.param("Rosa Lind", "Rosa Lind", ("a newspaper",), "Rosa Lind", id="a relayer without a name"),
        pytest.param("Ann Field", "White House spokeswoman Ann Field", ("AFP",),
                     "White House, through Ann Field, quoted by AFP", id="both"),
        pytest.param("White House", "official White House figures", (), "White House", id="official is no role there"),
        pytest.param("", "", ("TASS",), "unattributed", id="nobody"),
    ],
)  # fmt: skip
def test_it_is_told_who_spoke_for_an_origin(speaker: str, source: str, via: tuple[str, ...], words: str) -> None:
    claim = the_claim(report(1, told(speaker, f"[{source}] {{said}} {CONTENT}.", via=via)))
    assert backing_of(claim.origins, claim.evidence) == words


def test_an_aide_speaks_for_the_seat_of_the_president() -> None:
    claim = the_claim(report(1, PRESIDENT, told("Paul Roux", f"[Moreau's aide Paul Roux] {{said}} {CONTENT}.")))
    assert backing_of(claim.origins, claim.evidence) == "Elysee Palace, through Paul Roux"


def test_two_ways_are_named_and_more_are_counted() -> None:
    ways = [("Harbour Office", f"through Ada {letter}") for letter in "ABCD"]
    assert backing_words(["Harbour Office", "Bo"], ways[:2]) == "Harbour Office, through Ada A or through Ada B; Bo"
    assert backing_words(["Harbour Office"], ways).endswith("or through Ada B and 2 more")
    assert backing_words(["Bo", "Cy"], [("Bo", "")]) == "Bo, Cy"
