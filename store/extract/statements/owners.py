"""Whose word a noun is: "his claim", "Ann Lee's claim", "made a claim"; and where the noun's clause ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.statements.grammar import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    WH,
    is_adverb,
    is_finite,
)
from store.extract.statements.phrases import phrase_before
from store.extract.statements.scan import Range
from store.extract.statements.understood import clause_subject
from store.extract.statements.verb_groups import group_start
from store.extract.verb_forms import verb_forms

if TYPE_CHECKING:
    from store.extract.statements.scan import Scan

SUPPORT = frozenset(
    {"make", "makes", "made", "making", "give", "gives", "gave", "given", "giving", "issue", "issues", "issued",
     "issuing", "express", "expresses", "expressed", "expressing", "voice", "voiced", "voicing", "raise", "raised",
     "raises", "raising", "offer", "offered", "offers", "offering", "deliver", "delivered", "sound", "sounded",
     "sounding", "sounds", "repeat", "repeated", "repeats", "renew", "renewed", "reiterate", "reiterated", "has",
     "have", "had", "release", "released", "cast", "casts", "casting", "take", "took", "sent", "send", "sends",
     "reject", "rejected", "denied", "dismissed", "hold", "holds", "held"}
)  # fmt: skip
"""Light verbs whose subject is the source of the noun after them ("made a pledge to")."""
NO_NOUN = AUXILIARIES | WH | PERSONAL | COORDINATORS | {"that"}
"""A verb behind these goes on from the one before, or belongs to a relative clause."""
MOST_ADJECTIVES = 6


class Owner(NamedTuple):
    """Whose word a noun is."""

    source: Range | None
    first: int
    """Where the noun's phrase begins, or the light verb before it."""
    light: bool = False
    """True behind a light verb ("made a claim")."""


def owner_of(scan: Scan, i: int, floor: int) -> Owner:
    """The owner of noun ``i``."""
    low = scan.low
    k = i
    while k > max(floor, i - MOST_ADJECTIVES) and _is_modifier(scan, k - 1):
        k -= 1
    before = low[k - 1] if k > floor else ""
    if before in POSSESSIVES:
        return Owner(Range(k - 1, k), k)
    if before in ("'s", "'", "’"):
        return Owner(_possessor(scan, k - 1, floor), k)
    first = k - 1 if before in DETERMINERS else k
    if first > floor and low[first - 1] in SUPPORT:
        start = group_start(scan, first - 1, floor)
        source = phrase_before(scan, start, floor) or clause_subject(scan, first, floor)
        return Owner(source, start, light=True)
    return Owner(None, first)


def _is_modifier(scan: Scan, k: int) -> bool:
    """True for what may stand between a noun's owner and the noun: no verb, preposition or determiner."""
    word = scan.low[k]
    if not word[0].isalpha() or word in DETERMINERS or word in SUPPORT or word in BE or word == "'s":
        return False
    form = verb_forms().get(word)
    finite = form is not None and (form.form in ("past", "third", "base") or scan.word(k - 1) in AUXILIARIES)
    return word not in PREPOSITIONS and (not finite or is_adverb(word) or scan.is_capital(k))


def _possessor(scan: Scan, end: int, floor: int) -> Range | None:
    """The owner before "'s", without what only leads up to it: "asked about | the mayor", "to stop | Oslo"."""
    phrase = phrase_before(scan, end, floor)
    if phrase is None:
        return None
    first = phrase.first
    for k in range(phrase.first, phrase.end - 1):
        if scan.low[k] in PREPOSITIONS and scan.low[k] != "of":
            verb = scan.low[k] == "to" and verb_forms().get(scan.low[k + 1])
            first = k + 2 if verb and k + 2 < phrase.end else k + 1
    return Range(first, phrase.end)


def is_subject(scan: Scan, owner: Owner, floor: int) -> bool:
    """True where the noun's phrase, with its owner, opens its clause."""
    if owner.light:
        return False
    start = owner.source.first if owner.source else owner.first
    before = scan.low[start - 1] if start > floor else ""
    return not before or before == "," or before in COORDINATORS or before in SUBORDINATORS or before in ("that", "(")


def before_main_verb(scan: Scan, content: Range) -> Range:
    """``content`` of a subject up to the main verb: "that the toll was fair | went unheard"."""
    inside = 1 if scan.low[content.first] == "that" else 0
    for k in range(content.first + 1, content.end):
        if scan.quote_at[k] >= 0 or not _is_new_verb(scan, k):
            continue
        if inside:
            inside -= 1
            continue
        start = group_start(scan, k, content.first)
        while scan.low[start - 1] == ",":
            start -= 1
        return Range(content.first, start) if start > content.first + 1 else content
    return content


def _is_new_verb(scan: Scan, k: int) -> bool:
    """True for the first finite word of a verb group that has a noun, not a pronoun or conjunction, before it."""
    word, before = scan.low[k], scan.low[k - 1]
    if scan.is_capital(k) or before in NO_NOUN or before == "-":
        return False
    if word in FINITE_AUXILIARIES:
        return True
    form = verb_forms().get(word)
    plain = (form is not None and form.form in ("past", "third")) or word.endswith("ed")
    return plain and is_finite(word, scan.word(k + 1)) and before not in PREPOSITIONS | DETERMINERS
