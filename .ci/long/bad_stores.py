"""Stores that are damaged, foreign or newer: a sentence each, they are left as they are, and nothing is lost."""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
from pathlib import Path

from bed import MEETING, Bed, filled, main, nameless, story

LISTS = ("articles", "facts", "claims", "talks", "conflicts")
FLIPS = 40


def companions(db: Path) -> list[Path]:
    return [db.with_name(db.name + ending) for ending in ("-wal", "-shm", "-load")]


def damaged(bed: Bed) -> None:
    """Cut, overwritten, replaced: named as damaged, left as it is, and rebuilt once it is moved away."""
    folder = story(bed)
    whole = filled(bed, folder, "whole.db").read_bytes()
    noise = random.Random(3).randbytes(len(whole))
    damages: dict[str, bytes] = {
        "a text file": b"These are my notes, not a store.\n" * 200,
        "a short text": b"hello",
        "random bytes": noise,
        "zeros": bytes(len(whole)),
        "cut to 50 bytes": whole[:50],
        "cut to 100 bytes": whole[:100],
        "cut to a page": whole[:4096],
        "cut to half": whole[: len(whole) // 2],
        "cut by a page": whole[:-4096],
        "cut by a byte": whole[:-1],
        "noise behind the first page": whole[:4096] + noise[4096:],
        "zeros behind the first page": whole[:4096] + bytes(len(whole) - 4096),
        "zeros behind the fourth page": whole[:16384] + bytes(len(whole) - 16384),
        "a header of noise": noise[:100] + whole[100:],
    }
    reference = bed.run("talks", folder, "--db", bed.place / "whole.db", "--format", "json").out
    for name, content in damages.items():
        db = bed.place / f"{name.replace(' ', '-')}.db"
        db.write_bytes(content)
        harmless = name == "cut by a byte"  # SQLite reads a last page that is cut short
        for command in ("load", "talks", "facts"):
            ran = bed.run(command, folder, "--db", db)
            bed.expect(
                f"{name}, {command}", ran, codes=(0, 1) if harmless else (1,), says=[] if harmless else [str(db)]
            )
        ran = bed.run("talks", "--db", db)
        bed.expect(f"{name}, shown alone", ran, codes=(0, 1))
        bed.check(f"{name} is left as it is", harmless or db.read_bytes() == content, "it was changed")
        shutil.move(db, bed.place / "away")
        for companion in companions(db):
            companion.unlink(missing_ok=True)
        ran = bed.run("talks", folder, "--db", db, "--format", "json")
        bed.expect(f"{name}, built anew", ran, codes=(0,), silent=True)
        bed.check(f"{name}: the same talks", nameless(ran.out) == nameless(reference))


def flipped(bed: Bed) -> None:
    """Some bytes changed anywhere: an answer or a sentence, never a traceback."""
    folder = story(bed)
    whole = filled(bed, folder, "flip.db").read_bytes()
    seed = random.randrange(1 << 30) if "--random" in sys.argv else 11
    dice = random.Random(seed)
    print(f"seed {seed}")
    for number in range(FLIPS):
        broken = bytearray(whole)
        for _ in range(dice.choice((1, 3, 30, 300))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        db = bed.place / "flipped.db"
        db.write_bytes(broken)
        for companion in companions(db):
            companion.unlink(missing_ok=True)
        for kind in LISTS:
            bed.expect(f"flip {number}, {kind}", bed.run(kind, "--db", db, "--format", "json"), codes=(0, 1))
        (folder / "n00.txt").write_text(MEETING + f"\nChange {number}.\n")
        bed.expect(f"flip {number}, load", bed.run("load", folder, "--db", db), codes=(0, 1))


def values(bed: Bed) -> None:
    """A whole database with senseless values in it."""
    folder = story(bed)
    db = filled(bed, folder, "values.db")
    whole = db.read_bytes()
    for statement in (
        "update info set value = 'many'",
        "update info set value = 'many' where key = 'version'",
        "update info set value = 'many' where key = 'seen'",
        "delete from info",
        "update articles set anchor = 'no json'",
        "update articles set segments = '[[1]]'",
        "update articles set segments = '[]', notes = '{}'",
        "update articles set published = 9223372036854775807",
        "update articles set text = ''",
        "update facts set found = '{}'",
        "update facts set pieces = '7', via = '\"x\"'",
        'update facts set start = 999999, "end" = 9999999',
        "update claims set data = 'x'",
        "update claims set data = '{}'",
        "update talks set data = '[]'",
        "update conflicts set data = 'null'",
        "delete from files",
        "delete from evidence",
        "drop table facts",
        "drop table claims",
        "drop table articles_fts",
        "drop table _sqlite_migrations",
        "pragma writable_schema = 1; delete from sqlite_master where name = 'talks'",
    ):
        for companion in (db, *companions(db)):
            companion.unlink(missing_ok=True)
        db.write_bytes(whole)
        changed = sqlite3.connect(db)
        changed.executescript(statement)
        changed.commit()
        changed.close()
        for kind in LISTS:
            ran = bed.run(kind, "--db", db, "--format", "json")
            bed.expect(f"{statement[:40]}, {kind}", ran, codes=(0, 1))
        (folder / "n00.txt").write_text(MEETING + f"\nAfter {statement}.\n")
        bed.expect(f"{statement[:40]}, load", bed.run("load", folder, "--db", db), codes=(0, 1))


def foreign(bed: Bed) -> None:
    """Newer, older, another program's, no file at all."""
    folder = story(bed)
    newer = filled(bed, folder, "newer.db")
    change = sqlite3.connect(newer)
    change.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('dateline', 'of_2040', '2040')"
    )
    change.commit()
    change.close()
    before = newer.read_bytes()
    for command in ("load", "talks"):
        bed.expect(f"newer, {command}", bed.run(command, folder, "--db", newer), says=[str(newer), "newer version"])
    bed.check("newer is left as it is", newer.read_bytes() == before)
    other = bed.place / "bookmarks.db"
    change = sqlite3.connect(other)
    change.execute("create table bookmarks (id integer)")
    change.close()
    before = other.read_bytes()
    for command in ("load", "talks"):
        bed.expect(f"another program's, {command}", bed.run(command, folder, "--db", other), says=["another program"])
    bed.check("another program's is left as it is", other.read_bytes() == before)
    empty = bed.place / "zero.db"
    empty.write_bytes(b"")
    bed.expect("an empty file shown alone", bed.run("talks", "--db", empty), says=["zero.db"])
    bed.expect("an empty file becomes a store", bed.run("load", folder, "--db", empty), codes=(0,))
    (bed.place / "dir.db").mkdir()
    bed.expect(
        "a folder for a store", bed.run("talks", folder, "--db", bed.place / "dir.db"), codes=(1, 2), says=["dir.db"]
    )
    for name in (
        "/dev/null",
        "/dev/full",
        "/dev/zero",
        "",
        "/proc/none/x",
        str(folder / "n00.txt" / "x.db"),
        "x" * 300,
    ):
        ran = bed.run("talks", folder, "--db", name, timeout=40)
        bed.expect(f"--db {name[:20]!r}", ran, codes=(1, 2), says=[name[:10]])
    (bed.place / "gone.db").symlink_to(bed.place / "no" / "where.db")
    bed.expect("a link to nowhere", bed.run("talks", folder, "--db", bed.place / "gone.db"), says=["gone.db"])
    for name in (b"a?b#c%41.db", b"caf\xe9.db", b"-x.db", b"new\nline.db", b"\x1b[31m.db", b"file:x.db"):
        ran = bed.run("talks", folder, b"--db=" + name, "--format", "json")
        bed.expect(
            f"--db {name!r}",
            ran,
            codes=(0, 1),
            shows=["Oslo"] if ran.code == 0 else [],
            says=["db"] if ran.code else [],
        )
    for ending in ("-wal", "-shm", "-load", "-journal"):
        db = filled(bed, folder, f"beside{ending}.db")
        db.with_name(db.name + ending).unlink(missing_ok=True)
        db.with_name(db.name + ending).mkdir()
        (folder / "n01.txt").write_text(MEETING + f"\nAnd {ending}.\n")
        bed.expect(f"a folder in the place of {ending}, load", bed.run("load", folder, "--db", db), codes=(0, 1))
        bed.expect(f"a folder in the place of {ending}, talks", bed.run("talks", "--db", db), codes=(0, 1))
        db = filled(bed, folder, f"noise{ending}.db")
        db.with_name(db.name + ending).write_bytes(random.Random(5).randbytes(9000))
        (folder / "n01.txt").write_text(MEETING + f"\nAnd noise in {ending}.\n")
        bed.expect(f"noise in {ending}, load", bed.run("load", folder, "--db", db), codes=(0, 1))
        bed.expect(f"noise in {ending}, talks", bed.run("talks", "--db", db), codes=(0, 1))


if __name__ == "__main__":
    main(damaged, flipped, values, foreign)
