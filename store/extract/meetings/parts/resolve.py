"""Who "the two sides", "they" and "the leaders" are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from store.extract.meetings.parts.words import meeting_words
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.scene import Scene

_REACH = 6
"""Sentences that such a reference looks back."""


def resolve_pair(c: Candidate, before: list[Candidate]) -> None:
    """Give ``c`` the parties of the nearest meeting mentioned before, else the two states or persons named last."""
    # "The bilateral talks open in Oslo" are none of those said before to be in another city.
    near = [o for o in reversed(before) if c.scene.index - o.scene.index <= _REACH and not _elsewhere(c, o)]
    own = {p.name for p in c.parties}
    if _of_states(c) and len(states := _named_last(c)) > 1 and not own:
        c.parties = states  # "the joint commission of the two states": not of the two presidents
        return
    for other in sorted(near, key=lambda o: o.rule == "link"):  # "ahead of" another meeting is said in passing
        if len(other.parties) >= 2 and own <= {p.name for p in other.parties}:
            c.parties = list(other.parties)
            return
    for other in near:
        if other.parties and other.parties[0].kind == "organisation" and not own:
            c.parties = list(other.parties)
            return
    c.parties = c.parties or _named_last(c)


def _of_states(c: Candidate) -> bool:
    """True for "of the two states", "between both countries" behind the meeting's own words."""
    lower, sentence = c.scene.lower, c.scene.sentence
    near = range(max(sentence.first, c.at - _NEAR), min(sentence.end, c.at + _NEAR))
    return any(lower[i] in _STATES and not _TWO.isdisjoint(lower[max(0, i - 2) : i]) for i in near)


_STATES = frozenset({"states", "countries", "nations"})
_NEAR = 8
"""Tokens from the meeting's word within which it is told between whom it is."""


def _elsewhere(c: Candidate, other: Candidate) -> bool:
    a, b = c.place, other.place
    return bool(a and b and a.kind == b.kind == "city" and a.name != b.name)


def _named_last(c: Candidate) -> list[Party]:
    """The two states or persons named last; all of a row of states ("Peru, Chile and Bolivia") unless two are meant."""
    page = c.scene.page
    start = page.tokens.starts[c.at]
    words = c.scene.lower[c.scene.sentence.first : c.scene.sentence.end]
    two = not _TWO.isdisjoint(words)
    people = any(
        w in _PERSONS and not {"two", "both"}.isdisjoint(words[max(0, i - 2) : i]) for i, w in enumerate(words)
    )
    kinds = ("person", "state") if people else ("state", "person")
    for kind in kinds:
        near: dict[str, Party] = {}
        last: Party | None = None
        for party in reversed(page.parties):
            if party.span.end >= start or party.kind != kind:
                continue
            in_row = last is not None and _ROW.fullmatch(page.tokens.text, party.span.end, last.span.start) is not None
            if len(near) >= 2 and (two or kind == "person" or not in_row):
                break
            near.setdefault(party.name, party)
            last = party
        if len(near) >= 2:
            return sorted(near.values(), key=lambda p: p.span)
    return []


_PERSONS = frozenset({"leaders", "presidents", "premiers", "ministers", "men"})
"""A pair called so are persons where two were named."""
_TWO = frozenset({"two", "both", "bilateral", "pair"})
_ROW = re.compile(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?")


def pair_words(scene: Scene, first: int, end: int) -> bool:
    """As in "The two countries", "both leaders", "they", "the sides"."""
    words = meeting_words()
    lower = scene.lower[first:end]
    if lower[-2:] in (["the", "two"], ["the", "pair"], ["the", "duo"]):
        return True
    for i, word in enumerate(lower):
        if word in ("they", "their") and (i <= 2 or i == len(lower) - 1):
            return True
        if word in words.pairs and any(w in ("two", "both", "the", "three") for w in lower[max(0, i - 4) : i]):
            return not any(
                isinstance(m.what, Party) and first + max(0, i - 4) <= m.first <= first + i for m in scene.parties
            )
    return False


def pair_after(scene: Scene, at: int) -> bool:
    """True for "between the two countries" right after a meeting noun."""
    return scene.lower[at : at + 1] in (["between"], ["of"]) and pair_words(
        scene, at + 1, min(at + 7, scene.sentence.end)
    )
