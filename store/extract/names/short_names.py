"""Short names of people whom the article has named in full: "Ruiz", "Ki-moon", "Abdullah II"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.gazetteer import folded
from store.extract.names.name_forms import standing_words, surnames_of

if TYPE_CHECKING:
    from collections.abc import Set

    from store.extract.names.board import Board
    from store.extract.names.people import Name
    from store.extract.names.registry import Person, Registry


class ShortName(NamedTuple):
    """Who is meant, in which form, and whether the words are joined by a hyphen ("Ki-moon")."""

    person: Person
    form: str
    joined: bool


class ShortNames:
    """Looks up the capitalised words that stand for somebody named before."""

    def __init__(self, board: Board, registry: Registry, names: list[Name], role_starts: Set[int]) -> None:
        self._board = board
        self._registry = registry
        self._words = standing_words(names)
        self._surnames = surnames_of(names)
        self._role_starts = role_starts

    def at(self, i: int) -> tuple[int, ShortName | None]:
        """(token to go on from, who is named by the words from ``i`` to it or None)."""
        board = self._board
        key = folded(board.tokens.words[i])
        if key not in self._words or board.nameless(i) or not (self._words[key] or self._goes_on(i + 1)):
            return self._joined_surname(i)
        hit = board.hit_of.get(i)
        if hit is not None and (hit.end - hit.first > 1 or key not in self._surnames):
            return max(hit.end, i + 1), None
        end = self._extent(i)
        if self._part_of_other_name(i, end):
            return end, None
        last = end - 1 - (end - i > 1 and _counts(board.tokens.words[end - 1]))  # "Abdullah II"
        person = self._registry.called(key if last == i else folded(board.tokens.words[last]), None, i)
        if person is None:
            return i + 1, None
        return end, ShortName(person, "name" if end - i > 1 else "surname", joined=False)

    def _goes_on(self, i: int) -> bool:
        """True where a word of a known name follows: "Al" stands before "Gore", not for him."""
        board = self._board
        return i < len(board.caps) and board.caps[i] and folded(board.tokens.words[i]) in self._words

    def _joined_surname(self, i: int) -> tuple[int, ShortName | None]:
        """Read "Ban Ki-moon" later as "Ki-moon": hyphenated words are looked up whole."""
        board = self._board
        end = i + 3
        if end <= len(board.caps) and board.lower(i + 1) == "-" and board.glued(i + 1) and board.free(i, end):
            key = folded("-".join((board.tokens.words[i], board.tokens.words[i + 2])))
            person = self._registry.called(key, None, i) if key in self._words else None
            if person is not None:
                return end, ShortName(person, "surname", joined=True)
        return i + 1, None

    def _extent(self, i: int) -> int:
        """End of the words of one known name that begins at token ``i``."""
        board = self._board
        limit = board.sentence(i).end
        end = i + 1
        while (
            end < limit
            and board.caps[end]
            and not board.claimed[end]
            and (folded(board.tokens.words[end]) in self._words or _counts(board.tokens.words[end]))
        ):
            end += 1
        return end

    def _part_of_other_name(self, i: int, end: int) -> bool:
        """True for "Bush" in "the Bush Doctrine Institute" and in "Laura Bush" where only George is known."""
        board = self._board
        if board.titled[board.tokens.sentence_of[i]]:
            return False
        before = i > board.sentence(i).first and board.caps[i - 1] and not board.claimed[i - 1]
        before = before and not board.nameless(i - 1) and i - 1 not in board.hit_of
        after = end < board.sentence(i).end and board.caps[end] and not board.claimed[end] and end not in board.hit_of
        return before or (after and end not in self._role_starts)


def _counts(word: str) -> bool:
    """True for the Roman number of a ruler."""
    return not word.strip("IVX")
