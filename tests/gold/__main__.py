"""``python -m tests.gold [KIND...]`` prints the figures of each kind and what is missed."""

from __future__ import annotations

import sys

from tests.gold.kinds import KINDS


def main() -> None:
    for kind in sys.argv[1:] or KINDS:
        tally = KINDS[kind]()
        figures = "  ".join(f"{name} {figure.f1:.3f}" for name, figure in tally.figures.items())
        print(f"{kind}: {figures}", *tally.misses, sep="\n  ")


main()
