"""Which places are where something happens, and what "here" and "there" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup
from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.scene import Scene
from store.extract.meetings.parts.words import meeting_words
from store.extract.verb_forms import BE, HAVE, MODALS, WILL, WOULD
from store.extract.word_classes import PREPOSITIONS, SUBORDINATORS
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.nouns import Noun

_LOCATIVE = frozenset({"in", "at", "to", "for", "near", "outside", "from"})

_HOSTS = frozenset({"host", "venue", "setting"})
_TOWNS = frozenset(
    "city capital town resort port village township municipality centre center hamlet state province island suburb "
    "district region emirate republic retreat palace residence".split()
)

_POSTED = frozenset({"ambassador", "ambassadors", "envoy", "envoys", "emissary", "representative", "delegate"})
CITIES = frozenset({"capital", "resort", "city", "port", "town"})
"""What a city is called where it is not named."""
_STATES_OF_THINGS = frozenset(
    "situation conflict war crisis fighting violence unrest bloodshed developments stability tensions peace".split()
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


def where_visiting(c: Candidate) -> Place | None:
    """As in "the minister, now visiting Oslo, is to meet": where the one who meets is."""
    scene = c.scene
    for m in scene.places:
        visited = scene.lower[m.first - 1] == "visiting" and m.end <= c.at
        if visited and isinstance(m.what, Place) and m.what.kind == "city":
            return m.what
    return None


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
        if word == "of" and lower[i - 1] in _TOWNS:
            i -= 1
            continue
        if word == "in" and lower[i - 1] in _STATES_OF_THINGS:
            return False  # "to review the situation in Chad"
        dated = any(0 <= m.first - mention.end <= 1 for m in scene.times)  # "in Havana on April 23"
        if word == "in" and lower[i - 1] in _SITTING and lower[i - 2] == "the" and not dated:
            return False  # "at the request of the government in Oslo"
        if word in _LOCATIVE or (word == "on" and not ISLANDS.isdisjoint(lower[i : mention.first])):
            posted = word == "to" and lower[i - 1] in _POSTED  # "the US ambassador to Iraq"
            return word != "from" and not posted
        if word in PREPOSITIONS or word in (".", ":", ";"):
            return False
        if any(g.first <= i < g.end for g in scene.groups):
            group = next(g for g in scene.groups if g.first <= i < g.end)
            return group.verb in ("visit", "tour", "reach")
        if any(n.first <= i <= n.head and lower[n.head] not in _TOWNS for n in scene.nouns):
            return _names_venue(scene, mention)
        i -= 1
        steps += 1
    if _names_venue(scene, mention):
        return True
    if lower[mention.end : mention.end + 1] == ["as"] and not _HOSTS.isdisjoint(lower[mention.end : mention.end + 4]):
        return True  # "will have Lima as its host"
    right = scene.right_group(mention.end)
    return right is not None and right.verb in ("host", "co-host") and right.first - mention.end <= 2


def _of_the_teller(scene: Scene, mention: Mention) -> bool:
    """As in "will meet on Friday, an official in Lima said", "according to a spokesman in Oslo"."""
    group = scene.right_group(mention.end)
    lower, verbs = scene.lower, meeting_words().verbs
    if group is not None and group.finite and group.verb in verbs["say"] and group.first - mention.end <= 1:
        return lower[mention.end] != "," and scene.left_group(mention.first) is not None
    before = lower[max(scene.sentence.first, mention.first - _TELLER) : mention.first]
    return "according" in before and "," not in before[before.index("according") :]


_TELLER = 8
"""Tokens from "according to" to the city of who tells."""


def _names_thing(scene: Scene, mention: Mention) -> bool:
    """True for the city in "to the Ottawa process", "under the Oslo accords": no place where anything is held."""
    after = scene.lower[mention.end : mention.end + 1]
    return scene.lower[mention.first - 1] == "the" and bool(after) and after[0] in _NAMED_FOR_CITIES


_NAMED_FOR_CITIES = frozenset(
    "process accord accords agreement agreements protocol convention treaty declaration pact deal plan framework "
    "roadmap government regime authorities administration stock market exchange bourse".split()
)


def _names_venue(scene: Scene, mention: Mention) -> bool:
    """True for the city in "the Oslo talks", "Suva Summit"; not for "the Darfur talks", "the East Asia summit"."""
    held_there = isinstance(mention.what, Place) and mention.what.kind in ("city", "venue")
    return held_there and any(n.first <= mention.first < n.head for n in scene.nouns)


def put_here_in(c: Candidate) -> None:
    """As in "Here" in the candidate's clause puts it in the dateline's city."""
    scene = c.scene
    for i in range(scene.sentence.first, scene.sentence.end):
        if scene.lower[i] == "here" or _this_city(scene, i):
            owner = scene.owner(Mention(i, i + 1, None))
            if owner is not None and (owner == c.noun or owner == c.group or _leads_to(scene, owner, c)):
                c.here = True
            elif c.noun is not None and isinstance(owner, VerbGroup) and c.rule == "postponed":
                c.here = owner in scene.subject_groups(c.noun)  # "which was to open here on Monday, was put off"


def on_the_spot(c: Candidate) -> Place | None:
    """As in "is in Conakry for talks", "will gather them in Libreville for a forum": where they are for it."""
    scene, noun = c.scene, c.noun
    group = scene.left_group(noun.first) if noun is not None and scene.preposition(noun) == "for" else None
    if noun is None or group is None or group.verb in ("leave", "depart"):
        return None
    before = [m for m in scene.places if group.end <= m.first and m.end <= noun.first - 1 and locative(scene, m)]
    place = before[-1].what if before else None
    return place if isinstance(place, Place) else None


def from_visit(c: Candidate, candidates: list[Candidate]) -> Place | None:
    """As in "brought his visit to Bonn forward and will see the chancellor", "who came to Bali will sit all night"."""
    for o in candidates:
        if o is c or o.at > c.at or o.place is None or o.series != "visit" or c.series == "visit":
            continue
        moved = o.noun is not None and o.group is not None and o.group.verb in _MOVES_A_VISIT
        if (moved and "and" in c.scene.lower[o.at : c.at]) or (o.rule == "came" and not c.parties):
            return o.place
        if _now_on(c, o):
            return o.place  # "the minister, who is on a visit to Oslo, is due to see Ruiz"
    return None


def _now_on(c: Candidate, visit: Candidate) -> bool:
    """True for a visit under way, told in a clause on who will meet."""
    scene, noun = c.scene, visit.noun
    over = scene.left_group(noun.first) if noun is not None else None
    on = noun is not None and scene.preposition(noun) == "on" and over is not None and over.verb == "be"
    told = over is not None and over.tense == "present" and scene.lower[over.first - 1] in ("who", "currently")
    return bool(on and told and c.group is not None and c.group.first > visit.at)


_MOVES_A_VISIT = frozenset({"bring", "begin", "start", "open", "extend", "prolong", "cut", "shorten", "move"})


def _this_city(scene: Scene, i: int) -> bool:
    """True for "in this Brazilian city", "in this resort": where the report was filed."""
    lower = scene.lower
    return lower[i] == "this" and lower[i - 1] in ("in", "at") and not _TOWNS.isdisjoint(lower[i + 1 : i + 4])


def there(c: Candidate) -> Place | None:
    """As in "to meet in Bishkek in July ahead of the summit there in August": the city named last before.

    Also in the sentences before: "signed in Oslo on Monday. Their envoys there will meet again".
    """
    scene = c.scene
    for i in range(scene.sentence.first, scene.sentence.end):
        if scene.lower[i] == "that" and scene.lower[i - 1] == "in" and scene.lower[i + 1 : i + 2] in _THAT_CITY:
            cities = [
                m.what for m in scene.places if m.end <= i and isinstance(m.what, Place) and m.what.kind == "city"
            ]
            if cities and scene.owner(Mention(i, i + 1, None)) in (c.noun, c.group):
                return cities[-1]  # "will see the mayor of Lima in that city"
        if scene.lower[i] != "there" or _of_being(scene, i):
            continue
        owner = scene.owner(Mention(i, i + 1, None))
        subject = c.group is not None and i < c.group.first and scene.right_group(i) == c.group
        if owner not in (c.noun, c.group) and not subject:
            continue
        before = [m.what for m in scene.places if m.end <= i and isinstance(m.what, Place) and locative(scene, m)]
        if len(before) > 1 and before[-1].kind != "city" and before[-2].country == before[-1].country:
            return before[-2]  # "for Lusaka, Zambia, to attend a summit there"
        return before[-1] if before else _city_before(scene)
    return None


_THAT_CITY = (["city"], ["town"], ["capital"], ["port"], ["resort"])


def _of_being(scene: Scene, i: int) -> bool:
    """True for "there will be"; false for "their envoys there will meet"."""
    after = scene.lower[i + 1] if i + 1 < scene.sentence.end else ""
    before = scene.lower[i - 1] if i > scene.sentence.first else ""
    behind_noun = before.isalpha() and before not in SUBORDINATORS | {"and", "or"}
    return after in _THERE_IS and (not behind_noun or any(g.end == i for g in scene.groups))


_THERE_IS = BE | HAVE | WILL | WOULD | MODALS


def _city_before(scene: Scene) -> Place | None:
    """The city after "in" or "to" named last in the two sentences before."""
    page = scene.page
    for index in range(scene.index - 1, max(-1, scene.index - 3), -1):
        for place in reversed(page.places_in.get(index, ())):
            first = page.tokens.at(place.span)[0]
            if place.kind == "city" and page.tokens.lower[first - 1] in ("in", "to", "at"):
                return place
    return None


def _leads_to(scene: Scene, owner: Noun | VerbGroup | None, c: Candidate) -> bool:
    if (
        isinstance(owner, VerbGroup)
        and owner.tense == "participle"
        and owner.verb not in meeting_words().verbs["occur"]
    ):
        return False  # "according to a statement released here"
    while isinstance(owner, VerbGroup):
        if owner == c.group:
            return True
        owner = scene.parent(owner)
    return owner is not None and owner == c.noun
