"""Capitals told by their state: "the Malaysian capital", "the capital of Kenya", "in the capital"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.gazetteer import folded, gazetteer, states
from store.extract.word_classes import ADVERBS, DAYS, PREPOSITIONS, SUBORDINATORS
from store.model.mentions import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.names.board import Board

RULE = "capital told by its state"
_AFTER = PREPOSITIONS | ADVERBS | SUBORDINATORS | DAYS | frozenset({"and", "or", "to", "next", "this", "last", "later"})
"""What follows "capital" as a city; "capital markets" and "capital gains" are money."""
_INTO = frozenset({"in", "to", "at", "from", "near", "outside", "into", "reached", "around", "through"})


class _Phrase(NamedTuple):
    """The words that stand for a capital, and the state's code; token indices."""

    first: int
    end: int
    code: str


def find_seats(board: Board, places: Sequence[Place]) -> list[Place]:
    """Cities that go by "capital" alone; none where the city's own name stands beside."""
    if not board.occurs_small("capital"):
        return []
    found: list[Place] = []
    tokens = board.tokens
    for i, word in enumerate(tokens.lower):
        if word != "capital" or board.claimed[i]:
            continue
        phrase = _phrase_at(board, i, places)
        if phrase is None:
            continue
        place = _seat_of(phrase.code, board, phrase)
        sentence = board.sentence(i).span
        if place and not any(p.name == place.name and sentence.holds(p.span) for p in places):
            found.append(place)
    return found


def _phrase_at(board: Board, i: int, places: Sequence[Place]) -> _Phrase | None:
    end = i + 2 if board.lower(i + 1) == "city" else i + 1
    if board.lower(end) == "of":
        hit = board.hits.get(end + 1 + (board.lower(end + 1) == "the"))
        entry = hit.entry("state") if hit is not None else None
        return _Phrase(i, end, entry.country) if entry is not None else None
    if not _ends(board, end):
        return None
    owner = board.hit_of.get(i - 1)
    entry = owner.entry("adjective", "state") if owner is not None else None
    if entry is not None and owner is not None:
        taken = not board.free(owner.first, owner.end)
        return _Phrase(i if taken else owner.first, end, entry.country)
    owner = board.hit_of.get(i - 2) if board.lower(i - 1) == "'s" else None
    entry = owner.entry("state") if owner is not None else None
    if entry is not None:
        return _Phrase(i, end, entry.country)
    here = board.lower(i - 1) == "the" and board.lower(i - 2) in _INTO
    code = (_of_the_host(board, i) or _filed_from_capital(board, places)) if here else ""
    return _Phrase(i, end, code) if code else None


def _of_the_host(board: Board, capital: int) -> str:
    """Code of the state that hosts in "which Peru is hosting at an estate outside the capital"."""
    for i in range(capital - 1, board.sentence(capital).first, -1):
        if board.lower(i) in _HOSTS:
            hits = [board.hit_of.get(j) for j in range(i - 1, max(i - 4, board.sentence(capital).first - 1), -1)]
            entry = next((e for hit in hits if hit is not None and (e := hit.entry("state"))), None)
            return entry.country if entry is not None else ""
    return ""


_HOSTS = frozenset({"host", "hosts", "hosting"})
_SAID_OF_IT = frozenset({"receives", "welcomes", "sees", "will", "is"})
"""As in "Peru's capital receives the presidents"."""


def _ends(board: Board, end: int) -> bool:
    """True where neither the city's name nor a noun follows."""
    if end >= board.sentence(end - 1).end:
        return True
    following = board.tokens.words[end]
    named_after = following == "," and end + 1 < len(board.caps) and board.caps[end + 1] and not board.opening[end + 1]
    if board.caps[end] or named_after:
        return False
    low = board.lower(end)
    stops = (not low[0].isalnum() and low not in ("'s", "-")) or low[0].isdigit()
    return stops or low in _AFTER or low in _HOSTS | _SAID_OF_IT


def _filed_from_capital(board: Board, places: Sequence[Place]) -> str:
    """Code of the state whose capital the dateline names, for "the capital" and nothing more."""
    for sentence in board.tokens.sentences[:3]:
        if sentence.kind == "dateline":
            city = next((p for p in places if sentence.span.holds(p.span)), None)
            if city is None or city.country not in states():
                return ""
            capitals = {folded(c) for c in states()[city.country].capitals}
            return city.country if folded(city.name) in capitals else ""
    return ""


def _seat_of(code: str, board: Board, phrase: _Phrase) -> Place | None:
    capital = next(iter(states()[code].capitals), "") if code in states() else ""
    if not capital:
        return None
    found = gazetteer()
    key = folded(capital)
    cities = [c for c in (*found.cities.get(key, ()), *filter(None, [found.variants.get(key)])) if c.country == code]
    span = board.tokens.span(phrase.first, phrase.end)
    if cities:
        city = cities[0]
        return Place(span=span, name=city.name, kind="city", country=code, zone=city.zone, rule=RULE)
    return Place(span=span, name=capital, kind="city", country=code, zone=found.zones.get(code, ""), rule=RULE)
