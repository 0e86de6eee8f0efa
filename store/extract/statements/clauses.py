"""Where the content of an attribution ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import (
    BE,
    DASHES,
    PERSONAL,
    SENTENCE_END,
    TIME_STARTS,
    is_adverb,
    is_finite,
)
from store.extract.statements.phrases_ahead import phrase_after
from store.extract.statements.scan import WINDOW, Range

if TYPE_CHECKING:
    from store.extract.statements.cues import CueForm
    from store.extract.statements.scan import Scan

CONTRASTS = frozenset({"but", "though", "although", "whereas", "despite", "while", "even", "yet"})
"""After a comma these mostly bring the reporter back."""
FINITE_FORMS = frozenset({"past", "past or participle", "third"})
LONGEST_RELATIVE = 20
LOOK_AHEAD = 9
PHRASE_ENDS = frozenset("after when while during before because since until although though if".split())
MARKING = PHRASE_ENDS | DASHES | frozenset("( ) ; - , according and but as on".split())
"""Words at which a clause may end or pause; at any other outside quotation marks it goes on."""


def clause_from(scan: Scan, first: int, *, phrase: bool = False, fronted: bool = False) -> Range | None:
    """The content that begins at ``first`` and runs to the end of its clause; None if empty.

    With ``phrase`` it is the object of a verb or noun and ends at adverbial clauses and times as well; with
    ``fronted`` the cue stands in a clause before the main one ("Although he said X, Y").
    """
    end = scan.sentence(first).end
    within = scan.quote_at[first]
    if within >= 0 and scan.quotes[within].start < first:
        end = min(end, scan.quotes[within].last)
    k = first
    subjectless = phrase or scan.low[first] in ("to", "not") or scan.low[first].endswith("ing")
    for _ in range(2 * WINDOW):
        if k >= end:
            break
        if scan.low[k] not in MARKING and scan.quote_at[k] < 0:
            k += 1
            continue
        quote = scan.quote_opening(k)
        if quote:
            k = quote.end
            if k >= end:
                end = k if _is_closed_sentence(scan, k) else scan.sentence(k - 1).end
            if _is_closed_sentence(scan, k):
                break
            comma = scan.word(k - 2) == "," and quote.closed
            if comma and (_turns_away(scan, k - 1) or (fronted and _main_clause_behind(scan, k - 1))):
                break
            continue
        if k > first and (_ends_here(scan, k, phrase=phrase) or (fronted and _main_clause_at(scan, k))):
            break
        if k > first and subjectless and _joins_clause(scan, k, end):
            break
        k = _past_bracket(scan, k, end)
    return trimmed(scan, first, min(k, end))


def trimmed(scan: Scan, first: int, end: int) -> Range | None:
    """Without punctuation that does not belong to a quotation at either end."""
    low = scan.low
    while end > first and not low[end - 1][0].isalnum() and scan.quote_at[end - 1] < 0 and low[end - 1] not in ")%":
        end -= 1
    while first < end and not low[first][0].isalnum() and scan.quote_at[first] < 0 and low[first] not in "($€£#@":
        first += 1
    return Range(first, end) if end > first else None


def _is_closed_sentence(scan: Scan, k: int) -> bool:
    """True where a quotation that ends before ``k`` ends a sentence as well."""
    return k >= 2 and (scan.low[k - 2] in SENTENCE_END or scan.low[k - 1] in SENTENCE_END)


def _past_bracket(scan: Scan, k: int, end: int) -> int:
    if scan.low[k] != "(":
        return k + 1
    return next((j + 1 for j in range(k + 1, min(end, k + 40)) if scan.low[j] == ")"), k + 1)


def _main_clause_at(scan: Scan, k: int) -> bool:
    """True at a comma behind which a new subject and its verb follow."""
    return scan.low[k] == "," and _main_clause_behind(scan, k)


def _main_clause_behind(scan: Scan, k: int) -> bool:
    if scan.word(k + 1) in ("and", "or", "which", "who", "including", "where", "whose"):
        return False
    return any(is_finite(scan.word(j), scan.word(j + 1)) or scan.verb_cue(j) for j in range(k + 2, k + 2 + LOOK_AHEAD))


def _joins_clause(scan: Scan, k: int, end: int) -> bool:
    """True at ", and" before a subject with its verb: no part of "to lower the toll, and the union agreed"."""
    if scan.low[k] != "," or scan.word(k + 1) not in ("and", "but", "so"):
        return False
    subject = phrase_after(scan, k + 2, end)
    if subject is None:
        return False
    verb = subject.end
    while is_adverb(scan.word(verb)):
        verb += 1
    return verb < end and is_finite(scan.low[verb], scan.word(verb + 1)) and not scan.is_capital(verb)


def _ends_here(scan: Scan, k: int, *, phrase: bool) -> bool:
    word = scan.low[k]
    if word == ")" or word == ";" or (word == "according" and scan.word(k + 1) == "to"):
        return True
    if scan.is_dash(k) or (word == "-" and scan.word(k + 1) == "-"):
        return _turns_away(scan, k)
    if word == ",":
        relative = phrase and scan.word(k + 1) in ("who", "which", "where", "whose")
        return _turns_away(scan, k) or (relative and not _closes_before_of(scan, k))
    if word in ("and", "but"):
        return _is_new_attribution(scan, k + 1)
    if word == "as":
        return phrase and (scan.word(k + 1) in PERSONAL or scan.is_capital(k + 1))
    return phrase and (word in PHRASE_ENDS or (word == "on" and scan.word(k + 1) in TIME_STARTS))


def _closes_before_of(scan: Scan, k: int) -> bool:
    """True for a relative clause behind which a phrase goes on: "accused Oslo, which denies it, of fraud"."""
    second = next((j for j in range(k + 1, min(scan.sentence(k).end, k + LONGEST_RELATIVE)) if scan.low[j] == ","), -1)
    return second > 0 and scan.word(second + 1) == "of"


def _turns_away(scan: Scan, k: int) -> bool:
    """True where the words after the comma at ``k`` are the reporter's again."""
    after = scan.word(k + 1)
    if after == "even" and scan.word(k + 2) not in ("though", "if", "as", "when", "while"):
        return False
    if after in CONTRASTS or (after == "according" and scan.word(k + 2) == "to"):
        return scan.word(k + 2) not in ("only", "also", "not", "rather", "instead")  # "but only if", "but also"
    if after in ("and", "or"):
        return _is_new_attribution(scan, k + 2)
    entry = scan.verb_cue(k + 1)
    if entry and entry.form == "third" and scan.is_headline(k):  # "Oslo rejects toll, warns Norway"
        return True
    if entry and (
        (entry.form == "gerund" and entry.cue.act != "believe")
        or (entry.form in FINITE_FORMS and "quote" in entry.cue.takes)
    ):
        return True
    if after == "with":
        return any(_is_gerund_cue(scan.verb_cue(j)) for j in range(k + 3, k + 7))
    start = k + 2 if after == "as" else k + 1
    return _is_tag(scan, start)


