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
        if board.lower(noun + 1) == "of" and noun + 2 < len(tokens) and board.caps[noun + 2]:
            continue  # "the Jesuit retreat of Tavuni" is in Tavuni
        end = noun
        if not board.caps[noun - 1] and board.caps[noun - 2] and tokens.lower[noun - 1] in _KINDS:
            end -= 1  # "the Redhill industrial park"
        first = _first_of_name(board, end)
        if first < end and _located(board, first):
            _enter(board, first, noun + 1)
    for i in board.capitals:
        if tokens.words[i] in _NAMED_FIRST and i not in board.hit_of and _located(board, i):
            end = _end_of_name(board, i)
            if end > i + 1:
                _enter(board, i, end)


def _enter(board: Board, first: int, end: int) -> None:
    tokens = board.tokens
    name = " ".join(tokens.text[tokens.starts[first] : tokens.ends[end - 1]].split())
    board.know(first, end, Entry("venue", name, ""))


_NAMED_FIRST = frozenset(
    "Palais Palazzo Palacio Chateau Château Schloss Hotel Hôtel Castel Quai Monasterio Convento Kasteel".split()
)
"""What opens the name of a venue in other tongues: "at the Palais des Nations", "at the Hotel Bristol"."""
_SMALL = frozenset("de des du del della delle di la le les d' d’ l' l’ von zu -".split())


def _end_of_name(board: Board, i: int) -> int:
    """End of the name that the venue's noun at ``i`` opens."""
    limit, end = board.sentence(i).end, i + 1
    while end < limit and end - i <= _LONGEST + 1:
        if not (board.caps[end] or (board.lower(end) in _SMALL and end + 1 < limit)):
            break
        end += 1
    while end > i + 1 and not board.caps[end - 1]:
        end -= 1
    return end


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
