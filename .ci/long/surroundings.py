"""Odd places to run in: locales, homes, pipes, terminals and options that nobody would choose."""

from __future__ import annotations

import os
import subprocess

from bed import COMMAND, MEETING, NOBODY, PATIENCE, Bed, Ran, give_away, main

LISTS = ("articles", "facts", "claims", "talks", "conflicts")
ACCENTED = MEETING + "\nThe “Škoda” deal in Zürich and Łódź was called ‘fine’ — said José Ñandú of 日本 🙂.\n"


def shell(bed: Bed, script: str, **changed: str | None) -> Ran:
    """What a script of bash leaves behind; ``$D`` is the command."""
    environment = bed.environment(D=COMMAND, **changed)
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, check=False, env=environment, cwd=bed.place, timeout=PATIENCE
    )
    return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), 0)


def locales(bed: Bed) -> None:
    """Locales without UTF-8, and file names that they cannot say."""
    folder = bed.folder("story", {"gull.txt": ACCENTED, "žluť.txt": ACCENTED})
    odd: dict[str, dict[str, str | None]] = {
        "C": {"LC_ALL": "C", "LANG": None},
        "POSIX": {"LC_ALL": "POSIX", "LANG": None},
        "none": {"LANG": None},
        "one that does not exist": {"LC_ALL": "xx_YY.KOI8-R"},
        "C without UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "ASCII streams": {"PYTHONIOENCODING": "ascii"},
        "ASCII streams, strict": {"PYTHONIOENCODING": "ascii:strict"},
        "UTF-16 streams": {"PYTHONIOENCODING": "utf-16"},
        "Turkish": {"LC_ALL": "tr_TR.UTF-8"},
    }
    for name, changed in odd.items():
        if "PYTHONUTF8" in changed:
            ran = bed.run("articles", folder, "--db", f"l{name}.db", "--format", "json", env=bed.environment(**changed))
            bed.expect(f"locale {name}", ran, says=["žluť.txt: has a name that is not ASCII"], shows=['"gull"'])
            continue
        for kind in LISTS:
            ran = bed.run(kind, folder, "--db", f"l{name}.db", "--format", "json", env=bed.environment(**changed))
            bed.expect(f"locale {name}, {kind}", ran, codes=(0,), silent=True)
        for form in ("table", "csv", "markdown"):
            ran = bed.run("facts", folder, "--db", f"l{name}.db", "--format", form, env=bed.environment(**changed))
            bed.expect(f"locale {name}, facts as {form}", ran, codes=(0,), shows=["Lund"])
        ran = bed.run("extract", folder, env=bed.environment(**changed))
        bed.expect(f"locale {name}, extract", ran, codes=(0,), shows=["gull"])
        ran = bed.run("articles", "keine-žluť", env=bed.environment(**changed))
        bed.expect(f"locale {name}, a missing folder with accents", ran, says=["no folder keine-"])


