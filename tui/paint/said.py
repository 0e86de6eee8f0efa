"""What the program says to the reader: in the row of the keys for a moment, above it where it is to stay longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.paint.line import ELLIPSIS, Line, Look, Piece
from tui.paint.wrap import wrap_text

BRIEF = 5.0
"""Seconds up to which a sentence may stand where the keys are; what stands longer leaves them in sight."""


class Said(NamedTuple):
    """A sentence, any text; ``alarm`` where something went wrong."""

    sentence: str
    brief: bool = True
    alarm: bool = False


def said_after(said: Sequence[Said], news: Said) -> tuple[Said, ...]:
    """What stands when ``news`` is said too: of what is brief only the newest, and nothing twice."""
    kept = (old for old in said if old.sentence != news.sentence and not (old.brief and news.brief))
    return (*kept, news)


def said_lines(said: Sequence[Said], width: int, most: int) -> list[Line]:
    """The sentences wrapped at ``width``, in at most ``most`` lines: where there is more, the last one tells."""
    lines: list[Line] = []
    for sentence, _, alarm in said:
        mark = " ! " if alarm else " "
        look: Look = "alarm" if alarm else "strong"
        rows = [span.of(sentence) for span in wrap_text(sentence, max(8, width - len(mark) - 2))]
        marks = [mark, *[" " * len(mark)] * (len(rows) - 1)]
        lines += [[Piece(lead, look), Piece(text, look)] for lead, text in zip(marks, rows, strict=True)]
    if len(lines) > most:
        lines = [*lines[: most - 1], [*lines[most - 1], Piece(ELLIPSIS)]]
    return lines
