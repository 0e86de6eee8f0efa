from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.clock import StoppedClock
from store.db import claim_rows
from store.db.claim_windows import Part, filters, order_of
from store.db.connect import open_for_reading
from store.db.full_text import match_query
from store.db.migrations import NEVER
from store.db.soonest import soonest_parts, soonest_values
from store.model.claims import Conflict, Side
from store.model.reports import Comparison
from store.model.spans import Span
from store.model.views import ClaimFilter, ClaimOrder, News
from store.reader import Reader
from store.writer import Writer
from tests.store.builders import (
    a_claim,
    a_start,
    a_statement,
    a_talk,
    an_article,
    evidence,
    published_on,
    save,
)

EVERYTHING = ClaimFilter()
ORDERS: tuple[ClaimOrder, ...] = get_args(ClaimOrder)

EARLY = an_article("early", "Ada said the cod is scarce. Bo denied it.", published_on("2019-04-01"), "The Gull")
LATE = an_article("late", "Cod is scarce, Ada said. Quotas stay.", published_on("2019-05-01"), "The Tern")
UNDATED = an_article("undated", "Nobody knows when the herring left.")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def reader(db: Path) -> Reader:
    """Three articles; a claim of two of them, one of the late one, one of the undated one."""
    ada, bo = a_statement(EARLY, "the cod is scarce"), a_statement(EARLY, "Bo denied it", who="Bo", act="deny")
    again, stay = a_statement(LATE, "Cod is scarce"), a_statement(LATE, "Quotas stay", who="", where="Oslo")
    herring = a_statement(UNDATED, "the herring left")
    with Writer(db) as writer:
        early, late = save(writer, EARLY, ada, bo), save(writer, LATE, again, stay)
        undated = save(writer, UNDATED, herring)
        e_ada = evidence(early, EARLY, ada, "Ada Lind", "Ada Lind")
        e_again = evidence(late, LATE, again, "Ministry", "Ada Lind")
        e_bo = evidence(early, EARLY, bo, "Bo", "Bo")
        e_stay = evidence(late, LATE, stay)
        e_herring = evidence(undated, UNDATED, herring)
        writer.save_comparison(
            Comparison(
                claims=(
                    a_claim("scarce", e_ada, e_again, who="Ada Lind", when="2019-04-02", where="Bergen"),
                    a_claim("denied", e_bo, kind="deny", who="Bo", when="2019-W14"),
                    a_claim("quotas", e_stay, where="Oslo", when="2019-05"),
                    a_claim("herring", e_herring, when="XXXX-06-01"),
                ),
                talks=(
                    a_talk("t-2", a_start("2019-06-02", e_stay)),
                    a_talk("t-1", a_start("2019-06-01", e_ada, superseded=True), a_start("2019-06-09", e_again)),
                    a_talk("t-0", a_start("2019-W23", e_herring)),
                ),
                conflicts=(
                    Conflict(
                        id="c",
                        kind="denial",
                        subject="cod",
                        cause="denial",
                        sides=(
                            Side(value="no", origins=("Bo",), evidence=(e_bo,)),
                            Side(value="yes", origins=("Ministry",), evidence=(e_again,)),
                        ),
                    ),
                ),
            )
        )
    return Reader(db)


APRIL = datetime(2019, 4, 15, tzinfo=UTC)
BEFORE = datetime(2019, 1, 1, tzinfo=UTC)


def ids(
    reader: Reader, order: ClaimOrder = "text", *, descending: bool = False, narrowed: ClaimFilter = EVERYTHING
) -> list[str]:
    return [row.id for row in reader.claim_rows(narrowed, order, descending, 0, 100)]


def test_articles_come_newest_first_and_undated_last(reader: Reader) -> None:
    assert [row.name for row in reader.article_rows(0, 10)] == ["late", "early", "undated"]
    assert [row.name for row in reader.article_rows(1, 1)] == ["early"]
    assert [row.facts for row in reader.article_rows(0, 10)] == [2, 2, 1]


