from __future__ import annotations

import random
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from store.reader import Reader
from store.refresh import refresh
from store.refresh.whole import compare_whole
from store.writer import Writer
from tests.store.refresh.invented import an_article, another

NUMBERS = re.compile(r"\b(?:id|talk)='\w*'|article_id=\d+")
TABLES = {
    "talks": "id, rank, known_from, data, side",
    "conflicts": "id, rank, known_from, data",
    "claims": "id, known_from, text_key, since, data",
    "evidence": "*",
    "hints": "*",
    "own_hints": "*",
    "bonds": "*",
    "casts": "article_id, speakers",
    "copies": "*",
    "lendings": "*",
    "shown": "*",
    "behind": "*",
}


def contents(db: Path, tables: dict[str, str] = TABLES) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(db)
    try:
        return {t: sorted(connection.execute(f"select {columns} from {t}").fetchall()) for t, columns in tables.items()}
    finally:
        connection.close()


def whole(db: Path, beside: Path) -> Path:
    """The same store, everything in it compared again."""
    with Writer(db):
        pass  # folds the log into the store
    shutil.copy(db, beside)
    with Writer(beside) as writer:
        compare_whole(writer)
    return beside


def put(folder: Path, texts: dict[str, str]) -> None:
    """Make ``texts`` all that the folder holds; files that stay as they are are not touched."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.stem not in texts:
            path.unlink()
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("seed", "common"),
    [
        *(pytest.param(seed, 40, id=f"story {seed}") for seed in range(3)),
        # What many articles share tells nothing: with as few as four, that turns with almost every article.
        *(pytest.param(seed, 3, id=f"story {seed}, few words that tell") for seed in range(3, 6)),
    ],
)
def test_comparing_a_part_gives_what_comparing_everything_gives(
    tmp_path: Path, seed: int, common: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.compare.pairs.COMMON", common)
    monkeypatch.setattr("store.refresh.reach.COMMON", common)
    dice = random.Random(seed)
    folder, db = tmp_path / "reports", tmp_path / "store.db"
    texts = {f"{n:02}": an_article(dice) for n in range(24)}
    for step in range(12):
        put(folder, texts)
        refresh([folder], db)
        assert contents(db) == contents(whole(db, tmp_path / f"whole-{step}.db")), step
        for _ in range(dice.choice((1, 1, 2))):
            texts = changed(texts, dice)
    put(folder, texts)
    refresh([folder], db)
    refresh([folder], tmp_path / "fresh.db")
    assert told(db) == told(tmp_path / "fresh.db")


def told(db: Path) -> list[str]:
    """All that stands across the articles, whatever the numbers and ids under which it is kept."""
    with Reader(db) as reader:
        found = (*reader.talks(), *reader.claims(), *reader.conflicts())
        return sorted(NUMBERS.sub("", repr(each)) for each in found)


def test_one_more_article_is_not_compared_with_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(9)
    texts = {f"{n:02}": an_article(dice) for n in range(12)}
    put(tmp_path / "reports", texts)
    refresh([tmp_path / "reports"], tmp_path / "store.db")
    monkeypatch.setattr("store.refresh.settling.compare_whole", lambda *_, **__: pytest.fail("compared everything"))
    put(tmp_path / "reports", {**texts, "new": an_article(dice)})
    assert refresh([tmp_path / "reports"], tmp_path / "store.db").read == 1


TEARS = (
    "delete from facts where article_id % 2 = 0",
    "delete from casts",
    "delete from own_hints",
    "update casts set members = 'nonsense'",
    "update lendings set undated = undated + 100000",
    "update own_hints set data = '[]'",
    "update evidence set fact_key = 'nothing'",
)


@pytest.mark.parametrize("tear", TEARS)
def test_ties_that_do_not_hold_are_made_anew(tmp_path: Path, tear: str) -> None:
    dice = random.Random(11)
    texts = {f"{n:02}": an_article(dice) for n in range(20)}
    put(tmp_path / "reports", texts)
    refresh([tmp_path / "reports"], tmp_path / "store.db")
    with sqlite3.connect(tmp_path / "store.db") as connection:
        connection.execute(tear)
    connection.close()
    for more in range(3):
        texts = {**texts, f"new {more}": an_article(dice)}
        put(tmp_path / "reports", texts)
        assert refresh([tmp_path / "reports"], tmp_path / "store.db").read == 1


def test_an_article_that_shares_nothing_leaves_every_row_as_it_is(tmp_path: Path) -> None:
    dice = random.Random(10)
    texts = {f"{n:02}": an_article(dice) for n in range(12)}
    put(tmp_path / "reports", texts)
    db = tmp_path / "store.db"
    refresh([tmp_path / "reports"], db)
    before = contents(db)
    put(tmp_path / "reports", {**texts, "new": "Weather\n\nMona Vidal said that the lighthouse needed fresh paint.\n"})
    refresh([tmp_path / "reports"], db)
    after = contents(db)
    for table, rows in before.items():
        assert set(rows) <= set(after[table]), table
    assert len(after["claims"]) == len(before["claims"]) + 1


def changed(texts: dict[str, str], dice: random.Random) -> dict[str, str]:
    """An article more, less or other."""
    name = dice.choice(sorted(texts))
    others = [text for other, text in texts.items() if other != name]
    chance = dice.random()
    if chance < 0.35:
        return {**texts, f"{dice.randint(0, 999):03}": another("", dice, others)}
    if chance < 0.6:
        return {other: text for other, text in texts.items() if other != name}
    return {**texts, name: another(texts[name], dice, others)}
