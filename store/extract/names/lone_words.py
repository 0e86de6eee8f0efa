"""Capitalised words that stand by themselves, and what the word behind a name makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.names.lexicon import role_words
from store.extract.verb_forms import BE, HAVE, MODALS, WILL, WOULD, verb_forms

if TYPE_CHECKING:
    from store.extract.names.board import Board


def lone_words(board: Board) -> set[str]:
    """Capitalised words that stand by themselves inside a sentence, or at its head before a speech verb or 's."""
    found = set()
    speech = role_words().speech
    for i in board.capitals:
        word = board.tokens.words[i]
        if i in board.hit_of or len(word) < 3 or word.isupper():
            continue
        if (
            board.titled[board.tokens.sentence_of[i]]
            or board.caps[i - 1]
            or (i + 1 < len(board.caps) and board.caps[i + 1])
        ):
            continue
        after = board.lower(i + 1)
        subject = after in speech or after == "'s" or after in _AUXILIARIES or _finite(after)
        subject = subject or (after == "," and board.lower(i + 2) == "who")
        if subject and board.lower(i - 1) not in BEFORE_THINGS:
            found.add(word)
    return found


def _finite(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and form.form in ("third", "past", "past or participle")


def verbal(word: str) -> bool:
    """True for a finite form or an auxiliary."""
    return _finite(word) or word in _AUXILIARIES or word in WOULD


def names_a_thing(board: Board, end: int) -> bool:
    """True for "Le Grand" in "the Le Grand supermarket": a noun follows, the name is not a person's."""
    low = board.lower(end)
    if end >= board.sentence(end - 1).end or not board.tokens.words[end].isalpha() or board.caps[end]:
        return False
    return not (low in board.common or low in verb_forms() or low in _AUXILIARIES or low.endswith("ly"))


_AUXILIARIES = BE | HAVE | MODALS | WILL

BEFORE_THINGS = frozenset("in at near of from to outside through around across the a -".split())
"""Before these a lone capitalised word is a place or thing."""
