"""Finds the time expressions of an article and settles each against the anchor."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from store.extract.times.forms import PADDING, Found, Words
from store.extract.times.links import linked
from store.extract.times.settler import Settler
from store.extract.times.triggers import FIGURES, triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.extract.tokens import Tokens
    from store.model.article import Anchor
    from store.model.mentions import Time


def find_times(tokens: Tokens, anchor: Anchor) -> tuple[Time, ...]:
    """Time expressions in text order, settled against ``anchor``.

    Spans do not overlap and depend on the text alone; values, directions and assumptions on the anchor as well.
    """
    settler = Settler(tokens, anchor)
    openings = _openings(tokens)
    for first, end in _paragraphs(tokens):
        settler.start_paragraph()
        inside = openings[bisect_left(openings, first) : bisect_left(openings, end)]
        settler.paragraph = find_forms(tokens, first, end, inside) if inside else []
        for found in settler.paragraph:
            settler.add(found)
    return tuple(settler.times)


def _openings(tokens: Tokens) -> list[int]:
    """The tokens that a time expression may begin with: a word that somebody reads on from, or a figure."""
    figures = [i for word, places in tokens.where.items() if "0" <= word[0] <= "9" for i in places]
    return sorted({*figures, *tokens.find(triggers().keys())})


def find_forms(tokens: Tokens, first: int, end: int, openings: Iterable[int]) -> list[Found]:
    """What the tokens ``[first, end)`` (one paragraph) name, with token indices of the article.

    ``openings`` are those of them that an expression may begin with.
    """
    words = Words(tokens.lower[first:end] + PADDING, tokens.words[first:end] + PADDING)
    readers = triggers()
    found: list[Found] = []
    floor = 0
    for at in (opening - first for opening in openings):
        if at < floor:
            continue
        for reader in readers.get(words.low[at], FIGURES):
            if hits := reader(words, at, floor):
                found += hits
                floor = hits[-1].end
                break
    found = linked(words.low, found)
    return [f._replace(first=f.first + first, end=f.end + first) for f in found] if first else found


def _paragraphs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Token range of each paragraph."""
    first, paragraph = 0, -1
    end = 0
    for sentence in tokens.sentences:
        if sentence.paragraph != paragraph:
            if end > first:
                yield first, end
            first, paragraph = sentence.first, sentence.paragraph
        end = sentence.end
    if end > first:
        yield first, end
