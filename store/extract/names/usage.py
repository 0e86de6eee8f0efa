"""How the text uses a state's name or adjective: before a noun, as subject, for its people, in a longer name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.names.context import acts_next, context_words
from store.extract.verb_forms import BE, HAVE, MODALS, WILL, WOULD, verb_forms

if TYPE_CHECKING:
    from store.extract.names.board import Board, Hit
    from store.extract.names.lexicon import Entry


def flies(board: Board, hit: Hit, entry: Entry) -> bool:
    """True for the state in "Air France"."""
    before = board.tokens.words[hit.first - 1] if hit.first else ""
    return before == "Air" and entry.kind == "state" and not board.claimed[hit.first - 1]


def attributive(board: Board, hit: Hit, limit: int) -> bool:
    """True for "US" in "US forces": a noun follows at once."""
    i = hit.end
    following = board.tokens.words[i] if i < limit else ""
    if hit.entry("adjective") is None or not following.isalpha():
        return False
    if following.islower() and following not in context_words().function and not following.endswith("ly"):
        return True
    return acts_next(board, i, limit)


def is_subject(board: Board, hit: Hit) -> bool:
    """True for "the US wants": what follows is a finite verb."""
    following = board.lower(hit.end)
    form = verb_forms().get(following) if following not in context_words().actors else None  # "US forces left"
    return form is not None and form.form in ("third", "past", "past or participle")


def as_people(board: Board, hit: Hit, limit: int) -> bool:
    """True for "the Dutch hoped": the adjective alone, with article and verb."""
    after = board.lower(hit.end)
    if board.lower(hit.first - 1) != "the" or hit.end >= limit or after == "-":
        return False
    finite = after in verb_forms() and verb_forms()[after].form not in ("gerund", "participle", "base")
    return finite or after in BE | HAVE | MODALS | WILL | WOULD or after in (",", ".", "and", "to")


def compounded(board: Board, hit: Hit) -> bool:
    """True for "American" in "Meso-American": the other half is no state that we know."""
    i = hit.first - 1
    return board.lower(i) == "-" and board.glued(hit.first) and i - 1 not in board.hit_of