def test_counts_and_the_newest_publication_at_noon(reader: Reader) -> None:
    counts = reader.counts()
    assert (counts.articles, counts.claims, counts.talks, counts.conflicts) == (3, 4, 3, 1)
    assert counts.newest == datetime(2019, 5, 1, 12, tzinfo=UTC)
    then = reader.counts(APRIL)
    assert (then.articles, then.claims, then.talks, then.conflicts) == (2, 3, 2, 0)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param("when", ["denied", "scarce", "quotas", "herring"], id="a week by its first day, no year last"),
        pytest.param("kind", ["denied", "scarce", "quotas", "herring"], id="ties in text order"),
        pytest.param("who", ["scarce", "denied", "quotas", "herring"], id="blanks last"),
        pytest.param("where", ["scarce", "quotas", "denied", "herring"], id="places"),
        pytest.param("text", ["scarce", "denied", "quotas", "herring"], id="as published and written"),
    ],
)
def test_claims_are_sorted_by_any_column(reader: Reader, order: ClaimOrder, expected: list[str]) -> None:
    assert ids(reader, order) == expected


WHENS = {
    "next month": ("meeting", "2019-05"),
    "today": ("meeting", "2019-04-03T09:00"),
    "tomorrow": ("meeting", "2019-04-04"),
    "this week": ("meeting", "2019-W14"),
    "this year": ("meeting", "2019"),
    "foreseen": ("event", "2019-04-20"),
    "told today": ("say", "2019-04-03"),
    "yesterday": ("say", "2019-04-02"),
    "this week too": ("event", "2019-W14"),
    "last month": ("meeting", "2019-03"),
    "no year": ("meeting", "XXXX-01-10"),
    "no time": ("say", ""),
}


@pytest.fixture
def times(reader: Reader, db: Path) -> Reader:
    """A claim for every relation to 3 April 2019, a Wednesday."""
    with Writer(db) as writer:
        article = an_article("times", "It says so.", published_on("2019-04-03"))
        fact = a_statement(article, "says so")
        passage = evidence(save(writer, article, fact), article, fact)
        claims = [a_claim(name, passage, kind=kind, when=when) for name, (kind, when) in WHENS.items()]
        writer.save_comparison(Comparison(claims=tuple(claims)))
    return reader


COMING = ["today", "tomorrow", "foreseen", "next month"]
RUNNING = ["this year", "this week"]
PAST = ["told today", "yesterday", "this week too", "last month"]


def test_what_comes_soonest_is_first_and_of_what_is_past_the_latest(times: Reader) -> None:
    rows = times.claim_rows(EVERYTHING, "soonest", False, 0, 100, None, date(2019, 4, 3))
    assert [row.id for row in rows] == [*COMING, *RUNNING, *PAST, "no year", "no time"]


def test_the_other_way_round_the_oldest_is_first_and_what_has_no_day_still_last(times: Reader) -> None:
    rows = times.claim_rows(EVERYTHING, "soonest", True, 0, 100, None, date(2019, 4, 3))
    assert [row.id for row in rows] == [*PAST[::-1], *RUNNING[::-1], *COMING[::-1], "no year", "no time"]


@pytest.mark.parametrize("today", [date.min, date(2019, 1, 1), date(2019, 4, 7), date(2019, 12, 31), date.max])
def test_every_claim_has_its_place_on_any_day(times: Reader, today: date) -> None:
    rows = times.claim_rows(EVERYTHING, "soonest", False, 0, 100, None, today)
    assert {row.id for row in rows} == set(WHENS)
    found = [times.claim_position(row.id, EVERYTHING, "soonest", False, None, today) for row in rows]
    assert found == list(range(len(WHENS)))


def test_blanks_stay_last_when_the_order_is_turned(reader: Reader) -> None:
    assert ids(reader, "who", descending=True) == ["denied", "scarce", "quotas", "herring"]
    assert ids(reader, "articles", descending=True)[0] == "scarce"


