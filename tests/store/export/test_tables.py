from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.as_csv import inert, to_csv
from store.export.as_json import to_json
from store.export.as_markdown import to_markdown
from store.export.columns import Table


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@cmd", "\t=1", "  =HYPERLINK()", "\ufeff=1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


def test_plain_cells_stay_as_they_are() -> None:
    assert to_csv(Table(("a", "b"), (("x, y", 'say "so"'), ("two\nlines", "1-2")))) == (
        'a,b\n"x, y","say ""so"""\n"two\nlines",1-2\n'
    )


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_csv_reads_back_as_written_but_for_the_apostrophe(rows: list[list[str]]) -> None:
    text = to_csv(Table(("a", "b"), tuple((x, y) for x, y in rows)))
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[1:] == [[inert(cell) for cell in row] for row in rows]


def test_markdown_holds_text_and_nothing_else() -> None:
    text = to_markdown(Table(("a",), (("x | y\n# <script> [link](http://a) *b* `c`",),)))
    assert text == "| a |\n| --- |\n| x \\| y \\# \\<script\\> \\[link\\](http://a) \\*b\\* \\`c\\` |\n"


@given(st.text())
def test_json_says_the_same_without_driving_a_terminal(text: str) -> None:
    printed = to_json([text])
    assert json.loads(printed) == [text]
    assert not any(ord(c) in {*range(0x7F, 0xA0), 0x202E} or (ord(c) < 32 and c != "\n") for c in printed)


def test_json_escapes_bidi_controls_and_c1() -> None:
    assert "\\u202e" in to_json("\u202e")
    assert "\\u009b" in to_json("\x9b")
    assert json.loads(to_json("\U000e0041")) == "\U000e0041"
