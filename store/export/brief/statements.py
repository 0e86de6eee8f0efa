"""What was said, by speaker, and what happened; the telling ones only, or all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from store.export.brief.pen import counted
from store.export.day_words import when_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from store.export.brief.pen import Pen
    from store.model.claims import Claim, Conflict

PLAIN_ACTS = frozenset({"say", "believe"})
"""Acts that commit nobody; a statement of another kind is telling by itself."""
MOST_STATEMENTS = 8
"""Telling statements listed of one speaker."""
MOST_SPEAKERS = 25
MOST_EVENTS = 12
NOBODY = "No speaker named"


def key_claims(claims: Iterable[Claim], conflicts: Iterable[Conflict]) -> list[Claim]:
    """Claims worth a place in a brief, in the order given.

    Of statements: whatever is more than said (a pledge, a denial, a demand...), stands in several reports, or is one
    side of a conflict. Of events: all.
    """
    disputed = {evidence.fact for conflict in conflicts for side in conflict.sides for evidence in side.evidence}
    return [
        claim
        for claim in claims
        if claim.kind not in PLAIN_ACTS
        or len(claim.articles) > 1
        or any(evidence.fact in disputed for evidence in claim.evidence)
    ]


def statements_section(claims: Sequence[Claim], pen: Pen, *, key: bool = False) -> list[str]:
    """The lines under "Statements": speakers with most to say first; with ``key`` no more than a page holds."""
    speakers: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind not in {"meeting", "event"}:
            speakers[claim.who].append(claim)
    lines = ["## Key statements" if key else "## Statements", ""]
    if not speakers:
        return [*lines, "No statements.", ""]
    order = sorted(speakers, key=lambda who: (not who, -len(speakers[who]), who))
    for who in order[:MOST_SPEAKERS] if key else order:
        lines += [f"### {pen.text(who or NOBODY)}", "", *_listed(speakers[who], _statement, pen, MOST_STATEMENTS * key)]
    silent = order[MOST_SPEAKERS:] if key else []
    return [*lines, f"Not listed: {counted(len(silent), 'further speaker')}.", ""] if silent else lines


def events_section(claims: Sequence[Claim], pen: Pen, *, key: bool = False) -> list[str]:
    """The lines under "Events"; none where nothing is told."""
    events = [claim for claim in claims if claim.kind == "event"]
    return ["## Events", "", *_listed(events, _dated, pen, MOST_EVENTS * key)] if events else []


def meetings_section(claims: Sequence[Claim], pen: Pen) -> list[str]:
    """The lines under "Meetings announced"; none where none is."""
    meetings = [claim for claim in claims if claim.kind == "meeting"]
    return ["## Meetings announced", "", *_listed(meetings, _dated, pen, 0)] if meetings else []


def _listed(claims: Sequence[Claim], heading: Callable[[Claim, Pen], str], pen: Pen, most: int) -> list[str]:
    """A bullet a claim with its passages; of more than ``most`` (if any is set) those that most reports have."""
    chosen = list(claims)
    if most and len(claims) > most:
        kept = sorted(range(len(claims)), key=lambda index: (-len(claims[index].articles), index))[:most]
        chosen = [claims[index] for index in sorted(kept)]
    lines = [line for claim in chosen for line in _bullets(claim, heading(claim, pen), pen)]
    left = len(claims) - len(chosen)
    return [*lines, *([f"- {left} more not listed."] if left else []), ""]


def _bullets(claim: Claim, heading: str, pen: Pen) -> list[str]:
    # A statement stands under its speaker: only who relays it is named again.
    passages = pen.bullets(claim.evidence, under=claim.who)
    if len(passages) == 1:
        return [f"- {heading}: {passages[0].removeprefix('- ')}"]
    return [f"- {heading} — {pen.backing(claim.origins, claim.articles)}", *(f"  {line}" for line in passages)]


def _statement(claim: Claim, pen: Pen) -> str:
    return f"**{pen.text(claim.kind)}**"


def _dated(claim: Claim, pen: Pen) -> str:
    what = pen.text(claim.what or claim.who)
    where = f", {pen.text(claim.where)}" if claim.where else ""
    when = f", {pen.text(when_words(claim.when))}{' (assumed)' if claim.assumed else ''}" if claim.when else ""
    return f"**{what}**{where}{when}"