@pytest.mark.parametrize("as_of", [None, APRIL, BEFORE])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", ORDERS)
def test_a_claims_position_is_its_index_in_the_window(
    reader: Reader, order: ClaimOrder, descending: bool, as_of: datetime | None
) -> None:
    today = date(2019, 4, 3)
    rows = reader.claim_rows(EVERYTHING, order, descending, 0, 100, as_of, today)
    assert len(rows) == reader.claim_count(EVERYTHING, as_of)
    found = [reader.claim_position(row.id, EVERYTHING, order, descending, as_of, today) for row in rows]
    assert found == list(range(len(rows)))
    windows = [reader.claim_rows(EVERYTHING, order, descending, i, 1, as_of, today) for i in range(len(rows))]
    assert [row for window in windows for row in window] == rows


def test_a_claim_that_the_filter_leaves_out_has_no_position(reader: Reader) -> None:
    assert reader.claim_position("scarce", ClaimFilter(kinds=("deny",)), "when", False) is None
    assert reader.claim_position("nothing", EVERYTHING, "when", False) is None


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        pytest.param(ClaimFilter(kinds=("deny",)), ["denied"], id="kind"),
        pytest.param(ClaimFilter(speakers=("Bo", "Ada Lind")), ["scarce", "denied"], id="speakers are alternatives"),
        pytest.param(ClaimFilter(outlets=("The Tern",)), ["scarce", "quotas"], id="outlet"),
        pytest.param(ClaimFilter(outlets=("undated",)), ["herring"], id="without an outlet the name serves"),
        pytest.param(ClaimFilter(places=("Oslo",)), ["quotas"], id="place"),
        pytest.param(ClaimFilter(words="scarc"), ["scarce"], id="words as typed"),
        pytest.param(ClaimFilter(words='"cod is'), ["scarce"], id="phrase not yet closed"),
        pytest.param(ClaimFilter(words="'; drop table"), [], id="no match"),
        pytest.param(ClaimFilter(words="?!"), [], id="nothing to look for finds nothing"),
        pytest.param(ClaimFilter(kinds=("say",), outlets=("The Gull",)), ["scarce"], id="fields narrow together"),
    ],
)
def test_filters_narrow(reader: Reader, narrowed: ClaimFilter, expected: list[str]) -> None:
    assert ids(reader, narrowed=narrowed) == expected
    assert reader.claim_count(narrowed) == len(expected)


def test_an_articles_claims_come_in_the_order_of_its_text(reader: Reader) -> None:
    late = reader.article_id("late")
    assert ids(reader, narrowed=ClaimFilter(article=late)) == ["scarce", "quotas"]
    assert ids(reader, descending=True, narrowed=ClaimFilter(article=late)) == ["quotas", "scarce"]


def test_earlier_only_what_was_out_counts(reader: Reader) -> None:
    rows = {row.id: row for row in reader.claim_rows(EVERYTHING, "text", False, 0, 10, APRIL)}
    assert set(rows) == {"scarce", "denied", "herring"}
    assert (rows["scarce"].articles, rows["scarce"].origins) == (("early",), 1)
    now = {row.id: row for row in reader.claim_rows(EVERYTHING, "text", False, 0, 10)}
    assert (now["scarce"].articles, now["scarce"].origins) == (("early", "late"), 2)
    claim = reader.claim("scarce", APRIL)
    assert claim is not None
    assert (claim.articles, claim.origins) == (("early",), ("Ada Lind",))


def test_undated_articles_always_show(reader: Reader) -> None:
    assert [row.name for row in reader.article_rows(0, 10, BEFORE)] == ["undated"]
    assert [claim.id for claim in reader.claims(BEFORE)] == ["herring"]


def test_talks_come_earliest_first(reader: Reader) -> None:
    assert [talk.id for talk in reader.talks()] == ["t-2", "t-0", "t-1"]


