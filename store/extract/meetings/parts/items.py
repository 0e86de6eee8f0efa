"""Roundups and diaries: what the head of an item tells of all that it holds, a city ("OSLO - ...") or a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.reading import Reading
    from store.model.mentions import Place

DIARY = frozenset({"holds on", "meets on", "opens on"})
"""Rules of the present tense, in which a diary tells what is on in the city that its item opens with."""
_DASHES = frozenset({"-", "--", "–", "—"})
_LISTING = frozenset({"events", "follow", "following", "schedule", "diary", "calendar", "agenda", "highlights"})
"""Words of a sentence that a list of the day's events stands behind."""
_REACH = 12
"""Sentences after a heading that stand under it."""
_HEAD = 7
"""Tokens at the head of an item within which its city and dash stand: "KINGSTON, Jamaica -"."""


def city_of_item(page: Reading, index: int) -> Place | None:
    """The city in capitals that opens the item around sentence ``index``; None in a report of one piece."""
    for at in range(index, max(-1, index - _REACH), -1):
        if page.tokens.sentences[at].kind != "body":
            return None
        city = _opening_city(page, at)
        if city is not None:
            return city
    return None


def _opening_city(page: Reading, index: int) -> Place | None:
    tokens, sentence = page.tokens, page.tokens.sentences[index]
    head = range(sentence.first, min(sentence.first + _HEAD, sentence.end))
    dash = next((i for i in head if tokens.lower[i] in _DASHES), None)
    if dash is None:
        return None
    for place in page.places_in.get(index, ()):
        first, end = tokens.at(place.span)
        if first < dash and end <= dash and place.kind == "city" and place.span.of(tokens.text).isupper():
            return place
    return None


def day_of_item(c: Candidate) -> Time | None:
    """The day on a line of its own that the candidate's item stands under."""
    page = c.scene.page
    for at in range(c.scene.index, max(-1, c.scene.index - _REACH), -1):
        day = _heading_day(page, at)
        if day is not None:
            return day
    return _day_of_list(page, c.scene.index)


def _day_of_list(page: Reading, index: int) -> Time | None:
    """The day of "plans to follow these events on Wednesday", where the item stands in the list behind it."""
    tokens = page.tokens
    paragraph = tokens.sentences[index].paragraph
    opening = next(s for s in tokens.sentences if s.paragraph == paragraph)
    if tokens.lower[opening.first] not in _DASHES:
        return None
    for at in range(index, -1, -1):
        sentence = tokens.sentences[at]
        if sentence.kind == "body" and tokens.lower[sentence.first] not in _DASHES and sentence.paragraph != paragraph:
            days = [t for t in page.times_in.get(at, ()) if len(t.value) == len("2001-01-01")]
            if not _LISTING.isdisjoint(tokens.lower[sentence.first : sentence.end]):
                return days[0] if len(days) == 1 else None
    return None


def _heading_day(page: Reading, index: int) -> Time | None:
    sentence = page.tokens.sentences[index]
    text = page.tokens.text
    day = next(iter(page.times_in.get(index, ())), None)
    if day is None or page.tokens.at(day.span)[0] != sentence.first or len(day.value) != len("2001-01-01"):
        return None
    rest = text[day.span.end :]
    alone = rest[: len(rest) - len(rest.lstrip())]
    return day if "\n" in alone else None
