from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from store.errors import BadFolder, BadStore
from store.extract.pipeline import read_article
from store.model.article import Article
from store.model.facts import Findings
from store.model.reports import Comparison
from store.reader import Reader
from store.refresh import refresh
from store.refresh.version import comparer
from store.writer import Writer
from tests.store.builders import write

ONE = "Harbour talks\n\nNorway and Iceland will hold talks in Oslo on May 3, 2019, the ministry said on Monday."
TWO = "Cod and mackerel\n\nThe minister said that the quota would not change before the summer."


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "data" / "store.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "reports", "one.txt", ONE)
    write(tmp_path / "reports", "two.txt", TWO)
    return tmp_path / "reports"


def names(db: Path) -> set[str]:
    with Reader(db) as reader:
        return {row.name for row in reader.article_rows(0, 1000)}


def test_a_new_article_is_told_from_one_that_moved_or_was_edited(folder: Path, db: Path) -> None:
    refresh([folder], db)
    with Writer(db) as writer, Reader(db) as reader:
        writer.mark_opened()
        (folder / "one.txt").rename(folder / "moved.txt")
        write(folder, "two.txt", TWO + " He said that the boats would stay.")
        refresh([folder], db)
        assert reader.news().articles == 0
        assert reader.news().facts == 1
        write(folder, "three.txt", ONE.replace("Oslo", "Bergen"))
        refresh([folder], db)
        assert reader.news().articles == 1


def text_of(db: Path, name: str) -> str:
    with Reader(db) as reader:
        found = reader.article_id(name)
        assert found is not None
        return reader.article(found).text


def keep_stat(path: Path, text: str) -> None:
    """Other words of the same length at the same time: only a reader of the bytes could tell."""
    stat = path.stat()
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_a_load_stores_the_text_as_read(db: Path, folder: Path) -> None:
    odd = write(folder, "odd.txt", "\ufeffA\u00a0“quote” ,\n\nand so on.\n")
    summary = refresh([folder], db)
    assert (summary.found, summary.read, summary.unchanged, summary.problems) == (3, 3, 0, ())
    assert text_of(db, "odd") == odd.read_bytes().decode()


def test_an_unchanged_file_is_not_even_read(db: Path, folder: Path) -> None:
    refresh([folder], db)
    keep_stat(folder / "one.txt", ONE.replace("Harbour", "Port of"))
    summary = refresh([folder], db)
    assert (summary.read, summary.unchanged) == (0, 2)
    assert text_of(db, "one") == ONE


