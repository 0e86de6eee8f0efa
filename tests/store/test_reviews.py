from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.clock import StoppedClock
from store.model.reports import Comparison
from store.model.reviews import Correction
from store.model.views import ClaimFilter
from store.reader import Reader
from store.writer import Writer
from tests.store.builders import a_claim, a_statement, an_article, evidence, save

ARTICLE = an_article("one", "Ada said the cod is scarce. Bo denied it.")
COD, DENIAL = a_statement(ARTICLE, "the cod is scarce"), a_statement(ARTICLE, "Bo denied it", act="deny")
NOON = StoppedClock(datetime(2019, 5, 1, 12, tzinfo=UTC))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with Writer(path) as writer:
        one = save(writer, ARTICLE, COD, DENIAL)
        both = a_claim("both", evidence(one, ARTICLE, COD), evidence(one, ARTICLE, DENIAL))
        writer.save_comparison(Comparison(claims=(both, a_claim("cod", evidence(one, ARTICLE, COD)))))
    return path


def verdicts(db: Path) -> dict[str, str]:
    with Reader(db) as reader:
        return {row.quote: row.review for row in reader.fact_rows(1) if row.review}


def test_a_verdict_is_logged_with_name_and_time(db: Path) -> None:
    with Writer(db, clock=NOON) as writer:
        writer.review(COD.key, "accept", by="Kim", note="checked")
    with Reader(db) as reader:
        (line,) = reader.review_log()
    assert (line.verdict, line.by, line.at, line.note) == ("accept", "Kim", "2019-05-01T12:00:00+00:00", "checked")
    assert (line.quote, line.article, line.in_force, line.orphaned) == ("the cod is scarce", "one", True, False)


def test_the_last_verdict_counts_and_a_note_is_none(db: Path) -> None:
    with Writer(db) as writer:
        writer.review(COD.key, "accept", by="Kim")
        writer.review(COD.key, "reject", by="Lee")
        writer.review(COD.key, "note", by="Lee", note="ask again")
    assert verdicts(db) == {"the cod is scarce": "reject"}
    with Reader(db) as reader:
        assert [line.verdict for line in reader.reviews_of(COD.key)] == ["accept", "reject", "note"]
        assert reader.verdicts() == {COD.key: "reject"}


def test_undo_and_redo_go_back_and_forth(db: Path) -> None:
    with Writer(db) as writer:
        first = writer.review(COD.key, "accept", by="Kim")
        second = writer.review(DENIAL.key, "unsure", by="Kim")
        assert writer.redo(by="Kim") is None
        assert writer.undo(by="Kim") == second
        assert verdicts(db) == {"the cod is scarce": "accept"}
        assert writer.undo(by="Kim") == first
        assert writer.undo(by="Kim") is None
        assert verdicts(db) == {}
        writer.redo(by="Kim")
        writer.redo(by="Kim")
        assert verdicts(db) == {"the cod is scarce": "accept", "Bo denied it": "unsure"}
        assert writer.redo(by="Kim") is None
        writer.undo(by="Kim")
        assert verdicts(db) == {"the cod is scarce": "accept"}
        writer.review(COD.key, "reject", by="Kim")
        assert writer.redo(by="Kim") is None


def test_undone_verdicts_come_back_in_the_order_in_which_they_were_given(db: Path) -> None:
    with Writer(db) as writer:
        writer.review(COD.key, "accept", by="Kim")
        writer.review(DENIAL.key, "unsure", by="Kim")
        writer.undo(by="Kim")
        writer.undo(by="Kim")
        writer.redo(by="Kim")
        assert verdicts(db) == {"the cod is scarce": "accept"}


