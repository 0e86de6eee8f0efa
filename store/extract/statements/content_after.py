"""Content that stands behind its cue: past addressees, times and places to the words that are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.clauses import clause_from
from store.extract.statements.content_before import has_finite
from store.extract.statements.grammar import (
    COORDINATORS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    FINITE_BE,
    PERSONAL,
    PREPOSITIONS,
    SENTENCE_END,
    TIME_STARTS,
    TIME_WORDS,
    WH,
    is_adverb,
    is_finite,
)
from store.extract.statements.naming import names_object
from store.extract.statements.phrases_ahead import phrase_after
from store.extract.statements.scan import Range

if TYPE_CHECKING:
    from store.extract.statements.cues import Cue
    from store.extract.statements.scan import Scan


PLAIN_LINKS = PREPOSITIONS | COORDINATORS | {"to", "not", "that"}
"""Behind an addressee, these do not begin a clause."""
PARTICLES = frozenset({"up", "off", "down", "out", "away", "back", "on"})
"""Behind a verb, these make another verb of it: "showed up"."""
RELATIVES = frozenset({"which", "that", "who"})
NEAR_RELATIVE = 6
"""Tokens between a relative pronoun and the clause that goes on behind "she said"."""
ADDRESSED = -1
"""Instead of the cue's end: its preposition stands behind the addressee ("warned Rome against")."""


def content_start(scan: Scan, cue: Cue, right: int, end: int) -> tuple[int | None, int]:
    """(where content to the right begins or None, end of the cue with its particle)."""
    j = right
    infinitive = scan.word(j) == "to" and "infinitive" in cue.takes
    dated = _past_time(scan, j, end)
    if dated > j and scan.word(dated) in cue.prepositions and dated + 1 < end:
        return dated + 1, ADDRESSED
    if scan.word(j) in cue.prepositions and j < end and not infinitive and not _is_adverbial(scan, j, dated, end):
        return (j + 1 if j + 1 < end else None), j + 1
    told = scan.party_ends.get(j, end) if "addressee" in cue.takes and "clause" in cue.takes else end
    if told < end and scan.word(told).isalpha() and scan.word(told) not in PLAIN_LINKS:
        return told, right  # "Holm Tells Berg Ferry Ready to Sail"
    if "addressee" in cue.takes and j < end and not _opens_content(scan, j) and not is_adverb(scan.low[j]):
        addressee = _addressee(scan, cue, j, end)
        if addressee and ("object" not in cue.takes or _opens_content(scan, addressee.end)):
            j = addressee.end
            dated = _past_time(scan, j, end)
            if scan.word(j) in cue.prepositions and j + 1 < end and not _is_adverbial(scan, j, dated, end):
                return j + 1, ADDRESSED
    start = _past_adverbials(scan, j, end)
    return (start if start is not None and start < end else None), right


def _addressee(scan: Scan, cue: Cue, j: int, end: int) -> Range | None:
    """The phrase at ``j``, without the "of" that leads to the content ("warned Oslo of delays")."""
    phrase = phrase_after(scan, j, end)
    if phrase is None or "of" not in cue.prepositions:
        return phrase
    return Range(j, next((k for k in range(j + 1, phrase.end) if scan.low[k] == "of"), phrase.end))


def _past_time(scan: Scan, j: int, end: int) -> int:
    """Past "on Tuesday" and "Tuesday" at ``j``; ``j`` itself where no time stands there."""
    k = j + (scan.word(j) == "on" and scan.word(j + 1) in TIME_STARTS)
    while k < end and scan.low[k] in TIME_STARTS:
        k += 1
    return k if scan.word(k - 1) in TIME_STARTS else j


def _is_adverbial(scan: Scan, j: int, dated: int, end: int) -> bool:
    """True where preposition ``j`` tells when or where ("warned on Monday", "warned on television that")."""
    if dated > j:
        return True
    place = phrase_after(scan, j + 1, end) if scan.low[j] in ("on", "in", "over") else None
    if place is None or place.end >= end:
        return False
    return scan.low[place.end] in ("that", ":") or scan.quote_opening(place.end) is not None


