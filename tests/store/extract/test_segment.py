"""What of a document is the article, and when it was published."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.segment import open_article
from store.model.article import Article, Document, Metadata

BODY = "The ministers of both islands said on Tuesday that they would meet again before the end of the year."


def article(text: str, **metadata: object) -> Article:
    return open_article("a", Document(path="a.txt", text=text, metadata=Metadata(**metadata)))  # type: ignore[arg-type]


def kinds(read: Article) -> list[tuple[str, str]]:
    return [(s.role or s.kind, s.span.of(read.text)) for s in read.segments]


def test_headline_dateline_and_body_are_told_apart() -> None:
    read = article(f"Ministers to meet again\n\nLONDON, April 3, 1997 (AFP)\n\n{BODY}\n")
    assert kinds(read) == [
        ("headline", "Ministers to meet again"),
        ("dateline", "LONDON, April 3, 1997 (AFP)"),
        ("body", BODY),
    ]
    assert (read.anchor.bound, read.anchor.basis, read.anchor.day) == ("exact", "dateline", date(1997, 4, 3))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("MAR DEL PLATA, Argentina, Nov. 3 , 2005 (Xinhua) -- ", id="two words and a country"),
        pytest.param("GENEVA, 3 November 2005 (Reuters) - ", id="day first"),
        pytest.param("Rabat, Morocco, November 3, 2005 (Desk) – ", id="not in capitals"),
    ],
)
def test_a_dateline_may_open_the_first_paragraph(line: str) -> None:
    read = article(f"Ministers to meet again\n\n{line}{BODY}\n\n{BODY}\n")
    assert [kind for kind, _ in kinds(read)] == ["headline", "dateline", "body", "body"]
    assert read.anchor.day == date(2005, 11, 3)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Lusaka, May 8 - ", id="city, day and dash"),
        pytest.param("Brasilia, Sept. 16: ", id="city, day and colon"),
        pytest.param("Port Moresby, 5 Feb. 1998 (Post-Courier) - ", id="short month and agency"),
        pytest.param("Quito: ", id="city and colon"),
        pytest.param("NEW DELHI: ", id="capitals and colon"),
        pytest.param("Tunis, Tunisia - ", id="city, state and dash"),
        pytest.param("Bamako, June 20, AMAP - ", id="agency without brackets"),
        pytest.param("PRAIA, Cape Verde (August 22, 2004 - PANA) - ", id="day and agency in brackets"),
        pytest.param("May 18 (AFP) - ", id="day and agency alone"),
    ],
)
def test_datelines_of_many_agencies(line: str) -> None:
    read = article(f"Ministers to meet again\n\n{line}{BODY}\n\n{BODY}\n")
    assert [kind for kind, _ in kinds(read)] == ["headline", "dateline", "body", "body"]
    assert kinds(read)[1][1] == line.strip()


@pytest.mark.parametrize("line", ["Minister: ", "Exclusive - ", "Ann Lee: "])
def test_who_speaks_is_no_dateline(line: str) -> None:
    read = article(f"Ministers to meet again\n\n{line}{BODY}\n\n{BODY}\n")
    assert "dateline" not in dict(kinds(read))


def test_a_sentence_in_capitals_is_no_dateline() -> None:
    read = article(f"Ministers to meet again\n\nNATO and EU ministers said they agreed. {BODY}\n\n{BODY}\n")
    assert "dateline" not in dict(kinds(read))


def test_comments_and_forms_are_furniture_and_bound_the_day() -> None:
    read = article(
        f"Ministers to meet again\n\n{BODY}\n\n2 thoughts on “Ministers to meet again”\n\n"
        "  • January 4, 2020 at 9:15 am\n\n    A fine thing. It took place on 1 January 2019, I am told by my aunt.\n\n"
        "  • January 3, 2020 at 11:45 pm\n\n    First!\n\nLeave a Reply\n\nRequired fields are marked *\n"
    )
    furniture = [s for s in read.segments if s.kind == "furniture"]
    assert {s.role for s in furniture} == {"comment", "form"}
    assert read.anchor.bound == "no later than"
    assert read.anchor.basis == "comment"
    assert read.anchor.moment == datetime(2020, 1, 3, 23, 45)
    assert read.anchor.day == date(2020, 1, 3)


def test_a_disclosure_is_a_note_and_names_no_outlet() -> None:
    disclosure = "The Courier is a broadcaster that is funded by the ministry of one of the islands."
    read = article(f"Ministers to meet again\n\n{BODY}\n\n{BODY}\n\n{disclosure}\n")
    assert kinds(read)[-1] == ("disclosure", disclosure)
    assert read.notes == (disclosure,)
    assert read.outlet == ""


def test_metadata_wins_over_a_dateline() -> None:
    read = article(
        f"LONDON, April 3, 1997 (AFP)\n\n{BODY}\n", published=date(1997, 4, 4), published_from="front matter"
    )
    assert (read.anchor.basis, read.anchor.day) == ("metadata", date(1997, 4, 4))
    assert read.anchor.why == "published 4 Apr 1997 by front matter"


def test_a_text_that_says_no_day_has_no_anchor() -> None:
    assert article(f"Ministers to meet again\n\n{BODY}\n").anchor.bound == "none"


def test_a_heading_between_paragraphs_is_no_evidence_of_its_own() -> None:
    read = article(f"Ministers to meet again\n\n{BODY}\n\nWhat comes next\n\n{BODY}\n")
    assert kinds(read)[2] == ("subheading", "What comes next")
    assert read.segments[2].kind == "headline"


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "The ministers of both islands\nsaid that they would meet\nagain before Christmas."
    assert kinds(article(f"Ministers to meet again\n\n{wrapped}\n\n{wrapped}\n"))[1] == ("body", wrapped)


def test_a_text_in_another_language_is_shown_but_not_mined() -> None:
    read = article("Die Minister beider Inseln sagten am Dienstag, dass sie sich noch vor Weihnachten treffen. " * 8)
    assert not read.mined()
    assert "does not read as English" in read.notes[0]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("两国外长将于星期五在维也纳举行会谈,外交部周一表示。", id="Chinese, without spaces"),
        pytest.param("Министры встретятся в пятницу, сообщило министерство.", id="Russian"),
        pytest.param("سيجتمع الوزيران يوم الجمعة، حسبما ذكرت الوزارة.", id="Arabic"),
    ],
)
def test_a_text_in_another_script_is_shown_but_not_mined(words: str) -> None:
    assert not article(f"{words}\n\n" * 10).mined()


def test_markdown_headings_lose_their_marks() -> None:
    assert kinds(article(f"# Ministers to meet again\n\n{BODY}\n"))[0] == ("headline", "Ministers to meet again")


@given(st.text(max_size=400))
def test_any_text_is_cut_into_segments_in_order(text: str) -> None:
    read = article(text)
    ends = 0
    for segment in read.segments:
        assert ends <= segment.span.start < segment.span.end <= len(text)
        ends = segment.span.end
    outside = set(range(len(text))) - {i for s in read.segments for i in range(*s.span)}
    assert all(text[i].isspace() or text[i] in "\ufeff#" for i in outside)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Ministers to meet again\n\nMarch 3, 2024", id="a day alone"),
        pytest.param("Ministers to meet again\n\nBy Ada Lind / 3 March 2024", id="author and day"),
        pytest.param("Ministers to meet again\nBy Ada Lind\nSunday, 3 March 2024 14:20 GMT", id="under the headline"),
        pytest.param("Ministers to meet again\n\nBy Ada Lind, Lund\n\nPublished: March 3, 2024", id="published"),
        pytest.param("3 March 2024\n\nMinisters to meet again", id="above the headline"),
    ],
)
def test_a_line_with_the_full_day_at_the_head_tells_when_it_was_published(head: str) -> None:
    read = article(f"{head}\n\n{BODY}\n")
    assert (read.anchor.day, read.anchor.bound) == (date(2024, 3, 3), "exact")
    assert read.title == "Ministers to meet again"
    assert [s.kind for s in read.segments if s.kind != "furniture"] == ["headline", "body"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By March 3, 2024 the ministers want to have met", id="a deadline"),
        pytest.param("The ministers met on March 3, 2024", id="a sentence"),
        pytest.param("Updated March 3, 2024", id="a later change"),
        pytest.param("March 3", id="no year"),
    ],
)
def test_a_line_that_tells_something_else_gives_no_day(line: str) -> None:
    assert article(f"Ministers to meet again\n\n{line}\n\n{BODY}\n").anchor.bound != "exact"
