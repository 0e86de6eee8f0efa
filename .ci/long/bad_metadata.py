"""What is known about an article, broken in every way: it costs what it says, not the article."""

from __future__ import annotations

import os

from bed import MEETING, Bed, give_away, main

TOMLS: dict[str, tuple[bytes, str]] = {
    "broken": (b'["gull.txt"\npublished = 2019', "no valid TOML"),
    "not UTF-8": (b'["gull.txt"]\ntitle = "\xff\xfe"', "articles.toml"),
    "binary": (bytes(range(256)) * 9, "articles.toml"),
    "an unknown key": (b'["gull.txt"]\ncolour = "red"', "unknown key"),
    "no table": (b"published = 2019-04-29", "outside a table"),
    "no date": (b'["gull.txt"]\npublished = "soon"', "no date"),
    "a day that is none": (b'["gull.txt"]\npublished = 2019-02-31', "articles.toml"),
    "a number": (b'["gull.txt"]\npublished = 20190429', ""),
    "a number that is no day": (b'["gull.txt"]\npublished = 2019', "articles.toml"),
    "a long hexadecimal number": (b'["gull.txt"]\ntitle = 0x' + b"f" * 9000, "articles.toml"),
    "a list": (b'["gull.txt"]\npublished = [2019-04-29]', "articles.toml"),
    "a time only": (b'["gull.txt"]\npublished = 07:30:00', "articles.toml"),
    "an endless number": (b'["gull.txt"]\ntitle = ' + b"9" * 6000, "articles.toml"),
    "deep nesting": (b'["gull.txt"]\ntitle = ' + b"[" * 20_000, "articles.toml"),
    "a table too deep": (b'["gull.txt"]\n' + b".".join([b"a"] * 5000) + b" = 1", "articles.toml"),
    "the year 1 in the far east": (b'["gull.txt"]\npublished = 0001-01-01T00:00:00+14:00', "articles.toml"),
    "the year 9999 in the far west": (b'["gull.txt"]\npublished = 9999-12-31T23:59:59-12:00', "articles.toml"),
    "no outlet but a table": (b'["gull.txt"]\noutlet = {name = 3}', ""),
    "controls": (b'["gull.txt"]\ntitle = "\\u001b[31m[/red]\\u202e"\noutlet = "[@click=app.quit]"', ""),
    "an escape in a key": (b'["gull.txt"]\n"\\u001b[31m" = 1', "articles.toml"),
    "of a file that is not there": (b'["tern.txt"]\npublished = 2019-04-29', ""),
    "empty": (b"", ""),
    "too long": (b"# " + b"x" * 30_000_000, "articles.toml"),
}


def tomls(bed: Bed) -> None:
    """A broken ``articles.toml`` costs what it says, not the articles beside it."""
    for name, (content, said) in TOMLS.items():
        folder = bed.folder(f"toml {name}", {"gull.txt": MEETING, "articles.toml": content})
        says = [said, "articles.toml"] if said else []
        for command in ("articles", "extract"):
            more = ["--format", "json"] if command == "articles" else []
            ran = bed.run(command, folder, *more, timeout=30)
            bed.expect(f"articles.toml: {name}, {command}", ran, codes=(1 if said else 0,), says=says, shows=['"gull"'])
    folder = bed.folder("toml folder", {"gull.txt": MEETING})
    (folder / "articles.toml").mkdir()
    ran = bed.run("articles", folder, "--format", "json")
    bed.expect("articles.toml: a folder", ran, says=["articles.toml"], shows=['"gull"'])
    folder = bed.folder("toml pipe", {"gull.txt": MEETING})
    os.mkfifo(folder / "articles.toml")
    ran = bed.run("articles", folder, "--format", "json", timeout=20)
    bed.expect("articles.toml: a pipe", ran, codes=(0, 1), shows=['"gull"'])
    folder = bed.folder("toml shut", {"gull.txt": MEETING, "articles.toml": b""})
    give_away(folder)
    give_away(bed.home)
    (folder / "articles.toml").chmod(0)
    ran = bed.run("articles", folder, "--format", "json", unprivileged=True)
    bed.expect("articles.toml: unreadable", ran, says=["articles.toml"], shows=['"gull"'])


