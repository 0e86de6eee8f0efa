"""One utterance that reports put into two mouths: a principal's in one, their aide's in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.compare.contents import likeness
from store.compare.renderings import DAYS
from store.compare.same_said import opposed

if TYPE_CHECKING:
    from store.compare.said import Said

ENOUGH = 2.5
ASSERTIVE = frozenset({"say", "warn", "accuse", "confirm", "believe"})
"""Acts whose words are the utterance; a report that tells of a pledge gives none."""


def in_two_mouths(one: Said, two: Said) -> bool:
    """True where two articles give one utterance to the head of an office and to one who speaks for it.

    Two speakers of different offices may well say the same; an aide passes on what the principal said.
    """
    a, b = one.teller, two.teller
    if one.report.article_id == two.report.article_id or a.voice == b.voice or a.seat != b.seat or a.seat == "":
        return False
    if one.speaker != a or two.speaker != b or not (a.heads or b.heads) or not {one.act, two.act} <= ASSERTIVE:
        return False
    days = (one.report.anchor.day, two.report.anchor.day)
    if days[0] and days[1] and abs((days[0] - days[1]).days) > DAYS:
        return False
    how = likeness(one.content, two.content)
    return how.common >= ENOUGH and how.within >= 0.7 and how.dice >= 0.35 and not opposed(one, two, how)
