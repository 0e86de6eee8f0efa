"""Venues told by a common noun after their name: "at the Redhill crossing", "in the Harmony hotel"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.names.lexicon import Entry, body_words, role_words

if TYPE_CHECKING:
    from store.extract.names.board import Board

_AT = frozenset({"at", "in", "near", "outside", "inside", "on"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_SHORTEST = 2
"""Tokens that stand before the noun: a preposition and a name."""
_LONGEST = 4
"""Capitalised words of a name, and words from its preposition to it: "at the northern resort of"."""


def enter_grounds(board: Board) -> None:
    """Make venues known phrases where a preposition, a name that is not known otherwise and a common noun tell them."""
    grounds = body_words().grounds
    tokens = board.tokens
    for noun in tokens.find(grounds):
        if noun < _SHORTEST or not tokens.words[noun].islower() or board.titled[tokens.sentence_of[noun]]:
            continue
        end = noun
        if not board.caps[noun - 1] and board.caps[noun - 2] and tokens.lower[noun - 1] in _KINDS:
            end -= 1  # "the Redhill industrial park"
        first = _first_of_name(board, end)
        if first < end and _located(board, first):
            name = " ".join(tokens.text[tokens.starts[first] : tokens.ends[noun]].split())
            board.know(first, noun + 1, Entry("venue", name, ""))


_KINDS = frozenset(
    "industrial border convention conference congress exhibition military naval air presidential royal army police "
    "primary secondary high beach ski mountain holiday lakeside luxury power government state community".split()
)
"""Words between the name and the noun."""


def _first_of_name(board: Board, end: int) -> int:
    """First token of the unknown name that ends at ``end``; ``end`` where there is none."""
    first, floor = end, board.sentence(end - 1).first
    while first > floor and end - first < _LONGEST and board.caps[first - 1] and first - 1 not in board.hit_of:
        if board.lower(first - 1) in role_words().kinds or board.nameless(first - 1):
            break
        first -= 1
    known_before = first > floor and board.caps[first - 1]
    return end if known_before else first


def _located(board: Board, first: int) -> bool:
    before = board.lower(first - 1)
    if before in _DETERMINERS:
        return board.lower(first - 2) in _AT
    return before in _AT
