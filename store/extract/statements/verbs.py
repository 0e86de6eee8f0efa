"""Verbal cues: subject, verb and content put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.statements.clauses import clause_from
from store.extract.statements.content_after import content_after, content_start, quoted_below
from store.extract.statements.content_before import (
    beside_as_clause,
    clause_before,
    closing_mark,
    lacks_main_clause,
    quote_before,
    resumed_after,
)
from store.extract.statements.cues import polarity_of
from store.extract.statements.grammar import PREPOSITIONS, SENTENCE_END, TIME_STARTS
from store.extract.statements.passives import passive, quoting
from store.extract.statements.scan import Draft, Range
from store.extract.statements.subjects import is_fronted, subject_of
from store.extract.statements.verb_groups import group_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.statements.cues import Cue, CueForm
    from store.extract.statements.scan import Scan
    from store.extract.statements.verb_groups import Voice


class Found(NamedTuple):
    """Content of a cue: its pieces, what kind it is, and where the cue with its particle ends."""

    pieces: tuple[Range, ...]
    kind: str
    cue_end: int


NOTHING = Found((), "", -1)


def verbal(scan: Scan, i: int, entry: CueForm, earlier: Sequence[Draft]) -> Draft | None:
    """The attribution whose cue is verb ``i``; ``earlier`` are those found in its sentence before it."""
    if entry.cue.particle not in ("", scan.word(i + 1)):
        return None
    floor = scan.floor(i)
    group = group_of(scan, i, entry, floor)
    if group.voice == "none":
        return None
    if entry.cue.particle:
        group = group._replace(end=i + 2)
    if group.voice == "passive":
        return passive(scan, entry, group, floor)
    shared = earlier[0].source if earlier else None
    latest = earlier[-1] if earlier else None
    source, inverted = subject_of(scan, group, floor, shared, entry, latest)
    if source is None:
        return None
    if entry.cue.lemma in ("quote", "cite") and not inverted:
        quoted = quoting(scan, group, source)
        if quoted:
            return quoted
    right = source.end if inverted else group.end
    start = min(group.first, source.first)
    if group.voice == "gerund" or group.voice == "infinitive":
        start = group.first
    fronted = is_fronted(scan, group, source, floor)
    found = _content(
        scan, i, entry.cue, right, start, inverted=inverted, voice=group.voice, fronted=fronted, negated=group.negated
    )
    purpose = group.voice == "infinitive" and scan.low[group.first] == "to"
    if not found.pieces or (purpose and found.kind not in ("that", "wh", "quote")):
        return None
    return Draft(
        source,
        Range(group.first, max(group.end, found.cue_end)),
        found.pieces,
        entry.cue.act,
        polarity_of(entry.cue, negated=group.negated),
        f"verb {group.voice}{' inverted' if inverted else ''} {found.kind}",
        entry.cue.lemma,
        word=entry.cue,
    )


def _content(
    scan: Scan, i: int, cue: Cue, right: int, start: int, *, inverted: bool, voice: Voice, fronted: bool, negated: bool
) -> Found:
    end = scan.sentence(i).end
    first, cue_end = content_start(scan, cue, right, end)
    below = quoted_below(scan, cue, right, end) if first is None else None
    if below:
        return Found((below,), "quote", i + 1)
    if scan.word(start - 1) == "as" and cue.takes & {"quote", "clause"}:
        beside = beside_as_clause(scan, right, start, end)
        if beside:
            return Found(beside, "as clause", i + 1)
    before = _content_before(scan, cue, right, start, first, inverted=inverted) if voice == "active" else ()
    if before:
        return Found(before, "quote before" if scan.quote_closing(before[0].end - 1) else "clause before", i + 1)
    if first is None or first >= len(scan.low):
        return NOTHING
    if scan.low[first] in ("when", "while") and cue.act == "say" and not negated:
        return NOTHING  # "as he said when he resigned"
    if "withheld" in cue.takes:
        withheld = clause_from(scan, first, phrase=True) if negated else None
        return Found((withheld,), "withheld", i + 1) if withheld else NOTHING
    content, kind = content_after(scan, cue, first, after_preposition=cue_end != right, fronted=fronted)
    if content is None or (kind == "object" and _passes_phrase(scan, right, first)):
        return NOTHING
    return Found((content,), kind, max(cue_end, i + 1))


def _passes_phrase(scan: Scan, right: int, first: int) -> bool:
    """True where a prepositional phrase parts verb and object: "laws proposed during the war by the council"."""
    return any(scan.low[k] in PREPOSITIONS and scan.word(k + 1) not in TIME_STARTS for k in range(right, first))


def _content_before(
    scan: Scan, cue: Cue, right: int, start: int, first: int | None, *, inverted: bool
) -> tuple[Range, ...]:
    """Pieces that begin before the attribution; ``first`` is where words behind it could be the content."""
    if not ("quote" in cue.takes or (cue.act == "believe" and first is None)) or not cue.takes & {"quote", "clause"}:
        return ()
    end = scan.sentence(right - 1).end
    mark = closing_mark(scan, right, end)
    left = quote_before(scan, start, alone=inverted or first is None)
    if left:
        return (left, *_rest_of_quotation(scan, mark, end, late=mark != right))
    if not cue.takes & {"clause", "that", "wh"}:
        return ()
    parenthesis = scan.word(mark) == "," and first is None and "quote" in cue.takes
    left = clause_before(scan, start, parenthesis=parenthesis, alone=_ends_sentence(scan, right, end))
    if left is None:
        return ()
    completed = _completed(scan, left, first) if first is not None else None
    if completed:
        return (left, completed)
    if not inverted and first is not None:
        return ()
    late = mark != right and not lacks_main_clause(scan, left)
    return (left, *resumed_after(scan, mark, end, late=late, left=left))


def _rest_of_quotation(scan: Scan, mark: int, end: int, *, late: bool) -> tuple[Range, ...]:
    rest = resumed_after(scan, mark, end, late=late)
    if scan.word(mark + 1) in ("and", "or"):  # '"We go," she said, and left'
        return tuple(p for p in rest if any(scan.quote_at[k] >= 0 for k in range(p.first, p.end)))
    return rest


def _completed(scan: Scan, left: Range, first: int) -> Range | None:
    """What completes the clause before the attribution: a list behind a colon, or the end of it in quotation marks."""
    if scan.low[first - 1] == ":":
        return clause_from(scan, first)
    quote = scan.quote_opening(first)
    if quote and scan.low[first - 1] == "," and scan.words[quote.first][0].islower() and lacks_main_clause(scan, left):
        return Range(quote.start, quote.end)
    return None


def _ends_sentence(scan: Scan, right: int, end: int) -> bool:
    """True where nothing but an addressee in a headline follows the attribution."""
    if right >= end or scan.word(right) in SENTENCE_END:
        return True
    return scan.party_ends.get(right) == end
