"""Noun phrases told from closed word classes alone: leftwards from a verb, rightwards from a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import (
    AUXILIARIES,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    DO,
    MODALS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SENTENCE_END,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_STARTS,
    TIME_WORDS,
    WILL,
    WOULD,
    is_adverb,
    is_finite,
)
from store.extract.statements.scan import Range
from store.extract.verb_forms import verb_forms

if TYPE_CHECKING:
    from store.extract.statements.scan import Scan

LINKS = frozenset("of for at in from on with under by to about against over between among".split())
JOINTS = frozenset({"-", "'s", "'", "&", ".", "/", "’s", "’"})
STANDING_ALONE = POSSESSIVES | {
    "all",
    "both",
    "some",
    "many",
    "most",
    "few",
    "this",
    "these",
    "those",
    "another",
    "each",
}
GOVERNING = MODALS | WILL | WOULD | DO
NEVER_MODIFYING = (OBJECT_PRONOUNS | {"you"}) - {"her"}
"""Pronouns that stand for a noun phrase alone; "her" may open one."""
QUOTING = frozenset("‘“\"'")
MAX_PHRASE = 40
"""Tokens that a noun phrase may span: keeps every search bounded."""


def phrase_before(scan: Scan, end: int, floor: int) -> Range | None:
    """The noun phrase that ends just before token ``end``, apposition included; None where there is none."""
    k = end - 1
    if k < floor:
        return None
    if scan.low[k] == "," or scan.low[k] in DASHES:
        return _with_apposition(scan, k, floor)
    return _plain(scan, end, floor)


def _plain(scan: Scan, end: int, floor: int) -> Range | None:
    low = scan.low
    k = end - 1
    floor = max(floor, end - MAX_PHRASE)
    if low[k] in SUBJECT_PRONOUNS or low[k] in ("that", "this", "these", "those", "all", "many", "some"):
        return Range(k, end)
    joined = -1
    while k >= floor:
        word = low[k]
        if word == ")":
            opened = _opening_bracket(scan, k, floor)
            if opened < 0:
                break
            k = opened - 1
            continue
        if word in COORDINATORS:
            if word in ("but", "yet", "nor") or k == floor:
                break
            joined = k
        elif _ends_phrase(scan, k):
            if is_finite(word, low[k + 1]) and (k == floor or not low[k - 1][0].isalnum()) and word not in AUXILIARIES:
                k -= 1  # "Retired general Ann Lee": a verb does not open a clause
                break
            verb = is_finite(word, low[k + 1]) or scan.verb_cue(k)
            head = _head_of_relative(scan, k, floor) if verb else None
            if head:
                return Range(head.first, end)
            if joined > 0 and (is_finite(word, low[k + 1]) or word in OBJECT_PRONOUNS):
                k = joined
            break
        k -= 1
    return _trimmed(scan, k + 1, end)


def _head_of_relative(scan: Scan, k: int, floor: int) -> Range | None:
    """The phrase before a relative clause whose verb is ``k``: "those who saw the film", "experts I spoke to"."""
    low = scan.low
    j = k
    while j > floor and (low[j - 1] in AUXILIARIES or is_adverb(low[j - 1])):
        j -= 1
    j -= 1
    if j <= floor or not low[j - 1][0].isalnum() or low[j - 1] in AUXILIARIES:
        return None
    if low[j] in ("who", "which", "that") or (
        low[j] in ("i", "we", "they", "he", "she") and low[j - 1] not in SUBORDINATORS
    ):
        return _plain(scan, j, floor)
    return None


def _ends_phrase(scan: Scan, k: int) -> bool:
    """True where token ``k`` cannot stand inside a noun phrase read from its end."""
    low = scan.low
    word = low[k]
    if word == "-" and (scan.low[k - 1] in ("-", ")") or scan.tokens.starts[k] > scan.tokens.ends[k - 1]):
        return True  # a dash: "(Agency)-- The envoy", "OSLO - The envoy"
    if word in LINKS or word in JOINTS:
        return False
    if not word[0].isalnum():
        if low[k - 1] == "," or low[k - 1] in SENTENCE_END:
            return True
        return scan.quote_at[k] < 0 or scan.quotes[scan.quote_at[k]].end - scan.quotes[scan.quote_at[k]].start > 8
    if word in NEVER_MODIFYING:
        return low[k - 1] not in LINKS
    if word in AUXILIARIES or word in SUBJECT_PRONOUNS:
        return True
    entry = scan.verb_cue(k)
    form = verb_forms().get(word)
    if low[k - 1] in GOVERNING and ((form and form.form == "base") or (entry and entry.form == "base")):
        return True
    if entry and entry.form == "third" and "quote" in entry.cue.takes and not scan.is_capital(k):
        return not scan.is_homograph(k)
    if word in SUBORDINATORS or word in ("that", "than", "whether", "what", "how", "why", "where"):
        return True
    return is_finite(word, low[k + 1]) and low[k - 1 : k] != ["the"] and not scan.is_capital(k)


def _opening_bracket(scan: Scan, k: int, floor: int) -> int:
    for j in range(k - 1, max(floor, k - 12) - 1, -1):
        if scan.low[j] == "(":
            return j
    return -1


def _trimmed(scan: Scan, first: int, end: int) -> Range | None:
    """Without adverbs, prepositions, conjunctions and times in front."""
    low = scan.low
    while first < end and (
        low[first] in PREPOSITIONS
        or low[first] in COORDINATORS
        or low[first] in SUBORDINATORS
        or low[first] in JOINTS
        or (is_adverb(low[first]) and low[first] not in DETERMINERS)
    ):
        lead_in = low[first] in PREPOSITIONS and first + 1 < end
        first += 1
        if lead_in:
            first = _after_lead_in(scan, first, end)
    while first < end and low[first] in TIME_STARTS and first + 1 < end and low[first] not in ("this", "last", "next"):
        first += 1
    while end - 1 > first and low[end - 1] in TIME_WORDS and low[end - 1] not in ("this", "may"):
        end -= 1
        if end - 1 > first and low[end - 1] in ("on", "in", "early", "late", "last", "this"):
            end -= 1
    while end - 1 > first and scan.low[end - 1] in QUOTING and scan.quote_opening(end - 1):
        end -= 1
    if not any(word[0].isalnum() and word not in DETERMINERS for word in low[first:end]):
        known = first == end - 1 and low[first] in STANDING_ALONE
        return Range(first, end) if known else None
    return Range(first, end)


def _after_lead_in(scan: Scan, first: int, end: int) -> int:
    """Past the noun of an opening adverbial without a comma ("On Tuesday the minister"): the next phrase's start."""
    for j in range(first + 1, end):
        starts = scan.low[j] in DETERMINERS or (scan.is_capital(j) and not scan.is_capital(j - 1))
        if (
            starts
            and scan.low[j - 1] not in LINKS
            and scan.low[j - 1] not in DETERMINERS
            and scan.low[j - 1] not in JOINTS
        ):
            return j
    return first


