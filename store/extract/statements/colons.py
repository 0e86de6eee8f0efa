"""Colon style: "NAME: words" in transcripts, "Speaker: claim" in headlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.clauses import trimmed
from store.extract.statements.grammar import DASHES, SENTENCE_END, is_finite
from store.extract.statements.quotes import DOUBLE
from store.extract.statements.scan import Draft, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.extract.statements.scan import Scan

LONGEST_NAME = 6
LABELS = frozenset(
    """
    update updated latest note photo photos video more correction editor watch read analysis opinion exclusive breaking
    live source sources related fact question key
    roundup interview feature profile background backgrounder factbox focus commentary urgent alert advisory spotlight
    chronology highlights summary wrapup preview
    explainer letters editorial review by contact headline date
    """.split()
)
"""What stands before a colon and is nobody."""


def by_colon(scan: Scan) -> Iterator[Draft]:
    """Speakers marked by a colon at the head of a paragraph."""
    heads = list(_heads(scan))
    shouted = {scan.words[h.first] for h, _ in heads if scan.words[h.end - 1].isupper()}
    for at, (name, block) in enumerate(heads):
        headline = scan.is_headline(name.first) or name.first <= 1
        upper = scan.words[name.end - 1].isupper() and len(heads) > 2 and bool(shouted)
        if not (headline or upper):
            continue
        content = trimmed(scan, name.end + 1, block)
        if content is None:
            continue
        pieces = [content]
        if upper and not headline:
            last = heads[at + 1][0].first if at + 1 < len(heads) else block
            pieces.extend(_further(scan, block, last))
        yield Draft(name, Range(name.end, name.end + 1), tuple(pieces), "say", "positive", "colon", "say")


def by_dash(scan: Scan) -> Iterator[Draft]:
    """Quotations signed behind a dash at the end of their paragraph: "We were robbed." - Ann Lee."""
    for quote in scan.quotes:
        dash = quote.end
        if scan.word(dash) not in DASHES or scan.paragraph(dash) != quote.paragraph:
            continue
        end = dash + 1
        while scan.word(end) and scan.paragraph(end) == quote.paragraph and end <= dash + 2 * LONGEST_NAME:
            end += 1
        while end > dash + 1 and scan.low[end - 1] in SENTENCE_END:
            end -= 1
        ends_paragraph = end >= len(scan.low) or scan.low[end] in SENTENCE_END or scan.paragraph(end) != quote.paragraph
        if ends_paragraph and end > dash + 1 and scan.is_capital(dash + 1):
            content = Range(quote.start, quote.end)
            yield Draft(Range(dash + 1, end), Range(dash, dash + 1), (content,), "say", "positive", "dash", "say")


def _heads(scan: Scan) -> Iterator[tuple[Range, int]]:
    """(name, end of its paragraph) for every paragraph that begins with a name and a colon."""
    starts: dict[int, list[int]] = {}
    for sentence in scan.tokens.sentences:
        bounds = starts.setdefault(sentence.paragraph, [sentence.first, sentence.end])
        bounds[1] = sentence.end
    for start, end in starts.values():
        first = start + (scan.words[start] in DOUBLE and start + 1 < end)  # a transcript set in quotation marks
        ahead = scan.low[first + 1 : min(end, first + LONGEST_NAME + 1)]
        colon = first + 1 + ahead.index(":") if ":" in ahead else end
        if colon + 1 < end and _is_name(scan, first, colon):
            yield Range(first, colon), end


def _is_name(scan: Scan, first: int, end: int) -> bool:
    return (
        scan.is_capital(first)
        and all(scan.is_capital(k) or scan.low[k] in ("of", "the", "-", "'s", ".", "for") for k in range(first, end))
        and not any(scan.low[k] in LABELS for k in range(first, end))
        and not any(is_finite(scan.low[k], "") for k in range(first, end))
    )


def _further(scan: Scan, first: int, last: int) -> Iterator[Range]:
    """The paragraphs that the same speaker goes on for."""
    k = first
    while k < last:
        paragraph = scan.paragraph(k)
        end = k
        while end < last and scan.paragraph(end) == paragraph:
            end = scan.sentence(end).end
        piece = trimmed(scan, k, end)
        if piece:
            yield piece
        k = end
