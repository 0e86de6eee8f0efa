"""Content that stands before its attribution: quotations, clauses, and what is split around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.clauses import clause_from, trimmed
from store.extract.statements.grammar import AUXILIARIES, DASHES, PREPOSITIONS, SENTENCE_END, SUBORDINATORS, is_finite
from store.extract.statements.scan import Range

if TYPE_CHECKING:
    from store.extract.statements.quotes import Quote
    from store.extract.statements.scan import Scan


def beside_as_clause(scan: Scan, right: int, start: int, end: int) -> tuple[Range, ...]:
    """What "as the minister told reporters" belongs to: the clause after its comma, the one before it, or both ends."""
    floor = scan.floor(start)
    comma = next((k for k in range(right, min(end, right + 15)) if scan.low[k] == ","), -1)
    after = clause_from(scan, comma + 1) if 0 < comma < end - 1 else None
    if start - 1 == floor and after:
        return (after,)
    if start - 2 > floor and scan.low[start - 2] == ",":
        before = quote_before(scan, start - 1, alone=True) or trimmed(scan, floor, start - 2)
        if before:
            return (before, after) if after and not has_finite(scan, before) else (before,)
    return ()


def quote_before(scan: Scan, start: int, *, alone: bool) -> Range | None:
    """The quotation that ends just before the attribution; a finished sentence only where nothing else follows."""
    k = start - 1
    quote = scan.quote_closing(k) or (scan.quote_closing(k - 1) if scan.word(k) in PAUSES else None)
    if quote is None or scan.paragraph(quote.start) != scan.paragraph(start):
        return None
    finished = scan.low[quote.last - 1] in SENTENCE_END
    apart = not scan.same_sentence(quote.end - 1, start)
    if (finished or apart) and not alone:
        return None
    host = _host_of(scan, quote)
    return None if _is_title(scan, host, quote) else host


def _is_title(scan: Scan, host: Range, quote: Quote) -> bool:
    """True where an opening adverbial holds a name: 'In her book "Tolls of Lund," Lee wrote'."""
    if host.first == quote.start or scan.low[host.first] not in PREPOSITIONS:
        return False
    told = any(is_finite(scan.low[k], scan.low[k + 1]) for k in range(host.first, quote.start))
    long = [k for k in range(quote.first, quote.last) if len(scan.low[k]) > LONGEST_SMALL]
    return not told or all(scan.is_capital(k) for k in long)


def _opening(scan: Scan, start: int) -> int:
    """Where a clause before its source opens; a quotation that it begins with belongs to it."""
    first = scan.sentence(start).first
    at = scan.quote_at[first]
    if at < 0 or scan.quotes[at].end > start:
        return first
    quote = scan.quotes[at]
    return quote.end if scan.low[quote.last - 1] in SENTENCE_END else quote.start


def clause_before(scan: Scan, start: int, *, parenthesis: bool, alone: bool) -> Range | None:
    """The clause that a comma closes before the attribution: "Nobody was hurt, he said"."""
    k = start - 1
    first = _opening(scan, start)
    if k <= first or scan.low[k] not in PAUSES:
        return None
    if parenthesis and scan.low[k - 1] in ("which", "who") and scan.low[k - 2] == ",":
        return Range(k - 1, k)  # "near the pier, which, she said, was closed"
    content = trimmed(scan, first, k)
    if content is None or parenthesis:
        return content
    if alone and scan.low[content.first] not in PREPOSITIONS | SUBORDINATORS:
        return content
    if content.end - content.first < 3 or not has_finite(scan, content):
        return None
    if scan.low[content.first] in PREPOSITIONS | SUBORDINATORS:
        return content if content.end - content.first > 12 else None
    return content


def _host_of(scan: Scan, quote: Quote) -> Range:
    """A quotation with the words of its sentence that lead into it: "It was, in his words, a 'mess'"."""
    first = scan.floor(quote.start)
    at = scan.quote_at[first]
    fragment = scan.words[quote.first][0].islower() and not has_finite(scan, Range(quote.first, quote.last))
    apart = scan.low[quote.start - 1] in (",", ":") and not fragment
    if first < quote.start and not apart and (at < 0 or scan.quotes[at].start >= first):
        return Range(first, quote.end)
    return Range(quote.start, quote.end)


def has_finite(scan: Scan, content: Range) -> bool:
    """True where ``content`` holds a finite verb."""
    return any(
        is_finite(scan.low[k], scan.word(k + 1)) or scan.low[k] == "'s" for k in range(content.first, content.end)
    )


LONGEST_SMALL = 3
"""Letters of the words that titles leave in lower case."""
LONGEST_TAG = 9
MARKS = SENTENCE_END | {",", ":"}
PAUSES = DASHES | {","}
TAILS = frozenset({"but", "who", "which", "when", "as", "though", "although", "while", "with", "during", "after"})
"""Words behind "he said," with which the reporter goes on, not the speaker."""


def closing_mark(scan: Scan, right: int, end: int) -> int:
    """The comma or stop behind an attribution with its addressee and time: "he told them on Friday,"."""
    limit = min(end, right + LONGEST_TAG)
    for k in range(right, limit):
        if scan.low[k] in MARKS or scan.quote_opening(k):
            return k
    return right


def lacks_main_clause(scan: Scan, left: Range) -> bool:
    """True for "If it went on", "The toll is": the words behind the attribution must complete it."""
    return scan.low[left.first] in SUBORDINATORS or not has_finite(scan, left) or _breaks_off(scan, left)


def _breaks_off(scan: Scan, left: Range) -> bool:
    return scan.low[left.end - 1] in AUXILIARIES | {"which", "who", "that", "the", "a", "of", "to", "and", "not"}


def resumed_after(scan: Scan, right: int, end: int, *, late: bool, left: Range | None = None) -> tuple[Range, ...]:
    """The clause that goes on after a parenthetic "he said,"; quotations that go on are joined later.

    ``late``: an addressee or time stands between, and the content is whole as it is; only "that" goes on then, or what
    completes a ``left`` piece that breaks off ("The toll is, she said on Monday, too high").
    """
    broken = left is not None and _breaks_off(scan, left)
    if late and not broken and scan.word(right + 1) != "that":
        return ()
    if scan.word(right) != "," or right + 1 >= end or scan.quote_opening(right + 1):
        return ()
    opens = scan.word(right + 1)
    gerund = opens.endswith("ing") and opens != "including" and (left is None or not lacks_main_clause(scan, left))
    if scan.verb_cue(right + 1) or gerund or opens in TAILS or (left is None and opens in PREPOSITIONS):
        return ()
    rest = clause_from(scan, right + 1)
    if rest and left and scan.low[left.end - 1] in ("which", "who"):
        rest = _relative_of(scan, rest)
    return (rest,) if rest and (broken or opens == "including" or has_finite(scan, rest)) else ()


def _relative_of(scan: Scan, rest: Range) -> Range:
    """``rest`` of a relative clause, up to the comma behind which the main verb follows."""
    commas = (k for k in range(rest.first, rest.end - 1) if scan.low[k] == ",")
    end = next((k for k in commas if is_finite(scan.low[k + 1], scan.word(k + 2))), rest.end)
    return Range(rest.first, end)
