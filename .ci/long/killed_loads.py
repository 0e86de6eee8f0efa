"""Loads that are killed, interrupted or robbed of their folder: the store stays whole, and the next load completes it.

python killed_loads.py [--kills=N] [--seed=S] [PART...]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

from bed import COMMAND, MEETING, Bed, main, nameless

from store.reader import Reader
from store.writer import Writer

LISTS = ("articles", "facts", "claims", "talks", "conflicts")
CITIES = ("Oslo", "Bergen", "Reykjavik", "Helsinki", "Geneva")
STATES = ("Norway", "Iceland", "Finland", "Peru", "Japan", "Kenya")
ARTICLES = 130
"""Over the number from which worker processes read."""

arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("--kills", type=int, default=60)
arguments.add_argument("--seed", type=int, default=random.randrange(1 << 30))
ASKED = arguments.parse_known_args()[0]


def reports(dice: random.Random) -> dict[str, str]:
    """Reports of meetings between a few states: enough to agree and to disagree on."""
    found = {}
    for number in range(ARTICLES):
        one, other = dice.sample(STATES, 2)
        city, day = dice.choice(CITIES), dice.randrange(1, 28)
        date = f"LONDON, April {dice.randrange(1, 28)}, 2019 (Wire) - " if number % 3 else ""
        found[f"n{number:03}.txt"] = (
            f"{date}{one} and {other} will hold talks in {city} on May {day}, 2019, the ministry of {one} said.\n\n"
            f"“We expect results,” said the minister. {other} denied that any date was agreed.\n\n{MEETING}"
        )
    return found


def outcome(bed: Bed, db: Path) -> list[object]:
    """What the store says, without what depends on the order in which it learned it."""
    return [nameless(bed.run(kind, "--db", db, "--format", "json").out) for kind in LISTS]


def is_whole(bed: Bed, case: str, db: Path) -> None:
    """SQLite's own checks of the file and its foreign keys."""
    if not db.exists() or not db.stat().st_size:
        return
    opened = sqlite3.connect(db)
    told = [row[0] for row in opened.execute("pragma integrity_check")]
    orphans = opened.execute("pragma foreign_key_check").fetchall()
    opened.close()
    bed.check(f"{case}: integrity", told == ["ok"], str(told[:3]))
    bed.check(f"{case}: foreign keys", not orphans, str(orphans[:3]))


