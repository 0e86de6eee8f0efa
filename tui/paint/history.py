"""How a talk came to be known: which report told what on which day, and which later ones say nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.model.claims import Attribute, Claim, Talk
from store.model.views import ArticleRow
from tui.paint.talk_days import days_of
from tui.paint.when import day_of


class Telling(NamedTuple):
    """A value that one report gives for an attribute of a talk."""

    day: str
    """ISO day of the report, "" where it is not known exactly."""
    attribute: Attribute
    value: str
    article: str
    superseded: bool


def tellings(talk: Talk) -> list[Telling]:
    """What the reports told, the earliest first, those without an exact day last; each value once a report.

    Empty where every attribute has one value only, for then nothing changed, and where no report has an exact day.
    """
    values: dict[Attribute, set[str]] = {}
    for claim in talk.claims:
        if not claim.implied:
            values.setdefault(claim.attribute, set()).add(claim.value)
    told = {
        Telling(evidence.published, claim.attribute, claim.value, evidence.article, claim.superseded)
        for claim in talk.claims
        if len(values.get(claim.attribute, ())) > 1 and not claim.implied
        for evidence in claim.evidence
    }
    if not any(telling.day for telling in told):
        return []
    return sorted(told, key=lambda telling: (telling.day or "~", *telling[1:4]))


def held_as(talk: Talk, events: Iterable[Claim]) -> list[Claim]:
    """Those of the events at the talk's place that are its being held: on a day claimed for it, of one of its parties.

    A date that went by is no proof: only a report's word is.
    """
    days = days_of(talk)
    parties = {party.casefold() for party in talk.parties}
    return [
        event
        for event in events
        if event.where == talk.city
        and day_of(event.when) in days
        and (not parties or not parties.isdisjoint(name.casefold() for name in event.who.split(", ")))
    ]


def not_found_in(talk: Talk, articles: Iterable[ArticleRow]) -> Sequence[ArticleRow]:
    """Reports of an exactly known day after the first announcement in which the talk was not found, the earliest first.

    A talk whose first announcement has no exact day has none: nothing tells which reports came after it.
    """
    found = {evidence.article_id for claim in talk.claims for evidence in claim.evidence}
    days = [evidence.published for claim in talk.claims for evidence in claim.evidence]
    first = min((day for day in days if day), default="~")
    later = [row for row in articles if row.bound == "exact" and row.day > first and row.id not in found]
    return sorted(later, key=lambda row: (row.day, row.name))
