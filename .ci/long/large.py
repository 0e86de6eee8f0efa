"""Many articles and long ones: the time grows with what there is to read, and a filled store answers at once."""

from __future__ import annotations

import json
import time

from bed import Bed, Ran, main

FEW, MANY = 200, 2000
STEEPER = 1.6
"""How much more an article may cost among ``MANY`` than among ``FEW``."""
LENGTHS = 14.0
"""How much longer a megabyte may take than a hundred kilobytes."""
AT_ONCE = 6.0
"""Seconds within which a filled store is shown, the start of the program included."""

STATES = ("Peru", "Chile", "Norway", "Iceland", "Kenya", "Uganda", "Latvia", "Estonia", "Ghana", "Togo", "Laos", "Oman")
CITIES = ("Quito", "Oslo", "Nairobi", "Riga", "Accra", "Muscat", "Lima", "Bergen", "Kampala", "Tallinn")


def report(number: int, paragraphs: int = 6) -> str:
    """A report that announces talks of its own and repeats some of others'."""
    lines = []
    for at in range(paragraphs):
        turn = number * 7 + at
        one, other = STATES[turn % 12], STATES[(turn // 12 + turn + 5) % 12]
        city, day = CITIES[turn % 10], 1 + turn % 27
        lines.append(
            f"{one} and {other} will hold talks on fishing in {city} on May {day}, a spokesman of {one} said. "
            f"“We expect progress in round {turn},” he added. "
            f"The {other} delegation denied that quota {turn % 90} was agreed."
        )
    return "\n\n".join(lines) + "\n"


def _folder(bed: Bed, count: int) -> tuple[str, Ran]:
    files = {f"r{number:04}.txt": report(number) for number in range(count)}
    files["articles.toml"] = "".join(
        f'["r{number:04}.txt"]\npublished = 2031-04-{1 + number % 28:02}\n' for number in range(count)
    )
    folder, db = bed.folder(f"many {count}", files), bed.place / f"many{count}.db"
    ran = bed.run("load", folder, "--db", db, timeout=1200)
    bed.expect(f"load {count} articles", ran, codes=(0,))
    return str(db), ran


def articles(bed: Bed) -> None:
    """An article among thousands costs about what it costs among hundreds; then everything is there at once."""
    _, few = _folder(bed, FEW)
    db, many = _folder(bed, MANY)
    ratio = (many.seconds / MANY) / (few.seconds / FEW)
    print(f"{FEW}: {few.seconds:.1f} s, {MANY}: {many.seconds:.1f} s, an article {ratio:.2f} times")
    bed.check("growth with the number of articles", ratio <= STEEPER, f"{ratio:.2f}")
    for what in ("articles", "talks", "conflicts"):
        ran = bed.run(what, "--db", db, "--format", "json", timeout=120)
        bed.expect(f"{what} of {MANY}", ran, codes=(0,))
        bed.check(f"{what} at once", ran.seconds <= AT_ONCE, f"{ran.seconds:.1f} s")
    again = bed.run("load", bed.place / f"many {MANY}", "--db", db, timeout=120)
    bed.expect("nothing new", again, codes=(0,))
    bed.check("nothing new at once", again.seconds <= AT_ONCE, f"{again.seconds:.1f} s")


def lengths(bed: Bed) -> None:
    """A megabyte takes about ten times a hundred kilobytes, and all of it is read."""
    seconds, meetings = {}, {}
    for name, paragraphs in (("short", 400), ("long", 4000)):
        text = report(3, paragraphs)
        folder = bed.folder(name, {f"{name}.txt": text, "articles.toml": f'["{name}.txt"]\npublished = 2031-04-01\n'})
        started = time.perf_counter()
        ran = bed.run("extract", folder, "--format", "jsonl", timeout=600)
        seconds[name] = time.perf_counter() - started
        bed.expect(f"{len(text) // 1000} KB", ran, codes=(0,))
        meetings[name] = len(json.loads(ran.out)["statements"]) if ran.out.strip() else 0
    ratio = seconds["long"] / seconds["short"]
    print(f"100 KB {seconds['short']:.1f} s, 1 MB {seconds['long']:.1f} s: {ratio:.1f} times")
    bed.check("growth with the length of an article", ratio <= LENGTHS, f"{ratio:.1f}")
    bed.check("all of it is read", meetings["long"] > 8 * meetings["short"] > 0, str(meetings))


if __name__ == "__main__":
    main(articles, lengths)
