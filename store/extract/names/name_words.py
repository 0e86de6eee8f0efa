"""The words of a personal name: initials, particles, hyphens, "Jr.", and where a name ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.gazetteer import folded
from store.extract.names.lexicon import family_names_first, given_names, role_words

if TYPE_CHECKING:
    from store.extract.names.board import Board

LONGEST_NAME = 7
"""Words: "Sheikh Mohammed bin Rashid al Maktoum" has five."""

_SURNAMES_TOO = frozenset(
    "king prince bishop pope marshal judge major baron duke lord coach cardinal count father sultan".split()
)
_SECOND_HALVES = frozenset("led run based backed held born made owned style like era".split())
_NO_NAMES = frozenset({"i", "ii", "god", "internet", "mr", "mrs", "ms", "dr", "no"})


def name_at(board: Board, i: int, limit: int, *, after_role: bool) -> tuple[int, tuple[str, ...]]:
    """(end, words) of the personal name that begins at token ``i``; no words where none does."""
    words: list[str] = []
    j = i
    while j < limit and len(words) < LONGEST_NAME:
        step = _next_word(board, j, limit, first=words[0] if words else "", after_role=after_role)
        if step is None:
            break
        j, word, joined = step
        if joined:
            words[-1] += word
        else:
            words.append(word)
    return (j, tuple(words)) if words else (i, ())


def _next_word(board: Board, j: int, limit: int, *, first: str, after_role: bool) -> tuple[int, str, bool] | None:
    """(next token, word, glued to the word before) or None where the name ends."""
    tokens = board.tokens
    word, low = tokens.words[j], tokens.lower[j]
    started = bool(first)
    if board.claimed[j]:
        return None
    if board.caps[j]:
        return _capital_word(board, j, limit, first)
    if low == "-" and started and board.glued(j) and j + 1 < limit:
        after = tokens.words[j + 1]
        if after[0].isupper() and board.glued(j + 1) and not board.claimed[j + 1] and j + 1 not in board.hit_of:
            return j + 2, f"-{after}", True
        if after.islower() and after.isalpha() and len(after) <= 6 and (board.glued(j + 1) or after_role):
            known_order = after_role or folded(first) in family_names_first()
            hyphenated = after not in _SECOND_HALVES if known_order else after not in board.common
            return (j + 2, f"-{after}", True) if hyphenated else None
        return None
    if low in role_words().particles and (started or after_role) and word.islower():
        return _particle(board, j, limit)
    return None


def _capital_word(board: Board, j: int, limit: int, first: str) -> tuple[int, str, bool] | None:
    tokens = board.tokens
    word, low = tokens.words[j], tokens.lower[j]
    started = bool(first)
    if not word[0].isalpha() or (low in _NO_NAMES and len(word) > 1 and low != "ii"):
        return None
    if low in role_words().suffixes and started:
        stop = low in ("jr", "sr") and board.lower(j + 1) == "."
        return j + 1 + stop, word + "." * stop, False
    hit = board.hit_of.get(j)
    if hit is not None and not _could_be_name(board, j, first):
        return None
    if low in role_words().kinds and not (started and _surname_too(board, j)):
        return None
    if len(word) == 1 and board.lower(j + 1) == "." and j + 2 < limit:
        return j + 2, f"{word}.", False
    if low == "st" and board.lower(j + 1) == ".":
        return j + 2, "St.", False
    if not started and board.nameless(j) and low not in given_names():
        return None
    if low == "al" and board.lower(j + 1) == "-" and j + 2 < limit and board.caps[j + 2]:
        return j + 3, f"{word}-{tokens.words[j + 2]}", False
    return j + 1, word, False


def _surname_too(board: Board, j: int) -> bool:
    """True for "King" in "Martin Luther King" and "Sen" in "Hun Sen"."""
    low = board.lower(j)
    if _capital_follows(board, j) or board.lower(j + 1) == ".":
        return False
    return low in _SURNAMES_TOO or role_words().kinds[low] == "title"


def _capital_follows(board: Board, j: int) -> bool:
    return j + 1 < len(board.caps) and board.caps[j + 1] and not board.claimed[j + 1]


def _could_be_name(board: Board, j: int, first: str) -> bool:
    """True for "Jordan" in "Michael Jordan" and "Israel" in "Israel Katz", not for "Russia" after a title."""
    hit = board.hit_of[j]
    if hit.end - hit.first > 1 or hit.entry("organisation", "office", "people", "adjective"):
        return False
    if first:
        return not hit.entry("none") and first.lower() in given_names() and not _capital_follows(board, j)
    opens = board.tokens.lower[j] in given_names() and _capital_follows(board, j) and j + 1 not in board.hit_of
    return opens and not (
        hit.entry("none") and board.lower(j + 1) in board.common
    )  # "Christian Ruiz", not "Christian Church"


def _particle(board: Board, j: int, limit: int) -> tuple[int, str, bool] | None:
    """Read "bin", "van der", "al-Sabah": particles count only where a capital follows."""
    tokens, particles = board.tokens, role_words().particles
    k = j
    while k < limit and (tokens.lower[k] in particles or tokens.lower[k] == "-") and not board.caps[k]:
        k += 1
    if k >= limit or k - j > 4 or not board.caps[k] or board.claimed[k]:
        return None
    if k in board.hit_of and board.hit_of[k].end - k > 1:
        return None
    return k + 1, tokens.text[tokens.starts[j] : tokens.ends[k]].replace("\n", " "), False
