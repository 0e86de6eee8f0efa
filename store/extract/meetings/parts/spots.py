"""Which places are where something happens: "in Riga", "to Latvia", "the Riga talks"."""

from __future__ import annotations

from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.scene import Scene
from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import PREPOSITIONS
from store.model.mentions import Place

_LOCATIVE = frozenset({"in", "at", "to", "for", "near", "outside", "from"})

_HOSTS = frozenset({"host", "venue", "setting"})
TOWNS = frozenset(
    "city capital town resort port village township municipality centre center hamlet state province island suburb "
    "district region emirate republic retreat palace residence".split()
)

_POSTED = frozenset({"ambassador", "ambassadors", "envoy", "envoys", "emissary", "representative", "delegate"})
CITIES = frozenset({"capital", "resort", "city", "port", "town"})
"""What a city is called where it is not named."""
_STATES_OF_THINGS = frozenset(
    "situation conditions conflict war crisis fighting violence unrest bloodshed developments stability tensions "
    "peace".split()
)
_SITTING = frozenset({"government", "authorities", "officials", "ministry", "diplomats"})
ISLANDS = frozenset({"island", "islands", "peninsula", "coast", "atoll", "ship", "board"})

_KIND = {"city": 0, "venue": 1, "region": 2, "country": 3}


def better(old: Place | None, new: Place) -> Place:
    """The place named first, made finer by a later one that lies in it."""
    if old is None:
        return new
    if old.kind == "venue" and new.kind == "city":
        return new if 0 <= new.span.start - old.span.end <= _ADJOINING else old  # "at the palace in Oslo"
    inside = not (old.country and new.country) or old.country == new.country
    return new if inside and _KIND[new.kind] < _KIND[old.kind] and old.kind != "venue" else old


_ADJOINING = 25
"""Characters between a venue and the city that it is in."""


def locative(scene: Scene, mention: Mention) -> bool:
    """True for "in Riga", "to Latvia", "the Riga talks", "visit Latvia"; false for "of Latvia", "with Latvia"."""
    lower = scene.lower
    if _names_thing(scene, mention) or _of_the_teller(scene, mention):
        return False
    i = mention.first - 1
    if lower[i] == "," and not scene.groups and any(n.end == i for n in scene.nouns):
        return True  # "WTO ministerial, Oslo, June 21-23": an item of a diary
    steps = 0
    while i >= scene.sentence.first and steps < 7:
        word = lower[i]
        if word == "of" and lower[i - 1] in TOWNS:
            i -= 1
            continue
        if word == "for" and any(n.end == i for n in scene.nouns):
            return False  # "a conference for the Middle East"
        if word == "in" and _said_of(scene, mention, i):
            return False
        if word in _LOCATIVE or (word == "on" and not ISLANDS.isdisjoint(lower[i : mention.first])):
            posted = word in ("to", "in") and lower[i - 1] in _POSTED  # "the US ambassador to Iraq"
            posted = posted or (word == "to" and "way" in lower[max(scene.sentence.first, i - 2) : i])
            return word != "from" and not posted
        if word in PREPOSITIONS or word in (".", ":", ";"):
            return False
        if any(g.first <= i < g.end for g in scene.groups):
            group = next(g for g in scene.groups if g.first <= i < g.end)
            return group.verb in ("visit", "tour", "reach")
        if any(n.first <= i <= n.head and lower[n.head] not in TOWNS for n in scene.nouns):
            return _names_venue(scene, mention)
        i -= 1
        steps += 1
    if _names_venue(scene, mention):
        return True
    return _hosts(scene, mention)


def _hosts(scene: Scene, mention: Mention) -> bool:
    """As in "Lima hosts the talks", "will have Lima as its host"."""
    behind = scene.lower[mention.end : mention.end + 4]
    if behind[:1] == ["as"] and not _HOSTS.isdisjoint(behind):
        return True
    right = scene.right_group(mention.end)
    return right is not None and right.verb in ("host", "co-host") and right.first - mention.end <= 2


def _said_of(scene: Scene, mention: Mention, i: int) -> bool:
    """As in "to review the situation in Chad", "at the request of the government in Oslo": no spot of a meeting."""
    lower = scene.lower
    dated = any(0 <= m.first - mention.end <= 1 for m in scene.times)  # "in Havana on April 23"
    sits = lower[i - 1] in _SITTING and lower[i - 2] == "the" and not dated
    return sits or lower[i - 1] in _STATES_OF_THINGS


def _of_the_teller(scene: Scene, mention: Mention) -> bool:
    """As in "will meet on Friday, an official in Lima said", "according to a spokesman in Oslo"."""
    group = scene.right_group(mention.end)
    lower, verbs = scene.lower, meeting_words().verbs
    if group is not None and group.finite and group.verb in verbs["say"] and group.first - mention.end <= 1:
        return lower[mention.end] != "," and scene.left_group(mention.first) is not None
    said = scene.left_group(mention.first)
    if said is not None and said.verb in _ISSUING and said.passive and lower[said.first - 1] in _STATEMENTS:
        return True  # "a statement issued in Lima said the premier would"
    before = lower[max(scene.sentence.first, mention.first - _TELLER) : mention.first]
    return "according" in before and "," not in before[before.index("according") :]


_ISSUING = frozenset({"issue", "release", "publish"})
_STATEMENTS = frozenset({"statement", "communique", "release", "report", "note"})
_TELLER = 8
"""Tokens from "according to" to the city of who tells."""


def _names_thing(scene: Scene, mention: Mention) -> bool:
    """As in "to the Ottawa process", "under the Oslo accords", "in the Red Sea": no place where anything is held."""
    after = scene.lower[mention.end : mention.end + 1]
    place = mention.what
    if isinstance(place, Place) and place.kind == "region":
        if after and after[0] in _IN_A_REGION:
            return True  # "to that Caribbean nation"
        if place.name.rpartition(" ")[2] in _WATERS:
            return True  # "talks on fishing in the Red Sea"
    return scene.lower[mention.first - 1] == "the" and bool(after) and after[0] in _NAMED_FOR_CITIES


_IN_A_REGION = frozenset(
    {"nation", "nations", "country", "countries", "state", "states", "republic", "island", "islands"}
)
_WATERS = frozenset({"Sea", "Ocean", "Gulf", "Strait", "Channel", "River"})


_NAMED_FOR_CITIES = frozenset(
    "process accord accords agreement agreements protocol convention treaty declaration pact deal plan framework "
    "roadmap government regime authorities administration stock market exchange bourse".split()
)


def _names_venue(scene: Scene, mention: Mention) -> bool:
    """True for the city in "the Oslo talks", "Suva Summit"; not for "the Darfur talks", "the East Asia summit"."""
    held_there = isinstance(mention.what, Place) and mention.what.kind in ("city", "venue")
    return held_there and any(n.first <= mention.first < n.head for n in scene.nouns)
