"""Whether a state, capital or seat of government acts in a sentence or is where something happens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from store.extract.names.lexicon import body_words, role_words
from store.extract.tables import table_of
from store.extract.verb_forms import BE, HAVE, MODALS, WILL, WOULD, verb_forms

if TYPE_CHECKING:
    from store.extract.names.board import Board, Hit

Stance = Literal["place", "actor", "pair", "attribute", "open"]

_TIMES_AFTER = frozenset(
    "next this on later last early tomorrow today monday tuesday wednesday thursday friday saturday sunday".split()
)
DIRECTIONS = frozenset("northern southern eastern western central north south east west".split())
MOTION_REACH = 7
"""Tokens, names aside, before "to" or "from" in which a verb of motion makes it a direction."""


@dataclass(frozen=True, slots=True)
class ContextWords:
    """``lexicon/context_words.toml``, ready for look-up."""

    locative: frozenset[str]
    directional: frozenset[str]
    motion: frozenset[str]
    parts: frozenset[str]
    there: frozenset[str]
    actors: frozenset[str]
    factions: frozenset[str]
    numbers: frozenset[str]
    never_places: frozenset[str]
    function: frozenset[str]
    natives: frozenset[str]
    stances: frozenset[str]


@cache
def context_words() -> ContextWords:
    """The table, read once."""
    table = table_of("context_words")
    return ContextWords(*[frozenset(table[key].split()) for key in ContextWords.__dataclass_fields__])


def stance(board: Board, first: int, end: int) -> Stance:
    """What the words around tokens ``first`` to ``end`` make of them: "open" where they do not tell."""
    words = context_words()
    sentence = board.sentence(first)
    if sentence.kind == "dateline" or _opens_item(board, first, end):
        return "place"
    if board.lower(end) == "$" or _bound(board, end) or _begins_longer_name(board, first, end):
        return "attribute"
    if _paired(board, first, end):
        return "pair"
    before, at = _word_before(board, first, sentence.first)
    if before in words.locative or board.lower(end + (board.lower(end) == ",")) == "where":
        return "place"
    if board.lower(end) in words.there or (board.lower(end) in _ABOUT and board.lower(end + 1) in words.there):
        return "place"
    if is_goal(board, end, before, at) or (before in ("at", "in") and _has_venue(board, end)):
        return "place"
    if before == "to" and board.lower(end) in _TIMES_AFTER:
        return "place"
    if before in words.directional:
        return "place" if _directed(board, at, sentence.first, before) else "open"
    if before == "capital" or (before == "city" and board.lower(at - 1) == "capital"):
        return "place"
    return "actor" if before in ("between", "with", "by", "against", "among", "that", "urged", "told") else "open"


def is_goal(board: Board, end: int, before: str, at: int) -> bool:
    """As in "set for Oslo in May", "the next stop is Oslo", "Oslo is the venue"."""
    if before == "for" and board.lower(at - 1) in _SET_FOR:
        return True
    if before == "," and board.lower(at - 1) == "capital":
        return True  # "in the Iranian capital, Tehran"
    if board.lower(end) in ("was", "is", "been") and board.lower(end + 1) in _CHOSEN:
        return True
    said = range(at - _SUBJECT, at) if before in _IS else range(end, end + _SUBJECT)
    verbal = before in _IS or board.lower(end) in _IS or board.lower(end) in ("has", "will")
    return verbal and any(board.lower(i) in _GOALS for i in said)


def _has_venue(board: Board, end: int) -> bool:
    """As in "at Havana's convention center"."""
    return board.lower(end) == "'s" and any(
        board.lower(i).capitalize() in body_words().venues for i in range(end + 1, end + 4)
    )


def _opens_item(board: Board, first: int, end: int) -> bool:
    """True for "OSLO" in "OSLO - Ministers of the union meet": an item of a diary or roundup."""
    tokens = board.tokens
    if board.lower(end) not in ("-", "--", "–", "—") or not tokens.words[first].isupper() or end - first > _LONG_NAME:
        return False
    return len(tokens.words[first]) > len("OPEC") - 1 and tokens.starts[end] > tokens.ends[end - 1]


_LONG_NAME = 3
_SET_FOR = frozenset({"set", "scheduled", "planned", "due", "slated", "fixed"})
_IS = frozenset({"is", "was", "be"})
_GOALS = frozenset({"stop", "destination", "venue", "leg", "scene", "site", "setting"})
_CHOSEN = frozenset({"chosen", "picked", "selected"})
"""As in "Oslo was chosen for the summit"."""
_SUBJECT = 8
"""Tokens before "is" within which its subject stands: "the next stop of the tour is Oslo"."""
_ABOUT = frozenset({"peace", "nuclear", "trade", "climate", "security", "ministerial", "economic", "aid", "donors"})
"""What an occasion named for its city is about: "the Oslo peace talks"."""


def _begins_longer_name(board: Board, first: int, end: int) -> bool:
    """True for "Oslo" in "Oslo Municipal Works": an unknown capitalised word goes on."""
    if end >= board.sentence(first).end or board.titled[board.tokens.sentence_of[first]]:
        return False
    words = context_words()
    if first > board.sentence(first).first and _unknown_name(board, first - 1) and not board.opening[first - 1]:
        return True
    return _unknown_name(board, end) and board.lower(end) not in words.there | words.actors | words.parts


def _unknown_name(board: Board, i: int) -> bool:
    return (
        board.caps[i]
        and not board.claimed[i]
        and i not in board.hit_of
        and not board.nameless(i)
        and board.lower(i) not in role_words().kinds
    )


def _bound(board: Board, end: int) -> bool:
    """True before the hyphen of "US-led", "London-based"."""
    tokens = board.tokens
    return (
        end + 1 < len(tokens)
        and tokens.words[end] in ("-", "–")
        and board.glued(end)
        and board.glued(end + 1)
        and tokens.words[end + 1][0].islower()
    )


def _paired(board: Board, first: int, end: int) -> bool:
    """True on either side of the hyphen of "Chile-Peru"."""
    ahead = (
        board.lower(end) in ("-", "–", "/") and end + 1 < len(board.caps) and board.glued(end) and board.caps[end + 1]
    )
    return ahead or (board.lower(first - 1) in ("-", "–", "/") and board.glued(first) and board.caps[first - 2])


def _word_before(board: Board, first: int, floor: int) -> tuple[str, int]:
    i = first - 1
    while i >= floor and board.lower(i) in (
        "the",
        "both",
        "neighbouring",
        "neighboring",
        "central",
        "southern",
        "northern",
        "eastern",
        "western",
        "nearby",
        "downtown",
        "war-torn",
        "mainland",
    ):
        i -= 1
    return (board.lower(i), i) if i >= floor else ("", i)


def _directed(board: Board, at: int, floor: int, preposition: str) -> bool:
    words = context_words()
    if preposition == "of":
        return board.lower(at - 1) in words.parts
    if preposition == "from" and board.lower(at - 1) in _SENT:
        return False  # "a delegation from Oslo" acts for it
    if preposition == "from" and board.lower(at - 1) in words.natives:
        return True
    common = 0
    for i in range(at - 1, floor - 1, -1):
        made = board.lower(i) == "make" and i == at - 1 and _trip(board, i, floor)
        if made or board.lower(i) in words.motion:
            return True
        common += not board.caps[i]  # a long name between "the visit of" and "to" keeps nothing apart
        if common >= MOTION_REACH:
            break
    return False


_SENT = frozenset("delegation delegations delegates mission missions envoy envoys ambassador ambassadors".split())


def _trip(board: Board, at: int, floor: int) -> bool:
    """True for "make" in "the trip that the premier is to make to Oslo"."""
    return any(board.lower(i) in ("trip", "visit", "journey", "tour") for i in range(at - 1, floor - 1, -1))


def acts_next(board: Board, end: int, limit: int) -> bool:
    """True where a noun for those who act follows within three words: "Russian and American negotiators"."""
    words = context_words()
    roles = role_words().kinds
    i = end
    while i < min(end + 6, limit):
        low = board.lower(i)
        if low in words.actors or low in roles:
            return True
        if low not in ("and", "-", ",", "or") and i not in board.hit_of and low not in role_words().before:
            # "the Peruvian and Chilean coast guards": one word that says which
            return i - 1 in board.hit_of and low.isalpha() and board.lower(i + 1) in words.actors
        i += 1
    return False


def names_a_spot(board: Board, hit: Hit) -> bool:
    """True for "the image of Lima" and "Lima neighbourhoods", not for "the view of Lima" and "Lima wants"."""
    before, following = board.lower(hit.first - 1), board.lower(hit.end)
    if before == "of":
        return board.lower(hit.first - 2) not in context_words().stances
    if hit.end >= board.sentence(hit.first).end or not board.tokens.words[hit.end].islower() or not following.isalpha():
        return False
    words = context_words()
    if following in words.function | words.actors | board.common or following.endswith("ly"):
        return False
    return following not in verb_forms() and following not in BE | HAVE | MODALS | WILL | WOULD


def own_country_before(board: Board, hit: Hit) -> bool:
    """True for "Hanoi" in "Vietnam's Hanoi"."""
    owner = board.hit_of.get(hit.first - 2) if board.lower(hit.first - 1) == "'s" else None
    return owner is not None and any(e.country == hit.entries[0].country for e in owner.entries)


def opens_a_dateline(board: Board, hit: Hit) -> bool:
    """True for the capitals of "LIMA, May 3 (Andina) -- Talks ..." inside a paragraph."""
    return board.opening[hit.first] and board.tokens.words[hit.first].isupper()
