"""The measures of the regression gate by kind of finding."""

from __future__ import annotations

from collections.abc import Callable

from tests.gold import passages
from tests.gold.score import Tally
from tests.gold.score_meetings import events, meetings
from tests.gold.score_mentions import names, times
from tests.gold.score_statements import statements


def layout() -> Tally:
    """segments: begins where expected and is of that role or kind; anchor: bound, basis and day are right."""
    tally = Tally()
    for passage in passages.layouts():
        (gold,) = passage.expected
        wanted = {(kind, span.start) for kind, span in gold.segments}
        got = {(s.role or s.kind, s.span.start) for s in passage.found.segments}
        tally.count("segments", len(wanted & got), len(got), len(wanted))
        anchor = passage.found.anchor
        right = anchor.bound in gold.bound and anchor.basis in gold.basis and anchor.day == gold.day
        tally.judge("anchor", right=right)
        for kind, start in sorted(wanted ^ got, key=lambda piece: piece[1]):
            verdict = "not found" if (kind, start) in wanted else "is none"
            tally.miss(passage.id, f"{kind} {passage.text[start : start + 30]!r} {verdict}")
        if not right:
            tally.miss(passage.id, f"wants {gold.bound} {gold.basis} {gold.day} got {anchor}")
    return tally


KINDS: dict[str, Callable[[], Tally]] = {
    "times": times,
    "names": names,
    "meetings": meetings,
    "statements": statements,
    "events": events,
    "layout": layout,
}
