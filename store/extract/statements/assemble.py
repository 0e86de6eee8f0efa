"""From single attributions to outermost statements: joined quotations, nothing twice, the inner ones under theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.clauses import clause_from
from store.extract.statements.scan import Draft, Range

if TYPE_CHECKING:
    from store.extract.statements.quotes import Quote
    from store.extract.statements.scan import Scan

MIN_ORPHAN = 4
"""Tokens from which a quotation without a cue counts as speech, not as a title or a scare quote."""

MOST_BETWEEN = 40
"""Attributions between a quotation and the speaker it goes back to."""


def join_quotations(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Give quotations that no cue claims to the speaker before them: same paragraph, or opened again in the next."""
    claimed = _claimed(scan, drafts)
    by_paragraph: dict[int, int] = {}
    for at, draft in enumerate(drafts):
        if scan.quote_at[draft.cue.first] < 0:
            by_paragraph[scan.paragraph(draft.cue.first)] = at
    extra: dict[int, list[Range]] = {}
    speaking: dict[int, int] = {}
    for index, quote in enumerate(scan.quotes):
        owner = claimed.get(index)
        if owner is None:
            owner = _speaker_of(scan, drafts, by_paragraph.get(quote.paragraph), index)
            if owner is None and _is_speech(scan, index) and _opens_again(scan, index):
                owner = speaking.get(index - 1)
            if owner is not None:
                extra.setdefault(owner, []).append(_with_rest(scan, drafts[owner], quote))
        if owner is not None:
            speaking[index] = owner
    return [
        d._replace(content=tuple(sorted({*d.content, *extra[at]}))) if at in extra else d for at, d in enumerate(drafts)
    ]


def _claimed(scan: Scan, drafts: list[Draft]) -> dict[int, int]:
    claimed: dict[int, int] = {}
    for at, draft in enumerate(drafts):
        around = {-1, scan.quote_at[draft.cue.first]}
        for piece in draft.content:
            for index in set(scan.quote_at[piece.first : piece.end]) - around:
                claimed.setdefault(index, at)
    return claimed


def _speaker_of(scan: Scan, drafts: list[Draft], at: int | None, index: int) -> int | None:
    """Whose attribution the quotation goes on from: the last before it in its paragraph."""
    owner = _last_before(scan, drafts, at, scan.quotes[index].start)
    if owner is None or _is_speech(scan, index) or _resumes(scan, drafts[owner], scan.quotes[index]):
        return owner
    return None


def _resumes(scan: Scan, draft: Draft, quote: Quote) -> bool:
    """True where the quotation stands right behind the comma of its attribution: '"A," she said, "B"'."""
    end = max(draft.cue.end, draft.source.end if draft.source else 0)
    return end == quote.start - 1 and scan.low[end] == "," and draft.content[0].first < draft.cue.first


def _with_rest(scan: Scan, draft: Draft, quote: Quote) -> Range:
    """The quotation, with the words of its sentence that go on from it: '"A," he said, "to the end" of the line'."""
    whole = Range(quote.start, quote.end)
    if not scan.same_sentence(draft.cue.first, quote.start) or scan.word(quote.start - 1) != ",":
        return whole
    return clause_from(scan, quote.start) or whole


def _opens_again(scan: Scan, index: int) -> bool:
    """True where the quotation before was left open at the end of the paragraph before."""
    before, quote = scan.quotes[index - 1], scan.quotes[index]
    return index > 0 and not before.closed and before.paragraph == quote.paragraph - 1


def _is_speech(scan: Scan, index: int) -> bool:
    quote = scan.quotes[index]
    if quote.last - quote.first < MIN_ORPHAN:
        return False
    starts_sentence = scan.sentence(quote.start).first >= quote.start - 1
    return starts_sentence or scan.word(quote.start - 1) in (",", ":")


def _last_before(scan: Scan, drafts: list[Draft], at: int | None, start: int) -> int | None:
    """The last speech of the paragraph whose cue stands before ``start``."""
    last = None
    lowest = (at or 0) - MOST_BETWEEN
    while at is not None and at >= max(0, lowest):
        draft = drafts[at]
        if scan.paragraph(draft.cue.first) != scan.paragraph(start):
            break
        if draft.cue.first < start and scan.quote_at[draft.cue.first] < 0:
            if "quote" in draft.rule:
                return at
            if last is None and draft.rule.startswith(("verb", "according")):
                last = at
        at -= 1
    return last


def outermost(scan: Scan, drafts: list[Draft]) -> list[tuple[Draft, list[Draft]]]:
    """Statements with what their content attributes itself, in text order; nothing twice."""
    owner_at = [-1] * len(scan.low)
    order = sorted(range(len(drafts)), key=lambda at: (-_length(drafts[at]), at))
    kept: dict[int, list[Draft]] = {}
    root: dict[int, int] = {}
    for at in order:
        draft = drafts[at]
        parent = owner_at[draft.cue.end - 1]
        if parent < 0 and scan.quote_at[draft.cue.first] >= 0:
            continue
        if parent < 0 and _mostly_taken(owner_at, draft):
            continue
        if parent < 0:
            kept[at] = []
            root[at] = at
        else:
            root[at] = root[parent]
            kept[root[at]].append(draft)
        for piece in draft.content:
            owner_at[piece.first : piece.end] = [at] * (piece.end - piece.first)
    return [(drafts[at], sorted(kept[at], key=lambda d: d.place)) for at in sorted(kept, key=lambda a: drafts[a].place)]


def _length(draft: Draft) -> int:
    return sum(piece.end - piece.first for piece in draft.content)


def _mostly_taken(owner_at: list[int], draft: Draft) -> bool:
    """True where another statement already has most of this content."""
    free = sum(owner_at[piece.first : piece.end].count(-1) for piece in draft.content)
    return 2 * free < _length(draft)
