"""What "here", "there" and "that city" stand for, and where a visit puts those who are on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup
from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.spots import TOWNS, locative
from store.extract.meetings.parts.words import meeting_words
from store.extract.verb_forms import BE, HAVE, MODALS, WILL, WOULD
from store.extract.word_classes import SUBORDINATORS
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


def where_visiting(c: Candidate) -> Place | None:
    """As in "the minister, now visiting Oslo, is to meet": where the one who meets is."""
    scene = c.scene
    for m in scene.places:
        visited = scene.lower[m.first - 1] == "visiting" and m.end <= c.at
        if visited and isinstance(m.what, Place) and m.what.kind == "city":
            return m.what
    return None


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
    city = before[-2].what if len(before) > 1 else None
    if isinstance(place, Place) and isinstance(city, Place) and place.kind == "country":
        return city if city.kind == "city" and city.country == place.country else place  # "in Oslo, Norway, for"
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
    return lower[i] == "this" and lower[i - 1] in ("in", "at") and not TOWNS.isdisjoint(lower[i + 1 : i + 4])


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
