"""Text on its way to the screen."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.paint.safe import safe_line, safe_text

ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT)
def test_offsets_hold_and_nothing_dangerous_is_left(text: str) -> None:
    safe = safe_text(text)
    assert len(safe) == len(text)
    assert not [char for char in safe if unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t"]
    assert not [char for char in safe if unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF"}]
    assert safe_text(safe) == safe
    assert "\n" not in safe_line(text)


def test_placeholders_are_visible_and_plain_text_stays() -> None:
    assert safe_text("a\x1b[31mb\x7f\x9b\u202e") == "a␛[31mb␡\ufffd\ufffd"
    assert safe_text("Łódź — “quoted”\n\tçé 東京") == "Łódź — “quoted”\n\tçé 東京"


@given(st.text(st.sampled_from("a \u200d\ufe0f\u20e3🇳🇴🏽👩🚀🏳🌈❤1☎é東")))
def test_a_line_is_as_wide_as_its_signs_in_every_terminal(text: str) -> None:
    line = safe_line(text)
    assert len(line) == len(text)
    assert cell_len(line) == sum(cell_len(sign) for sign in line)


def test_flags_fall_apart_into_their_letters() -> None:
    assert safe_line("🇳🇴 and 👩\u200d🚀") == "NO and 👩\u200b🚀"
