"""Files to documents: metadata, front matter, web pages, and what is wrong with a file."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.errors import BadFolder, UnreadableArticle
from store.ingest.decode import LARGEST
from store.ingest.folder import find_articles, printable
from store.ingest.read import folder_metadata, read_bytes, read_document
from store.model.article import Metadata

if TYPE_CHECKING:
    from store.model.article import Document

PAGE = """<html><head><title>Ministers to meet</title>
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<meta property="og:site_name" content="The Harbour Post"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ministers to meet</h1>
<p>The foreign ministers of both islands will meet on Friday, their offices said in a joint statement on Tuesday.</p>
<p>It would be the first such meeting since the fishing dispute began two summers ago, a spokeswoman said.</p></article>
<section class="comments"><h3>Comments</h3>
<p>I was at that harbour on 1 March 2024 and saw nothing of the kind.</p></section>
</body></html>"""


def document(path: Path, content: str, beside: Metadata | None = None) -> Document:
    path.write_text(content, encoding="utf-8", newline="")
    return read_document(path, read_bytes(path), beside)


def test_front_matter_is_known_but_no_part_of_the_story(tmp_path: Path) -> None:
    read = document(
        tmp_path / "a.md", "---\ntitle: Ministers meet\ndate: 2024-03-05\nsource: Harbour Post\n---\n# Ministers meet\n"
    )
    assert read.metadata.title == "Ministers meet"
    assert read.metadata.published == date(2024, 3, 5)
    assert read.metadata.outlet == "Harbour Post"
    assert read.text[read.body_start :] == "# Ministers meet\n"


def test_broken_front_matter_is_named_and_the_article_still_read(tmp_path: Path) -> None:
    read = document(tmp_path / "a.md", '---\ntitle: "open\n---\nThe ministers met.\n')
    assert "front matter" in read.notes[0]
    assert str(tmp_path / "a.md") in read.notes[0]
    assert read.text[read.body_start :] == "The ministers met.\n"


@pytest.mark.parametrize(
    "front",
    [
        pytest.param("---\na: &a [x, x]\nb: &b [*a, *a]\nauthors: *b\n---\n", id="references that multiply"),
        pytest.param("---\na: &a {x: 1}\nb: {<<: [*a, *a]}\n---\n", id="merged keys"),
        pytest.param(f"---\ntitle: {'[' * 5000}{']' * 5000}\n---\n", id="deep nesting"),
        pytest.param(f"+++\ntitle = {'[' * 5000}{']' * 5000}\n+++\n", id="deep nesting, TOML"),
        pytest.param(f"+++\ntitle = {'9' * 6000}\n+++\n", id="endless number"),
        pytest.param("---\ntitle: !!binary aGVsbG8=\n---\n", id="bytes for a title"),
        pytest.param("---\nauthors: [[a, b], c]\n---\n", id="lists of lists"),
        pytest.param("---\ndate: [1, 2]\n---\n", id="list for a date"),
        pytest.param("---\ndate: 0001-01-01T00:00:00+14:00\n---\n", id="before the calendar"),
        pytest.param("+++\ndate = 9999-12-31T23:59:59-12:00\n+++\n", id="after the calendar"),
    ],
)
def test_front_matter_that_nobody_can_use_costs_no_more_than_itself(tmp_path: Path, front: str) -> None:
    read = document(tmp_path / "a.md", f"{front}The ministers met.\n")
    assert read.notes[0].startswith(f"{tmp_path / 'a.md'}: ")
    assert read.notes[0].endswith("Mend it; the article was read without it.")
    assert read.metadata == Metadata()
    assert read.text[read.body_start :] == "The ministers met.\n"


def test_metadata_can_always_be_stored(tmp_path: Path) -> None:
    read = document(tmp_path / "a.md", '---\ntitle: "half \\ud800 a pair"\nauthor: {name: Ada}\n---\nText.\n')
    assert (read.metadata.title, read.metadata.author) == ("half ? a pair", "Ada")


def test_what_stands_between_two_rules_far_apart_is_text(tmp_path: Path) -> None:
    assert document(tmp_path / "a.md", "---\n" + "The ministers met.\n" * 5000 + "---\n").body_start == 0


def test_a_rule_between_paragraphs_is_no_front_matter(tmp_path: Path) -> None:
    assert document(tmp_path / "a.md", "---\nOnly a rule above.\n---\nText.\n").body_start == 0


def test_a_web_page_gives_its_text_and_meta_tags_without_comments(tmp_path: Path) -> None:
    read = document(tmp_path / "a.html", PAGE)
    assert "first such meeting" in read.text
    assert "harbour on 1 March" not in read.text
    assert read.metadata.published == date(2024, 3, 5)
    assert read.metadata.outlet == "The Harbour Post"


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="no article text"):
        document(tmp_path / "a.html", "<html><body></body></html>")


def test_articles_toml_wins_over_the_file_itself(tmp_path: Path) -> None:
    (tmp_path / "articles.toml").write_text('["a.md"]\npublished = 2024-03-06T08:30:00Z\noutlet = "Gazette"\n')
    beside = folder_metadata(tmp_path).tables["a.md"]
    read = document(tmp_path / "a.md", "---\ntitle: Kept\ndate: 2024-03-05\noutlet: Lost\n---\nText.\n", beside)
    assert read.metadata == Metadata(
        title="Kept",
        outlet="Gazette",
        published=datetime(2024, 3, 6, 8, 30, tzinfo=UTC),
        published_from="articles.toml",
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param('["a.txt"\n', "no valid TOML", id="broken syntax"),
        pytest.param('["a.txt"]\npublished = "last week"\n', "no date", id="no date"),
        pytest.param('["a.txt"]\npublisher = "X"\n', "unknown key", id="unknown key"),
        pytest.param("published = 2024-01-01\n", "outside a table", id="no table"),
        pytest.param('["a.txt"]\ntitle = ' + "9" * 6000, "no valid TOML", id="endless number"),
        pytest.param('["a.txt"]\ntitle = 0x' + "f" * 9000, "no text", id="endless number in hexadecimals"),
        pytest.param('["a.txt"]\ntitle = ' + "[" * 9000, "too deeply", id="deep nesting"),
        pytest.param('["a.txt"]\npublished = 0001-01-01T00:00:00+14:00', "year", id="before the calendar"),
        pytest.param("#" * (LARGEST + 1), "limit", id="too long"),
    ],
)
def test_a_broken_articles_toml_is_one_sentence(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "articles.toml").write_text(content)
    read = folder_metadata(tmp_path)
    assert not read.tables
    assert says in read.problem
    assert str(tmp_path / "articles.toml") in read.problem


def test_an_articles_toml_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "articles.toml")
    assert "articles.toml" in folder_metadata(tmp_path).problem


def test_a_file_that_is_too_long_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UnreadableArticle, match=r"huge\.txt: is 8 MB long"):
        read_bytes(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="holds no text"):
        document(tmp_path / "a.txt", "\ufeff \n\n")


def test_articles_are_found_once_in_path_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.pdf", ".hidden.txt", "sub/d.htm", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = list(find_articles([tmp_path, tmp_path / "sub"]))
    assert [f.relative for f in found] == ["a.md", "b.txt", "sub/d.htm"]
    assert {f.root for f in found} == {tmp_path.resolve()}


def test_a_link_to_itself_and_a_name_without_end_are_named(tmp_path: Path) -> None:
    (tmp_path / "itself").symlink_to("itself")
    for path in (tmp_path / "itself", tmp_path / ("x" * 5000)):
        with pytest.raises(BadFolder, match="cannot be followed"):
            list(find_articles([path]))


def test_a_name_that_is_not_utf_8_is_shown_byte_by_byte() -> None:
    assert printable(Path(os.fsdecode(b"caf\xe9.txt"))) == "caf\\xe9.txt"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadFolder, match="no folder"):
        list(find_articles([tmp_path / "nowhere"]))
