"""Files and folders that are no good: each is named in a sentence, and the rest is read all the same."""

from __future__ import annotations

import json
import os
import random
import socket
from pathlib import Path

from bed import MEETING, Bed, Ran, give_away, main

GERMAN = (
    "Die Außenminister beider Länder wollen sich am Freitag in Wien treffen, wie das Ministerium am Montag mitteilte. "
    "Es gehe um die Fischerei und um die Grenze im Norden, sagte eine Sprecherin. Man hoffe auf eine Einigung noch "
    "in diesem Jahr, doch seien viele Fragen offen. Die Opposition sprach von einem Schauspiel ohne Folgen.\n\n"
) * 3
RUSSIAN = (
    "Министры иностранных дел двух стран встретятся в пятницу в Вене, сообщило министерство в понедельник. Речь "
    "пойдёт о рыболовстве и о границе на севере, сказала представитель ведомства. Стороны надеются на соглашение в "
    "этом году, но многие вопросы остаются открытыми, заявили в правительстве.\n\n"
) * 3
CHINESE = "两国外长将于星期五在维也纳举行会谈,外交部周一表示。会谈将讨论渔业和北部边界问题,发言人说。\n\n" * 10
ARABIC = "سيجتمع وزيرا خارجية البلدين يوم الجمعة في فيينا، حسبما ذكرت الوزارة يوم الاثنين.\n\n" * 10


def shown(ran: Ran) -> list[str]:
    """Names of the articles that were printed as JSON."""
    try:
        return [row["article"] for row in json.loads(ran.out)]
    except ValueError:
        return []


def folders(bed: Bed) -> None:
    """No folder, an empty one, one of another kind."""
    (bed.place / "empty").mkdir()
    bed.expect(
        "empty folder", bed.run("articles", "empty", "--format", "json"), says=["empty holds no articles"], shows=["[]"]
    )
    bed.expect("missing folder", bed.run("talks", "nowhere"), says=["no folder nowhere"])
    bed.expect("missing folder, dashboard", bed.run("nowhere"), says=["no folder nowhere"])
    bed.expect("missing folder, load", bed.run("load", "nowhere"), says=["no folder nowhere"])
    bed.expect("missing folder, extract", bed.run("extract", "nowhere"), says=["no folder nowhere"])
    bed.expect("missing folder, forget", bed.run("forget", "nowhere"), says=["nothing was deleted"])
    good = bed.folder("good", {"gull.txt": MEETING})
    ran = bed.run("load", "nowhere", good)
    bed.expect("one folder missing, one good", ran, says=["no folder nowhere", "1 articles", "1 read"])
    ran = bed.run("extract", "nowhere", good)
    bed.expect("one folder missing, extract", ran, says=["no folder nowhere"], shows=['"article":"gull"'])
    bed.folder("other", {"picture.png": b"\x89PNG", "notes.docx": b"PK\x03\x04"})
    bed.expect("folder of other files", bed.run("articles", "other"), says=["other holds no articles"])
    bed.expect("a picture for a folder", bed.run("articles", "other/picture.png"), says=["picture.png is no article"])
    bed.expect("a device for a folder", bed.run("articles", "/dev/null"), says=["/dev/null"])
    bed.expect("a device to extract", bed.run("extract", "/dev/zero", timeout=20), says=["/dev/zero"])
    bed.expect("an empty name", bed.run("articles", ""), codes=(0, 1, 2))
    bed.expect("a name of 5,000 letters", bed.run("articles", "x" * 5000), says=["xxx"])
    bed.expect("a wrong option", bed.run("articles", "--wrong"), codes=(2,), says=["--wrong"])
    closed = bed.folder("closed", {"gull.txt": MEETING})
    give_away(bed.home)
    closed.chmod(0)
    bed.expect("a folder that may not be read", bed.run("articles", closed, unprivileged=True), says=[str(closed)])
    inner = bed.folder("partly", {"gull.txt": MEETING}) / "shut"
    bed.folder("partly/shut", {"tern.txt": MEETING})
    give_away(bed.place / "partly")
    inner.chmod(0)
    ran = bed.run("articles", "partly", "--format", "json", unprivileged=True)
    bed.expect("a folder inside that may not be entered", ran, says=["partly/shut"], shows=['"gull"'])
    bed.expect(
        "the same, extract", bed.run("extract", "partly", unprivileged=True), says=["partly/shut"], shows=['"gull"']
    )
    inner.chmod(0o444)
    ran = bed.run("articles", "partly", "--format", "json", unprivileged=True)
    bed.expect("a folder whose names alone may be seen", ran, says=["partly/shut"], shows=['"gull"'])
    bed.place.joinpath("itself").symlink_to("itself")
    for command in ("articles", "load", "extract", "forget"):
        bed.expect(f"a link to itself, {command}", bed.run(command, "itself"), says=["itself"])
        bed.expect(f"a home that nobody has, {command}", bed.run(command, "~nobody-here/x"), says=["~nobody-here"])