def homes(bed: Bed) -> None:
    """No home, a home that is none."""
    folder = bed.folder("story", {"gull.txt": MEETING})
    nowhere: dict[str, str | None] = {"HOME": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None}
    for name, changed in {
        "no HOME": nowhere,
        "an empty HOME": {**nowhere, "HOME": ""},
        "HOME that does not exist": {**nowhere, "HOME": "/nonexistent"},
        "HOME is a file": {**nowhere, "HOME": str(folder / "gull.txt")},
        "XDG_DATA_HOME is a file": {"XDG_DATA_HOME": str(folder / "gull.txt")},
        "XDG_DATA_HOME is empty": {"XDG_DATA_HOME": ""},
        "XDG_DATA_HOME is relative": {"XDG_DATA_HOME": "data"},
        "XDG_DATA_HOME may not be written": {"XDG_DATA_HOME": "/proc"},
    }.items():
        for command in ("talks", "load", "forget"):
            ran = bed.run(command, folder, env=bed.environment(**changed), unprivileged=True)
            shows = ["Oslo"] if command == "talks" and ran.code == 0 else []
            bed.expect(f"{name}, {command}", ran, codes=(0, 1), says=["store"] if ran.code else [], shows=shows)
    ran = shell(bed, f"env -i $D talks {folder} --db bare.db")
    bed.expect("an empty environment", ran, codes=(0,), shows=["Oslo"])
    bed.expect("the folder one stands in is gone", shell(bed, "mkdir x; cd x; rmdir ../x; $D talks"), codes=(0, 1))
    bed.expect("the same, a relative folder", shell(bed, "mkdir y; cd y; rmdir ../y; $D talks z"), codes=(1,))
    closed = bed.folder("closed", {"articles.md": MEETING})
    give_away(bed.home)
    closed.chmod(0o311)
    ran = bed.run("talks", unprivileged=True, cwd=closed)
    bed.expect("the folder one stands in may not be read", ran, codes=(0, 1))
    many = bed.folder("many", {f"n{n:03}.txt": MEETING for n in range(130)})
    modules = (
        "json.py",
        "store.py",
        "click.py",
        "tui.py",
        "pickle.py",
        "signal.py",
        "multiprocessing.py",
        "msgspec.py",
    )
    trap = bed.folder("trap", dict.fromkeys(modules, 'raise SystemExit("TRAPPED")\n'))
    (trap / "sqlite_utils").mkdir()
    (trap / "sqlite_utils" / "__init__.py").write_text('raise SystemExit("TRAPPED")\n')
    for command in ("talks", "extract", "load"):
        ran = bed.run(command, folder, *([many, "--jobs", "2"] if command == "load" else []), cwd=trap)
        bed.expect(f"modules in the folder one stands in, {command}", ran, codes=(0,))
        bed.check(f"modules in the folder one stands in, {command}, are not run", "TRAPPED" not in ran.out + ran.err)


def pipes(bed: Bed) -> None:
    """Streams that are closed, full, or leave early."""
    folder = bed.folder("story", {f"n{n}.txt": MEETING * 5 for n in range(60)})
    shell(bed, f"$D load {folder}")
    for kind in LISTS:
        for form in ("json", "table", "csv", "markdown"):
            ran = shell(bed, f"set -o pipefail; $D {kind} {folder} --format {form} | head -c 10 > head; wc -c < head")
            bed.expect(f"{kind} as {form} into head", ran, codes=(0, 1, 141), silent=True)
    bed.expect("extract into head", shell(bed, f"$D extract {folder} | head -c 10"), codes=(0,), silent=True)
    bed.expect("talks into true", shell(bed, f"$D talks {folder} | true"), codes=(0,), silent=True)
    bed.expect("stderr into true", shell(bed, "$D talks nowhere 2>&1 >/dev/null | true"), codes=(0, 1))
    bed.expect("stdin closed", shell(bed, f"$D talks {folder} <&-"), codes=(0,), shows=["Oslo"])
    bed.expect("stdin closed, dashboard", shell(bed, f"$D {folder} <&-"), codes=(0,), shows=["Oslo"])
    bed.expect("stdout closed", shell(bed, f"$D talks {folder} >&-"), codes=(0, 1))
    bed.expect("stdout closed, dashboard", shell(bed, f"$D {folder} >&-"), codes=(0, 1))
    bed.expect("stderr closed", shell(bed, f"$D talks {folder} 2>&-"), codes=(0,), shows=["Oslo"])
    bed.expect("stderr closed, an error", shell(bed, "$D talks nowhere 2>&-"), codes=(1,))
    bed.expect("all closed", shell(bed, f"$D talks {folder} <&- >&- 2>&-"), codes=(0, 1))
    bed.expect("all closed, load", shell(bed, f"$D load {folder} <&- >&- 2>&-"), codes=(0, 1))
    bed.expect("stdout full", shell(bed, f"$D facts {folder} > /dev/full"), codes=(1,))
    bed.expect("stdout full, extract", shell(bed, f"$D extract {folder} > /dev/full"), codes=(1,))
    bed.expect("stderr full", shell(bed, f"$D load {folder} 2> /dev/full"), codes=(0, 1))
    bed.expect("few open files", shell(bed, f"ulimit -n 16; $D talks {folder} --db few.db"), codes=(0, 1))
    bed.expect(
        "no file over 100 kB",
        shell(bed, f"ulimit -f 100; $D load {folder} --db small.db"),
        codes=(1,),
        says=["small.db"],
    )
    bed.expect("that store, later", shell(bed, f"$D load {folder} --db small.db"), codes=(0,))
    for kilobytes in (60_000, 70_000, 80_000, 90_000, 100_000, 120_000):
        ran = shell(bed, f"ulimit -v {kilobytes}; $D load {folder} --db memory.db")
        print(f"memory of {kilobytes // 1000} MB: code {ran.code} {ran.err[-200:]!r}")
    bed.expect("that store, later", shell(bed, f"$D load {folder} --db memory.db"), codes=(0,))


