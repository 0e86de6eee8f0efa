"""No state beside the person who acts for it: "the US envoy to Sudan, Ann Lee"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import DETERMINERS, PREPOSITIONS
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene

_NO_TITLE = PREPOSITIONS | DETERMINERS | {"and", "or", "but", ",", "to", "'s"}
_TITLE = 5
"""Words of an office between its state and its holder: "Peruvian parliament majority leader Ana Ruiz"."""
_POSTED = frozenset(
    "envoy ambassador representative minister secretary coordinator negotiator commander adviser mediator delegate "
    "governor chief undersecretary commissioner".split()
)
_HEADS = frozenset("speaker head chief chairman chairwoman leader director commander secretary governor".split())
_POSTING = PREPOSITIONS | {"to"}
_POST = 12
"""Tokens from the state to the name behind a post: "the US envoy to the Horn of Africa, John Miller"."""


def in_person(scene: Scene, found: list[Mention]) -> list[Mention]:
    """``found`` without the states whose holder of an office is named too; he is told to be of that state."""
    found = sorted(found, key=lambda m: m.first)
    acting: dict[int, str] = {}
    gone: set[int] = set()
    for at, m in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        state = _state(m)
        if state and after is not None and after.party == "person" and _holds(scene, m, after):
            gone.add(at)
            acting[at + 1] = state
        if m.party == "state" and _of_a_firm(scene, m):
            gone.add(at)
        if at and found[at - 1].party == "person" and _belongs_to(scene, found[at - 1], m):
            gone.add(at)
            acting.setdefault(at - 1, _state(m))
    for states, people in _in_turn(scene, found):
        gone.update(states)
        acting |= {p: _state(found[s]) for s, p in zip(states, people, strict=True)}
    return [_of(m, acting.get(at, "")) for at, m in enumerate(found) if at not in gone]


def _state(m: Mention) -> str:
    """The state that is named, or that an unnamed holder of an office acts for: "the US envoy"."""
    if not isinstance(m.what, Party):
        return ""
    if m.what.kind == "organisation":
        return m.what.name
    unnamed = m.what.form == "role" and m.what.rule in ("role", "indefinite role")
    return m.what.name if m.what.kind == "state" else m.what.of if unnamed else ""


def _of(m: Mention, state: str) -> Mention:
    if not state or not isinstance(m.what, Party) or m.what.of:
        return m
    return m._replace(what=replace(m.what, of=state))


def _belongs_to(scene: Scene, person: Mention, m: Mention) -> bool:
    """As in "Ann Lee of the Labour Party", "Ann Lee, the chief US negotiator,"."""
    lower, between = scene.lower, scene.lower[person.end : m.first]
    if m.party in ("state", "organisation") and between in (["of"], ["of", "the"]):
        return True
    if between == [","] and _state(m) and m.party == "person":
        return lower[m.end : m.end + 1] == [","]  # a role that no name resolved
    apposed = m.party == "state" and between[:1] == [","] and len(between) <= _TITLE and "and" not in between[1:]
    if not apposed or not PREPOSITIONS.isdisjoint(between) or between.count(",") > 1 or between[1:2] != ["the"]:
        return False
    after = lower[m.end : m.end + _TITLE]
    closing = after.index(",") if "," in after else 0
    return closing > 0 and after[closing - 1] in meeting_words().people


def _of_a_firm(scene: Scene, state: Mention) -> bool:
    """True in "Spanish oil company Repsol": where the firm is from."""
    end = min(state.end + _TITLE, scene.sentence.end)
    at = next((i for i in range(state.end, end) if scene.lower[i] in _FIRMS), 0)
    named = at > 0 and at + 1 < scene.sentence.end and scene.tokens.words[at + 1][:1].isupper()
    return named and _NO_TITLE.isdisjoint(scene.lower[state.end : at])


_FIRMS = frozenset("company firm giant group bank airline carrier maker producer conglomerate utility monopoly".split())


def _holds(scene: Scene, state: Mention, person: Mention) -> bool:
    lower, between = scene.lower, scene.lower[state.end : person.first]
    if 0 < len(between) <= _TITLE and state.party != "organisation" and _NO_TITLE.isdisjoint(between):
        office = not meeting_words().people.isdisjoint(lower[state.end : person.first + 1])
        return office and all(w.isalpha() or w == "-" for w in between)
    posted = not _POSTED.isdisjoint(lower[state.first : state.end + 3]) and not _POSTING.isdisjoint(between[:5])
    apposed = between[-1:] == [","] and between.count(",") == 1 and "and" not in between
    before = lower[max(scene.sentence.first, state.first - 4) : state.first]
    heads = "of" in before and not _HEADS.isdisjoint(before)  # "the speaker of the Peruvian parliament, Ana Ruiz,"
    return (
        ((posted and state.party != "organisation") or heads)
        and apposed
        and len(between) <= _POST
        and lower[person.end : person.end + 1] == [","]
    )


def _in_turn(scene: Scene, found: list[Mention]) -> list[tuple[list[int], list[int]]]:
    """As in "the foreign ministers of Peru and Chile, Ana Ruiz and Luis Paz": as many names as states."""
    rows: list[tuple[list[int], list[int]]] = []
    at = 0
    while at < len(found):
        states = _row(scene, found, at, "state")
        people = _row(scene, found, at + len(states), "person") if len(states) > 1 else []
        if len(people) == len(states) > 1:
            between = scene.lower[found[states[-1]].end : found[people[0]].first]
            before = scene.lower[max(scene.sentence.first, found[at].first - 3) : found[at].first]
            if (
                between[-1:] == [","]
                and len(between) <= _TITLE
                and not meeting_words().people.isdisjoint((*before, *between))
            ):
                rows.append((states, people))
        at += len(states) or 1
    return rows


def _row(scene: Scene, found: list[Mention], at: int, kind: str) -> list[int]:
    row: list[int] = []
    for n in range(at, len(found)):
        m = found[n]
        joined = not row or {",", "and", "the"}.issuperset(scene.lower[found[n - 1].end : m.first])
        if m.party != kind or not joined:
            break
        row.append(n)
    return row
