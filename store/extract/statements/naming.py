"""What calls a thing something: an object and, behind it, the name or verdict it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import DETERMINERS, PREPOSITIONS
from store.extract.statements.phrases_ahead import phrase_after

if TYPE_CHECKING:
    from store.extract.statements.scan import Range, Scan

VERDICTS = frozenset(
    """
    false true wrong right bad good great weak strong fair unfair illegal legal criminal crooked stupid smart dead over
    fake real racist evil absurd crazy safe unsafe sick corrupt
    """.split()
)
VERDICT_ENDS = ("ous", "ful", "able", "ible", "ive", "less", "ish", "ic", "ent", "ant", "ing", "ed", "al")
"""Ends of adjectives."""


def names_object(scan: Scan, content: Range) -> bool:
    """True for "the offer a trick" and "the plan unfair" behind "called"; "the police" names nothing."""
    if any(scan.quote_at[k] >= 0 for k in range(content.first, content.end)):
        return True
    named = phrase_after(scan, content.first, content.end)
    if named is None:
        return False
    if named.end == content.end:
        opens, last = scan.low[content.first], scan.low[content.end - 1]
        long = named.end - named.first > 1 + (opens in DETERMINERS)
        return long and opens not in ("a", "an") and (last in VERDICTS or last.endswith(VERDICT_ENDS))
    return scan.low[named.end] not in PREPOSITIONS or any(
        scan.low[k] in ("a", "an", "as") and scan.low[k - 1] not in PREPOSITIONS
        for k in range(named.end + 1, content.end)
    )