def files(bed: Bed) -> None:
    """One bad file of each kind beside a good one."""
    noise = random.Random(7).randbytes(20_000)
    bad: dict[str, bytes] = {
        "program.txt": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40,
        "archive.txt": b"PK\x03\x04\x14\x00\x08\x00" + noise,
        "noise.txt": noise.replace(b"\0", b"\x01"),
        "nul.txt": b"The talks\0 will be held.",
        "broken16.txt": b"\xff\xfe\x00\xd8\x00",
        "nothing.txt": b"",
        "blank.txt": b" \n\t\r\n \xef\xbb\xbf ",
        "long.txt": b"The ministers will meet in Oslo on May 3, 2019.\n" * 650_000,
        "blank.html": b"<html><body></body></html>",
        "script.html": b"<script>alert(1)</script>" * 50,
        "german.txt": GERMAN.encode(),
        "russian.txt": RUSSIAN.encode(),
        "chinese.txt": CHINESE.encode(),
        "arabic.txt": ARABIC.encode(),
        "koi8.txt": RUSSIAN.encode("koi8-r"),
        "big5.txt": CHINESE.replace("两", "兩").encode("gb18030"),
    }
    folder = bed.folder("mixed", {**bad, "gull.txt": MEETING, "latin.txt": (MEETING * 8).encode("cp1252", "replace")})
    (folder / "shut.txt").write_text(MEETING)
    give_away(folder)
    give_away(bed.home)
    (folder / "shut.txt").chmod(0)
    named = [name for name in bad if name not in {"koi8.txt", "big5.txt"}]
    ran = bed.run("articles", folder, "--format", "json", unprivileged=True)
    if bed.expect("bad files beside a good one", ran, says=[*named, "shut.txt"], shows=['"gull"', '"latin"']):
        for line in ran.err.splitlines():
            print(f"      {line[:170]}")
    again = bed.run("articles", folder, "--format", "json", unprivileged=True)
    bed.expect("the same again", again, says=[*named, "shut.txt"], shows=['"gull"', '"latin"'])
    bed.check(
        "nothing differs the second time", again.out == ran.out and sorted(again.err) == sorted(ran.err), again.err
    )
    ran = bed.run("extract", folder, unprivileged=True)
    bed.expect("bad files, extract", ran, says=[*named, "shut.txt"], shows=['"gull"', '"latin"'])
    for name in ("program.txt", "long.txt", "nothing.txt"):
        bed.expect(
            f"{name} named alone", bed.run("articles", folder / name, "--format", "json"), says=[name], shows=["[]"]
        )
        bed.expect(f"{name} named alone, extract", bed.run("extract", folder / name), says=[name])
    for text in folder.iterdir():
        text.unlink()
    (folder / "gull.txt").write_text(MEETING)
    give_away(folder)
    ran = bed.run("articles", folder, "--format", "json", unprivileged=True)
    bed.expect("once they are gone", ran, codes=(0,), silent=True, shows=['"gull"'])


NAMES: tuple[bytes, ...] = (
    b"new\nline.txt",
    b"\x1b]52;c;aGk=\x07.txt",
    b"\x1b[31mred.txt",
    "\x9b2J.txt".encode(),
    "\u202egpj.txt".encode(),
    b"[red]x.txt",
    b"[@click=app.quit]x[red].txt",
    b"[bold.txt",
    b"-x.txt",
    b"--help.txt",
    b"%s%n.txt",
    b"'; drop table files; --.txt",
    b'"quoted".txt',
    b"a#b?c%41.txt",
    b"back\\slash.txt",
    b"tab\there.txt",
    b"cr\rhere.txt",
    b"a...txt",
    b"  .txt",
    "e\u0301é.txt".encode(),
    "日本語.txt".encode(),
    "🙂.txt".encode(),
    b"x" * 251 + b".txt",
    b"UPPER.TXT",
    b"double.txt.txt",
    b"=1+1.txt",
)
UNPRINTABLE = (b"\xff\xfe.txt", b"caf\xe9.txt", b"\xed\xa0\x80.txt")


