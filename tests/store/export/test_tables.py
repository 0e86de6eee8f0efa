from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.export.as_csv import inert, to_csv
from store.export.as_json import to_json
from store.export.as_markdown import plain, to_markdown
from store.export.columns import Table


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+1", "-1", "@cmd", "\t1", "\n1", "  =HYPERLINK()", "\ufeff=1", "\u200b=1", "\u3000=1", "\x00=1"),
        *("＝1", "＋1", "－1", "＠cmd", "﹦1", "﹢1", "﹣1", "﹫cmd", "\xad＝1"),
    ],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1-2", "a=b", "x@y", "— so it goes", "…", "'=1", "“+1”", "٣", " "])
def test_what_no_spreadsheet_computes_stays_as_it_is(cell: str) -> None:
    assert inert(cell) == cell


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
    assert text == "| a |\n| --- |\n| x \\| y \\# \\<script\\> \\[link\\](http\\://a) \\*b\\* \\`c\\` |\n"


MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


def read_as(markdown: str) -> str:
    """What a page shows of one paragraph, which must hold nothing but text."""
    tokens = [token for token in MARKDOWN.parse(markdown) if token.type.startswith(("paragraph", "inline"))]
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text"}
    return "".join(child.content for child in children)


@given(st.text() | st.text(alphabet="-+=#>*_`~|[]()<>!&:;./\\ \n\t0123456789awx"))
@example("- one")
@example("+ one")
@example("1. one")
@example("12) one")
@example("===")
@example("---")
@example("    code")
@example("[a]: http://b")
@example("&lt;script&gt;")
@example("ends with \\")
def test_any_text_is_read_back_as_itself(text: str) -> None:
    shown = " ".join(text.split()).replace("\0", "\ufffd")
    for before in ("", "- ", "1. ", "## "):
        markdown = before + plain(text)
        if before == "## ":
            opened = [token.type for token in MARKDOWN.parse(markdown)]
            assert opened == ["heading_open", "inline", "heading_close"]
        else:
            assert read_as(markdown) == shown


@pytest.mark.parametrize("text", ["see http://gull.test/x", "HTTPS://gull.test", "www.gull.com"])
def test_an_address_in_an_article_is_no_link(text: str) -> None:
    assert "<a " in MarkdownIt("gfm-like").render(text)
    assert "<a " not in MarkdownIt("gfm-like").render(plain(text))


@given(st.text())
def test_json_says_the_same_without_driving_a_terminal(text: str) -> None:
    printed = to_json([text])
    assert json.loads(printed) == [text]
    assert not any(ord(c) in {*range(0x7F, 0xA0), 0x202E} or (ord(c) < 32 and c != "\n") for c in printed)


def test_json_escapes_bidi_controls_and_c1() -> None:
    assert "\\u202e" in to_json("\u202e")
    assert "\\u009b" in to_json("\x9b")
    assert json.loads(to_json("\U000e0041")) == "\U000e0041"
