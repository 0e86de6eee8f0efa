"""Stores that may not be written, or not now: shown all the same, and completed later."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable

from bed import COMMAND, MEETING, Bed, Ran, filled, give_away, main, nameless, story


def read_only(bed: Bed) -> None:
    """A data directory or a store that may only be read: shown all the same."""
    folder = story(bed)
    give_away(bed.place)
    bed.place.chmod(0o755)
    filled_there = bed.run("talks", folder, "--format", "json", unprivileged=True)
    bed.expect("a store under the data directory", filled_there, codes=(0,), shows=["Oslo"])
    (folder / "n02.txt").write_text(MEETING + "\nAnd one change.\n")
    (stored,) = bed.data.glob("*.db")
    for name, modes in {
        "store 0444": {stored: 0o444},
        "store 0000": {stored: 0},
        "folder 0555": {bed.data: 0o555},
        "both": {stored: 0o444, bed.data: 0o555},
        "folder 0000": {bed.data: 0},
    }.items():
        before = stored.read_bytes()
        for path, mode in modes.items():
            path.chmod(mode)
        for command in ("load", "talks", "facts"):
            ran = bed.run(command, folder, unprivileged=True)
            shows = ["Oslo"] if command != "load" and "0000" not in name else []
            bed.expect(f"read-only: {name}, {command}", ran, says=[str(bed.data)], shows=shows)
        ran = bed.run("talks", "--db", stored, unprivileged=True)
        bed.expect(f"read-only: {name}, shown alone", ran, codes=(1,) if "0000" in name else (0,))
        ran = bed.run("forget", folder, unprivileged=True)
        if "older" in name or "both" in name:
            bed.expect(f"read-only: {name}, forget", ran, codes=(1,), says=[str(bed.data)])
        bed.data.chmod(0o755)
        if stored.exists():
            stored.chmod(0o644)
            bed.check(f"read-only: {name}: nothing is lost", stored.read_bytes() == before)
        else:
            bed.expect("after forget", bed.run("load", folder, unprivileged=True), codes=(0,))
    bed.home.chmod(0o555)
    shutil.rmtree(bed.home / "data")
    ran = bed.run("talks", folder, unprivileged=True)
    bed.expect("no place for a store", ran, says=[str(bed.home), "--db"])
    bed.expect("--db helps", bed.run("talks", folder, "--db", "here.db", unprivileged=True), codes=(0,), shows=["Oslo"])
    bed.home.chmod(0o755)


FULL = """
mount -t tmpfs -o size={size}k none {place}
cp {db}* {place}/ 2>/dev/null
{command} {arguments}
code=$?
cp {place}/* {out}/
exit $code
"""


def full_disk(bed: Bed) -> None:
    """A disk that fills while a load writes: a sentence, the store whole, and the next load completes it."""
    if os.getuid() or subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode:
        print("skipped: a disk cannot be mounted here")
        return
    folder = story(bed, "many", 60)
    reference = bed.run("talks", folder, "--db", bed.place / "ref.db", "--format", "json").out
    disk = bed.place / "disk"
    disk.mkdir()
    for size in (0, 8, 60, 120, 250, 400, 700, 1000, 1500, 3000):
        out = bed.place / f"out{size}"
        out.mkdir()
        script = FULL.format(
            size=size or 4,
            place=disk,
            db=bed.place / "none.db",
            out=out,
            command=COMMAND,
            arguments=f"load {folder} --db {disk}/s.db",
        )
        done = subprocess.run(
            ["unshare", "-m", "bash", "-c", script], capture_output=True, check=False, env=bed.environment(), text=True
        )
        ran = Ran(done.returncode, done.stdout, done.stderr, 0)
        bed.expect(f"a disk of {size} kB", ran, codes=(0, 1), says=["s.db"])
        db = out / "s.db"
        if db.exists() and db.stat().st_size:
            check = bed.run("articles", "--db", db, "--format", "json")
            bed.expect(f"a disk of {size} kB: what was stored is whole", check, codes=(0, 1))
            print(f"      {len(json.loads(check.out or '[]'))} articles were stored")
        ran = bed.run("talks", folder, "--db", db, "--format", "json")
        bed.expect(f"a disk of {size} kB: the next load completes it", ran, codes=(0,))
        bed.check(f"a disk of {size} kB: the same talks", nameless(ran.out) == nameless(reference))


def in_use(bed: Bed) -> None:
    """Another program holds the store; two loads run at once."""
    folder = story(bed)
    db = filled(bed, folder, "busy.db")
    (folder / "n03.txt").write_text(MEETING + "\nAnd more.\n")
    holding = sqlite3.connect(db, isolation_level=None)
    holding.execute("begin immediate")
    for command in ("load", "talks"):
        ran = bed.run(command, folder, "--db", db)
        bed.expect(
            f"held for writing, {command}", ran, says=[str(db), "another"], shows=["Oslo"] if command == "talks" else []
        )
    holding.execute("rollback")
    holding.close()
    holding = sqlite3.connect(db, isolation_level=None)
    holding.execute("pragma locking_mode = exclusive")
    holding.execute("begin exclusive")
    holding.execute("delete from info where key = 'none'")
    for command in ("load", "talks"):
        bed.expect(f"held for everything, {command}", bed.run(command, folder, "--db", db), says=[str(db)])
    holding.execute("rollback")
    holding.close()
    at_once(
        bed,
        "two loads of one folder",
        2,
        lambda _: ["load", story(bed, "twice", 150), "--db", bed.place / "two.db"],
    )
    at_once(bed, "four lists at once", 4, lambda _: ["talks", bed.place / "twice", "--db", bed.place / "four.db"])
    folders = [story(bed, f"part{n}", 60) for n in range(3)]
    at_once(bed, "three folders into one store", 3, lambda n: ["load", folders[n], "--db", bed.place / "three.db"])
    ran = bed.run("articles", "--db", bed.place / "three.db", "--format", "json")
    bed.check("all three are in it", len(json.loads(ran.out)) == 180, ran.out[:99])
    ran = bed.run("articles", "--db", bed.place / "two.db", "--format", "json")
    bed.check("nothing is in it twice", len(json.loads(ran.out)) == 150, ran.out[:99])


def at_once(bed: Bed, case: str, count: int, arguments: Callable[[int], list[object]]) -> None:
    """Start ``count`` commands together: each ends with 0, or says that another is at it."""
    results: list[Ran] = []
    commands = [arguments(number) for number in range(count)]
    threads = [
        threading.Thread(target=lambda given=given: results.append(bed.run(*given)))  # type: ignore[misc]
        for given in commands
    ]
    for thread in threads:
        thread.start()
        time.sleep(0.05)
    for thread in threads:
        thread.join()
    for number, ran in enumerate(results):
        bed.expect(f"{case}, {number}", ran, codes=(0, 1), says=["another dateline"] if ran.code else [])


if __name__ == "__main__":
    main(read_only, full_disk, in_use)
