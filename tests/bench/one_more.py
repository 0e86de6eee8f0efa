"""What one more article costs beside a comparison of everything:  python -m tests.bench.one_more [ARTICLES ...]

Fills a store with invented articles of 40 states, their people and bodies, as many a week at any size, then adds single
ones. Prints seconds of both and their ratio, and how much dearer one more became than in the first size.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from store.db.files import FileState
from store.extract.facts import facts_of
from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.ingest.read import read_bytes, read_document
from store.refresh.part import compare_part
from store.refresh.whole import compare_whole
from store.writer import Writer

SIZES = (500, 3_000)
MORE = 15
FIRST = date(2022, 1, 10)
A_WEEK = 60
STATES = ("Norway", "Peru", "Kenya", "France", "Chile", "Japan", "Ghana", "Spain", "Oman", "Nepal", "Latvia", "Panama")
ADJECTIVES = ("Norwegian", "Peruvian", "Kenyan", "French", "Chilean", "Japanese", "Ghanaian", "Spanish", "Omani",
              "Nepalese", "Latvian", "Panamanian")  # fmt: skip
CITIES = ("Oslo", "Lima", "Nairobi", "Lyon", "Santiago", "Osaka", "Accra", "Madrid", "Muscat", "Riga")
GIVEN = ("Ada", "Olaf", "Rosa", "Ruth", "Paul", "Ken", "Ama", "Ines", "Said", "Mira")
OFFICES = ("President", "Foreign Minister", "Prime Minister")
SYLLABLES = (
    "ba",
    "do",
    "fen",
    "gil",
    "hor",
    "jas",
    "kem",
    "lun",
    "mor",
    "nap",
    "quil",
    "ros",
    "tav",
    "vel",
    "wix",
    "zor",
)
VERBS = ("close", "open", "double", "reduce", "extend", "inspect", "release", "repair", "fortify", "privatise")


def word(dice: random.Random) -> str:
    """One of 65,000 words that mean nothing: common ones come up often, most of them seldom."""
    size = len(SYLLABLES)
    return "".join(SYLLABLES[min(size - 1, int(dice.expovariate(0.35)))] for _ in range(4))


def article(number: int, dice: random.Random) -> str:
    """A dated report of seven sentences about the affairs of its week."""
    day = FIRST + timedelta(7 * number // A_WEEK)
    of_the_week = random.Random(day.toordinal() // 7)
    affairs = [(of_the_week.sample(range(len(STATES)), 2), word(of_the_week)) for _ in range(8)]
    told = [_sentences(*dice.choice(affairs), day, dice) for _ in range(2)]
    body = [sentence for story in told for sentence in story]
    return f"{word(dice).title()} report\n\n{dice.choice(CITIES).upper()}, {day:%B} {day.day}, {day.year} (Wire) - " + (
        "\n\n".join(body)
    )


def _sentences(states: list[int], subject: str, day: date, dice: random.Random) -> list[str]:
    one, two = states
    office = dice.choice(OFFICES)
    who = f"{ADJECTIVES[one]} {office} {GIVEN[one % len(GIVEN)]} {SYLLABLES[one].title()}{office[:3].lower()}"
    meeting = day + timedelta(dice.randint(4, 12))
    return [
        f"{STATES[one]} and {STATES[two]} will hold talks in {dice.choice(CITIES)} on {meeting:%B} {meeting.day}.",
        f"{who} said that {STATES[two]} would {dice.choice(VERBS)} the {subject} {word(dice)} near the {word(dice)}.",
        f'"We will never {dice.choice(VERBS)} the {subject} {word(dice)} of the {word(dice)}," {who} said.',
        f"{STATES[two]} denied that it had promised to {dice.choice(VERBS)} the {subject} {word(dice)}.",
    ]


def keep(writer: Writer, folder: Path, number: int, dice: random.Random, name: str = "") -> None:
    """Store one article, read but not yet compared."""
    path = folder / f"{name or number}.txt"
    path.write_text(article(number, dice), encoding="utf-8")
    read = open_article(path.stem, read_document(path, read_bytes(path)))
    state = FileState(path=str(path), size=0, mtime_ns=0, hash=path.stem, extractor="", beside="")
    writer.save_article(state, str(folder), read, facts_of(read.text, read_article(read)))


def behind(writer: Writer) -> list[int]:
    """Articles not yet compared."""
    with writer.asking() as stored:
        return stored.behind()


def timed(size: int, folder: Path) -> tuple[float, float]:
    """Seconds for everything, and for one more article (median)."""
    dice = random.Random(size)
    with Writer(folder / "store.db") as writer:
        writer.note_root(str(folder), ())
        for number in range(size):
            keep(writer, folder, number, dice)
        start = time.perf_counter()
        compare_whole(writer)
        whole = time.perf_counter() - start
        spent = []
        for number in dice.sample(range(size), MORE):
            keep(writer, folder, number, dice, f"{number}-more")
            start = time.perf_counter()
            compare_part(writer, behind(writer))
            spent.append(time.perf_counter() - start)
    return whole, statistics.median(spent)


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size."""
    first = 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            whole, part = timed(size, Path(place))
        first = first or part
        print(
            f"{size:>6} articles  all {whole:6.2f} s  one more {part:6.3f} s  1/{whole / part:.0f}  x{part / first:.2f}"
        )


if __name__ == "__main__":
    main(tuple(int(n) for n in sys.argv[1:]) or SIZES)