def _opens_content(scan: Scan, j: int) -> bool:
    word = scan.word(j)
    return word in ("that", "to", "not", ":") or word in WH or scan.quote_opening(j) is not None


LONGEST_ADVERBIAL = 18


def _past_adverbials(scan: Scan, j: int, end: int) -> int | None:
    """Past times and places between cue and content ("said Monday in an interview that"); None where none follows."""
    limit = min(end, j + LONGEST_ADVERBIAL)
    while j < limit:
        word = scan.low[j]
        if _opens_content(scan, j) and (word != "not" or scan.word(j + 1) == "to"):
            return j + (word == ":")
        if word == "," and not (is_adverb(scan.word(j + 1)) and scan.word(j + 2) == ","):
            return _behind_comma(scan, j, limit)
        if (
            word in SENTENCE_END
            or word == ";"
            or (word in ("as", "when", "while", "because") and scan.word(j + 1) != "part")
        ):
            return None
        if word in ("after", "before", "since", "until"):
            found = _past_prepositional(scan, j + 1, limit, end)
            return found if found is not None and scan.word(found) in PERSONAL | {"that"} else None
        step = _past_adverbial(scan, j, limit, end)
        if step == j:
            return j
        if step is None:
            return None
        j = step
    return j if j < end else None


def _behind_comma(scan: Scan, comma: int, limit: int) -> int | None:
    """Content behind a comma after the cue: a quotation, a question, or "that" behind a second comma."""
    after = scan.word(comma + 1)
    if scan.quote_opening(comma + 1) or after in ("how", "why", "whether", "what") or scan.word(comma + 2) == "which":
        return comma + 1
    seconds = range(comma + 1, min(limit, comma + 9))
    return next((k + 1 for k in seconds if scan.low[k] == "," and scan.word(k + 1) == "that"), None)


def _past_adverbial(scan: Scan, j: int, limit: int, end: int) -> int | None:
    """Past one adverbial at ``j``; ``j`` itself where there is none, None where nothing follows it."""
    word, after = scan.low[j], scan.word(j + 1)
    if word == ",":
        return j + 3
    if word in PREPOSITIONS:
        return _past_prepositional(scan, j + 1, limit, end)
    if word == "the" and after in ("same", "following", "previous", "next") and scan.word(j + 2) in TIME_WORDS:
        return j + 3
    dated = word in TIME_STARTS and after != "'s"
    if dated and not (word in ("this", "last", "next") and after not in TIME_WORDS):
        j += 1
        while j < limit and (scan.low[j] in TIME_WORDS or scan.low[j].isdigit()):
            j += 1
        return j
    return j + (is_adverb(word) and word not in DETERMINERS and word != "there")


def _past_prepositional(scan: Scan, j: int, limit: int, end: int) -> int | None:
    """Past the noun phrase of a preposition; None where nothing follows but the end."""
    phrase = phrase_after(scan, j, end)
    if phrase is None:
        return j + 1 if j < limit else None
    return phrase.end if phrase.end < end else None


def quoted_below(scan: Scan, cue: Cue, right: int, end: int) -> Range | None:
    """The quotation that is the next paragraph, where a colon ends this one: "The mayor added:"."""
    if "quote" not in cue.takes or not right < end <= right + LONGEST_ADVERBIAL or scan.low[end - 1] != ":":
        return None
    quote = scan.quote_opening(end)
    if quote is None or quote.paragraph == scan.paragraph(end - 1):
        return None
    return Range(quote.start, quote.end)


