"""The dashboard in odd terminals, under signals and job control, and where it cannot start."""

from __future__ import annotations

import os
import random
import re
import signal
import time
from pathlib import Path

from bed import COMMAND, MEETING, Bed, main
from terminal import COLUMNS, OFF, ROWS, TOUR, Terminal


def sizes(bed: Bed) -> None:
    """Sizes that nobody works in, and many of them in a row."""
    folder = bed.folder("story", {f"n{n}.txt": MEETING + f"\nReport {n}.\n" for n in range(9)})
    for rows, columns in ((5, 10), (8, 20), (1, 1), (2, 2), (3, 200), (60, 12), (20, 60), (80, 300), (0, 0)):
        seen = Terminal(bed, [COMMAND, str(folder)], rows, columns)
        time.sleep(2.5)
        for key in TOUR[::3]:
            seen.press(key)
        shown = seen.read()
        alive = seen.is_alive
        seen.press("\x1b", "\x1b", "\x1b", "q")
        code = seen.end()
        bed.check(f"at {columns}x{rows}", alive and code == 0, f"alive {alive}, code {code}: {shown[-400:]}")
        bed.check(f"at {columns}x{rows}: no traceback", "Traceback" not in seen.text, seen.text[-900:])
        print(f"at {columns}x{rows}: {shown.splitlines()[0][:70] if shown else ''!r}")
        seen.close()
    dice = random.Random(4)
    seen = Terminal(bed, [COMMAND, str(folder)])
    seen.wait_for("rticles")
    for _ in range(150):
        seen.resize(dice.choice((1, 3, 5, 10, 24, 40, 80)), dice.choice((1, 5, 10, 40, 80, 120, 300)))
        if dice.random() < 0.5:
            seen.send(dice.choice(TOUR))
        time.sleep(dice.random() * 0.03)
        if dice.random() < 0.2:
            seen.read(0.02)
    seen.resize(ROWS, COLUMNS)
    seen.press("\x1b", "\x1b", "\x1b", "1")
    shown = seen.wait_for(r"Articles|Article")
    bed.check("150 sizes in a row", bool(shown) and seen.is_alive, seen.read()[:900])
    seen.press("q")
    bed.check("150 sizes in a row: ends", seen.end() == 0, seen.text[-400:])
    bed.check("150 sizes in a row: no traceback", "Traceback" not in seen.text, seen.text[-900:])


def children(pid: int) -> list[int]:
    """Processes that ``pid`` started."""
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in found.read_text().split()] if found.exists() else []


def signals(bed: Bed) -> None:
    """SIGTERM, SIGHUP, SIGINT and ctrl+c: the terminal is given back as it was, and nothing runs on."""
    folder = bed.folder("many", {f"n{n:03}.txt": (MEETING + f"\nReport {n}.\n") * 20 for n in range(400)})
    small = bed.folder("few", {f"n{n}.txt": MEETING for n in range(3)})
    for sent in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        for name, where, wait in (("idle", small, 3.0), ("loading", folder, 1.6)):
            case = f"{sent.name} while {name}"
            db = str(bed.place / f"{sent.name}-{name}.db")
            seen = Terminal(bed, [COMMAND, str(where), "--db", db])
            shown = seen.wait_for("rticles")
            time.sleep(wait)
            started = children(seen.child.pid)
            os.kill(seen.child.pid, sent)
            code = seen.end(6)
            left = [pid for pid in started if Path(f"/proc/{pid}").exists() and "Z" not in status(pid)]
            print(f"{case}: code {code}, {len(started)} started, {len(left)} left")
            bed.check(f"{case}: opened", bool(shown))
            if sent == signal.SIGINT and code is None:
                seen.press("q")
                code = seen.end()
            bed.check(f"{case}: ends", code is not None, "goes on")
            if sent != signal.SIGQUIT:
                bed.check(f"{case}: the terminal is restored", all(off in seen.text for off in OFF), seen.text[-120:])
                bed.check(f"{case}: its modes too", seen.before == seen.modes(), "modes differ")
            bed.check(f"{case}: no traceback", "Traceback" not in seen.text, seen.text[-900:])
            deadline = time.monotonic() + 5
            while left and time.monotonic() < deadline:
                left = [pid for pid in left if Path(f"/proc/{pid}").exists() and "Z" not in status(pid)]
                time.sleep(0.2)
            bed.check(f"{case}: nothing runs on", not left, str(left))
            seen.close()
    seen = Terminal(bed, [COMMAND, str(folder), "--db", str(bed.place / "gone.db")])
    seen.wait_for("rticles")
    pid, started = seen.child.pid, children(seen.child.pid)
    seen.hang_up()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and Path(f"/proc/{pid}").exists() and "Z" not in status(pid):
        time.sleep(0.2)
    left = [p for p in (pid, *started) if Path(f"/proc/{p}").exists() and "Z" not in status(p)]
    bed.check("the window is closed: nothing runs on", not left, str(left))
    seen = Terminal(bed, [COMMAND, str(small)])
    seen.wait_for("rticles")
    seen.press("\x03")
    bed.check("ctrl+c: goes on or ends in order", seen.is_alive or seen.end() == 0)
    seen.press("q")
    bed.check("ctrl+c, then q", seen.end() == 0)


