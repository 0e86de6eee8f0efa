"""Rows of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.paint.safe import safe_line
from tui.paint.wrap import wrap_text


def rows(text: str, width: int) -> list[str]:
    return [span.of(text) for span in wrap_text(text, width)]


@given(st.text(st.characters() | st.sampled_from(" \n")), st.integers(2, 40))
def test_rows_fit_the_width_and_lose_nothing_but_space(text: str, width: int) -> None:
    spans = wrap_text(text, width)
    assert all(cell_len(safe_line(span.of(text))) <= width for span in spans)
    covered = {at for span in spans for at in range(*span)}
    lost = {text[at] for at in range(len(text)) if at not in covered}
    assert lost <= set(" \r\n\x0b\x0c\x85\u2028\u2029")
    assert list(spans) == sorted(spans)


def test_words_stay_whole_where_they_fit() -> None:
    assert rows("one two three", 7) == ["one two", "three"]
    assert rows("incomprehensibilities", 8) == ["incompre", "hensibil", "ities"]
    assert rows("a\r\n\r\nb", 8) == ["a", "", "b"]


def test_wide_characters_count_double() -> None:
    assert rows("東京都は大きい", 6) == ["東京都", "は大き", "い"]