def test_a_touched_file_is_read_but_not_extracted_again(
    db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh([folder], db)
    os.utime(folder / "one.txt", ns=(1, 1))
    monkeypatch.setattr("store.refresh.reading.read_article", lambda article: pytest.fail("extracted again"))
    assert refresh([folder], db).problems == ()
    assert text_of(db, "one") == ONE


def test_a_changed_file_replaces_its_article_under_the_same_id(db: Path, folder: Path) -> None:
    refresh([folder], db)
    with Reader(db) as reader:
        before = reader.article_id("one")
    write(folder, "one.txt", "Something else altogether.\n\nThe ministry said nothing at all on Tuesday.")
    assert refresh([folder], db).read == 1
    with Reader(db) as reader:
        assert reader.article_id("one") == before
        assert reader.search("Norway", 10) == []
        assert [hit.article for hit in reader.search("altogether", 10)] == ["one"]


def test_an_article_read_by_another_extraction_is_read_again(
    db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh([folder], db)
    monkeypatch.setattr("store.refresh.load.extractor", lambda: "newer rules")
    assert refresh([folder], db).read == 2
    assert refresh([folder], db).read == 0


def test_what_another_comparison_made_of_it_is_made_anew(
    db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh([folder], db)
    with Writer(db) as writer:
        writer.save_comparison(Comparison(), "older rules")
    assert refresh([folder], db).read == 0
    with Reader(db) as reader:
        assert len(reader.talks()) == 1


def test_what_articles_toml_says_anew_is_taken_up(db: Path, folder: Path) -> None:
    refresh([folder], db)
    write(folder, "articles.toml", '["one.txt"]\npublished = 2019-04-29\noutlet = "The Gull"\n')
    assert refresh([folder], db).read == 1
    with Reader(db) as reader:
        row = next(row for row in reader.article_rows(0, 10) if row.name == "one")
    assert (row.day, row.bound, row.outlet) == ("2019-04-29", "exact", "The Gull")


def test_a_vanished_file_leaves_with_all_that_hung_on_it(db: Path, folder: Path) -> None:
    refresh([folder], db)
    (folder / "one.txt").unlink()
    assert refresh([folder], db).vanished == 1
    assert names(db) == {"two"}
    with Reader(db) as reader:
        assert reader.search("Iceland", 10) == []


def test_only_files_under_a_given_root_can_vanish(db: Path, tmp_path: Path) -> None:
    left, right = tmp_path / "left", tmp_path / "right"
    mine, other = write(left, "mine.txt", ONE), write(right, "other.txt", TWO)
    refresh([left, right], db)
    mine.unlink()
    other.unlink()
    refresh([left], db)
    assert names(db) == {"other"}


def test_one_file_found_by_two_roots_is_one_article(db: Path, folder: Path) -> None:
    inner = write(folder / "inner", "deep.txt", TWO).parent
    (folder / "link.txt").symlink_to(folder / "one.txt")
    summary = refresh([folder, inner], db)
    assert summary.found == 3
    assert len(names(db)) == 3
    refresh([inner], db)
    assert len(names(db)) == 3


def test_a_file_that_another_root_still_shows_stays(db: Path, tmp_path: Path) -> None:
    real = write(tmp_path / "real", "story.txt", ONE)
    links = tmp_path / "links"
    links.mkdir()
    (links / "story.txt").symlink_to(real)
    refresh([real.parent, links], db)
    (links / "story.txt").unlink()
    write(links, "other.txt", TWO)
    refresh([links], db)
    assert names(db) == {"story", "other"}


def test_a_bad_file_is_named_and_the_rest_is_done(db: Path, folder: Path) -> None:
    (folder / "broken.txt").write_bytes(b"PK\x00\x01 not a text")
    summary = refresh([folder], db)
    assert names(db) == {"one", "two"}
    assert len(summary.problems) == 1
    assert "broken.txt" in summary.problems[0]
    again = refresh([folder], db)
    assert again.problems == summary.problems
    (folder / "broken.txt").unlink()
    assert refresh([folder], db).problems == ()
    with Reader(db) as reader:
        assert reader.problems() == []


@pytest.mark.skipif(sys.platform != "linux", reason="file systems elsewhere refuse such names")
def test_a_name_that_is_no_utf_8_is_told_and_the_rest_is_done(db: Path, folder: Path) -> None:
    odd = os.fsencode(folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(odd)).write_text(ONE)
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xff"))).mkdir()
    summary = refresh([folder], db)
    assert names(db) == {"one", "two"}
    assert "caf\\xe9.txt: has a name that is not UTF-8" in summary.problems[0]
    with pytest.raises(BadFolder, match="not UTF-8"):
        refresh([Path(os.fsdecode(os.fsencode(folder) + b"/\xff"))], db)


def test_a_file_that_becomes_unreadable_keeps_its_article(db: Path, folder: Path) -> None:
    refresh([folder], db)
    (folder / "one.txt").write_bytes(b"\x00" * 40)
    summary = refresh([folder], db)
    assert len(summary.problems) == 1
    assert text_of(db, "one") == ONE
    with Reader(db) as reader:
        assert [row.name for row in reader.article_rows(0, 10) if row.problem] == ["one"]


def test_an_extraction_that_breaks_costs_one_article(db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(article: Article) -> Findings:
        if "mackerel" in article.text:
            raise IndexError("rule 7")
        return read_article(article)

    monkeypatch.setattr("store.refresh.reading.read_article", fragile)
    summary = refresh([folder], db)
    assert names(db) == {"one"}
    assert "two.txt" in summary.problems[0]
    assert "rule 7" in summary.problems[0]


def test_an_article_for_which_memory_is_short_is_tried_again(
    db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as short:
        short.setattr("store.refresh.reading.read_article", lambda article: (_ for _ in ()).throw(MemoryError))
        assert "more memory" in refresh([folder], db).problems[0]
    assert refresh([folder], db).problems == ()
    assert names(db) == {"one", "two"}


def test_when_a_worker_is_killed_the_rest_is_read_all_the_same(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(ProcessPoolExecutor):
        def map(  # type: ignore[override]
            self, function: Callable[..., Any], *given: Iterable[Any], **_: object
        ) -> Iterator[Any]:
            yield from [function(one) for one in list(given[0])[:3]]
            raise BrokenProcessPool

    monkeypatch.setattr("store.refresh.reading.FEW", 2)
    monkeypatch.setattr("store.refresh.reading.ProcessPoolExecutor", Killed)
    for number in range(9):
        write(tmp_path / "many", f"n{number}.txt", f"{TWO} Number {number}.")
    assert refresh([tmp_path / "many"], db, jobs=2).read == 9
    assert names(db) == {f"n{number}" for number in range(9)}


def test_an_empty_folder_is_told_and_loses_nothing_elsewhere(db: Path, folder: Path, tmp_path: Path) -> None:
    refresh([folder], db)
    (tmp_path / "empty").mkdir()
    assert "empty" in refresh([tmp_path / "empty"], db).problems[0]
    assert names(db) == {"one", "two"}


def test_a_missing_folder_leaves_no_store_behind(db: Path, tmp_path: Path) -> None:
    with pytest.raises(BadFolder, match="nowhere"):
        refresh([tmp_path / "nowhere"], db)
    assert not db.exists()


def test_a_missing_folder_beside_a_good_one_is_told(db: Path, folder: Path, tmp_path: Path) -> None:
    summary = refresh([tmp_path / "nowhere", folder], db)
    assert names(db) == {"one", "two"}
    assert "nowhere" in summary.problems[0]


def test_several_processes_store_what_one_does(db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.refresh.reading.FEW", 1)
    for number in range(6):
        write(tmp_path / "many", f"{number}.txt", f"{ONE}\n\nReport number {number}.")
    refresh([tmp_path / "many"], db, jobs=2)
    alone = db.with_name("alone.db")
    refresh([tmp_path / "many"], alone)

    def everything(path: Path) -> list[object]:
        with Reader(path) as reader:
            return [(row.name, reader.article(row.id), reader.fact_rows(row.id)) for row in reader.article_rows(0, 9)]

    assert everything(db) == everything(alone)


def test_progress_counts_changed_files(db: Path, folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    refresh([folder], db, progress=lambda *step: told.append(step))
    assert told == [(0, 2, ""), (1, 2, "one"), (2, 2, "two")]


def test_a_killed_load_leaves_a_store_that_the_next_completes(db: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    for number in range(40):
        write(many, f"{number:02}.txt", f"{ONE}\n\nReport number {number}.")
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED_LOAD, str(db), str(many)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ten done\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with Reader(db) as reader:
        assert reader.article_count() >= 10
        assert all(reader.article(row.id).text for row in reader.article_rows(0, 40))
        assert reader.talks() == []
    summary = refresh([many], db)
    assert summary.read + summary.unchanged == 40
    assert summary.unchanged >= 10
    with Writer(db) as writer:
        assert not writer.is_stale(comparer())


KILLED_LOAD = """
import sys, time
from pathlib import Path
from store.refresh import load, refresh
load.FIRST_COMPARISON = 1000
def step(done, total, name):
    if done == 10:
        print("ten done", flush=True)
        time.sleep(60)
refresh([Path(sys.argv[2])], Path(sys.argv[1]), progress=step)
"""


def test_a_second_load_waits_and_then_says_so(db: Path, folder: Path) -> None:
    with Writer(db) as writer, writer.loading():
        began = time.monotonic()
        with pytest.raises(BadStore, match="being written by another dateline"):
            refresh([folder], db, patience=0.2)
        assert time.monotonic() - began >= 0.2
    assert refresh([folder], db, patience=0.2).read == 2


def test_the_process_of_its_own_prints_a_json_line_a_step(db: Path, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "store.refresh", str(db), str(folder)], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert lines[1] == '{"done":1,"total":2,"article":"one"}'
    assert lines[-1].startswith('{"summary":{"found":2,"read":2')


def test_the_process_of_its_own_says_on_stderr_what_stopped_it(db: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "store.refresh", str(db), str(tmp_path / "nowhere")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


DATED = (
    "Norway and Iceland will hold talks on cod in Oslo on May 3, the ministry said. "
    "Norway and Canada will meet in Ottawa on May 9 to discuss seals."
)
UNDATED = (
    "The ministry confirmed that Iceland and Norway are to hold talks in Oslo on May 3. "
    "Canada and Norway will meet in Ottawa on May 9, it added."
)


def dates_of(db: Path, name: str) -> tuple[str, list[str]]:
    with Reader(db) as reader:
        found = reader.article_id(name)
        assert found is not None
        facts = [fact.when for fact in reader.fact_rows(found) if fact.kind == "meeting"]
        return reader.article(found).anchor.bound, facts


def test_an_undated_article_takes_its_neighbours_day_and_gives_it_back(db: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "pair", "dated.txt", DATED).parent
    write(folder, "articles.toml", '["dated.txt"]\npublished = 2019-04-29\n')
    write(folder, "undated.txt", UNDATED)
    refresh([folder], db)
    assert dates_of(db, "undated") == ("about", ["2019-05-03", "2019-05-09"])
    (folder / "dated.txt").unlink()
    refresh([folder], db)
    assert dates_of(db, "undated") == ("none", ["XXXX-05-03", "XXXX-05-09"])


def test_the_order_of_loading_makes_no_difference(db: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "pair", "undated.txt", UNDATED).parent
    refresh([folder], db)
    assert dates_of(db, "undated")[0] == "none"
    write(folder, "articles.toml", '["dated.txt"]\npublished = 2019-04-29\n')
    write(folder, "dated.txt", DATED)
    refresh([folder], db)
    assert dates_of(db, "undated") == ("about", ["2019-05-03", "2019-05-09"])


def test_a_talk_keeps_its_id_when_its_article_is_edited(db: Path, folder: Path) -> None:
    refresh([folder], db)
    with Reader(db) as reader:
        before = [talk.id for talk in reader.talks()]
    assert len(before) == 1
    write(folder, "one.txt", f"{ONE}\n\nIt gave no details.")
    refresh([folder], db)
    with Reader(db) as reader:
        assert [talk.id for talk in reader.talks()] == before


def test_a_folder_that_may_not_be_entered_keeps_its_articles(
    db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = write(folder / "inner", "deep.txt", TWO)
    refresh([folder], db)
    real = os.scandir

    def barred(path: str) -> object:
        if str(path).endswith("inner"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", barred)
    monkeypatch.setattr("store.refresh.load._is_gone", lambda path: None if path == deep else False)
    summary = refresh([folder], db)
    assert names(db) == {"one", "two", "deep"}
    assert "inner may not be entered" in summary.problems[0]
    monkeypatch.undo()
    assert refresh([folder], db).problems == ()
    with Reader(db) as reader:
        assert reader.problems() == []


def test_the_workers_of_a_killed_load_go_with_it(db: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    for number in range(30):
        write(many, f"{number:02}.txt", f"{ONE}\n\nReport number {number}.")
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED_PARALLEL_LOAD, str(db), str(many)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    workers = [int(word) for word in process.stdout.readline().split()]
    assert len(workers) == 2
    process.kill()
    process.wait()
    # The pipe closes when the last process that holds it is gone.
    assert process.stdout.read() == ""
    process.stdout.close()


KILLED_PARALLEL_LOAD = """
import multiprocessing, sys, time
from pathlib import Path
from store.refresh import reading, refresh
reading.FEW = 1
def step(done, total, name):
    if done == 5:
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
        time.sleep(60)
if __name__ == "__main__":
    refresh([Path(sys.argv[2])], Path(sys.argv[1]), jobs=2, progress=step)
"""
