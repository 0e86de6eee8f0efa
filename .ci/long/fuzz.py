"""Texts that nobody would write: they are read through, every span quotes the text, and the same text reads the same.

fuzz.py [PART...]      DATELINE_FUZZ_SECONDS (120) and DATELINE_FUZZ_SEED (new each time, printed) are settings
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bed import MEETING, Bed, main

SECONDS = float(os.environ.get("DATELINE_FUZZ_SECONDS", "120"))
SEED = int(os.environ.get("DATELINE_FUZZ_SEED", str(time.time_ns() % 1_000_000)))
SLOW = 5.0
"""Seconds that no text of a few thousand characters may take."""

SUBJECTS = (
    "Norway|the Andean Community|Peruvian President Ana Ruiz|she|both sides|a senior official|the talks|Oslo".split("|")
)
VERBS = (
    "will meet|met|are to hold talks with|said on Monday that|denied|were to have been held|has postponed|agreed to|"
    "is due in|called “a mistake”|was quoted by the Gull as saying|rejected the claim that|hosts|told"
).split("|")
OBJECTS = (
    "Iceland|in Oslo on May 3|next week|the quota|“no deal”|a summit in Quito from December 3 to 5|nobody|"
    "the deadline|2019-05-03T10:00|at 10:00 GMT on Friday|over the weekend|in the first half of 2031|him again"
).split("|")
JOINTS = [". ", ", ", "; ", " and ", " that ", " when ", "\n\n", " – ", ": ", " (", ") ", " “", "” ", " if ", ", who "]
ODD = [
    "\x1b[31m",
    "\u202e",
    "\x00",
    "[@click=app.quit]",
    "=cmd|'/c calc'!A1",
    "﷽",
    "e\u0301" * 40,
    "👩‍👩‍👧",
    "\ud7ff",
    "\u2028",
    "-" * 300,
    "(" * 200,
    "“" * 99,
    "A.B." * 50,
    "9" * 400,
    "Mr. " * 60,
    "---\ntitle: [\n---\n",
    "<script>",
    "\r",
    "\x85",
]


def texts(chance: random.Random) -> Iterator[str]:
    """Sentences put together at random, plain ones taken apart, and noise."""
    while True:
        kind = chance.random()
        if kind < 0.6:
            pieces = []
            for _ in range(chance.randrange(1, 30)):
                pieces += [chance.choice(SUBJECTS), " ", chance.choice(VERBS), " ", chance.choice(OBJECTS)]
                pieces.append(chance.choice(JOINTS))
                if chance.random() < 0.1:
                    pieces.append(chance.choice(ODD))
            yield "".join(pieces)
        elif kind < 0.9:
            letters = list(MEETING * chance.randrange(1, 4))
            for _ in range(chance.randrange(1, 40)):
                at = chance.randrange(len(letters))
                letters[at : at + chance.randrange(3)] = chance.choice([*ODD, "", " ", "\n", ".", letters[at]])
            yield "".join(letters)
        else:
            yield "".join(
                chr(chance.choice([chance.randrange(32, 127), chance.randrange(0x20, 0xD7FF)])) for _ in range(400)
            )


def spans_of(found: Any) -> Iterator[tuple[int, int]]:
    """Every [start, end] anywhere in the findings."""
    if isinstance(found, dict):
        if isinstance(found.get("start"), int) and isinstance(found.get("end"), int):
            yield found["start"], found["end"]
        for value in found.values():
            yield from spans_of(value)
    elif isinstance(found, list):
        if len(found) == 2 and all(type(part) is int for part in found):
            yield found[0], found[1]
        else:
            for value in found:
                yield from spans_of(value)


def readings(bed: Bed) -> None:
    """One text after another, read twice in this process."""
    from store.errors import UnreadableArticle
    from store.extract.pipeline import read_article
    from store.extract.segment import open_article
    from store.ingest.read import read_document
    from store.stateless import json_line

    chance = random.Random(SEED)
    path = bed.place / "text.txt"
    read = 0
    until = time.monotonic() + SECONDS
    for text in texts(chance):
        if time.monotonic() > until:
            break
        read += 1
        data = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()
        try:
            article = open_article("text", read_document(path, data, None))
            started = time.monotonic()
            first = json_line(article, read_article(article))
            seconds = time.monotonic() - started
            again = json_line(article, read_article(article))
        except UnreadableArticle:
            continue  # a zero byte: no text, and said so
        except Exception as error:
            bed.check(f"seed {SEED}, text {read}", holds=False, why=f"{type(error).__name__}: {error}: {text[:200]!r}")
            continue
        bad = [(s, e) for s, e in spans_of(json.loads(first)) if not 0 <= s <= e <= len(article.text)]
        why = f"{bad[:3]} of {len(article.text)}, {seconds:.1f} s: {text[:200]!r}"
        bed.check(f"seed {SEED}, text {read}", first == again and not bad and seconds < SLOW, why)
    print(f"seed {SEED}: {read} texts in {SECONDS:.0f} s")


def folders(bed: Bed) -> None:
    """A folder of such texts, loaded, shown in every form, and loaded again with nothing new."""
    chance = random.Random(SEED + 1)
    some = texts(chance)
    files = {f"t{number:02}.txt": next(some).encode("utf-8", "replace") for number in range(40)}
    folder, db = bed.folder("fuzz", files), bed.place / "fuzz.db"
    bed.expect(f"load, seed {SEED}", bed.run("load", folder, "--db", db), codes=(0, 1))
    for what in ("articles", "facts", "claims", "talks", "conflicts"):
        for form in ("table", "json", "csv", "markdown"):
            ran = bed.run(what, folder, "--db", db, "--format", form)
            bed.expect(f"{what} as {form}, seed {SEED}", ran, codes=(0, 1))
    ran = bed.run("talks", folder, "--db", db, "--format", "ics")
    told = replace(ran, out=ran.out.replace("\r\n", "\n"))  # RFC 5545 ends its lines so
    bed.expect(f"talks as ics, seed {SEED}", told, codes=(0, 1))
    bed.expect(f"load again, seed {SEED}", bed.run("load", folder, "--db", db), codes=(0, 1))


if __name__ == "__main__":
    main(readings, folders)