def terminals(bed: Bed) -> None:
    """Sizes and names of terminals, read from the environment."""
    folder = bed.folder("story", {"gull.txt": ACCENTED})
    for name, changed in {
        "TERM=dumb": {"TERM": "dumb"},
        "no TERM": {"TERM": None},
        "an odd TERM": {"TERM": "../../etc/passwd"},
        "COLUMNS=0": {"COLUMNS": "0", "LINES": "0"},
        "COLUMNS=1": {"COLUMNS": "1", "LINES": "1"},
        "COLUMNS=-5": {"COLUMNS": "-5"},
        "COLUMNS=wide": {"COLUMNS": "wide"},
        "COLUMNS=99999": {"COLUMNS": "99999"},
        "NO_COLOR": {"NO_COLOR": "1"},
        "FORCE_COLOR": {"FORCE_COLOR": "1"},
        "TZ=rubbish": {"TZ": "rubbish"},
        "TZ far": {"TZ": "Pacific/Kiritimati"},
        "warnings are shown": {"PYTHONWARNINGS": "always", "PYTHONDEVMODE": None},
        "optimised": {"PYTHONOPTIMIZE": "2"},
    }.items():
        for arguments in (["talks", folder], ["facts", folder], [folder]):
            ran = bed.run(*arguments, env=bed.environment(**changed))
            bed.expect(f"{name}, {arguments[0] if len(arguments) > 1 else 'dashboard'}", ran, codes=(0,))


def options(bed: Bed) -> None:
    """Moments at the ends of the calendar, zones that are paths, jobs without end."""
    folder = bed.folder("story", {"gull.txt": MEETING})
    for moment in (
        "0001-01-01",
        "9999-12-31",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "1969-12-31",
        "2019-05-03T25:00",
        "2019-W18-5",
        "20190503",
        "",
        "now",
        "story",
        "\x1b[31m",
        "9" * 5000,
        "２０１９-05-03",
        "-1",
    ):
        for command in (["talks", folder], ["claims", folder], [folder]):
            ran = bed.run(*command, f"--as-of={moment}")
            bed.expect(f"--as-of {moment[:20]!r}, {len(command)}", ran, codes=(0, 2))
    for zone in (
        "../../etc/passwd",
        "/etc/passwd",
        "",
        "UTC",
        "utc",
        "localtime",
        "Europe",
        "x" * 5000,
        "\x1b[31m",
        "a/../UTC",
        ".",
    ):
        ran = bed.run(folder, f"--zone={zone}")
        bed.expect(f"--zone {zone[:20]!r}", ran, codes=(0, 2))
    for jobs in ("0", "-1", "x", "1e9", "99999999999999999999"):
        bed.expect(f"--jobs {jobs}", bed.run("load", folder, "--jobs", jobs), codes=(0, 2))
    many = bed.folder("many", {f"n{n:03}.txt": MEETING for n in range(130)})
    bed.expect("--jobs 300", bed.run("load", many, "--jobs", "300"), codes=(0, 1))
    for words in (["--version"], ["--help"], ["talks", "--help"], ["load", "--help"]):
        bed.expect(" ".join(words), bed.run(*words), codes=(0,))
    for words in (
        ["load"],
        ["extract"],
        ["forget"],
        ["talks", "a", "b"],
        ["a", "b", "c"],
        ["--db"],
        ["talks", "--format", "ics2"],
    ):
        bed.expect(" ".join(words) + " is wrong usage", bed.run(*words), codes=(2,))
    print(f"run by user {os.getuid()}, the unprivileged user is {NOBODY}")


if __name__ == "__main__":
    main(locales, homes, pipes, terminals, options)
