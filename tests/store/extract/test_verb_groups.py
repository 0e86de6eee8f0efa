"""Tense and mood of verb groups."""

from __future__ import annotations

import pytest

from store.extract.clauses import governing
from store.extract.tokens import tokenize
from store.extract.verb_groups import verb_groups
from store.model.article import Segment
from store.model.spans import Span


def read(sentence: str) -> dict[str, tuple[str, str]]:
    """Base form of each verb -> tense and mood, what governs it taken into account."""
    tokens = tokenize(sentence, [Segment(kind="body", span=Span(0, len(sentence)))])
    groups = verb_groups(tokens.lower, tokens.words, 0, len(tokens))
    return {g.verb: governing(groups, i, tokens.lower) for i, g in enumerate(groups)}


@pytest.mark.parametrize(
    ("sentence", "verb", "tense", "mood"),
    [
        pytest.param("They will meet in Riga.", "meet", "future", "fixed", id="will"),
        pytest.param("They are to meet in Riga.", "meet", "future", "fixed", id="are to"),
        pytest.param("They are not due to meet.", "meet", "future", "fixed", id="due to"),
        pytest.param("They were expected to meet.", "meet", "reported", "expected", id="were expected to"),
        pytest.param("They agreed to meet.", "meet", "future", "fixed", id="agreed to"),
        pytest.param("They want to meet.", "meet", "future", "wish", id="want to"),
        pytest.param("They refused to meet.", "meet", "future", "refused", id="refused to"),
        pytest.param("They have no plans to meet.", "meet", "future", "refused", id="no plans to"),
        pytest.param("They scrapped plans to meet.", "meet", "future", "refused", id="scrapped plans to"),
        pytest.param("They announced plans to meet.", "meet", "future", "fixed", id="plans to"),
        pytest.param("He suggested holding a summit.", "hold", "future", "proposed", id="suggested holding"),
        pytest.param("They may meet in June.", "meet", "modal", "proposed", id="may"),
        pytest.param("Norway may meet Sweden in May.", "meet", "modal", "proposed", id="the month of May"),
        pytest.param("They met in Riga.", "meet", "past", "plain", id="met"),
        pytest.param("They arrived to attend the summit.", "attend", "future", "journey", id="arrived to"),
        pytest.param("They will exchange views and hold talks.", "hold", "future", "fixed", id="shared auxiliary"),
        pytest.param("The talks held in Riga failed.", "hold", "participle", "plain", id="reduced relative"),
    ],
)
def test_tense_and_mood(sentence: str, verb: str, tense: str, mood: str) -> None:
    assert read(sentence)[verb] == (tense, mood)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The planned visit was short.", id="an adjective"),
        pytest.param("The rebel-held town fell.", id="inside a compound"),
        pytest.param("They spoke over a video link.", id="a noun"),
    ],
)
def test_no_verb_but_the_main_one(sentence: str) -> None:
    assert len(read(sentence)) == 1
