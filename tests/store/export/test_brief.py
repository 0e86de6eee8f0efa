from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.export.brief import Reports, brief, claims_brief
from store.export.brief.statements import MOST_STATEMENTS
from store.export.choices import Form, Kind, export_of
from store.export.selection import Selection
from store.model.claims import Conflict, Side, Talk
from store.model.views import ArticleRow, ClaimFilter
from store.reader import Reader
from store.writer import Writer
from tests.store.builders import a_claim, a_start, a_statement, a_talk, an_article, evidence
from tests.store.export.stories import DENIAL, a_story

ARTICLE = an_article("gull", "They meet on the ninth. They meet on the tenth. All is well.")
NINTH = evidence(1, ARTICLE, a_statement(ARTICLE, "They meet on the ninth"), "Ada Lind", "Ada Lind")
TENTH = evidence(1, ARTICLE, a_statement(ARTICLE, "They meet on the tenth"))
NOTHING = Reports(articles=(), verdicts={})


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return a_story(tmp_path)


def written(reader: Reader, selection: Selection | None = None, kind: Kind = "talks", form: Form = "markdown") -> str:
    return export_of(kind, form).write(reader, selection or Selection(), str).text


def row(**known: str) -> ArticleRow:
    parts = {"name": "gull", "title": "", "outlet": "", "day": "", "bound": "none", "basis": "none", "why": "", **known}
    return ArticleRow(id=1, facts=0, **parts)


def test_a_disputed_date_shows_every_day_with_its_origin_and_its_quote(reader: Reader) -> None:
    text = written(reader)
    assert "### Fishing talks, Oslo" in text
    assert "- **Starts:** disputed\n  - Sun 9 Jun 2019 — 1 origin in 1 report: Ada Lind (quote 1)\n" in text
    assert "  - Mon 10 Jun 2019 — no source named, 1 report (quote 2)\n" in text
    assert "- **Place:** Oslo — 1 origin in 2 reports: Ada Lind (quote 1)\n" in text
    assert (
        "1. Ada Lind: “Talks open on the ninth” — The Gull, Kari Lund, “Talks to open”, 1 Apr 2019, "
        "https\\://gull.test/early\n"
    ) in text
    assert "2. “Talks open on the tenth” — “Talks open on the te”, undated, late.txt\n" in text


def test_conflicts_show_the_quotes_of_both_sides(reader: Reader) -> None:
    for kind in ("talks", "conflicts"):
        text = written(reader, kind=kind)
        assert "### Denial: Bo Vik: boats" in text
        assert (
            "**boats** — 1 origin in 1 report: Bo Vik\n\n- “Bo pledged 3\\*4 \\<b\\>boats\\</b\\>” — The Gull" in text
        )
        assert "**no boats** — 1 origin in 1 report: Bo Vik\n\n- Bo Vik: “Bo denied any pledge” — " in text


def test_key_statements_stand_under_their_speaker_and_plain_ones_only_among_all(reader: Reader) -> None:
    text = written(reader)
    assert "## Key statements\n\n### Bo Vik\n\n- **pledge**: “Bo pledged" in text
    assert "- **deny**: “Bo denied any pledge” — “Talks" in text
    assert "It rained" not in text
    assert "### No speaker named\n\n- **say**: “It rained”" in written(reader, kind="claims")


def test_only_what_was_out_by_then_is_told(reader: Reader) -> None:
    text = written(reader, Selection(as_of=datetime(2019, 3, 1, tzinfo=UTC)))
    assert "as of Fri 1 Mar 2019 00:00 UTC" in text
    assert "From 1 report," in text
    assert "- **Starts:** Mon 10 Jun 2019" in text
    assert "The reports do not disagree." in text
    assert "The Gull" not in text


def test_a_filter_narrows_the_statements_and_is_told(reader: Reader) -> None:
    text = written(reader, Selection(narrowed=ClaimFilter(kinds=("deny",), words="pledge")))
    assert "Only kind deny; words pledge." in text
    assert "- **deny**" in text
    assert "- **pledge**" not in text


def test_a_persons_verdict_stands_behind_the_quote(reader: Reader) -> None:
    with Writer(reader.path) as writer:
        writer.review(DENIAL.key, "reject", by="Kim")
    assert "undated, late.txt (review: rejected)" in written(reader)


