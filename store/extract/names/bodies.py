"""Names of bodies and venues told by their shape: "Bank of Thailand", "Organization for X (OX)", "Bella Center"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from store.extract.names.introduced import enter_introduced
from store.extract.names.lexicon import Entry, body_words, given_names, role_words

if TYPE_CHECKING:
    from store.extract.names.board import Board

_LINKS = frozenset({"of", "for", "on", "to", "in", "against"})
_OWNERS_IN_NAMES = frozenset(
    "people women children workers peasants farmers teachers students soldiers king queen state prosecutor".split()
)
_ABOUT = frozenset({"Commission", "Committee", "Council", "Conference", "Forum", "Panel", "Group", "Agency", "Office"})
_HALLS = frozenset({"exhibition", "convention", "conference", "congress", "trade", "exposition"})
_LOCATIVE = frozenset({"at", "in", "near", "outside", "inside", "to", "from", "around"})


def enter_bodies(board: Board) -> None:
    """Make bodies and venues known phrases of this article, and the acronyms that it introduces."""
    words = board.tokens.words
    keys = _all_heads()
    floor = 0
    for i in board.capitals:
        if i < floor or words[i] not in keys or board.titled[board.tokens.sentence_of[i]]:
            continue
        reach = _body_at(board, i)
        if reach is not None:
            board.know(*reach, _entry(board, *reach))
            floor = reach[1]
    enter_introduced(board)


def _body_at(board: Board, head: int) -> tuple[int, int] | None:
    hit = board.hit_of.get(head)
    if hit is not None and hit.entry("organisation", "office", "region") and hit.end - hit.first > 1:
        return None
    sentence = board.sentence(head)
    first = _leftmost(board, head, sentence.first)
    end = head + 1
    vocabulary = body_words()
    while end < sentence.end and board.caps[end] and (board.tokens.words[end] in _all_heads()):
        end += 1
    last = board.tokens.words[end - 1]
    if end < sentence.end - 1 and last in vocabulary.openers | {"Bank", "Centre", "Center"}:
        end = _rightmost(board, end, sentence.end)
    if end - first < 2 or (_role_follows(board, end) and last in vocabulary.venues):
        return None
    if _only_known(board, first, end) or _named_person(board, first, end):
        return None
    if any(_known_pair(board, i) for i in range(first + 1, end - 1)):
        return None
    return first, end


def _named_person(board: Board, first: int, end: int) -> bool:
    """True for "Tim Hall", "Ana Park": a given name and a surname that is also a building's."""
    if end - first != 2 or board.lower(first) not in given_names() or board.tokens.words[end - 1] in body_words().heads:
        return False
    before = board.lower(first - 1)
    return before != "the" and before not in _LOCATIVE


def _known_pair(board: Board, hyphen: int) -> bool:
    """True for the hyphen of "Chile-Peru Commission": two parties and what joins them."""
    return board.lower(hyphen) == "-" and hyphen - 1 in board.hit_of and hyphen + 1 in board.hit_of


@cache
def _all_heads() -> frozenset[str]:
    vocabulary = body_words()
    return vocabulary.heads | vocabulary.venues | vocabulary.outlets


def _leftmost(board: Board, head: int, floor: int) -> int:
    """First token of the capitalised words that lead up to ``head``, without a title or an opening word."""
    tokens = board.tokens
    first = head
    while first > floor:
        step = _step_left(board, first - 1, floor)
        if not step:
            break
        first -= step
    while first < head and (_mere_opening(board, first) or tokens.words[first] in ("-", "&", "/")):
        first += 1
    return first


def _mere_opening(board: Board, i: int) -> bool:
    """True for a sentence's first word that belongs to no name: not for "Foreign" in "Foreign Ministry"."""
    return board.nameless(i) and board.lower(i) not in role_words().departments


def _step_left(board: Board, i: int, floor: int) -> int:
    """How many tokens from ``i`` to the left belong to the name that goes on right of it."""
    low = board.lower(i)
    if board.caps[i]:
        return int(
            not board.claimed[i] and low not in role_words().kinds and low not in ("the", "a", "an", "he", "she")
        )
    if i <= floor or not board.caps[i - 1]:
        return 0
    if low == "'s":
        return int(board.lower(i - 1) in _OWNERS_IN_NAMES)
    if low in ("-", "/"):
        return int(board.glued(i))
    return int(low == "&" or (low == "and" and _list_of_names(board, i, floor)))


def _list_of_names(board: Board, conjunction: int, floor: int) -> bool:
    """True for "Justice and Equality Movement": plain words on both sides, and none of them known by itself."""
    left, right = conjunction - 1, conjunction + 1
    if board.lower(left) in _HALLS and board.lower(right) in _HALLS:
        return True  # "the Busan Exhibition and Convention Center"
    return (
        left > floor
        and board.caps[left]
        and not board.opening[left]
        and left not in board.hit_of
        and right not in board.hit_of
        and board.lower(left) not in role_words().kinds
        and board.lower(left - 1) == "the"
    )


def _rightmost(board: Board, end: int, limit: int) -> int:
    """Past "of the People", "for Security and Cooperation in Europe"."""
    lower = board.tokens.lower
    while end < limit - 1 and lower[end] in _LINKS:
        after = end + 1
        if lower[after] == "the" and after < limit - 1:
            after += 1
        if not board.caps[after] or board.lower(after) in role_words().kinds:
            return end
        if lower[end] == "on" and board.tokens.words[end - 1] not in _ABOUT:
            return end
        if lower[end] == "in" and not (after in board.hits and board.hits[after].entry("region", "state")):
            return end
        if lower[end] in ("in", "to") and board.tokens.words[end - 1] in body_words().openers:
            return end
        people = board.hits.get(after)
        while after < limit and (board.caps[after] or _joins(board, after, limit)):
            after += 1
        if people is not None and people.end == after and people.entries[0].kind in ("adjective", "none"):
            return end
        end = after
    return end


def _joins(board: Board, i: int, limit: int) -> bool:
    if i + 1 >= limit or not board.caps[i + 1]:
        return False
    if board.lower(i) == "-":
        return board.glued(i)
    return board.lower(i) == "&" or (board.lower(i) == "and" and board.lower(i + 1) in role_words().departments)


def _role_follows(board: Board, end: int) -> bool:
    return board.lower(end) in role_words().kinds


def _only_known(board: Board, first: int, end: int) -> bool:
    hit = board.hits.get(first)
    return hit is not None and hit.end >= end


def _entry(board: Board, first: int, end: int) -> Entry:
    vocabulary = body_words()
    tokens = board.tokens
    last = next((w for w in reversed(tokens.words[first:end]) if w in _all_heads()), "")
    name = board.written(first, end)
    before = board.lower(first - 1)
    if before in ("the", "a"):
        before = board.lower(first - 2)
    if last in vocabulary.venues and (last not in vocabulary.heads or before in _LOCATIVE):
        return Entry("venue", name, _country_in(board, first, end))
    if last in vocabulary.premises and before == "at":
        return Entry("venue", name, _country_in(board, first, end))
    outlet = last in vocabulary.outlets and (last != "Agency" or "News" in tokens.words[first:end])
    return Entry("organisation", name, _country_in(board, first, end), "outlet" if outlet else "body")


def _country_in(board: Board, first: int, end: int) -> str:
    for i in range(first, end):
        hit = board.hits.get(i)
        entry = hit.entry("adjective", "state", "capital") if hit else None
        if entry is not None:
            return entry.country
    return ""