def test_a_date_that_a_later_report_changed_stands_before_it(reader: Reader) -> None:
    (then,) = [talk for talk in reader.talks(APRIL) if talk.id == "t-1"]
    assert then.start == "2019-06-01"
    assert [claim.superseded for claim in then.claims] == [False]
    (now,) = [talk for talk in reader.talks() if talk.id == "t-1"]
    assert now.start == "2019-06-09"


def test_a_conflict_needs_both_sides(reader: Reader) -> None:
    assert [conflict.id for conflict in reader.conflicts()] == ["c"]
    assert reader.conflicts(APRIL) == []


def test_choices_count_claims(reader: Reader) -> None:
    choices = reader.choices()
    assert choices["kinds"] == [("say", 3), ("deny", 1)]
    assert choices["outlets"] == [("The Gull", 2), ("The Tern", 2), ("undated", 1)]
    assert choices["places"] == [("Bergen", 1), ("Oslo", 1)]
    assert reader.choices(APRIL)["kinds"] == [("say", 2), ("deny", 1)]


def test_a_fact_leads_to_its_claim_and_back(reader: Reader) -> None:
    early = reader.article_id("early")
    assert early is not None
    fact = reader.fact_rows(early)[0]
    assert fact.claim == "scarce"
    assert reader.claim_of(fact.key) == "scarce"
    claim = reader.claim("scarce")
    assert claim is not None
    assert fact.key in {passage.fact for passage in claim.evidence}


def test_search_finds_facts_and_other_places_and_lights_the_words(reader: Reader) -> None:
    hits = reader.search("scarce", 10)
    assert {hit.claim for hit in hits} == {"scarce"}
    assert all(hit.marks[0].of(hit.excerpt).lower() == "scarce" for hit in hits)
    (hit,) = reader.search("knows", 10)
    assert (hit.article, hit.claim) == ("undated", "")
    assert hit.span.of(UNDATED.text) == "knows"
    assert [word.of(UNDATED.text) for word in hit.words] == ["knows"]


def test_the_words_of_a_fact_are_found_in_its_article_and_told_once(reader: Reader) -> None:
    hits = reader.search("scarce", 10)
    texts = {article.name: article.text for article in (EARLY, LATE, UNDATED)}
    for hit in hits:
        assert [word.of(texts[hit.article]).lower() for word in hit.words] == ["scarce"]
    assert len({(hit.article, hit.words) for hit in hits}) == len(hits)


def test_search_stops_at_its_limit_and_at_its_time(reader: Reader) -> None:
    assert len(reader.search("scarce", 1)) == 1
    assert {hit.article for hit in reader.search("scarce", 10, APRIL)} == {"early"}


def test_a_short_word_is_not_taken_for_a_beginning_before_the_last(reader: Reader) -> None:
    assert match_query("us troops") == '"us" "troops"*'
    assert match_query("talks us") == '"talks"* "us"*'
    assert reader.search("co scarce", 10) == []
    assert reader.search("scarce co", 10) != []