def _is_gerund_cue(entry: CueForm | None) -> bool:
    return entry is not None and entry.form == "gerund" and bool(entry.cue.takes & {"clause", "quote", "that"})


def _is_tag(scan: Scan, first: int) -> bool:
    """True for "he said" and "said the minister" before punctuation or an adverbial: a parenthesis."""
    for j in range(first, first + LOOK_AHEAD):
        word = scan.word(j)
        if not word or word in SENTENCE_END or word in (",", "to") or word in BE:
            return False
        entry = scan.verb_cue(j)
        if entry and "quote" in entry.cue.takes and entry.form in FINITE_FORMS:
            after = scan.word(j + 1) if j + 1 < scan.sentence(j).end else ""
            return j > first and (
                after in (",", ".", ":", "") or after in TIME_STARTS or after in ("in", "on", "at", "during")
            )
    return False


def _is_new_attribution(scan: Scan, first: int) -> bool:
    """True where "and", "but" lead to another cue of the reporter's: "and said", "but he denied"."""
    j = first
    if scan.word(j) in PERSONAL:
        j += 1
    elif scan.is_capital(j):
        while scan.is_capital(j) and j < first + 4:
            j += 1
    while is_adverb(scan.word(j)) or scan.word(j) in ("has", "have", "had"):
        j += 1
    entry = scan.verb_cue(j)
    if entry is None or entry.form not in FINITE_FORMS:
        return False
    leads = scan.word(j + 1) in ("to", "that") and entry.cue.takes & {"infinitive", "clause", "that"}
    return not scan.is_homograph(j) or j > first or entry.form != "third" or bool(leads)