def start(bed: Bed, folder: Path, db: Path, jobs: int) -> subprocess.Popen[bytes]:
    """A load in a process group of its own."""
    command = [COMMAND, "load", str(folder), "--db", str(db), "--jobs", str(jobs)]
    return subprocess.Popen(
        command, env=bed.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


def is_zombie(entry: Path) -> bool:
    """True of a process that ended and was not yet asked how."""
    return (entry / "stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"


def survivors(group: int) -> list[int]:
    """Processes of a group that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and os.getpgid(int(entry.name)) == group and not is_zombie(entry):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def killed(bed: Bed) -> None:
    """kill -9, SIGTERM and SIGINT at random moments, over new and over filled stores."""
    dice = random.Random(ASKED.seed)
    print(f"seed {ASKED.seed}")
    folder = bed.folder("story", reports(dice))
    clean = bed.place / "clean.db"
    bed.expect("a clean load", bed.run("load", folder, "--db", clean, "--jobs", "2"), codes=(0,))
    reference = outcome(bed, clean)
    longest = bed.run("load", folder, "--db", bed.place / "again.db", "--jobs", "2").seconds
    stages: dict[int, int] = {}
    for number in range(ASKED.kills):
        db = bed.place / f"k{number}.db"
        if number % 3 == 2:
            shutil.copy(clean, db)
            for path in dice.sample(sorted(folder.iterdir()), 90):
                os.utime(path, ns=(time.time_ns(), dice.randrange(1 << 60)))
            (folder / "n000.txt").write_text(reports(random.Random(ASKED.seed))["n000.txt"] + "\n")
        reviewed = review_one(db) if number % 3 == 2 else ""
        for _ in range(dice.choice((1, 1, 2, 4))):
            sent = dice.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT))
            begun = start(bed, folder, db, dice.choice((1, 2)))
            time.sleep(dice.random() * longest * 1.1)
            begun.send_signal(sent)
            try:
                told = begun.communicate(timeout=20)[1]
            except subprocess.TimeoutExpired:
                bed.check(f"kill {number}: ends", holds=False, why=f"still runs 20 s after {sent.name}")
                os.killpg(begun.pid, signal.SIGKILL)
                told = begun.communicate()[1]
            # Before the first line of Dateline runs, ctrl+c is the interpreter's.
            early = b"KeyboardInterrupt" in told and not any(part in told for part in (b"/tui/", b"/store/"))
            bed.check(f"kill {number}: no traceback", early or b"Traceback" not in told, told.decode()[-900:])
            deadline = time.monotonic() + 10
            while (left := survivors(begun.pid)) and time.monotonic() < deadline:
                time.sleep(0.1)
            bed.check(f"kill {number}: no process is left over", not left, str(left))
            is_whole(bed, f"kill {number}", db)
        if db.exists() and db.stat().st_size:
            ran = bed.run("articles", "--db", db, "--format", "json")
            count = len(json.loads(ran.out or "[]"))
            stages[count] = stages.get(count, 0) + 1
        ran = bed.run("load", folder, "--db", db, "--jobs", "2")
        bed.check(f"kill {number}: the next load completes", ran.code == 0, ran.err)
        is_whole(bed, f"kill {number}, completed", db)
        if number % 3 != 2:
            same = outcome(bed, db) == reference
            bed.check(f"kill {number}: the same as a clean load", same)
        else:
            (folder / "n000.txt").write_text(reports(random.Random(ASKED.seed))["n000.txt"])
            with Reader(db) as reader:
                bed.check(
                    f"kill {number}: the review is kept", any(r.fact_key == reviewed for r in reader.review_log())
                )
        for path in bed.place.glob(f"k{number}.db*"):
            path.unlink()
    print(f"articles stored when the load ended: {dict(sorted(stages.items()))}")


def workers_killed(bed: Bed) -> None:
    """A worker ends, as when memory is short: the load goes on without it."""
    folder = bed.folder("workers", reports(random.Random(ASKED.seed)))
    for number in range(4):
        db = bed.place / f"w{number}.db"
        begun = start(bed, folder, db, 2)
        deadline = time.monotonic() + 20
        while len(group := survivors(begun.pid)) < 3 and begun.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.3 * number)
        for process in group:
            if process != begun.pid and process in survivors(begun.pid):
                os.kill(process, signal.SIGKILL)
                break
        told = begun.communicate(timeout=60)[1].decode()
        print(f"worker killed {number}: code {begun.returncode}, {told.strip()[-120:]}")
        bed.check(f"worker killed {number}", begun.returncode == 0 and f"{ARTICLES} read" in told, told[-300:])
        is_whole(bed, f"worker killed {number}", db)


def review_one(db: Path) -> str:
    """A verdict on some fact of the store; its key."""
    with Writer(db) as writer, Reader(db) as reader:
        key = reader.fact_rows(reader.article_rows(0, 1)[0].id)[0].key
        writer.review(key, "accept", by="tester")
    return key


def robbed(bed: Bed) -> None:
    """The folder, or files in it, go away or change while they are read."""
    dice = random.Random(ASKED.seed + 1)
    folder = bed.folder("rob", reports(dice))
    away = bed.place / "rob-away"
    reference_db = bed.place / "rob-clean.db"
    longest = bed.run("load", folder, "--db", reference_db, "--jobs", "2").seconds
    reference = outcome(bed, reference_db)
    for number in range(8):
        db = bed.place / f"r{number}.db"
        begun = start(bed, folder, db, 1 + number % 2)
        time.sleep(dice.random() * longest)
        folder.rename(away)
        told = begun.communicate(timeout=60)[1].decode()
        code = begun.returncode
        print(f"the folder goes away {number}: code {code}, {told.splitlines()[:1]}")
        bed.check(f"robbed {number}", code in {0, 1} and "Traceback" not in told and "report" not in told, told[-300:])
        before = len(json.loads(bed.run("articles", "--db", db, "--format", "json").out or "[]"))
        ran = bed.run("load", folder, "--db", db)
        bed.expect(f"robbed {number}: load without the folder", ran, says=["no folder"])
        after = len(json.loads(bed.run("articles", "--db", db, "--format", "json").out or "[]"))
        bed.check(f"robbed {number}: nothing is lost", after == before, f"{before} articles, then {after}")
        away.rename(folder)
        ran = bed.run("load", folder, "--db", db)
        bed.expect(f"robbed {number}: load with the folder back", ran, codes=(0,))
        bed.check(f"robbed {number}: the same as a clean load", outcome(bed, db) == reference)
        is_whole(bed, f"robbed {number}", db)
    for number in range(4):
        db = bed.place / f"e{number}.db"
        begun = start(bed, folder, db, 1 + number % 2)
        until = time.monotonic() + longest
        while time.monotonic() < until:
            path = folder / f"n{dice.randrange(ARTICLES):03}.txt"
            match dice.randrange(4):
                case 0 | 1 | 2 if path.is_dir():
                    path.rmdir()
                case 0:
                    path.unlink(missing_ok=True)
                case 1:
                    path.write_bytes(b"")
                case 2:
                    path.write_text(MEETING * dice.randrange(1, 40))
                case _ if not path.is_dir():
                    path.unlink(missing_ok=True)
                    path.mkdir()
            time.sleep(0.01)
        told = begun.communicate(timeout=60)[1].decode()
        bed.check(f"edited {number}", "Traceback" not in told and "report" not in told, told[-300:])
        is_whole(bed, f"edited {number}", db)
        for path in folder.iterdir():
            if path.is_dir():
                path.rmdir()
        for name, text in reports(random.Random(ASKED.seed + 1)).items():
            (folder / name).write_text(text)
        ran = bed.run("load", folder, "--db", db)
        bed.expect(f"edited {number}: load with all put back", ran, codes=(0,))
        bed.check(f"edited {number}: the same as a clean load", outcome(bed, db) == reference)


if __name__ == "__main__":
    main(workers_killed, killed, robbed)
