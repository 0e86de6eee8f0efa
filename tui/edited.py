"""Where places of a text lie after it was edited, told from what its two versions have in common at both ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from store.model.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Edit:
    """The one stretch in which two versions of a text differ."""

    before: str
    after: str
    head: int
    """Code points that both begin with."""
    tail: int
    """Further code points that both end with."""

    @classmethod
    def between(cls, before: str, after: str) -> Edit:
        """The stretch that turns ``before`` into ``after``."""
        most = min(len(before), len(after))
        head = _longest(most, lambda size: before[:size] == after[:size])
        tail = _longest(most - head, lambda size: before[len(before) - size :] == after[len(after) - size :])
        return cls(before, after, head, tail)

    def moved(self, offset: int) -> int:
        """Where ``offset`` of the old text lies in the new one; at the edit where it lay inside of it."""
        if offset <= self.head:
            return offset
        if offset >= len(self.before) - self.tail:
            return offset + len(self.after) - len(self.before)
        return self.head

    def kept(self, spans: Spans) -> Spans:
        """The stretches that still say the same, where they are now."""
        moved = ((span, Span(self.moved(span.start), self.moved(span.end))) for span in spans)
        return tuple(new for old, new in moved if new.of(self.after) == old.of(self.before))


def _longest(most: int, same: Callable[[int], bool]) -> int:
    """The largest size up to ``most`` for which ``same`` holds, where it holds for all smaller ones too."""
    return bisect_left(range(1, most + 1), x=True, key=lambda size: not same(size))
