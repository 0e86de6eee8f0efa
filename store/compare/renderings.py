"""One utterance in two renderings: where the words differ, and whether one commits the speaker to more."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from store.compare.contents import likeness
from store.compare.quoted import quoted_stretches
from store.compare.same_said import opposed
from store.model.spans import Span, hull

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.compare.contents import Degree, Word
    from store.compare.said import Said

CERTAIN = 3
HEDGED = 1
NEXT = 3
"""Statements of one article between a reporter's summary and the quotation that it sums up."""
ALIGNED = 2
"""Words between words that agree: more that differ in one place are another passage, not another rendering."""
DAYS = 3
"""Days between two reports of one utterance."""


class Rendering(NamedTuple):
    """Two statements that give one utterance in differing words."""

    one: Said
    two: Said
    cause: str
    """"strength" or "wording"."""
    score: float
    marks: tuple[tuple[Span, ...], tuple[Span, ...]]
    """The differing words of each, in its article's text."""


def rendering_across(one: Said, two: Said) -> Rendering | None:
    """The two as quotations of one utterance in two articles; None where they are not, or agree in their words."""
    if not (one.quoted and two.quoted and _one_mouth(one, two) and _same_days(one, two)):
        return None
    how = likeness(one.content, two.content)
    if how.common < 3.0 or how.dice < 0.5 or opposed(one, two, how):
        return None
    mine, yours = _quoted_words(one), _quoted_words(two)
    exchanged = _exchanged(mine, yours)
    degrees = _degrees_apart(one, two)
    if not degrees and len(exchanged) < 2:
        return None
    marks = (
        _spans([*(a for a, _ in exchanged), *(a for a, _ in degrees)]),
        _spans([*(b for _, b in exchanged), *(b for _, b in degrees)]),
    )
    return Rendering(one, two, "strength" if degrees else "wording", how.dice, marks)


def overstatement(summary: Said, quotation: Said) -> Rendering | None:
    """A reporter's own words that commit a speaker to what a quotation of theirs only calls possible."""
    if summary.quoted or not quotation.quoted or summary.headline or summary.speaker.seat not in _seats(quotation):
        return None
    if summary.report.article_id == quotation.report.article_id:
        beside = 0 < abs(summary.order - quotation.order) <= NEXT
    else:
        beside = _same_days(summary, quotation)
    if not beside:
        return None
    how = likeness(summary.content, quotation.content)
    if how.common < 2.5 or how.within < 0.45 or opposed(summary, quotation, how):
        return None
    strong = _certain(summary)
    hedged = [
        d
        for d in quotation.content.degrees
        if d.scale == "modal" and d.level == HEDGED and _bears(d, summary, quotation)
    ]
    if not strong or not hedged:
        return None
    return Rendering(
        summary, quotation, "strength", how.dice, (strong, tuple(_with_target(d, quotation) for d in hedged))
    )


def _spans(words: Sequence[Word | Degree]) -> tuple[Span, ...]:
    return tuple(sorted({w.span for w in words}))


def _one_mouth(one: Said, two: Said) -> bool:
    return not _voices(one).isdisjoint(_voices(two))


def _voices(said: Said) -> set[str]:
    return {s.voice for s in (said.speaker, said.teller) if s.named and s.name}


def _seats(said: Said) -> set[str]:
    return {s.seat for s in (said.speaker, said.teller) if s.named and s.name}


def _same_days(one: Said, two: Said) -> bool:
    days = (one.report.anchor.day, two.report.anchor.day)
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= DAYS


def _quoted_words(said: Said) -> list[Word]:
    whole = hull(said.fact.pieces)
    stretches = quoted_stretches(said.report.text, whole, direct=said.direct)
    return [w for w in said.content.words if any(s.holds(w.span) for s in stretches)]


def _exchanged(mine: Sequence[Word], yours: Sequence[Word]) -> list[tuple[Word, Word]]:
    """Words of one kind that only one of the two has, and words that stand in one place of two sequences."""
    kin = [(a, b) for a in mine for b in yours if a.group == b.group]
    matcher = SequenceMatcher(None, [w.same for w in mine], [w.same for w in yours], autojunk=False)
    aligned = [
        pair
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag == "replace" and b - a == d - c <= ALIGNED and _in_one_clause(mine, a, b) and _in_one_clause(yours, c, d)
        for pair in zip(mine[a:b], yours[c:d], strict=True)
    ]
    pairs = dict.fromkeys((*kin, *aligned))
    return [(a, b) for a, b in pairs if a.same != b.same and not _has(mine, b) and not _has(yours, a)]


def _in_one_clause(words: Sequence[Word], first: int, end: int) -> bool:
    """True where the words from ``first`` to ``end`` have a neighbour on either side in their own clause."""
    if first == 0 or end == len(words):
        return False
    return words[first - 1].clause == words[first].clause == words[end].clause


def _has(words: Sequence[Word], word: Word) -> bool:
    return any(w.same == word.same for w in words)


def _degrees_apart(one: Said, two: Said) -> list[tuple[Degree, Degree]]:
    """Words of strength that bear on the same thing and differ in level, both in quotation marks."""
    return [
        (a, b)
        for a in _quoted_degrees(one)
        for b in _quoted_degrees(two)
        if a.scale == b.scale and a.target == b.target and a.level != b.level
    ]


def _quoted_degrees(said: Said) -> list[Degree]:
    stretches = quoted_stretches(said.report.text, hull(said.fact.pieces), direct=said.direct)
    return [d for d in said.content.degrees if any(s.holds(d.span) for s in stretches)]


def _certain(said: Said) -> tuple[Span, ...]:
    """The words by which the report commits the speaker: a pledge's cue, or "will"."""
    if any(d.scale == "modal" and d.level < CERTAIN for d in said.content.degrees):
        return ()
    if said.act == "pledge":
        return said.cue
    return tuple(d.span for d in said.content.degrees if d.scale == "modal" and d.level == CERTAIN)


def _bears(degree: Degree, summary: Said, quotation: Said) -> bool:
    """True where the hedge stands in the clause that shares most with the summary."""
    shared = [w.clause for w in quotation.content.words if w.group in summary.content.weights]
    return degree.clause == max(sorted(set(shared)), key=shared.count, default=-1)


def _with_target(degree: Degree, said: Said) -> Span:
    target = next((w.span for w in said.content.words if w.span.start >= degree.span.end), degree.span)
    return Span(degree.span.start, target.end)
