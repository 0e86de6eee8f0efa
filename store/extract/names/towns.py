"""Towns that the gazetteer is too coarse for, told by the words around them."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from store.extract.gazetteer import gazetteer, unaccented
from store.extract.names.context import context_words
from store.extract.names.lexicon import role_words
from store.extract.word_classes import DAYS, PREPOSITIONS
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.names.board import Board

TOWNS = frozenset(
    "city town village port resort suburb district centre center hamlet township municipality settlement retreat "
    "estate ranch".split()
)
STRETCHES = frozenset("island islands province peninsula region valley".split())
"""Before "of": what is named after them is no town."""


_WATERS = frozenset({"lake", "river"})
_SAINT = frozenset({"st", "saint"})
_LONGEST = 3
"""Capitalised words of a town's name."""


def named_after(board: Board, end: int) -> tuple[str, str]:
    """(country, US state) named after a comma or "in": "Springfield, Illinois", "Noordwijk in the Netherlands"."""
    within = board.lower(end) == "in"
    hit = (
        board.hits.get(end + 1 + (within and board.lower(end + 1) == "the"))
        if within or board.lower(end) == ","
        else None
    )
    entry = hit.entry("region", "state") if hit else None
    if entry is None:
        return "", ""
    # "Athens, Georgia" and "Tbilisi, Georgia": whichever has such a city decides in settle
    other = hit.entry("state") if hit and entry.kind == "region" else None
    return (other.country if other else entry.country), entry.note


def unlisted(board: Board, i: int, end: int, people: set[str]) -> Place | None:
    """A town that the gazetteer is too coarse for: "in Larne, Northern Ireland", "in the town of Larne"."""
    tokens = board.tokens
    if board.sentence(i).kind == "dateline":
        return _dateline_town(board, i, end)
    before = board.lower(i - 1) if not board.opening[i] else ""
    words = tokens.words[i:end]
    if sum(board.caps[i:end]) > _LONGEST or board.nameless(i) or board.lower(i) in people:
        return None
    if any(w.isupper() and len(w) < len("UNESCO") for w in words):
        return None
    low = board.lower(i)
    if low in context_words().never_places or (board.lower(end) == "-" and board.glued(end)):
        return None
    if end - i == 1 and (low in board.common or board.occurs_small(low)):
        return None
    if low in _WATERS and board.lower(i - 1) == "in":
        return None  # "fish stocks in Lake Tavuni"
    if board.titled[tokens.sentence_of[i]] or (low in role_words().kinds and low not in _SAINT):
        return None
    country, _ = named_after(board, end)
    kind = board.lower(i - 2) if before in ("of", ",") else ""  # "in the main town, Juba"
    of_town = kind in TOWNS or kind in STRETCHES
    if not (before in ("in", "at", "near", "outside", "from", "to") and country) and not of_town:
        if (end < len(board.caps) and board.caps[end]) or not _told_bare(board, i, end):
            return None
        country = ""
    name = unaccented(" ".join(tokens.text[tokens.starts[i] : tokens.ends[end - 1]].split()))
    zone = gazetteer().zones.get(country, "") if country else ""
    rule = "unlisted stretch of land" if kind in STRETCHES else "unlisted town"
    span = tokens.span(i, end)
    return Place(
        span=span, name=name, kind="region" if kind in STRETCHES else "city", country=country, zone=zone, rule=rule
    )


def _told_bare(board: Board, i: int, end: int) -> bool:
    """As in "in Larne", "at Larne on Monday", "will travel to Larne,": nothing but the preposition tells a town."""
    before = board.lower(i - 1)
    if before == "to":
        where = board.lower(end) == "," and board.lower(end + 1) == "where"
        return where or (_gone_to(board, i) and ends_there(board, end) and not _acts(board, i))
    return before == "in" or (before == "at" and ends_there(board, end) and not _acts(board, i))


def _gone_to(board: Board, i: int) -> bool:
    """True for "to" after a word for going: "travels to", "their trip this week to"."""
    return any(board.lower(j) in _GOING for j in range(max(board.sentence(i).first, i - _GOING_REACH), i - 1))


_GOING = frozenset(
    "go goes going gone went come comes coming came travel travels travelling traveling travelled traveled trip trips "
    "visit visits visitors head heads heading headed fly flies flying flew flown journey return returns returning "
    "returned drive drives drove driven way bound move moves moved back".split()
)
_GOING_REACH = 5
"""Tokens before the name within which the word for going stands."""


def _acts(board: Board, i: int) -> bool:
    """True for a name that does something elsewhere in the text, as a firm or a person does."""
    name = board.tokens.words[i]
    at = bisect(board.capitals, i)
    near = board.capitals[max(0, at - _AROUND) : at + _AROUND]
    return any(board.tokens.words[j] == name and board.lower(j + 1) in _DOES for j in near)


_DOES = frozenset({"said", "says", "told", "will", "would", "has", "had", "announced", "added", "plans", "wants"})
_AROUND = 300
"""Capitalised words before and after, among which a name is looked for: keeps a book-long text linear."""


def ends_there(board: Board, end: int) -> bool:
    """True where a place may end: "in Nice on Monday", "in Nice, France"; not in "in Nice Guy"."""
    low = board.lower(end)
    timed = low.isdigit() or (end < len(board.caps) and not board.caps[end] and board.tokens.words[end][0].isupper())
    stops = not low or (not low[0].isalnum() and low not in ("'s", "&", "-"))
    return stops or timed or low in _BEHIND_PLACES


_BEHIND_PLACES = (
    PREPOSITIONS
    | DAYS
    | frozenset(
        "and next this later late early to where earlier last tomorrow is was will begins opens starts ends who "
        "which".split()
    )
)


def _dateline_town(board: Board, i: int, end: int) -> Place | None:
    """What a dateline begins with is a place whether the gazetteer knows it or not."""
    tokens = board.tokens
    if i != board.sentence(i).first or board.lower(end) != ",":
        return None
    country, _ = named_after(board, end)
    name = unaccented(" ".join(tokens.text[tokens.starts[i] : tokens.ends[end - 1]].split()))
    name = name.title() if name.isupper() else name
    zone = gazetteer().zones.get(country, "")
    return Place(span=tokens.span(i, end), name=name, kind="city", country=country, zone=zone, rule="dateline")
