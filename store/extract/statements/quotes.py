"""Quotation marks of an article, paired into quotations: mixed kinds, nested, glued to words, never closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from store.extract.tokens import Tokens

OPENING = frozenset("“«„‟") | {"``"}
CLOSING = frozenset("”»")
NEUTRAL = frozenset({'"', "''", "＂"})
DOUBLE = OPENING | CLOSING | NEUTRAL
SINGLE = frozenset("'‘’‹›")
MARKS = DOUBLE | SINGLE

SINGLE_REACH = 120
"""Tokens within which a single quotation mark must close; farther off it was an apostrophe."""


class Quote(NamedTuple):
    """An outermost quotation as token indices: ``[start, end)`` with its marks, ``[first, last)`` the words inside."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    closed: bool


def find_quotes(tokens: Tokens) -> list[Quote]:
    """Outermost quotations in text order; none reaches over the end of its paragraph."""
    found: list[Quote] = []
    for paragraph, marks, end in _marks_by_paragraph(tokens):
        pairs = _nested(tokens, marks, end)
        doubles = [Quote(a, b + closed, a + 1, b, paragraph, closed) for a, b, closed in pairs if b > a + 1]
        found.extend(doubles)
        found.extend(_singles(tokens, marks, doubles, paragraph))
    found.sort()
    return found


def _marks_by_paragraph(tokens: Tokens) -> list[tuple[int, list[int], int]]:
    """(paragraph, tokens that may be quotation marks, end of the paragraph's tokens), marked paragraphs only."""
    rows: list[tuple[int, list[int], int]] = []
    sentences, sentence_of = tokens.sentences, tokens.sentence_of
    ends: dict[int, int] = {s.paragraph: s.end for s in sentences}
    for i in tokens.find(MARKS):
        paragraph = sentences[sentence_of[i]].paragraph
        if not rows or rows[-1][0] != paragraph:
            rows.append((paragraph, [], ends[paragraph]))
        rows[-1][1].append(i)
    return rows


def _opens(tokens: Tokens, i: int) -> bool:
    """True where a mark has room before it and none after it."""
    text, start, end = tokens.text, tokens.starts[i], tokens.ends[i]
    room_before = start == 0 or text[start - 1].isspace() or text[start - 1] in "([—–-‘'“\""
    room_after = end >= len(text) or text[end].isspace()
    return room_before and not room_after


def _nested(tokens: Tokens, marks: list[int], end: int) -> list[tuple[int, int, bool]]:
    """Outermost pairs; where marks of one kind do not nest evenly, they are taken in turn."""
    doubles = [i for i in marks if tokens.words[i] in DOUBLE]
    pairs: list[tuple[int, int, bool]] = []
    depth, start = 0, -1
    for i in doubles:
        word = tokens.words[i]
        if word in OPENING or (word in NEUTRAL and _opens(tokens, i)) or (depth == 0 and word in NEUTRAL):
            depth += 1
            start = i if depth == 1 else start
        elif depth:
            depth -= 1
            if depth == 0:
                pairs.append((start, i, True))
        elif _opens(tokens, i):  # ” … what I learned”: a closing mark that opens
            depth, start = 1, i
    if depth == 0:
        return pairs
    return _in_turn(tokens, doubles, end)


def _in_turn(tokens: Tokens, doubles: list[int], end: int) -> list[tuple[int, int, bool]]:
    """Every mark closes what stands open, but an opening mark ends an unclosed quotation and starts the next."""
    pairs: list[tuple[int, int, bool]] = []
    start = -1
    for i in doubles:
        word = tokens.words[i]
        if start < 0:
            start = i
        elif word in OPENING:
            pairs.append((start, i, False))
            start = i
        else:
            pairs.append((start, i, True))
            start = -1
    if start >= 0:
        pairs.append((start, end, False))
    return pairs


def _singles(tokens: Tokens, marks: list[int], doubles: list[Quote], paragraph: int) -> list[Quote]:
    """Quotations in single marks outside double ones ("Headline: 'We will not'")."""
    found: list[Quote] = []
    open_at, pending = -1, 0
    for i in marks:
        while pending < len(doubles) and doubles[pending].end <= i:
            pending += 1
        inside = pending < len(doubles) and doubles[pending].start <= i
        if inside or tokens.words[i] not in SINGLE:
            continue
        if open_at >= 0 and i - open_at > SINGLE_REACH:
            open_at = -1
        if _opens(tokens, i):
            open_at = i if open_at < 0 else open_at
        elif open_at >= 0 and _closes(tokens, i):
            if i > open_at + 1:
                found.append(Quote(open_at, i + 1, open_at + 1, i, paragraph, closed=True))
            open_at = -1
    return found


def _closes(tokens: Tokens, i: int) -> bool:
    text, end = tokens.text, tokens.ends[i]
    return end >= len(text) or not text[end].isalnum()
