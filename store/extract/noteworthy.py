"""Which statements of an article stand as facts of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from store.model.spans import hull

if TYPE_CHECKING:
    from store.model.article import Segment
    from store.model.facts import Findings, Statement

WORD = re.compile(r"[^\W\d_]{4,}|\d+")
STEM = 5
"""Letters by which two forms of a word are told to be one: good enough between a headline and its own article."""
MOST = 0.6
"""Share of a headline's words that a statement of the body must hold to say the same."""


def noteworthy(text: str, findings: Findings) -> tuple[Statement, ...]:
    """The statements that tell something, without headlines that only sum up what the body says."""
    telling = [s for s in findings.statements if s.form != "topic"]
    headlines = [segment for segment in findings.segments if segment.kind == "headline"]
    in_headlines = {id(s) for s in telling if _stands_in(s, headlines)}
    body = [s for s in telling if id(s) not in in_headlines]
    return tuple(s for s in telling if id(s) not in in_headlines or not _summed_up(text, s, body))


def _stands_in(statement: Statement, segments: list[Segment]) -> bool:
    return any(segment.span.holds(statement.whole) for segment in segments)


def _summed_up(text: str, headline: Statement, body: list[Statement]) -> bool:
    """True where the body has the speaker of ``headline`` speak, or says the same."""
    words = _stems(text, headline)
    return any(
        (headline.speaker and headline.speaker == s.speaker) or len(words & _stems(text, s)) > MOST * len(words)
        for s in body
    )


def _stems(text: str, statement: Statement) -> set[str]:
    return {word.lower()[:STEM] for word in WORD.findall(hull(statement.content).of(text))}
