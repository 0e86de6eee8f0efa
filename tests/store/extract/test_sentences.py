"""Where sentences end: behind plain words, not behind titles and abbreviations."""

from __future__ import annotations

import pytest

from store.extract.tokens import tokenize
from store.model.article import Segment
from store.model.spans import Span

CUTS = [
    pytest.param("They had a free hand. | That was new.", id="behind a plain word"),
    pytest.param('She called it "a free hand." | That was new.', id="behind a closing mark"),
    pytest.param("“Mr. Holm is late. | We shall go.”", id="title behind a quotation mark"),
    pytest.param("The order came from Lt. Gen. Anna Berg. | It was kept.", id="two titles"),
    pytest.param("Messrs. Holm and Lund met in Calif. Gov. Berg's house.", id="long abbreviations"),
    pytest.param("Rep. Anna Berg (D-N.Y.), who left early, said no. | So did he.", id="party and state"),
    pytest.param("it was late. | so it was.", id="all in lower case"),
]


@pytest.mark.parametrize("marked", CUTS)
def test_sentences_end_where_they_end(marked: str) -> None:
    text = marked.replace(" | ", " ")
    tokens = tokenize(text, [Segment(kind="body", span=Span(0, len(text)))])
    assert [s.span.of(text) for s in tokens.sentences] == marked.split(" | ")