FRONTS: dict[str, tuple[bytes, bool]] = {
    "never closed": (b'---\ntitle: "open\n---\n', True),
    "no end": (b"---\ntitle: x\n", False),
    "a list": (b"---\n- a\n- b\n---\n", False),
    "a tag": (b"---\ntitle: !!python/object/apply:os.system [echo]\n---\n", True),
    "an unhashable key": (b"---\n? [a, b]\n: c\n---\n", True),
    "a day that is none": (b"---\ndate: 2019-02-31\n---\n", True),
    "no date": (b"---\ndate: whenever\n---\n", True),
    "a list for a date": (b"---\ndate: [1, 2]\n---\n", True),
    "keys of all kinds": (b"---\n1: a\n2.5: b\ntrue: c\n2019-01-01: d\nnull: e\n---\n", False),
    "deep nesting": (b"---\ntitle: " + b"[" * 5000 + b"]" * 5000 + b"\n---\n", True),
    "deep nesting, TOML": (b"+++\ntitle = " + b"[" * 5000 + b"]" * 5000 + b"\n+++\n", True),
    "a billion laughs": (
        b"---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 12))
        + b"authors: *a11\ntitle: *a11\n---\n",
        True,
    ),
    "a knot": (b"---\nauthor: &a [*a]\n---\n", True),
    "broken TOML": (b"+++\ntitle = \n+++\n", True),
    "an endless number": (b"---\ntitle: " + b"9" * 6000 + b"\n---\n", True),
    "an endless number, TOML": (b"+++\ntitle = " + b"9" * 6000 + b"\n+++\n", True),
    "the year 1 in the far east": (b"---\ndate: 0001-01-01T00:00:00+14:00\n---\n", True),
    "the year 1 in the far east, TOML": (b"+++\ndate = 0001-01-01T00:00:00+14:00\n+++\n", True),
    "a control": (b"---\ntitle: a\x07b\n---\n", True),
    "an escape": (b'---\ntitle: "\\e[31mred [/]"\n---\n', False),
    "a lone surrogate": (b'---\ntitle: "\\ud800"\n---\n', False),
    "a binary": (b"---\ntitle: !!binary aGVsbG8=\n---\n", True),
    "a set": (b"---\ntitle: !!set {a, b}\n---\n", True),
    "merged keys": (
        b"---\na0: &a0 {x: 1, y: 2}\n"
        + b"".join(b"a%d: &a%d {<<: [%s]}\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 12))
        + b"---\n",
        True,
    ),
    "20,000 words": (b"---\ntitle: " + b"word " * 3_000 + b"\n---\n", False),
    "many dashes": (b"---\n" * 100_000, False),
}


def front_matter(bed: Bed) -> None:
    """Broken front matter costs what it says, not the article below it."""
    for name, (content, bad) in FRONTS.items():
        folder = bed.folder(f"front {name}", {"gull.md": content + b"\n" + MEETING.encode()})
        for command in ("articles", "extract"):
            more = ["--format", "json"] if command == "articles" else []
            ran = bed.run(command, folder, *more, timeout=30)
            says = ["gull.md: ", "Mend it"] if bad else []
            bed.expect(f"front matter: {name}, {command}", ran, codes=(int(bad),), says=says, shows=['"gull"'])


BODY = MEETING.encode() * 4
ARTICLE = b"<article><p>" + BODY + b"</p></article>"
PAGES: dict[str, bytes] = {
    "no tags": b"Just words, and not many.",
    "deep": b"<html><body>" + b"<div>" * 50_000 + b"<p>" + BODY + b"</p>",
    "deep lists": b"<html><body><article>" + b"<ul><li>" * 5_000 + BODY + b"</article>",
    "controls": b"<html><body><p>\x1b[31m \xc2\x9b &#27;[2J &#x9b; &#0; </p>" + ARTICLE,
    "wrong encoding": b'<html><head><meta charset="utf-16"></head><body>' + ARTICLE,
    "XML": b'<?xml version="1.0" encoding="koi8-r"?><html><body>' + ARTICLE,
    "entities": b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body><p>&b;&b;</p>' + ARTICLE,
    "bad JSON-LD": b"""<html><head>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": [[[</script>
<script type="application/ld+json">[1, null, {"@graph": 3, "author": {"name": null}, "datePublished": 7}]</script>
<meta property="article:published_time" content="99999-99-99"><meta name="date" content=""></head><body>"""
    + ARTICLE,
    "an old date": b"""<html><head><meta property="article:published_time" content="0001-01-01T00:00:00+14:00">
</head><body>"""
    + ARTICLE,
    "frames": b"<frameset><frame src=x></frameset>",
    "a lone surrogate": b"<html><body><p>&#xd800;&#xdfff;</p>" + ARTICLE,
    "attributes": b"<html><body><p " + b"a=b " * 100_000 + b">" + ARTICLE,
    "a table": b"<html><body><table>" + b"<tr><td>1</td><td>The ministers met.</td></tr>" * 5_000 + b"</table>",
}


def pages(bed: Bed) -> None:
    """Web pages of the worst kind."""
    for name, content in PAGES.items():
        folder = bed.folder(f"page {name}", {"page.html": content, "gull.txt": MEETING})
        for command in ("articles", "extract"):
            more = ["--format", "json"] if command == "articles" else []
            ran = bed.run(command, folder, *more, timeout=60)
            bed.expect(f"page: {name}, {command}", ran, codes=(0, 1), shows=['"gull"'])
            bed.check(f"page: {name} names its file", ran.code == 0 or "page.html" in ran.err, ran.err)
            bed.check(f"page: {name} is no fault of the program", "report this" not in ran.err, ran.err)


if __name__ == "__main__":
    main(tomls, front_matter, pages)
