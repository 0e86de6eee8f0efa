"""Where a meeting is to be, as its own sentence tells: "here", at its host's, where it was planned, on a tour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.meetings.parts.items import DIARY, city_of_item
from store.extract.meetings.parts.spots import better
from store.extract.meetings.rules.journeys import of_the_speaker
from store.extract.meetings.rules.met import past_times
from store.extract.meetings.slots.filed_from import dateline_place
from store.extract.meetings.slots.new_days import was_to
from store.extract.names import host_of, soil_of
from store.model.mentions import Party, Place

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scene import Scene
    from store.extract.reading import Reading


def put_here(c: Candidate, page: Reading) -> None:
    """As in "Here" is the dateline's city; a venue or nothing named on the host's soil is the host's."""
    if c.place is None and c.noun is not None:
        c.place = _planned_in(c)
        if c.rule == "postponed":
            c.given_up = c.place is not None or any(map(c.scene.was_once, c.scene.subject_groups(c.noun)))
    if c.here and (c.place is None or c.place.kind != "city"):
        c.place = dateline_place(page, c.scene.index) or c.place
    host = _hosting(c)
    if host is not None and (c.place is None or c.place.kind == "country"):
        soil = _soil_of(c, host, dateline_place(page, c.scene.index))
        abroad = soil is not None and c.place is not None and soil.country != c.place.country
        # "Peru will host a summit on the crisis in Chile": at the host's
        c.place = soil if c.place is None or abroad else better(c.place, soil or c.place)
    if c.place is None:
        c.place = _by_its_host(c) or _toured(c)
    if c.place is None and c.group is not None:
        c.place = of_the_speaker(c.scene, c.group)
    if c.rule in DIARY and c.licensed and (c.place is None or c.place.kind == "region"):
        c.place = city_of_item(page, c.scene.index) or c.place


def _planned_in(c: Candidate) -> Place | None:
    """The city of "talks, which were to open in Oslo on Monday, have been put off", or "will open on Friday"."""
    scene, noun = c.scene, c.noun
    if noun is None:
        return None
    # not where "talks on ending the war in Peru" have their war
    groups = [g for g in scene.subject_groups(noun) if g.tense != "gerund"]
    if c.rule == "postponed":
        groups += [g for g in scene.groups if g.first >= noun.end and was_to(scene, g)]
    else:
        groups = [g for g in groups if scene.was_once(g)]
    return next((m.what for m in scene.places if scene.owner(m) in groups and isinstance(m.what, Place)), None)


_HOSTING = frozenset({"host", "co-host", "receive", "welcome", "stage", "expect", "await"})


def _hosting(c: Candidate) -> VerbGroup | None:
    """The verb that says who is host: "Peru will host the summit", "Peru hosts the next summit", "plays host to"."""
    group, scene = c.group, c.scene
    if group is None and c.noun is not None:
        over = scene.left_group(c.noun.first)
        bare = c.rule == "upcoming" and not scene.preposition(c.noun)
        group = over if bare or (over is not None and _is_host(scene, over)) else None
    elif c.rule == "postponed" and c.noun is not None and not scene.preposition(c.noun):
        over = scene.left_group(c.noun.first)  # "Oslo will stage the meeting, now moved to May"
        group = over if over is not None and over.verb in _HOSTING else group
    if group is None or group.passive:
        return None
    return group if group.verb in _HOSTING or _is_host(scene, group) else None


def _is_host(scene: Scene, group: VerbGroup) -> bool:
    """True for "plays host to", "will be the host of"."""
    at = next((i for i in range(group.end, min(group.end + 4, scene.sentence.end)) if scene.lower[i] == "host"), 0)
    if not at or group.verb not in ("play", "be", "act") or not _OF_A_HOST.issuperset(scene.lower[group.end : at]):
        return False
    behind = past_times(scene, at + 1)  # "plays host from May 3 to 5 to"
    return scene.lower[behind : behind + 1] in (["to"], ["of"], ["for"])


_OF_A_HOST = frozenset({"the", "a", "again", "as", "next"})


def _soil_of(c: Candidate, group: VerbGroup, filed: Place | None) -> Place | None:
    """The state that hosts: "Senegal will host the next meeting"; of a host at home in person, the report's city."""
    for m in c.scene.places:
        if isinstance(m.what, Place) and m.what.kind == "city" and 0 <= group.first - m.end <= 1:
            return m.what  # "Finland's capital receives the presidents"
    for m in c.scene.parties:
        party = m.what
        if not isinstance(party, Party) or not m.first < group.first or group.first - m.end > 2:
            continue
        if c.scene.lower[m.first - 1] == "not":
            continue  # "not Harare but Windhoek will host"
        if party.kind == "person" and party.of:
            party = replace(party, name=party.of, kind="state", form="country")
            if filed is not None and (host := host_of(filed)) and host.name == party.name and c.noun is None:
                return filed
        if place := soil_of(party, c.scene.tokens.text):
            return place
    return None


def _by_its_host(c: Candidate) -> Place | None:
    """As in "the next meeting will be hosted by Zagreb"."""
    group = c.group
    if (
        group is None
        or group.verb not in _HOSTING
        or not group.passive
        or c.scene.lower[group.end : group.end + 1] != ["by"]
    ):
        return None
    return _soil_named(c.scene, group.end + 1, group.end + 3)


def _toured(c: Candidate) -> Place | None:
    """As in "a tour of Cambodia and Laos": the first stop."""
    noun, scene = c.noun, c.scene
    if c.group is not None and c.group.verb == "tour":
        return _soil_named(scene, c.group.end, c.group.end + 1)
    if noun is None or scene.lower[noun.head] != "tour" or scene.lower[noun.end : noun.end + 1] != ["of"]:
        return None
    return _soil_named(scene, noun.end + 1, noun.end + 3)


def _soil_named(scene: Scene, start: int, end: int) -> Place | None:
    """The state of the first party that begins in tokens ``start`` to ``end``."""
    party = next((m.what for m in scene.parties if start <= m.first < end), None)
    return soil_of(party, scene.tokens.text) if isinstance(party, Party) else None
