"""The gate's own measures: what is wrong must show."""

from __future__ import annotations

import pytest

from store.model.spans import Span
from tests.gold.expected import Words
from tests.gold.score import Figure, pairs, same_name, shared, words_of


def test_a_figure_is_the_harmonic_mean_of_precision_and_recall() -> None:
    precision, recall = 3 / 4, 3 / 6
    assert Figure(3, 4, 6).f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_nothing_expected_and_nothing_found_is_right_anything_found_is_not() -> None:
    assert Figure().f1 == 1
    assert Figure(predicted=1).f1 == 0


def test_each_side_is_paired_once_the_likest_first() -> None:
    both, missed, extra = pairs([1, 5], [6, 4, 100], lambda a, b: max(0, 4 - abs(a - b)))
    assert both == [(1, 4), (5, 6)]
    assert (missed, extra) == ([], [100])


def test_what_shares_nothing_is_no_pair() -> None:
    assert pairs(["a"], ["b"], lambda a, b: a == b) == ([], ["a"], ["b"])


def test_overlap_counts_what_two_sets_of_spans_share() -> None:
    assert shared([Span(0, 5), Span(10, 12)], [Span(3, 11)]) == 3


def test_punctuation_is_no_word() -> None:
    text = "“Well, no,” she said."
    assert {text[start] for start in words_of(text, [Span(0, 11)])} == {"W", "n"}


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        pytest.param(("Ana Ruiz",), "Ruiz", True, id="surname"),
        pytest.param(("African Union", "AU"), "AU", True, id="one of several"),
        pytest.param(("North Yemen",), "South Yemen", False, id="a word in common"),
        pytest.param(("the rebels",), "rebels", True, id="article"),
        pytest.param(("Peru",), "the", False, id="only an article"),
    ],
)
def test_names_agree_where_one_holds_all_words_of_the_other(expected: tuple[str, ...], found: str, same: bool) -> None:
    assert same_name(expected, found) is same


def test_quoted_words_are_whole_words_and_may_come_again() -> None:
    words = Words("She and he, the heir; he left.", "passage")
    assert words.at("he") == Span(8, 10)
    assert words.at("he", 2) == Span(22, 24)


def test_words_that_do_not_stand_there_are_an_error() -> None:
    with pytest.raises(ValueError, match="'heirs' does not stand there"):
        Words("the heir", "passage").at("heirs")