@given(words=st.text())
def test_any_text_is_a_legal_query(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    path = tmp_path_factory.getbasetemp() / "queries.db"
    if not path.exists():
        with Writer(path) as writer:
            save(writer, EARLY, a_statement(EARLY, "the cod is scarce"))
    with Reader(path) as reader:
        for hit in reader.search(words, 5):
            assert all(0 <= mark.start <= mark.end <= len(hit.excerpt) for mark in hit.marks)
        assert reader.claim_count(ClaimFilter(words=words)) == 0


def test_hits_stand_where_they_say_whatever_the_text(db: Path) -> None:
    text = "\ufeffÉlan \x1b[31m<b> \U0001f600 vital,\r\n" + "x " * 400 + "élan again"
    with Writer(db) as writer:
        save(writer, an_article("odd", text))
    with Reader(db) as reader:
        assert [hit.span.of(text) for hit in reader.search("elan", 5)] == ["Élan", "élan"]


def test_what_came_since_the_last_look_is_new(db: Path) -> None:
    one, two = a_statement(EARLY, "the cod is scarce"), a_statement(LATE, "Quotas stay")
    with Writer(db) as writer, Reader(db) as reader:
        early = save(writer, EARLY, one)
        old = a_claim("old", evidence(early, EARLY, one))
        writer.save_comparison(Comparison(claims=(old,)))
        assert [row.new for row in reader.claim_rows(EVERYTHING, "text", False, 0, 5)] == [False]
        writer.mark_seen(reader.version())
        late = save(writer, LATE, two)
        save(writer, EARLY, one)
        writer.save_comparison(Comparison(claims=(old, a_claim("fresh", evidence(late, LATE, two)))))
        rows = reader.claim_rows(EVERYTHING, "text", False, 0, 5)
        assert {row.id: row.new for row in rows} == {"old": False, "fresh": True}
        assert [row.id for row in reader.claim_rows(ClaimFilter(new=True), "text", False, 0, 5)] == ["fresh"]
        assert [row.id for row in reader.claim_rows(ClaimFilter(new=True), "soonest", False, 0, 5)] == ["fresh"]
        assert reader.claim_count(ClaimFilter(new=True, kinds=("deny",))) == 0
        assert reader.news()[:3] == (1, 1, True)


def test_where_nobody_has_looked_yet_nothing_is_new_and_then_all_that_comes(db: Path) -> None:
    one = a_statement(EARLY, "the cod is scarce")
    with Writer(db, clock=StoppedClock(datetime(2019, 4, 1, 9, tzinfo=UTC))) as writer, Reader(db) as reader:
        early = save(writer, EARLY, one)
        writer.save_comparison(Comparison(claims=(a_claim("old", evidence(early, EARLY, one)),)))
        assert reader.news() == News()
        assert reader.claim_count(ClaimFilter(new=True)) == 0
        writer.mark_opened()
        assert reader.news() == News(0, 0, looked=True, at=datetime(2019, 4, 1, 9, tzinfo=UTC))
        save(writer, LATE, a_statement(LATE, "Quotas stay"))
        writer.mark_opened()
        assert reader.news().articles == 1, "what was seen is not seen anew by opening the store again"


def test_what_a_changed_article_no_longer_says_is_not_shown_until_compared_again(reader: Reader, db: Path) -> None:
    with Writer(db) as writer:
        save(writer, an_article("early", "All quiet.", published_on("2019-04-01")))
    assert "denied" not in ids(reader)
    assert ids(reader, "text") == ["scarce", "quotas", "herring"]
    claim = reader.claim("scarce")
    assert claim is not None
    assert claim.articles == ("late",)
    assert reader.conflicts() == []


def test_a_comparison_that_changes_nothing_changes_nothing(reader: Reader, db: Path) -> None:
    before, revisions = reader.version(), reader.talk_revisions()
    with Writer(db) as writer:
        writer.save_comparison(writer.comparison())
    assert (reader.version(), reader.talk_revisions()) == (before, revisions)


def test_a_talks_revision_moves_only_when_a_calendar_would_show_it(reader: Reader, db: Path) -> None:
    with Writer(db) as writer:
        before = writer.comparison()
        quoted = a_talk("t-2", a_start("2019-06-02", *before.talks[0].claims[0].evidence, *before.claims[3].evidence))
        writer.save_comparison(Comparison(talks=(quoted,)))
        assert reader.talk_revisions()["t-2"].sequence == 0
        moved = a_talk("t-2", a_start("2019-06-03", *before.talks[0].claims[0].evidence))
        writer.save_comparison(Comparison(talks=(moved,)))
        assert reader.talk_revisions()["t-2"].sequence == 1


def test_a_talks_stamp_moves_alone_where_only_the_words_of_its_dates_change(reader: Reader, db: Path) -> None:
    with Writer(db, clock=StoppedClock(datetime(2031, 1, 1, tzinfo=UTC))) as writer:
        before = writer.comparison()
        quoted = a_talk("t-2", a_start("2019-06-02", *before.talks[0].claims[0].evidence, *before.claims[3].evidence))
        assert reader.talk_revisions()["t-2"].changed < "2031"
        writer.save_comparison(Comparison(talks=(quoted,)))
        assert reader.talk_revisions()["t-2"] == (0, "2031-01-01T00:00:00+00:00")


def test_claims_come_whole_in_the_order_and_narrowness_of_their_rows(reader: Reader) -> None:
    for order in ORDERS:
        for narrowed in (EVERYTHING, ClaimFilter(kinds=("say",)), ClaimFilter(words="cod"), ClaimFilter(article=1)):
            for as_of in (None, APRIL, BEFORE):
                rows = reader.claim_rows(narrowed, order, True, 0, 100, as_of)
                found = reader.claims_matching(narrowed, order, True, as_of)
                assert [claim.id for claim in found] == [row.id for row in rows]
                assert [claim.articles for claim in found] == [row.articles for row in rows]


@pytest.fixture
def large(db: Path) -> Path:
    """10,000 claims over 100 articles."""
    claims = []
    with Writer(db) as writer:
        for number in range(100):
            article = an_article(f"n{number:03}", f"Report {number} says it.", published_on("2019-04-01"))
            fact = a_statement(article, "says it")
            passage = evidence(save(writer, article, fact), article, fact, "Ministry", f"S{number % 7}")
            claims += [
                a_claim(
                    f"{number:03}-{i:03}", passage, who=f"S{i % 7}", when=f"2019-{i % 12 + 1:02}-03" if i % 5 else ""
                )
                for i in range(100)
            ]
        writer.save_comparison(Comparison(claims=tuple(claims)))
    return db


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", ORDERS)
def test_windows_are_read_from_an_index_without_sorting(db: Path, order: ClaimOrder, descending: bool) -> None:
    Writer(db).close()
    where, values = filters(EVERYTHING, NEVER - 1)
    parts: Sequence[Part] = soonest_parts(descending=descending)
    if order != "soonest":
        parts = [Part("1", order_of(order, EVERYTHING, NEVER - 1, descending=descending))]
    opened = open_for_reading(db)
    for part in parts:
        window = f"{claim_rows.WINDOW} where {where} and {part.condition} order by {part.order.clause} limit 50"
        named = {**values, **soonest_values(date(2019, 4, 3))}
        plan = [row["detail"] for row in opened.query(f"explain query plan {window}", named)]
        assert any("USING INDEX claims_" in step for step in plan), plan
        assert not any("TEMP B-TREE" in step for step in plan), plan
    opened.close()


def test_a_window_of_ten_thousand_claims_is_a_window(large: Path) -> None:
    with Reader(large) as reader:
        assert reader.claim_count(EVERYTHING) == 10_000
        rows = reader.claim_rows(EVERYTHING, "when", False, 7_990, 20)
        assert [row.when for row in rows] == ["2019-12-03"] * 10 + [""] * 10
        assert reader.claim_position(rows[15].id, EVERYTHING, "when", False) == 8_005
        assert reader.claim_count(ClaimFilter(speakers=("S3",))) == 1400


def test_counting_and_listing_articles_use_indexes(db: Path) -> None:
    from store.db import articles

    Writer(db).close()
    opened = open_for_reading(db)
    plan = opened.query(f"explain query plan {articles.ROWS}", {"limit": 5, "offset": 0, "known": 0})
    assert not any("TEMP B-TREE" in row["detail"] for row in plan)
    plan = opened.query(f"explain query plan {claim_rows.COUNT}", {"known": 0})
    assert any("COVERING INDEX claims_known" in row["detail"] for row in plan)
    opened.close()


def test_facts_of_a_stretch_are_those_that_touch_it(reader: Reader) -> None:
    early = reader.article_id("early")
    assert early is not None
    facts = reader.fact_rows(early)
    first = facts[0].span
    assert reader.fact_rows(early, first) == [fact for fact in facts if fact.span.overlaps(first)]
    assert reader.fact_rows(early, Span(first.start - 1, first.start)) == []
