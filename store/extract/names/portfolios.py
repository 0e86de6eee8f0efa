"""What a role's head is minister, head or secretary of: "of foreign affairs", "of the European Commission"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.names.lexicon import role_words

if TYPE_CHECKING:
    from store.extract.names.board import Board
    from store.extract.names.lexicon import Entry


_WITH_PORTFOLIO = ("minister", "ministers", "secretary", "secretaries")


def of_phrase(board: Board, end: int, limit: int) -> tuple[int, str, Entry | None, int] | None:
    """What follows a head: "of state", "of foreign affairs", "of the European Commission", "for trade"."""
    lower = board.tokens.lower
    word = lower[end - 1]
    if end >= limit - 1 or lower[end] not in ("of", "for", "at"):
        return None
    table = role_words()
    i = end + 1
    if lower[end] == "of" and lower[i] == "state" and word.endswith(_WITH_PORTFOLIO):
        return _more_of(board, i + 1, limit) or (i + 1, " of state", None, -1)
    if lower[end] in ("of", "for") and _in_portfolio(board, i) and word.endswith(_WITH_PORTFOLIO):
        while i < limit and (_in_portfolio(board, i) or lower[i] == ","):
            i += 1
        while lower[i - 1] in ("and", "for", "of", ","):
            i -= 1
        return i, " " + " ".join(lower[end:i]), None, -1
    start = i
    if lower[i] == "the":
        i += 1
    hit = board.hits.get(i) if i < limit else None
    entry = hit.entry("state", "organisation", "office", "region") if hit else None
    if hit is not None and entry is not None and board.lower(hit.end) == "'s":
        return None  # "founder of Norway's largest bank" is no role of the state
    if hit is not None and entry is not None and board.lower(hit.end) in table.before | table.kinds.keys():
        return None  # "the envoy of UN Secretary-General Ann Lo" serves her
    if hit is not None and entry is not None and board.free(hit.first, hit.end) and lower[end] != "at":
        return hit.end, "", entry, start
    return None


def _in_portfolio(board: Board, i: int) -> bool:
    """True for "trade", and for "international" in "minister of international development"."""
    table = role_words()
    low = board.lower(i)
    return low in table.departments or (low in table.before and board.lower(i + 1) in table.departments)


def _more_of(board: Board, i: int, limit: int) -> tuple[int, str, Entry | None, int] | None:
    """What follows in "Secretary of State for Foreign Affairs"."""
    lower, table = board.tokens.lower, role_words()
    if i >= limit - 1 or lower[i] != "for" or lower[i + 1] not in table.departments:
        return None
    end = i + 1
    while end < limit and lower[end] in table.departments:
        end += 1
    return end, " of state " + " ".join(lower[i:end]), None, -1
