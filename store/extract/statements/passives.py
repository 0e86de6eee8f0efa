"""Passive attributions, and those in which one quotes another: "was told that", "was quoted as saying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.clauses import clause_from
from store.extract.statements.content_before import clause_before, quote_before, resumed_after
from store.extract.statements.cues import polarity_of
from store.extract.statements.grammar import PREPOSITIONS, SENTENCE_END, TIME_STARTS, WH
from store.extract.statements.phrases import phrase_before
from store.extract.statements.phrases_ahead import phrase_after
from store.extract.statements.relayers import outlet_of, phrase_text
from store.extract.statements.scan import Draft, Range

if TYPE_CHECKING:
    from store.extract.statements.cues import Cue, CueForm
    from store.extract.statements.scan import Scan
    from store.extract.statements.verb_groups import Group

SAYING = frozenset({"saying", "telling", "writing", "warning", "adding"})


def passive(scan: Scan, entry: CueForm, group: Group, floor: int) -> Draft | None:
    """The attribution of a passive cue verb: its source is a by-phrase or none."""
    cue = entry.cue
    by = _by(scan, group.end)
    j = by.end if by else group.end
    if scan.word(j) == "as" and scan.word(j + 1) in SAYING:
        return _quoted_as(scan, Range(group.first, j + 2), phrase_before(scan, group.first, floor), by)
    content = _passive_content(scan, cue, j)
    if content is None:
        return None
    subject = phrase_before(scan, group.first, floor) if scan.word(j) == "to" else None
    pieces = (subject, content) if subject else (content,)
    polarity = polarity_of(cue, negated=group.negated)
    return Draft(by, Range(group.first, j), pieces, cue.act, polarity, "verb passive", cue.lemma, word=cue)


def quoting(scan: Scan, group: Group, subject: Range) -> Draft | None:
    """The attribution of "Reuters quoted her as saying": hers, relayed by the subject."""
    quoted = phrase_after(scan, group.end, scan.sentence(group.first).end)
    if quoted is None or scan.word(quoted.end) != "as" or scan.word(quoted.end + 1) not in SAYING:
        return None
    return _quoted_as(scan, Range(group.first, quoted.end + 2), quoted, subject)


def _by(scan: Scan, i: int) -> Range | None:
    return phrase_after(scan, i + 1, scan.sentence(i - 1).end) if scan.word(i) == "by" else None


def _passive_content(scan: Scan, cue: Cue, j: int) -> Range | None:
    opens = scan.word(j)
    if opens in cue.prepositions or (opens == "of" and cue.act == "accuse"):
        return clause_from(scan, j + 1, phrase=True) if cue.act == "accuse" and j + 1 < len(scan.low) else None
    reported = (opens == "that" and cue.takes & {"clause", "that"}) or (opens in WH and "wh" in cue.takes)
    # "was supposed to" tells of a duty, not of anybody's word
    expected = opens == "to" and "clause" in cue.takes and cue.lemma != "suppose"
    if expected and any(scan.verb_cue(k) for k in range(j + 1, j + 3)):
        return None  # "is reported to have stressed": the inner cue tells whose word it is
    if expected and cue.act not in ("believe", "say", "accuse", "demand"):
        return None
    return clause_from(scan, j) if reported or expected else None


def _quoted_as(scan: Scan, cue: Range, source: Range | None, by: Range | None) -> Draft | None:
    """The attribution to ``source`` in a ``cue`` that ends in "as saying", relayed ``by`` an outlet."""
    by = by or _by(scan, cue.end)
    end = scan.sentence(cue.first).end
    behind = by.end if by and by.first >= cue.end else cue.end
    content = _content_of_quoted(scan, cue, source, by, behind, end) if source else ()
    if source is None or not content:
        return None
    via = (outlet_of(scan, by) or phrase_text(scan, by),) if by else ()
    return Draft(source, cue, content, "say", "positive", "verb quoted as saying", "say", via)


def _content_of_quoted(
    scan: Scan, cue: Range, source: Range, by: Range | None, behind: int, end: int
) -> tuple[Range, ...]:
    opens = scan.word(behind) if behind < end else ""
    if opens and opens not in {",", *SENTENCE_END} and opens not in PREPOSITIONS | TIME_STARTS:
        content = clause_from(scan, behind)
        return (content,) if content else ()
    start = min(cue.first, source.first, by.first if by else cue.first)
    left = quote_before(scan, start, alone=True) or clause_before(scan, start, parenthesis=opens == ",", alone=True)
    return (left, *resumed_after(scan, behind, end, late=False)) if left else ()