def test_every_source_that_is_quoted_is_listed_once(reader: Reader) -> None:
    sources = written(reader).split("## Sources\n")[1]
    assert sources.count("The Gull, Kari Lund") == 1
    assert "https\\://gull.test/early, early.txt. Date: published" in sources
    assert "## Sources" in written(reader, Selection(narrowed=ClaimFilter(words="boats")), "claims")
    assert "late.txt" not in written(reader, Selection(narrowed=ClaimFilter(words="boats")), "claims")


def test_what_a_later_report_changed_is_told_apart() -> None:
    talk = a_talk("t", a_start("2019-06-10", TENTH), a_start("2019-06-09", NINTH, superseded=True))
    text = brief([talk], [], [], Reports(articles=[row()], verdicts={}))
    assert "- **Starts:** Mon 10 Jun 2019" in text
    assert "- **Changed by a later report:**\n  - starts: Sun 9 Jun 2019 — 1 origin in 1 report: Ada Lind" in text


def test_an_assumed_and_a_less_exact_date_say_so() -> None:
    assumed = replace(a_start("2019-06-10", TENTH), assumed=True, why="10 Jun: 'the tenth'")
    implied = replace(a_start("2019-06", NINTH), implied=True)
    text = brief([replace(a_talk("t", assumed, implied), disputed=())], [], [], NOTHING)
    assert "- **Starts:** Mon 10 Jun 2019, assumed (10 Jun: 'the tenth') — " in text
    assert "  - less exactly: Jun 2019 — " in text


def test_a_talk_without_a_date_and_an_empty_story_have_their_words() -> None:
    assert "- **Starts:** no date given" in brief([a_talk("t")], [], [], NOTHING)
    empty = brief([], [], [], NOTHING)
    for words in ("No report announces talks.", "The reports do not disagree.", "No statements.", "From 0 reports."):
        assert words in empty


def test_a_speaker_with_very_much_to_say_is_cut_short_and_it_is_said() -> None:
    claims = [a_claim(f"{n}", NINTH, kind="pledge", who="Bo") for n in range(MOST_STATEMENTS + 2)]
    widely = a_claim("widely", NINTH, TENTH, kind="warn", who="Bo")
    text = brief([], [], [*claims, replace(widely, articles=("a", "b"))], NOTHING)
    assert text.count("- **pledge**") == MOST_STATEMENTS - 1
    assert "- **warn**" in text
    assert "- 3 more not listed." in text
    assert claims_brief(claims, NOTHING).count("- **pledge**") == len(claims)


def test_events_and_meetings_stand_apart_from_statements() -> None:
    event = a_claim("They met in Bergen", NINTH, kind="event", when="2019-05", where="Bergen")
    meeting = a_claim("Fishing talks", TENTH, kind="meeting", when="XXXX-06-09")
    text = claims_brief([event, meeting], NOTHING)
    assert "## Events\n\n- **They met in Bergen**, Bergen, May 2019: Ada Lind: “They meet on the ninth”" in text
    assert "## Meetings announced\n\n- **Fishing talks**, 9 Jun, year unknown: “They" in text


MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})
OWN = {"text", "softbreak", "strong_open", "strong_close"}


@given(st.text(min_size=1) | st.text(alphabet="-+=#>*_`~|[]()<>!&:;./\\ \n\t01awx", min_size=1))
def test_no_text_of_an_article_becomes_markup(text: str) -> None:
    passage = replace(NINTH, quote=text, speaker=text)
    talk: Talk = replace(
        a_talk("t", replace(a_start(text, passage), origins=(text,), why=text, assumed=True)), title=text, zone=text
    )
    side = Side(value=text, origins=(text,), evidence=(passage,))
    conflict = Conflict(id="c", kind="wording", subject=text, cause=text, sides=(side, side))
    claim = a_claim(text, passage, kind="pledge", who=text)
    reports = Reports(articles=[row(title=text, outlet=text, author=text, url=text, why=text)], verdicts={})
    tokens = MARKDOWN.parse(brief([talk], [conflict], [claim], reports))
    assert {child.type for token in tokens for child in token.children or ()} <= OWN
    assert sum(token.type == "heading_open" for token in tokens) == 8
    assert not {"html_block", "fence", "code_block", "hr", "table_open", "blockquote_open"} & {t.type for t in tokens}
