"""The line of a hit at any width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.model.spans import Span
from store.model.views import Hit
from tui.paint.hits import CUT, hit_line

LONG = "The harbour masters of both coasts, who had waited since spring for an answer, were told of the herring quota"


def a_hit(excerpt: str, word: str, claim: str = "") -> Hit:
    start = excerpt.index(word)
    mark = Span(start, start + len(word))
    return Hit(article_id=1, article="gull", span=mark, excerpt=excerpt, marks=(mark,), words=(mark,), claim=claim)


def shown(hit: Hit, width: int) -> str:
    return "".join(piece.text for piece in hit_line(hit, 10, width))[:width]


def test_the_word_is_in_sight_however_narrow_the_screen() -> None:
    for width in (40, 60, 80, 120):
        assert "herring" in shown(a_hit(LONG, "herring"), width)


def test_what_is_cut_off_before_the_word_is_marked() -> None:
    assert CUT in shown(a_hit(LONG, "herring"), 60)
    assert CUT not in shown(a_hit(LONG, "harbour"), 60)


def test_facts_are_told_from_other_places() -> None:
    assert shown(a_hit(LONG, "harbour", claim="c"), 80).startswith("gull       fact The harbour")
    assert shown(a_hit(LONG, "harbour"), 80).startswith("gull            The harbour")


@given(st.text(), st.text(min_size=1), st.text(), st.integers(0, 200))
def test_any_text_keeps_its_words_in_order(before: str, word: str, after: str, width: int) -> None:
    hit = Hit(
        article_id=1,
        article="gull",
        span=Span(0, 1),
        excerpt=before + word + after,
        marks=(Span(len(before), len(before) + len(word)),),
    )
    pieces = [piece for piece in hit_line(hit, 4, width) if piece.look == "differing"]
    assert [piece.text for piece in pieces] == [word]
