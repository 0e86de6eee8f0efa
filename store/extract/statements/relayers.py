"""Relayers: the outlets that pass a statement on ("told TASS", "TASS reports")."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.extract.statements.scan import Draft, Range, Scan

LONGEST_OUTLET = 4
LONGEST_ADDRESS = 18
"""Tokens between a cue and its content that may hold an outlet."""
INTERVIEWS = frozenset({"interview", "interviewed"})
RELAYING = frozenset({"report", "say", "write", "quote", "cite", "note", "add"})


@cache
def outlets() -> dict[str, str]:
    """Lower-cased names of news outlets -> the usual one."""
    table: dict[str, str] = {}
    with (files("store.extract") / "lexicon" / "organisations.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["kind"] == "outlet":
                for name in (row["name"], *row["variants"].split("|")):
                    if name:
                        table.setdefault(_spaced(name), row["name"])
    return table


def _spaced(name: str) -> str:
    return name.lower().replace("-", " - ").replace("'s", " 's")


def outlet_at(scan: Scan, i: int, end: int) -> tuple[str, int] | None:
    """(outlet, tokens that it takes) where an outlet is named at token ``i``."""
    if not scan.is_capital(i):
        return None
    table = outlets()
    for size in range(min(LONGEST_OUTLET, end - i), 0, -1):
        name = table.get(" ".join(scan.low[i : i + size]))
        if name:
            return name, size
    return None


def outlet_of(scan: Scan, source: Range) -> str:
    """The outlet that ``source`` is, "" where it is none."""
    first = source.first + (scan.low[source.first] == "the")
    found = outlet_at(scan, first, source.end)
    return found[0] if found and first + found[1] == source.end else ""


def phrase_text(scan: Scan, phrase: Range) -> str:
    """The words of ``phrase`` without "the" in front and punctuation behind."""
    first = phrase.first + (scan.low[phrase.first] == "the" and phrase.end - phrase.first > 1)
    end = phrase.end
    while end - 1 > first and not scan.low[end - 1][0].isalnum() and scan.low[end - 1] not in ")”\"'":
        end -= 1
    return scan.tokens.span(first, end).of(scan.tokens.text)


def _before(scan: Scan, first: int, end: int) -> Iterator[str]:
    """The outlet of an interview named in front of the source."""
    first = max(first, end - LONGEST_ADDRESS)
    if INTERVIEWS.isdisjoint(scan.low[first : end - 1]):
        return
    for k in range(first, end - 1):
        if scan.low[k] in INTERVIEWS and scan.word(k + 1) in ("with", "to", "on", "by"):
            found = outlet_at(scan, k + 2, end)
            if found:
                yield found[0]


def relayers(scan: Scan, draft: Draft) -> Iterator[str]:
    """Outlets that were spoken to: "told Reuters that", "said on CNN", "In an interview with CBS, she said"."""
    if draft.source:
        yield from _before(scan, scan.sentence(draft.source.first).first, draft.source.first)
    for k in range(draft.cue.first, draft.cue.end):
        found = outlet_at(scan, k, draft.cue.end) if scan.word(k - 1) == "by" else None
        if found:
            yield found[0]
    start = draft.source.end if draft.source and draft.source.first >= draft.cue.end else draft.cue.end
    later = [p.first for p in draft.content if p.first >= start]
    end = min([*later, scan.sentence(draft.cue.first).end, start + LONGEST_ADDRESS])
    i = start
    while i < end:
        found = outlet_at(scan, i, end) if scan.words[i][0].isupper() else None
        if found:
            yield found[0]
        elif scan.low[i] in ("and", "but", ";"):
            return
        i += found[1] if found else 1