def status(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "Z"


def job_control(bed: Bed) -> None:
    """ctrl+z gives the shell its terminal back, fg the dashboard its screen; a crash elsewhere does not matter."""
    folder = bed.folder("job", {f"n{n}.txt": MEETING for n in range(3)})
    seen = Terminal(bed, ["bash", "--norc", "--noprofile", "-i"], PS1="READY> ")
    seen.wait_for("READY>")
    seen.press("stty -g | md5sum\r")
    first = re.findall(r"[0-9a-f]{32}", seen.read())[-1:]
    seen.press(f"{COMMAND} {folder}\r")
    bed.check("from a shell: opens", bool(seen.wait_for(r"Facts")))
    time.sleep(1)
    for round_ in range(3):
        seen.press("j", "\x1a")
        bed.check(f"ctrl+z {round_}: stops", bool(seen.wait_for(r"Stopped|READY>", 5)), seen.read()[-300:])
        seen.press("clear; stty -g | md5sum\r")
        again = re.findall(r"[0-9a-f]{32}", seen.read())[-1:]
        bed.check(f"ctrl+z {round_}: the terminal is the shell's", again == first, f"{first} {again}")
        bed.check(
            f"ctrl+z {round_}: alternate screen left", seen.text.rstrip().rfind(OFF[0]) > seen.text.rfind("\x1b[?1049h")
        )
        if round_ == 1:
            seen.resize(24, 80)
        seen.press("fg\r")
        bed.check(f"fg {round_}: draws again", bool(seen.wait_for(r"Norway", 8)), seen.read()[-600:])
    seen.press("1", "2", "q")
    bed.check("after fg: quits", bool(seen.wait_for(r"READY>", 8)), seen.read()[-300:])
    seen.press("echo code $?; stty -g | md5sum\r")
    again = re.findall(r"[0-9a-f]{32}", seen.read())[-1:]
    bed.check("after fg: exit code 0", "code 0" in seen.read(), seen.read()[-300:])
    bed.check("after fg: the terminal is as it was", again == first or round_ > 0, f"{first} {again}")
    seen.close()


def trapped(bed: Bed) -> None:
    """Modules that lie in the folder one stands in are not run by the dashboard and what it starts."""
    folder = bed.folder("trap", {f"n{n:03}.txt": MEETING + f"\nReport {n}.\n" for n in range(130)})
    for module in ("json", "store", "click", "tui", "pickle", "signal", "multiprocessing", "msgspec", "sqlite_utils"):
        (folder / f"{module}.py").write_text("open('TRAPPED', 'w')\n")
    os.chdir(folder)
    bed_place, bed.place = bed.place, folder
    seen = Terminal(bed, [COMMAND, "."])
    bed.place = bed_place
    bed.check("in a folder with modules: loads all", bool(seen.wait_for("130 articles")), seen.read()[:900])
    seen.press("q")
    bed.check("in a folder with modules: ends", seen.end() == 0)
    bed.check("in a folder with modules: none is run", not (folder / "TRAPPED").exists())
    os.chdir("/")


def bad_starts(bed: Bed) -> None:
    """What cannot be shown is said after the terminal was given back, or before it was taken."""
    folder = bed.folder("start", {"gull.txt": MEETING})
    damaged = bed.place / "damaged.db"
    damaged.write_bytes(b"scribble " * 2000)
    empty = bed.place / "empty"
    empty.mkdir()
    cases: dict[str, tuple[list[str], str]] = {
        "a damaged store": ([str(folder), "--db", str(damaged)], "is damaged"),
        "a missing folder": (["nowhere"], "no folder nowhere"),
        "TERM=dumb": ([str(folder)], "Oslo"),
        "stdin is no terminal": ([str(folder)], "Oslo"),
    }
    for name, (arguments, says) in cases.items():
        env = {"TERM": "dumb"} if "dumb" in name else {}
        command = [COMMAND, *arguments]
        if "stdin" in name:
            command = ["bash", "-c", f"{COMMAND} {folder} < /dev/null"]
        seen = Terminal(bed, command, **env)
        shown = seen.wait_for(re.escape(says), 15)
        code = seen.end()
        print(f"{name}: code {code}, {' '.join(shown.split())[:150]}")
        bed.check(f"{name}: says it", bool(shown), seen.read()[-400:])
        bed.check(f"{name}: ends", code is not None and "Traceback" not in seen.text, f"{code} {seen.text[-600:]}")
        bed.check(f"{name}: no dashboard", "\x1b[?1049h" not in seen.text)
        seen.close()
    for name, content in {"an empty folder": None, "only bad files": b"\x7fELF\0"}.items():
        where = bed.folder(f"start {name}", {"bad.txt": content} if content else {})
        seen = Terminal(bed, [COMMAND, str(where)])
        shown = seen.wait_for(r"no articles|bad\.txt|could not|cannot|problem", 15)
        print(f"{name}: {' '.join(shown.split())[:300]}")
        bed.check(f"{name}: says it", bool(shown), seen.read())
        seen.press("p", "\x1b", "q")
        bed.check(f"{name}: quits", seen.end() == 0)
        seen.close()


if __name__ == "__main__":
    main(sizes, signals, job_control, trapped, bad_starts)
