"""Attribution without a cue verb: nouns ("a claim that"), adjectives ("is sure that"), "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.clauses import clause_from, trimmed
from store.extract.statements.cues import polarity_of
from store.extract.statements.grammar import (
    BE,
    DETERMINERS,
    SENTENCE_END,
    SUBORDINATORS,
    TIME_STARTS,
    WH,
    is_adverb,
    is_finite,
)
from store.extract.statements.owners import before_main_verb, is_subject, owner_of
from store.extract.statements.phrases import phrase_before
from store.extract.statements.phrases_ahead import phrase_after
from store.extract.statements.scan import Draft, Range
from store.extract.statements.understood import clause_subject
from store.extract.statements.verb_groups import group_start

if TYPE_CHECKING:
    from store.extract.statements.cues import Cue
    from store.extract.statements.scan import Scan

ASKED = frozenset({"asked", "questioned", "pressed", "told", "confronted", "faced"})
"""Participles that open a sentence before its main clause: "Asked about claims that"."""
OPENING = SUBORDINATORS | ASKED
"""What puts a clause before the main one."""
COME = frozenset({"came", "comes", "come"})
LONGEST_SUBJECT = 8


def according_to(scan: Scan, i: int) -> Draft | None:
    """The attribution of "According to X, Y" and "Y, according to X"."""
    sentence = scan.sentence(i)
    end = sentence.end
    source = phrase_after(scan, i + 2, end)
    if source is None:
        return None
    source = _to_punctuation(scan, source, end)
    cue = Range(i, i + 2)
    floor = scan.floor(i)
    before = trimmed(scan, floor, i) if i > floor else None
    quote = scan.quote_closing(i - 1) or (scan.quote_closing(i - 2) if scan.word(i - 1) == "," else None)
    if quote and scan.same_sentence(quote.end - 1, i):
        before = Range(min(quote.start, max(floor, sentence.first)), quote.end)
    if before is None:
        content = clause_from(scan, source.end) if source.end < end else None
        return Draft(source, cue, (content,), "say", "positive", "according to", "according") if content else None
    after = _rest_after(scan, source.end, end)
    pieces = (before, after) if after else (before,)
    return Draft(source, cue, pieces, "say", "positive", "according to", "according")


def _to_punctuation(scan: Scan, source: Range, end: int) -> Range:
    k = source.end
    while k < end and scan.low[k] not in {",", ";", *SENTENCE_END} and not scan.quote_opening(k):
        k += 1
    return Range(source.first, k)


def _rest_after(scan: Scan, comma: int, end: int) -> Range | None:
    if scan.word(comma) != "," or comma + 1 >= end or scan.word(comma + 1) not in BE | {"has", "have", "had", "will"}:
        return None
    return clause_from(scan, comma + 1)


def nominal(scan: Scan, i: int, cue: Cue) -> Draft | None:
    """The attribution whose cue is noun ``i``."""
    content = _complement(scan, i, cue)
    if content is None:
        return _came_from(scan, i, cue)
    floor = scan.floor(i)
    owner = owner_of(scan, i, floor)
    if owner.source is None and (scan.word(i + 1) != "that" or not scan.low[i].endswith("s")):
        return _came_from(scan, i, cue)  # "claims that" are somebody's, "the fear that I felt" may be no claim
    if is_subject(scan, owner, floor):
        content = before_main_verb(scan, content)
    polarity = polarity_of(cue, negated=scan.word(owner.first) == "no")
    return Draft(owner.source, Range(owner.first, i + 1), (content,), cue.act, polarity, "noun", cue.lemma, word=cue)


def _came_from(scan: Scan, i: int, cue: Cue) -> Draft | None:
    """The attribution of "Some details came from Ann Lee"."""
    end = scan.sentence(i).end
    ahead = scan.low[i + 1 : min(end, i + LONGEST_SUBJECT)]
    if COME.isdisjoint(ahead):
        return None
    came = i + 1 + next(k for k, word in enumerate(ahead) if word in COME)
    if scan.word(came + 1) != "from":
        return None
    source = phrase_after(scan, came + 2, end)
    subject = phrase_before(scan, came, scan.floor(i))
    if source is None or subject is None or not scan.is_capital(source.first):
        return None
    return Draft(
        source, Range(came, came + 2), (subject,), cue.act, cue.polarity, "noun came from", cue.lemma, word=cue
    )


def _complement(scan: Scan, i: int, cue: Cue) -> Range | None:
    floor = scan.floor(i)
    opens = scan.low[floor] in OPENING or scan.low[floor].endswith("ing")
    fronted = opens and not any(scan.low[k] == "," for k in range(floor, i))
    after = scan.word(i + 1)
    if i + 2 >= len(scan.low) or i + 1 >= scan.sentence(i).end:
        return None
    if after == "that" and "that" in cue.takes and scan.word(i + 2) not in BE:
        return clause_from(scan, i + 1, fronted=fronted)
    if after == "to" and cue.takes & {"infinitive", "that"}:
        named = scan.is_capital(i + 2) or scan.low[i + 2] in DETERMINERS
        addressee = phrase_after(scan, i + 2, scan.sentence(i).end) if named else None
        if addressee and scan.word(addressee.end) in ("to", "not", "that"):
            return clause_from(scan, addressee.end)
        return clause_from(scan, i + 1) if "infinitive" in cue.takes and addressee is None else None
    if after == "not" and scan.low[i + 2] == "to" and "infinitive" in cue.takes:
        return clause_from(scan, i + 1)
    if after in cue.prepositions and scan.word(i + 2) not in TIME_STARTS:
        return clause_from(scan, i + 2, phrase=True, fronted=fronted)
    return None


def adjectival(scan: Scan, i: int, cue: Cue) -> Draft | None:
    """The attribution of "is confident that" and "was critical of": the copula's subject is the source."""
    floor = scan.floor(i)
    k = i
    while k > floor and is_adverb(scan.low[k - 1]):
        k -= 1
    if (
        k - 2 > floor
        and scan.low[k - 1] in ("it", "this", "that")
        and scan.low[k - 2] in ("make", "makes", "made", "making")
    ):
        return _made_clear(scan, i, k - 2, cue, floor)
    if k <= floor or scan.low[k - 1] not in BE | {"'s", "seems", "seemed", "feels", "felt", "remains", "remained"}:
        return None
    start = group_start(scan, k - 1, floor)
    source = phrase_before(scan, start, floor)
    asked = scan.word(i + 1) in WH and "wh" in cue.takes
    content = clause_from(scan, i + 1) if asked else _complement(scan, i, cue)
    if content is None and source and "that" in cue.takes and _opens_clause(scan, i + 1):
        content = clause_from(scan, i + 1)
    if content is None:
        return None
    if source and scan.low[source.first] == "it":
        source = None
    negated = any(scan.low[j] in ("not", "never") or scan.low[j].endswith("n't") for j in range(start, i))
    polarity = polarity_of(cue, negated=negated)
    return Draft(source, Range(start, i + 1), (content,), cue.act, polarity, "adjective", cue.lemma, word=cue)


def _opens_clause(scan: Scan, k: int) -> bool:
    """True for a subject and its verb without "that": "is sure the ferry will sail"."""
    if k >= scan.sentence(k - 1).end:
        return False
    subject = phrase_after(scan, k, scan.sentence(k - 1).end)
    return subject is not None and is_finite(scan.word(subject.end), scan.word(subject.end + 1))


def _made_clear(scan: Scan, i: int, verb: int, cue: Cue, floor: int) -> Draft | None:
    """The attribution of "made it clear that"."""
    start = group_start(scan, verb, floor)
    source = phrase_before(scan, start, floor) or clause_subject(scan, start, floor)
    content = _complement(scan, i, cue)
    if source is None or content is None:
        return None
    return Draft(source, Range(start, i + 1), (content,), cue.act, "positive", "adjective", cue.lemma, word=cue)
