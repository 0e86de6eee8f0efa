from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.db import connect
from store.db.load_lock import lock_path
from store.db.migrations import KNOWN_STEPS, migrations
from store.errors import BadStore
from store.reader import Reader
from store.writer import Writer
from tests.store.builders import an_article, save


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with Writer(path) as writer:
        save(writer, an_article("one", "Nothing happened."))
    return path


def test_a_store_that_is_not_there_is_named_with_the_way_to_it(tmp_path: Path) -> None:
    with pytest.raises(BadStore, match=r"no store .*new\.db.*dateline load"):
        Reader(tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_damaged_store_is_named_and_left_as_it_is(db: Path) -> None:
    junk = b"This is no database. " * 400
    db.write_bytes(junk)
    for opened in (Reader, Writer):
        with pytest.raises(BadStore, match=r"store\.db is damaged.*Move the file away"):
            opened(db)
    assert db.read_bytes() == junk


def test_damage_further_inside_is_a_sentence_too(db: Path) -> None:
    with Writer(db) as writer:
        for number in range(200):
            save(writer, an_article(f"n{number}", "word " * 400))
    data = bytearray(db.read_bytes())
    data[8192:-4096] = b"\xff" * (len(data) - 8192 - 4096)
    db.write_bytes(bytes(data))
    with pytest.raises(BadStore, match="is damaged"):
        search_for_word(db)


def search_for_word(db: Path) -> None:
    with Reader(db) as reader:
        reader.article_rows(0, 1000)
        reader.search("word", 1000)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("update articles set anchor = 'no json'", id="no JSON"),
        pytest.param("update articles set notes = '{}'", id="another shape"),
        pytest.param("update articles set text = cast(x'ff61' as text)", id="no UTF-8"),
        pytest.param("drop table files", id="a table less"),
    ],
)
def test_senseless_values_are_damage(db: Path, damage: str) -> None:
    opened = sqlite3.connect(db)
    opened.execute(damage)
    opened.commit()
    opened.close()
    with Reader(db) as reader, pytest.raises(BadStore, match=r"store\.db is damaged"):
        reader.article(1)


def test_a_version_that_is_no_number_starts_again(db: Path) -> None:
    opened = sqlite3.connect(db)
    opened.execute("update info set value = 'many'")
    opened.commit()
    opened.close()
    with Reader(db) as reader:
        assert reader.version() == 0


def test_a_damaged_lock_is_named_and_not_the_store(db: Path) -> None:
    lock_path(db).write_bytes(b"This is no lock. " * 400)
    with Writer(db) as writer, pytest.raises(BadStore, match=r"store\.db-load is damaged"), writer.loading():
        pass


@pytest.mark.parametrize("name", [b"file:x.db", b"caf\xe9.db", b"a?b#c%41.db", b"-x.db"])
def test_any_name_is_a_file_of_this_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(os.fsdecode(name))
    Writer(path).close()
    assert path.is_file()
    Reader(path).close()


def test_an_empty_file_is_no_store_yet(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with pytest.raises(BadStore, match=r"is empty.*dateline load"):
        Reader(tmp_path / "new.db")


def test_a_store_of_a_newer_version_is_left_alone(db: Path) -> None:
    other = Database(db)
    other["_sqlite_migrations"].insert(  # type: ignore[union-attr]
        {"migration_set": "dateline", "name": "of_the_future", "applied_at": "2040-01-01"}
    )
    other.close()
    before = db.read_bytes()
    for opened in (Reader, Writer):
        with pytest.raises(BadStore, match="newer version of Dateline"):
            opened(db)
    assert db.read_bytes() == before


def test_another_programs_file_is_not_taken_for_a_store(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    foreign = Database(path)
    foreign["bookmarks"].insert({"id": 1})  # type: ignore[union-attr]
    foreign.close()
    for opened in (Reader, Writer):
        with pytest.raises(BadStore, match="another program"):
            opened(path)


def test_a_store_of_an_older_version_is_brought_up_to_date_by_a_writer(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown = type(migrations)("dateline")
    for step in migrations.pending(Database(memory=True)):
        grown(name=step.name)(step.fn)

    @grown()
    def one_more(database: Database) -> None:
        database.table("tags").create({"id": int}, pk="id", strict=True)

    monkeypatch.setattr("store.db.connect.migrations", grown)
    monkeypatch.setattr("store.db.connect.KNOWN_STEPS", {*KNOWN_STEPS, "one_more"})
    with pytest.raises(BadStore, match="older version"):
        Reader(db)
    Writer(db).close()
    with Reader(db) as reader:
        assert reader.article_count() == 1


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadStore, match=r"--db"):
        Writer(tmp_path / "file" / "store.db")


def test_a_reader_cannot_write(db: Path) -> None:
    opened = connect.open_for_reading(db)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        opened.execute("delete from articles")
    opened.close()


def test_two_writers_take_turns(db: Path) -> None:
    with Writer(db, patience=0.1) as first, Writer(db, patience=0.1) as second:
        save(first, an_article("two", "This."))
        save(second, an_article("three", "That."))
    holding = sqlite3.connect(db, isolation_level=None)
    holding.execute("begin immediate")
    with Writer(db, patience=0.1) as third, pytest.raises(BadStore, match="being written by another dateline"):
        save(third, an_article("four", "Those."))
    holding.close()
    with Reader(db) as reader:
        assert reader.article_count() == 3


def test_a_reader_sees_the_old_state_while_a_change_is_under_way(db: Path) -> None:
    holding = sqlite3.connect(db, isolation_level=None)
    holding.execute("begin immediate")
    holding.execute("delete from files")
    with Reader(db) as reader:
        assert reader.article_count() == 1
    holding.close()


def test_every_table_is_strict(db: Path) -> None:
    opened = connect.open_for_reading(db)
    own = [table for table in opened.tables if "_fts" not in table.name and not table.name.startswith("_")]
    assert own
    assert all(table.strict for table in own)
    opened.close()


def test_the_version_grows_with_a_change_and_only_then(db: Path) -> None:
    with Reader(db) as reader, Writer(db) as writer:
        before = reader.version()
        writer.note_problem("x", "")
        assert reader.version() == before
        save(writer, an_article("two", "More."))
        assert reader.version() > before