def test_the_log_only_grows(db: Path) -> None:
    with Writer(db) as writer:
        writer.review(COD.key, "accept", by="Kim")
        writer.undo(by="Kim")
    opened = Database(db)
    assert opened.table("reviews").count == 2
    for statement in ("delete from reviews", "update reviews set verdict = 'reject'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            opened.execute(statement)
    opened.close()


def test_a_correction_keeps_what_was_corrected(db: Path) -> None:
    with Writer(db) as writer:
        writer.review(COD.key, "correct", by="Kim", correction=Correction(who="Ada L."))
    with Reader(db) as reader:
        assert reader.reviews_of(COD.key)[0].correction == Correction(who="Ada L.")


def test_a_fact_that_is_not_there_takes_no_verdict(db: Path) -> None:
    with Writer(db) as writer:
        assert writer.review("no such key", "accept", by="Kim") is None


def test_verdicts_survive_a_new_extraction_and_a_moved_file(db: Path) -> None:
    with Writer(db) as writer:
        writer.review(COD.key, "accept", by="Kim")
        save(writer, ARTICLE, a_statement(ARTICLE, "the cod is scarce", act="warn"))
        assert verdicts(db) == {"the cod is scarce": "accept"}
        writer.lose_file("/reports", 1, gone=True)
        moved = an_article("elsewhere", ARTICLE.text)
        article_id = save(writer, moved, COD)
    with Reader(db) as reader:
        assert [fact.review for fact in reader.fact_rows(article_id)] == ["accept"]


def test_a_verdict_whose_words_are_gone_is_orphaned_and_never_moved(db: Path) -> None:
    with Writer(db) as writer:
        writer.review(COD.key, "accept", by="Kim")
        changed = an_article("one", "Ada said the cod is plentiful. Bo left.")
        save(writer, changed, a_statement(changed, "the cod is plentiful"))
    assert verdicts(db) == {}
    with Reader(db) as reader:
        (line,) = reader.review_log()
    assert line.orphaned


def test_a_verdict_goes_on_where_an_edited_article_holds_the_same_words(db: Path) -> None:
    with Writer(db) as writer:
        writer.review(COD.key, "accept", by="Kim")
        writer.review(COD.key, "note", by="Ada", note="ask Bo")
        edited = an_article("one", "Ada said the cod is scarce. Bo left.")
        save(writer, edited, a_statement(edited, "the cod is scarce"))
        assert verdicts(db) == {"the cod is scarce": "accept"}
        save(writer, ARTICLE, COD)
        assert verdicts(db) == {"the cod is scarce": "accept"}, "edited back"
    with Reader(db) as reader:
        standing = [(line.verdict, line.by, line.note) for line in reader.review_log() if line.in_force]
        assert standing == [("note", "Ada", "ask Bo"), ("accept", "Kim", "")]
        assert not any(line.orphaned for line in reader.review_log() if line.in_force)
    with Writer(db) as writer:
        writer.undo(by="Kim")
        writer.undo(by="Kim")
    assert verdicts(db) == {}


def test_the_second_of_two_same_sentences_keeps_its_own_verdict(db: Path) -> None:
    twice = an_article("one", "Ada said the cod is scarce. Bo slept. Ada said the cod is scarce.")
    with Writer(db) as writer:
        first, second = (a_statement(twice, "the cod is scarce", occurrence=n) for n in (0, 1))
        save(writer, twice, first, second)
        writer.review(second.key, "reject", by="Kim")
        once = an_article("one", "Ada said the cod is scarce. Bo slept.")
        save(writer, once, a_statement(once, "the cod is scarce"))
    assert verdicts(db) == {}, "the first is not the one that was rejected"


def test_claims_can_be_narrowed_to_what_is_open_or_done(db: Path) -> None:
    with Writer(db) as writer, Reader(db) as reader:
        writer.review(COD.key, "accept", by="Kim")

        def shown(which: str) -> dict[str, str]:
            narrowed = ClaimFilter(reviewed=which)  # type: ignore[arg-type]
            return {row.id: row.review for row in reader.claim_rows(narrowed, "text", False, 0, 9)}

        assert shown("done") == {"cod": "accept"}
        assert shown("open") == {"both": "partly"}
        writer.review(DENIAL.key, "reject", by="Kim")
        assert shown("done") == {"cod": "accept", "both": "mixed"}


def test_one_verdict_on_many_facts_is_all_or_none_and_gives_no_second_line(db: Path) -> None:
    with Writer(db) as writer, Reader(db) as reader:
        before = reader.version()
        assert writer.judge([[COD.key], [COD.key, DENIAL.key], ["gone"]], "accept", by="Kim") == [1, 1, 0]
        assert reader.version() == before + 1
        assert writer.judge([[COD.key], [DENIAL.key]], "accept", by="Lee") == [0, 0]
        assert reader.version() == before + 1, "nothing changed"
        assert [(line.quote, line.by) for line in reader.review_log()] == [
            ("Bo denied it", "Kim"),
            ("the cod is scarce", "Kim"),
        ]

        def torn() -> Iterator[list[str]]:
            yield [COD.key]
            raise RuntimeError

        with pytest.raises(RuntimeError):
            writer.judge(torn(), "reject", by="Kim")
        assert len(reader.review_log()) == 2


def test_a_line_of_the_log_is_read_by_its_number(db: Path) -> None:
    with Writer(db) as writer, Reader(db) as reader:
        writer.review(COD.key, "accept", by="Kim")
        number = writer.review(COD.key, "note", by="Kim", note="ask Bo")
        assert number is not None
        line = reader.review(number)
        assert line is not None
        assert (line.id, line.note, line.in_force) == (number, "ask Bo", True)
        assert reader.review(99) is None
