"""Finds the time expressions of an article and settles each against the anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.times.forms import PADDING, Found, Words
from store.extract.times.links import linked
from store.extract.times.settler import Settler
from store.extract.times.triggers import FIGURES, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.extract.tokens import Tokens
    from store.model.article import Anchor
    from store.model.mentions import Time


def find_times(tokens: Tokens, anchor: Anchor) -> tuple[Time, ...]:
    """Time expressions in text order, settled against ``anchor``.

    Spans do not overlap and depend on the text alone; values, directions and assumptions on the anchor as well.
    """
    settler = Settler(tokens, anchor)
    for first, end in _paragraphs(tokens):
        settler.start_paragraph()
        settler.paragraph = find_forms(tokens, first, end)
        for found in settler.paragraph:
            settler.add(found)
    return tuple(settler.times)


def find_forms(tokens: Tokens, first: int, end: int) -> list[Found]:
    """What the tokens ``[first, end)`` (one paragraph) name, with token indices of the article."""
    words = Words(tokens.lower[first:end] + PADDING, tokens.words[first:end] + PADDING)
    readers = triggers()
    found: list[Found] = []
    floor = 0
    openings = [at for at, word in enumerate(tokens.lower[first:end]) if word in readers or "0" <= word[0] <= "9"]
    for at in openings:
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
