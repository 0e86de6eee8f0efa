"""How comparing grows with the number of meetings:  python -m tests.bench.compare_growth [MEETINGS ...]

Each invented meeting is announced by four reports in differing words, day or place; prints seconds, talks, and how much
dearer a meeting became than in the first size. A quadratic comparison shows as a ratio near that of the sizes.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from datetime import date, timedelta

from store.compare.talks import talks_among
from store.compare.voices import Voices
from store.model.facts import Meeting
from store.model.reports import Report
from tests.store.compare.announcements import meeting, published, report

SIZES = (1_000, 10_000)
REPORTS = 4
FIRST = date(2024, 1, 10)
STATES = [
    a + b
    for a in ("Nor", "Sud", "Est", "Wes", "Cen", "Alt", "Neu", "Hoch")
    for b in ("land", "mark", "ia", "stan", "ova")
]
CITIES = ("Oslo", "Lima", "Quito", "Bergen", "Cusco")


def reports_of(meetings: int, seed: int = 1) -> list[Report]:
    """Reports that announce ``meetings`` meetings between 40 states, as many a day at any size."""
    dice = random.Random(seed)
    found: list[Report] = []
    for number in range(meetings // REPORTS):
        day = FIRST + timedelta(number // 12)
        parties = dice.sample(STATES, 2)
        city = dice.choice(CITIES)
        for telling in range(REPORTS):
            found.append(_report(len(found) + 1, parties, day, city, telling, dice))
    return found


def _report(number: int, parties: list[str], day: date, city: str, telling: int, dice: random.Random) -> Report:
    told: Meeting = meeting(
        *dice.sample(parties, 2),
        on=(day + timedelta(telling == 3)).isoformat() if telling else "",
        at=city if telling != 1 else "",
        series=dice.choice(("talks", "summit", "meeting")),
    )
    anchor = published((day - timedelta(dice.randint(1, 6))).isoformat())
    return replace(report(number, told, anchor=anchor), outlet=f"outlet {number % 7}")


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size."""
    first = 0.0
    for size in sizes:
        reports = reports_of(size)
        start = time.perf_counter()
        talks = talks_among(reports, Voices(()))
        each = (time.perf_counter() - start) / size
        first = first or each
        growth = f"a meeting {each / first:5.2f} times as dear"
        print(f"{size:>7} meetings  {each * size:7.2f} s  {len(talks):>6} talks  {growth}")


if __name__ == "__main__":
    main(tuple(int(n) for n in sys.argv[1:]) or SIZES)
