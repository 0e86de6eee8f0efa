"""Which stretches of a passage stand between quotation marks."""

from __future__ import annotations

from store.model.spans import Span

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
NEUTRAL = frozenset('"＂')


def quoted_stretches(text: str, span: Span, *, direct: bool) -> tuple[Span, ...]:
    """The parts of ``span`` in double quotation marks, marks left out.

    Of a ``direct`` statement without marks of its own (one sentence of a longer quotation) that is the whole span.
    """
    found: list[Span] = []
    start = -1
    seen = False
    for at in range(span.start, span.end):
        mark = text[at]
        if mark not in OPENING and mark not in CLOSING and mark not in NEUTRAL:
            continue
        seen = True
        if mark in OPENING or (mark in NEUTRAL and start < 0):
            start = at + 1 if start < 0 else start
        elif start >= 0:
            found.append(Span(start, at))
            start = -1
    if start >= 0:
        found.append(Span(start, span.end))
    return tuple(found) if seen or not direct else (span,)