def names(bed: Bed) -> None:
    """Names of files and folders that are text to somebody else."""
    folder = bed.place / "names"
    folder.mkdir()
    for name in (*NAMES, *UNPRINTABLE):
        Path(os.fsdecode(bytes(folder) + b"/" + name)).write_text(MEETING)
    for form in ("json", "table", "csv", "markdown"):
        for kind in ("articles", "facts", "talks"):
            ran = bed.run(kind, folder, "--format", form)
            bed.expect(f"strange names, {kind} as {form}", ran, says=["caf\\xe9.txt", "Rename it"])
    ran = bed.run("articles", folder, "--format", "json")
    bed.check("all but three names are read", len(shown(ran)) == len(NAMES), f"{len(shown(ran))} of {len(NAMES)}")
    ran = bed.run("extract", folder)
    lines = [json.loads(line) for line in ran.out.splitlines()]
    bed.expect("strange names, extract", ran, says=["caf\\xe9.txt"])
    bed.check("all but three are extracted", len(lines) == len(NAMES), str(len(lines)))
    for name in (b"-x.txt", b"--help.txt", b"\x1b[31mred.txt", b"new\nline.txt", b"[red]x.txt"):
        ran = bed.run("articles", "--format", "json", "--", name, cwd=folder)
        bed.expect(f"the file {name!r} named alone", ran, codes=(0,), silent=True, shows=["article"])
    ran = bed.run("articles", "--format", "json", "--", UNPRINTABLE[0], cwd=folder)
    bed.expect("a name that is not UTF-8, named alone", ran, says=["Rename it"])
    for name in (
        b"dir \x1b[31m",
        b"dir \xff",
        b"-dir",
        b"dir\nline",
        b"dir [red]",
        b"dir #?%41",
        b"talks",
        "dir \u202e".encode(),
    ):
        inner = Path(os.fsdecode(bytes(bed.place) + b"/folders/" + name))
        inner.mkdir(parents=True)
        (inner / "gull.txt").write_text(MEETING)
        bad = name == b"dir \xff"
        for command in ("articles", "load", "forget"):
            ran = bed.run(command, "--", name, cwd=inner.parent)
            codes, says = ((1,), ["Rename it"] if command != "forget" else []) if bad else ((0,), [])
            bed.expect(f"the folder {name!r}, {command}", ran, codes=codes, says=says)


def links_and_devices(bed: Bed) -> None:
    """What looks like a file and is none."""
    folder = bed.folder("links", {"gull.txt": MEETING})
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "up").symlink_to(bed.place)
    (folder / "again.txt").symlink_to("gull.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "kernel.txt").symlink_to("/proc/kallsyms")
    (folder / "folder.txt").mkdir()
    (folder / "folder.txt" / "inner.txt").write_text(MEETING)
    os.mkfifo(folder / "pipe.txt")
    unix = socket.socket(socket.AF_UNIX)
    os.chdir(folder)
    unix.bind("socket.txt")
    if os.getuid() == 0:
        os.mknod(folder / "null.txt", 0o20666, os.makedev(1, 3))
        os.mknod(folder / "zero.txt", 0o20666, os.makedev(1, 5))
    ran = bed.run("articles", folder, "--format", "json", timeout=30)
    bed.expect("links, pipes, sockets, devices", ran, codes=(0, 1), shows=['"gull"', '"inner"'])
    print(f"      {shown(ran)} {ran.err!r}")
    bed.expect("the same again", bed.run("articles", folder, timeout=30), codes=(ran.code,))
    bed.expect("links, extract", bed.run("extract", folder, timeout=30), codes=(0, 1), shows=['"gull"'])
    for name in ("self.txt", "dangling.txt", "pipe.txt", "socket.txt", "endless.txt"):
        ran = bed.run("articles", folder / name, timeout=20)
        bed.expect(f"{name} named alone", ran, says=[name])
    unix.close()


if __name__ == "__main__":
    main(folders, files, names, links_and_devices)
