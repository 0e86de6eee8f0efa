"""What parts a verb from its day and city, and days and cities that are of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.word_classes import DETERMINERS, PREPOSITIONS
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene

_OPENS = frozenset("who which whose whom for since because where although despite after".split())
"""Words that open such an aside."""
_ASIDE = 18
"""Tokens of an aside."""
_OBJECT = 12
"""Tokens between the verb and the aside."""


def aside_before(scene: Scene, mention: Mention, head: int) -> int:
    """The comma that opens an aside which closes right before the phrase of ``mention``, and holds the token ``head``.

    As in "will meet Ruiz, who arrived on Monday, in Oslo on Friday". 0 without one, or where what follows the aside
    opens a clause of its own.
    """
    lower, first = scene.lower, scene.sentence.first
    closing = mention.first - 1
    while closing > first and (lower[closing] in PREPOSITIONS or _named(scene, closing)):
        closing -= 1
    if lower[closing] != "," or closing <= head:
        return 0
    opening = next((i for i in range(head - 1, max(first, closing - _ASIDE), -1) if lower[i] == ","), None)
    if opening is None or lower[opening + 1] not in _OPENS or "," in lower[head:closing]:
        return 0
    verb = next((g for g in reversed(scene.groups) if g.end <= opening), None)
    told = any(g.finite and opening < g.first < closing for g in scene.groups)
    if (
        verb is None
        or verb.tense in ("gerund", "participle", "past", "perfect")
        or not told
        or opening - verb.end > _OBJECT
        or "," in lower[verb.end : opening]
    ):
        return 0
    after = scene.right_group(mention.end)
    return 0 if after is not None and after.finite and after.first - mention.end <= 1 else opening


def _named(scene: Scene, i: int) -> bool:
    return any(m.first <= i < m.end for m in (*scene.places, *scene.times))


def cleft(scene: Scene, at: int) -> VerbGroup | None:
    """As in "It is on May 3, in Oslo, that the two will meet": the verb behind "that", for a day or city before it."""
    be = next((g for g in reversed(scene.groups) if g.end <= at), None)
    if be is None or be.verb != "be" or be.first == scene.sentence.first or at - be.end > _CLEFT:
        return None
    if scene.lower[be.first - 1] != "it":
        return None
    that = next((i for i in range(at, min(at + _CLEFT, scene.sentence.end)) if scene.lower[i] == "that"), 0)
    after = next((g for g in scene.groups if g.first > that and g.finite), None)
    return after if that and not any(at < g.first < that for g in scene.groups) else None


_CLEFT = 12
"""Tokens from "it is" to what it brings forward, and from there to "that"."""


def inside_aside(scene: Scene, m: Mention) -> bool:
    """As in "Ruiz, who faces elections in October, will also meet": the day closes an aside on somebody."""
    if scene.lower[m.end : m.end + 1] != [","]:
        return False
    for i in range(m.first - 1, scene.sentence.first, -1):
        if scene.lower[i] in ("who", "which", "whose"):
            return scene.lower[i - 1] == ","
        if scene.lower[i] == ",":
            return False
    return False


def aftermath(scene: Scene, first: int, place: int) -> bool:
    """As in "suspended talks after the blasts in Oslo": the city of what led to it."""
    return any(scene.lower[i] in _LED_TO and scene.lower[i - 1] != "the" for i in range(first, place - 2))


_LED_TO = frozenset({"after", "following", "since", "despite", "amid"})


def of_an_event(scene: Scene, first: int, time: int) -> bool:
    """True where an election or the like stands between, that the meeting comes after or before."""
    opening = (i for i in range(first, time) if scene.lower[i] in ("after", "before", "following", "during"))
    at = next(opening, None)
    near = scene.lower[at + 1 : time] if at is not None else []
    if at is None or "," in near or any(at < n.first < time for n in scene.nouns):
        return False
    done = near[:1] != [] and near[0] in DETERMINERS and any(w.endswith(_DEEDS) for w in near[1 : _EVENT + 1])
    return done or not _EVENTS.isdisjoint(near[:_EVENT])


_DEEDS = ("tion", "sion", "ment", "briefing", "ceremony", "signing", "ending", "departure", "arrival", "vote", "launch")
_EVENTS = frozenset("elections election vote referendum polls runoff inauguration funeral holiday holidays".split())
_EVENT = 4
"""Tokens of "the general elections" after "after"."""


def set_out_from(scene: Scene, noun: Noun, at: int) -> bool:
    """True in "will fly from the summit in Riga to Oslo on Friday": day and city are those of the journey."""
    return noun.series != "visit" and scene.lower[noun.first - 1] == "from" and "to" in scene.lower[noun.end : at]


def dates_a_name(scene: Scene, m: Mention) -> bool:
    """True for a year that opens a name: "the 2016 Olympic Games"."""
    year = isinstance(m.what, Time) and len(m.what.value) == len("2016") and scene.lower[m.first].isdigit()
    follows = scene.tokens.words[m.end] if m.end < scene.sentence.end else ""
    return year and (follows[:1].isupper() or follows in ("-", "–"))  # "the 2007-2013 budget"
