"""Towns that the gazetteer is too coarse for, told by the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.gazetteer import gazetteer, unaccented
from store.extract.names.context import context_words
from store.extract.names.lexicon import role_words
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.names.board import Board

TOWNS = frozenset(
    "city town village port resort suburb district centre center hamlet township municipality settlement".split()
)
STRETCHES = frozenset("island islands province peninsula region valley".split())
"""Before "of": what is named after them is no town."""


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
    if end - i > 3 or board.nameless(i) or board.lower(i) in people or any(w.isupper() and len(w) < 6 for w in words):
        return None
    low = board.lower(i)
    if low in context_words().never_places or low in board.common or low in board.seen_lower or board.lower(end) == "-":
        return None
    if board.titled[tokens.sentence_of[i]] or low in role_words().kinds:
        return None
    country, _ = named_after(board, end)
    kind = board.lower(i - 2) if before in ("of", ",") else ""  # "in the main town, Juba"
    of_town = kind in TOWNS or kind in STRETCHES
    if not (before in ("in", "at", "near", "outside", "from", "to") and country) and not of_town:
        visited = before == "to" and board.lower(end) == "," and board.lower(end + 1) == "where"
        if not (before == "in" or visited) or (end < len(board.caps) and board.caps[end]):
            return None
        country = ""
    name = unaccented(" ".join(tokens.text[tokens.starts[i] : tokens.ends[end - 1]].split()))
    zone = gazetteer().zones.get(country, "") if country else ""
    rule = "unlisted stretch of land" if kind in STRETCHES else "unlisted town"
    span = tokens.span(i, end)
    return Place(
        span=span, name=name, kind="region" if kind in STRETCHES else "city", country=country, zone=zone, rule=rule
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
