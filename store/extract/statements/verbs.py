"""Verbal cues: subject, verb and content put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.statements.clauses import clause_from
from store.extract.statements.content_after import content_after, content_start
from store.extract.statements.content_before import (
    beside_as_clause,
    clause_before,
    closing_mark,
    lacks_main_clause,
    quote_before,
    resumed_after,
)
from store.extract.statements.cues import polarity_of
from store.extract.statements.grammar import SENTENCE_END
from store.extract.statements.phrases import phrase_before
from store.extract.statements.phrases_ahead import phrase_after
from store.extract.statements.relayers import outlet_of, phrase_text
from store.extract.statements.scan import Draft, Range
from store.extract.statements.subjects import is_fronted, subject_of
from store.extract.statements.verb_groups import Group, Voice, group_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.statements.cues import Cue, CueForm
    from store.extract.statements.relayers import outlet_of, phrase_text
from store.extract.statements.scan import Scan


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
        return _passive(scan, i, entry, group, floor)
    shared = earlier[0].source if earlier else None
    latest = earlier[-1] if earlier else None
    source, inverted = subject_of(scan, group, floor, shared, entry, latest)
    if source is None:
        return None
    if entry.cue.lemma in ("quote", "cite") and not inverted:
        quoted = _quoting(scan, i, group, source)
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
    if scan.word(start - 1) == "as" and cue.takes & {"quote", "clause"}:
        beside = beside_as_clause(scan, right, start, end)
        if beside:
            return Found(beside, "as clause", i + 1)
    parenthetical = "quote" in cue.takes or (cue.act == "believe" and first is None)
    if voice == "active" and parenthetical and cue.takes & {"quote", "clause"}:
        mark = closing_mark(scan, right, end)
        left = quote_before(scan, start, alone=inverted or first is None)
        if left:
            return Found((left, *resumed_after(scan, mark, end, late=mark != right)), "quote before", i + 1)
        parenthesis = scan.word(mark) == "," and first is None and "quote" in cue.takes
        left = None
        if cue.takes & {"clause", "that", "wh"}:
            left = clause_before(scan, start, parenthesis=parenthesis, alone=scan.word(right) in SENTENCE_END)
        if left and first is not None and scan.low[first - 1] == ":":
            listed = clause_from(scan, first)
            return Found((left, listed) if listed else (left,), "clause before", i + 1)
        if left and (inverted or first is None):
            late = mark != right and not lacks_main_clause(scan, left)
            return Found((left, *resumed_after(scan, mark, end, late=late)), "clause before", i + 1)
    if first is None or first >= len(scan.low):
        return NOTHING
    if "withheld" in cue.takes:
        withheld = clause_from(scan, first, phrase=True) if negated else None
        return Found((withheld,), "withheld", i + 1) if withheld else NOTHING
    content, kind = content_after(scan, cue, first, after_preposition=cue_end != right, fronted=fronted)
    return Found((content,), kind, max(cue_end, i + 1)) if content else NOTHING


def _passive(scan: Scan, i: int, entry: CueForm, group: Group, floor: int) -> Draft | None:
    """Passives ("is believed to be", "was told that", "was accused of"): the source is a by-phrase or none."""
    cue = entry.cue
    by = phrase_after(scan, group.end + 1, scan.sentence(i).end) if scan.word(group.end) == "by" else None
    j = by.end if by else group.end
    if scan.word(j) == "as" and scan.word(j + 1) in ("saying", "telling"):
        return _quoted_as(scan, Range(group.first, j + 2), phrase_before(scan, group.first, floor), by)
    content = _passive_content(scan, cue, j)
    if content is None:
        return None
    subject = phrase_before(scan, group.first, floor) if scan.word(j) == "to" else None
    pieces = (subject, content) if subject else (content,)
    polarity = polarity_of(cue, negated=group.negated)
    return Draft(by, Range(group.first, j), pieces, cue.act, polarity, "verb passive", cue.lemma, word=cue)


def _passive_content(scan: Scan, cue: Cue, j: int) -> Range | None:
    opens = scan.word(j)
    if opens in cue.prepositions or (opens == "of" and cue.act == "accuse"):
        return clause_from(scan, j + 1, phrase=True) if cue.act == "accuse" and j + 1 < len(scan.low) else None
    reported = opens == "that" and cue.takes & {"clause", "that"}
    # "was supposed to" tells of a duty, not of anybody's word
    expected = opens == "to" and "clause" in cue.takes and cue.lemma != "suppose"
    if expected and any(scan.verb_cue(k) for k in range(j + 1, j + 3)):
        return None  # "is reported to have stressed": the inner cue tells whose word it is
    if expected and cue.act not in ("believe", "say", "accuse", "demand"):
        return None
    return clause_from(scan, j) if reported or expected else None


def _quoting(scan: Scan, i: int, group: Group, subject: Range) -> Draft | None:
    """The attribution of "Reuters quoted her as saying": hers, relayed by the subject."""
    quoted = phrase_after(scan, i + 1, scan.sentence(i).end)
    if quoted is None or scan.word(quoted.end) != "as" or scan.word(quoted.end + 1) not in ("saying", "telling"):
        return None
    return _quoted_as(scan, Range(group.first, quoted.end + 2), quoted, subject)


def _quoted_as(scan: Scan, cue: Range, source: Range | None, by: Range | None) -> Draft | None:
    content = clause_from(scan, cue.end) if cue.end < len(scan.low) else None
    if source is None or content is None:
        return None
    via = (outlet_of(scan, by) or phrase_text(scan, by),) if by else ()
    return Draft(source, cue, (content,), "say", "positive", "verb quoted as saying", "say", via)
