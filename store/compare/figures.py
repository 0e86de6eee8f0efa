"""Numbers of one thing that differ between reports: people killed, ships sent, minutes talked."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from store.compare.contents import NAME_WEIGHT, NUMBER, likeness
from store.compare.same_said import opposed
from store.compare.wordlists import measures

if TYPE_CHECKING:
    from store.compare.contents import Content
    from store.compare.said import Said

DAYS = 3
ONE_EACH = 2
"""Numbers that only one of two passages gives: where more differ, they are readings of different days."""


class Figures(NamedTuple):
    """What is counted, and the two counts."""

    thing: str
    numbers: tuple[float, float]


def figures_apart(one: Said, two: Said) -> Figures | None:
    """The count on which two reports of one thing differ; None where they agree or tell of different things."""
    if one.report.article_id == two.report.article_id or one.denies != two.denies or not _same_days(one, two):
        return None
    differing = _differing(one.content, two.content)
    if differing is None:
        return None
    how = likeness(one.content, two.content)
    named = any(w == NAME_WEIGHT and g in two.content.weights for g, w in one.content.weights.items())
    alike = how.common >= 2.2 and how.dice >= 0.5 and named and not opposed(one, two, how)
    return differing if alike else None


def _differing(one: Content, two: Content) -> Figures | None:
    """The first counted thing that both give once and with different numbers."""
    if len(_numbers(one) ^ _numbers(two)) > ONE_EACH:
        return None
    mine, yours = _counts(one), _counts(two)
    for thing, number in mine.items():
        if thing in yours and yours[thing] != number and thing not in measures():
            return Figures(thing, (number, yours[thing]))
    return None


def _numbers(content: Content) -> set[str]:
    return {group for group in content.weights if group[0] == NUMBER}


def _counts(content: Content) -> dict[str, float]:
    """Counted things that come up with one number only."""
    found: dict[str, set[float]] = {}
    for thing, number in content.numbers:
        found.setdefault(thing, set()).add(number)
    return {thing: min(numbers) for thing, numbers in found.items() if len(numbers) == 1 and _is_count(thing, *numbers)}


def _is_count(thing: str, number: float) -> bool:
    """True for whole numbers of things: "617.19 points" of two days are two readings of an index."""
    return thing[0] != NUMBER and isfinite(number) and number == int(number)


def _same_days(one: Said, two: Said) -> bool:
    days = (one.report.anchor.day, two.report.anchor.day)
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= DAYS
