"""Days and places that a sentence takes back: "not on Friday but on Monday", "in Lima instead of in Quito"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.word_classes import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.nouns import Noun

_IN_PLACE_OF = (["instead", "of"], ["rather", "than"], *([mark, "not"] for mark in (",", "but", "-", "–", "--")))


class Corrections(NamedTuple):
    """What a sentence takes back."""

    groups: list[VerbGroup]
    """The verb groups, without the "not" that only denies a day or a place."""
    denied: set[int]
    """First tokens of the days and places that do not hold."""
    owners: dict[int, Noun | VerbGroup | None]
    """First tokens of those that do hold in their stead -> the verb that they belong to."""


def corrections(lower: list[str], groups: Sequence[VerbGroup], mentions: Sequence[Mention], end: int) -> Corrections:
    """What is taken back among ``mentions``, the times and places of the sentence that stops before token ``end``."""
    starts = {m.first: m for m in mentions}
    made = Corrections(list(groups), set(), {})
    for at, group in enumerate(groups):
        stop, told = _adverbials(lower, group.end, starts, end) if group.negated else (0, set())
        stop += bool(told) and lower[stop : stop + 1] == [","]
        corrected = _adverbials(lower, stop + 1, starts, end)[1] if told and lower[stop] == "but" else set()
        if corrected:
            made.groups[at] = group._replace(negated=False)
            made.denied.update(told)
            made.owners.update(dict.fromkeys(corrected, made.groups[at]))
    for m in mentions:
        at = m.first - 1 - (lower[m.first - 1] in PREPOSITIONS)
        if lower[at - 1 : at + 1] in _IN_PLACE_OF:
            made.denied.update(_adverbials(lower, at + 1, starts, end)[1])
    return made


def _adverbials(lower: list[str], at: int, starts: dict[int, Mention], end: int) -> tuple[int, set[int]]:
    """The token after a row of "in Lima on Friday" that starts at ``at``, and the first tokens of its mentions."""
    found: set[int] = set()
    while at < end:
        mention = starts.get(at)
        if mention is not None:
            found.add(at)
            at = mention.end
        elif lower[at] in PREPOSITIONS or lower[at] == "the":
            at += 1
        else:
            break
    return at, found