def _with_apposition(scan: Scan, comma: int, floor: int) -> Range | None:
    """A phrase whose apposition or relative clause closes at ``comma``: "Ann Lee, the mayor of X, said"."""
    low = scan.low
    lowest = max(floor, comma - MAX_PHRASE)
    heads = []
    for k in range(comma - 1, lowest - 1, -1):
        if low[k] == low[comma]:
            heads.append(k)
        elif low[k] in (";", ":") or scan.quote_closing(k):
            break
    for k in reversed(heads):
        head = _plain(scan, k, lowest) if k > lowest else None
        adverbial = head and head.first > lowest and low[head.first - 1] in PREPOSITIONS  # "In an interview, Lee, ..."
        if head and not adverbial and not is_time(scan, head) and _could_be_apposition(scan, k + 1, comma):
            return Range(head.first, comma + 1)
    return None


def _could_be_apposition(scan: Scan, first: int, end: int) -> bool:
    """True for a stretch without a main clause of its own; a relative clause may have its verb."""
    if end <= first:
        return False
    low = scan.low
    if low[first] in ("who", "which", "whose", "where"):
        return True
    if low[first] in SUBJECT_PRONOUNS or low[first] in COORDINATORS:
        return False
    relative = False
    for k in range(first, end):
        relative = relative or low[k] in ("who", "which", "whose", "that", "where")
        if not relative and low[k] in AUXILIARIES:
            return False
    return True


def is_time(scan: Scan, phrase: Range) -> bool:
    """True for a phrase of nothing but time words ("last Friday")."""
    return all(scan.low[k] in TIME_WORDS or scan.low[k].isdigit() for k in range(phrase.first, phrase.end))
