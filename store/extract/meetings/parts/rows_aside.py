"""Who is meant, told between dashes or brackets or by one word: "the powers -- Peru, Chile, Brazil -- will meet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.meetings.parts.mention import Mention
    from store.extract.tokens import Sentence, Tokens

_OPENING = {"--": "--", "–": "–", "—": "—", "(": ")", ":": ""}
"""What opens such a row -> what closes it."""
_BESIDE = frozenset(", and the both as well plus or 's ’s two of".split())
_END = frozenset({".", ";"})
_LONGEST = 60


def rows_aside(lower: list[str], sentence: Sentence, parties: list[Mention]) -> frozenset[int]:
    """Tokens of the dashes and brackets that hold nothing but a row of parties: they break no clause."""
    found: set[int] = set()
    if len(parties) < 2 or _OPENING.keys().isdisjoint(lower[sentence.first : sentence.end]):
        return frozenset()
    ends = {m.first: m.end for m in parties}
    i = sentence.first + 1
    while i < sentence.end:
        close = _close(lower, i, sentence.end, ends) if lower[i] in _OPENING else -1
        if close > i:
            found |= {i, close} if close < sentence.end else {i}
        i = max(i, close) + 1
    return frozenset(found)


def _close(lower: list[str], opening: int, end: int, ends: dict[int, int]) -> int:
    """Where the row that opens there is over; -1 for any other aside."""
    i, named, stop = opening + 1, 0, min(end, opening + _LONGEST)
    while i < stop:
        if i in ends:
            named, i = named + 1, max(ends[i], i + 1)
        elif lower[i] in _BESIDE:
            i += 1
        else:
            break
    over = i >= end or lower[i] in (_OPENING[lower[opening]], *_END)
    return i if over and named > 1 else -1


def both_koreas(tokens: Tokens, sentence: Sentence) -> list[tuple[int, Party]]:
    """Two states named by one word, each with its token: "the two Koreas"."""
    found: list[tuple[int, Party]] = []
    for i in range(sentence.first + 1, sentence.end):
        if tokens.lower[i] == "koreas" and tokens.lower[i - 1] in ("two", "both"):
            for at, name in ((i - 1, "South Korea"), (i, "North Korea")):
                span = tokens.span(at, at + 1)
                found.append((at, Party(span=span, name=name, kind="state", form="country", rule="the two Koreas")))
    return found