def content_after(
    scan: Scan, cue: Cue, first: int, *, after_preposition: bool, fronted: bool
) -> tuple[Range | None, str]:
    """(content, kind) of what follows the cue."""
    word = scan.low[first]
    takes = cue.takes
    quote = scan.quote_opening(first)
    if after_preposition:
        return clause_from(scan, first, phrase=True, fronted=fronted), "preposition"
    if word == "that" and takes & {"clause", "that"}:
        return clause_from(scan, first, fronted=fronted), "that"
    if (word in WH or scan.word(first + 1) == "which") and takes & {"wh", "clause"}:
        return clause_from(scan, first, fronted=fronted), "wh"
    if word == "to" or (word == "not" and scan.word(first + 1) == "to"):
        return (clause_from(scan, first, fronted=fronted), "infinitive") if "infinitive" in takes else (None, "")
    if quote and takes & {"quote", "clause", "object", "naming"}:
        if _stands_alone(scan, quote.end):
            return Range(quote.start, quote.end), "quote"
        return clause_from(scan, first, fronted=fronted), "quote"
    return _open_content(scan, cue, first, fronted=fronted)


def _stands_alone(scan: Scan, end: int) -> bool:
    return scan.low[end - 2] in SENTENCE_END or scan.word(end) in {"", *SENTENCE_END}


def _open_content(scan: Scan, cue: Cue, first: int, *, fronted: bool) -> tuple[Range | None, str]:
    """Content without a mark at its head: a bare clause or an object."""
    takes = cue.takes
    relative = not RELATIVES.isdisjoint(scan.low[max(0, first - NEAR_RELATIVE) : first])
    if scan.low[first] in COORDINATORS or (scan.low[first] in FINITE_BE and not relative):
        return None, ""  # "everything she says is"; but "tolls that she said were fair"
    if "clause" in takes and scan.low[first] not in PREPOSITIONS:
        content = clause_from(scan, first, fronted=fronted)
        if content and (cue.lemma == "say" or _is_clause(scan, content) or _is_told_in_headline(scan, cue, content)):
            return content, "clause"
    if "gerund" in takes and scan.low[first].endswith("ing"):
        return clause_from(scan, first, fronted=fronted), "gerund"
    if takes & {"object", "naming"} and _starts_phrase(scan, first):
        content = clause_from(scan, first, phrase=True, fronted=fronted)
        unnamed = content and "object" not in takes and not names_object(scan, content)
        return (None, "") if unnamed else (content, "object")
    if "infinitive" in takes and "addressee" in takes and _starts_phrase(scan, first):
        content = clause_from(scan, first, fronted=fronted)
        if content and "to" in scan.low[content.first : content.end]:
            return content, "object infinitive"
    return None, ""


def _is_told_in_headline(scan: Scan, cue: Cue, content: Range) -> bool:
    """True for a clause without its verb behind an addressee: "Holm Tells Berg Ferry Ready to Sail"."""
    told = any(end == content.first for end in scan.party_ends.values())
    return told and "addressee" in cue.takes and scan.is_headline(content.first)


def _is_clause(scan: Scan, content: Range) -> bool:
    """True where a finite verb comes before any comma or relative clause: not for "a way, which helps"."""
    for k in range(content.first + 1, content.end):
        if scan.low[k] in (",", "which", "who", "whose", "where"):
            return has_finite(scan, Range(content.first, k)) or (
                scan.low[k] == "," and _parenthesis_inside(scan, content, k)
            )
        if is_finite(scan.low[k], scan.word(k + 1)) or scan.low[k] == "'s":
            return True
    return False


def _parenthesis_inside(scan: Scan, content: Range, comma: int) -> bool:
    """A second comma and then a verb: "the plan, she wrote, has failed"."""
    second = next((k for k in range(comma + 1, content.end) if scan.low[k] == ","), -1)
    return second > 0 and has_finite(scan, Range(second, min(content.end, second + 4)))


def _starts_phrase(scan: Scan, k: int) -> bool:
    word = scan.low[k]
    return word[0].isalnum() and not (word in PREPOSITIONS or word in PARTICLES or word in FINITE_AUXILIARIES)
