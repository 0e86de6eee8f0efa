"""Subjects that a participle or infinitive leaves unsaid: the noun beside it, its sender, or its clause's subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import HAVE, PERSONAL, PREPOSITIONS, is_adverb, is_finite
from store.extract.statements.phrases import is_time, phrase_before
from store.extract.statements.phrases_ahead import phrase_after
from store.extract.statements.scan import Range
from store.extract.statements.verb_groups import group_start

if TYPE_CHECKING:
    from store.extract.statements.scan import Draft, Scan

AFTER_TAG = 6
"""Tokens between "she said" and a participle of hers: "she said on Monday, adding"."""
MESSAGES = frozenset(
    """
    letter letters statement statements tweet tweets papers post posts message messages petition resolution memo note
    email emails conference interview speech communique report
    """.split()
)
"""Nouns for what carries words: a participle behind them tells what their author says."""
REACH = 60
"""Tokens within which a comma ends an opening participle, and a verb shares its subject."""


def before_parenthesis(scan: Scan, k: int, floor: int) -> int:
    """Skip ", however," and ", meanwhile," between subject and verb."""
    if k - 3 > floor and scan.low[k - 1] == "," and scan.low[k - 3] == "," and is_adverb(scan.low[k - 2]):
        k -= 3
    while k - 1 > floor and scan.low[k - 1] in HAVE:
        k -= 1
    return k


def understood(scan: Scan, k: int, floor: int, shared: Range | None, latest: Draft | None) -> Range | None:
    """The subject of a participle or infinitive: the noun before it, else the subject of its clause."""
    before = scan.word(k - 1) if k > floor else ""
    if latest and latest.source and before == "," and 0 <= k - 1 - max(latest.cue.end, latest.source.end) <= AFTER_TAG:
        return latest.source
    adjacent = (
        before
        and before[0].isalnum()
        and before not in PREPOSITIONS
        and before not in ("and", "but", "or", "not", "when", "while", "than")
    )
    if _opens_sentence(scan, k, floor):
        return _behind_comma(scan, k)
    if adjacent and scan.word(k) != "to" and not is_adverb(before):
        phrase = phrase_before(scan, k, floor)
        sender = _sender(scan, phrase, floor) if phrase else None
        if sender:
            return sender
        if phrase and not is_time(scan, phrase):
            return phrase
    return clause_subject(scan, k, floor) or shared


def _opens_sentence(scan: Scan, k: int, floor: int) -> bool:
    """True for a participle that opens its sentence: "Lamenting their luck, drivers say"."""
    return k == floor and scan.low[k].endswith("ing")


def _behind_comma(scan: Scan, k: int) -> Range | None:
    """The subject of the main clause behind the comma that ends an opening participle."""
    end = scan.sentence(k).end
    for comma in range(k + 2, min(end, k + REACH)):
        if scan.low[comma] != ",":
            continue
        start = comma + 1 + (scan.quote_closing(comma + 1) is not None)
        phrase = phrase_after(scan, start, end) if scan.quote_at[comma] < 0 or start == comma + 2 else None
        if phrase and _is_finite_at(scan, phrase.end):
            return phrase
    return None


def _is_finite_at(scan: Scan, k: int) -> bool:
    """True where a finite verb stands at ``k``, adverbs before it left out."""
    while is_adverb(scan.word(k)):
        k += 1
    entry = scan.verb_cue(k)
    return is_finite(scan.word(k), scan.word(k + 1)) or (entry is not None and entry.form in ("third", "past", "base"))


def _sender(scan: Scan, phrase: Range, floor: int) -> Range | None:
    """Who speaks in ``phrase``: "the union" of "The union sent a letter to the council urging"."""
    low = scan.low
    words = low[phrase.first : phrase.end]
    named = any(scan.is_capital(k) and low[k + 1] in MESSAGES for k in range(phrase.first, phrase.end - 1))
    if low[phrase.first] in ("the", "this", "that") or named or MESSAGES.isdisjoint(words):
        return None
    verb = phrase.first - 1
    if verb > floor and is_finite(low[verb], low[verb + 1]):
        return phrase_before(scan, group_start(scan, verb, floor), floor)
    return clause_subject(scan, phrase.end, floor)


def clause_subject(scan: Scan, k: int, floor: int) -> Range | None:
    """The subject of the first finite verb between ``floor`` and ``k``."""
    for j in range(max(floor, k - REACH) + 1, k):
        word = scan.low[j]
        entry = scan.verb_cue(j)
        finite = (is_finite(word, scan.word(j + 1)) and not scan.is_capital(j)) or (
            word == "'s" and scan.low[j - 1] in PERSONAL
        )
        if finite or (entry and not scan.is_capital(j) and entry.form in ("past", "past or participle", "third")):
            phrase = phrase_before(scan, before_parenthesis(scan, group_start(scan, j, floor), floor), floor)
            if phrase:
                return phrase
    return None
