"""What form the content of an attribution has: a clause, an infinitive, or a phrase that says more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import WH

if TYPE_CHECKING:
    from store.extract.statements.cues import Cue
    from store.extract.statements.scan import Draft, Scan
    from store.model.facts import ContentForm

CLAUSAL = frozenset({"clause", "that", "infinitive", "addressee", "naming", "telling"})
"""Cues that take one of these make a claim even of a noun phrase ("announced a truce", "branded it a lie")."""
PHRASAL = (" object", " object infinitive", " gerund", " preposition", " withheld")
"""Ends of the rules under which a verb has a phrase for its content."""
PLAIN_ACTS = frozenset({"say", "accuse", "believe", "confirm"})
"""Acts that a phrase does not fill by itself; "warned of floods", "called for a truce" are whole."""
VERDICTS = frozenset({"as", "for"})
"""After an object, these open what is claimed of it: "hailed it as a triumph", "mocked him for running away"."""


def form_of(scan: Scan, draft: Draft) -> ContentForm:
    """The form of the content of ``draft``."""
    content = draft.content[0]
    opens = scan.low[content.first]
    if draft.word is None or content.first < draft.cue.end:
        return "clause"
    if opens == "to" or (opens == "not" and scan.word(content.first + 1) == "to"):
        return "infinitive"
    quote = scan.quote_opening(content.first)
    quoted = quote is not None and quote.end >= content.end and "naming" not in draft.word.takes
    by_rule = draft.word.kind == "verb" and not draft.rule.endswith(PHRASAL)
    if quoted or by_rule or opens == "that" or opens in WH:
        return "clause"
    return "topic" if _names_a_topic(scan, draft, draft.word) else "phrase"


def _names_a_topic(scan: Scan, draft: Draft, cue: Cue) -> bool:
    if cue.act not in PLAIN_ACTS or cue.kind == "adjective" or draft.polarity == "negative" or "telling" in cue.takes:
        return False
    content = draft.content[0]
    if any(scan.quote_at[k] >= 0 for k in range(content.first, content.end)):
        return False
    if cue.kind == "noun":
        return "that" not in cue.takes
    by_preposition = draft.rule.endswith(" preposition")
    verdict = not VERDICTS.isdisjoint(scan.low[content.first + 1 : content.end])
    return (by_preposition or not cue.takes & CLAUSAL) and not verdict
