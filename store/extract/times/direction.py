"""Whether a time lies ahead or behind, as tense, aspect and cue words of its clause tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import under_would
from store.extract.times.cues import NO_CUE, Cue, arranged, beside, happened_before, is_firm, present_verb
from store.extract.times.direction_words import direction_words
from store.extract.times.governing import Around, governing_verb
from store.extract.times.verb_groups import verb_groups
from store.extract.times.verb_places import VerbGroup
from store.extract.verb_forms import WOULD

if TYPE_CHECKING:
    from store.extract.tokens import Tokens


class Clauses:
    """Directions of the times of one article; the verbs of a sentence are looked for once."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._groups: dict[int, list[VerbGroup]] = {}

    def cue_at(self, first: int, end: int) -> Cue:
        """What the clause around the tokens ``[first, end)`` says about when they are."""
        around = self._around(first, end)
        governing = governing_verb(around)
        if cue := beside(around, governing):
            return cue._replace(nearest=cue.nearest or self._came_to_nothing(around, cue))
        if governing is None:
            return present_verb(around)
        if governing.direction == "none":
            return NO_CUE
        if governing.direction == "past" and self._imagined(around, governing):
            return Cue("future", "if")
        if governing is around.left and (noun := happened_before(around.low, governing, first)):
            return Cue("past", noun)
        cue = Cue(governing.direction, " ".join(self._tokens.words[governing.first : governing.end]))
        if governing is around.left and (either := arranged(around, governing)):
            return either._replace(words=cue.words)
        return cue._replace(nearest=self._came_to_nothing(around, cue), firm=is_firm(around, governing))

    def _imagined(self, a: Around, governing: VerbGroup) -> bool:
        """As in "would resign if he lost the vote on Sunday"."""
        opening = a.low[max(a.start, governing.first - 6) : governing.first]
        if a.low[governing.first] == "had":
            return False
        over = next((g for g in reversed(self._groups_of(a.first)) if g.end <= governing.first), None)
        told = over is not None and over.base not in direction_words().reporting
        if over is not None and told and under_would(a.low, over.first, over.end, governing.first):
            return True  # "said it would be settled when they met on Monday"
        if {"if", "unless"}.isdisjoint(opening):
            return False
        return any(a.low[g.first] in WOULD for g in self._groups_of(a.first))

    def part(self, start: int, stop: int) -> bool:
        """Whether another clause begins between two times of one sentence: "closes at noon, and results are expected on
        Monday".
        """
        low = self._tokens.lower
        joint = next((at for at in range(start, stop) if low[at] in ("and", "but", "while", ";")), stop)
        return joint < stop and any(joint < g.first < stop and g.finite for g in self._groups_of(start))

    def _came_to_nothing(self, a: Around, cue: Cue) -> bool:
        """As in "had been scheduled for Saturday", "a rally planned for Saturday was cancelled"."""
        lists = direction_words()
        left = a.left
        if cue.direction != "future" or left is None:
            return False
        words = a.low[left.first : left.end]
        if words[0] in ("was", "were") and words[1:3] == ["to", "have"]:
            return True
        if not lists.planned.intersection(words):
            return False
        if a.low[left.first] == "had" or (left.direction == "future" and _no_longer(a.low, left)):
            return True
        groups = self._groups_of(a.first)
        return any(g.base in lists.dropped and g.direction == "past" and g is not left for g in groups)

    def _groups_of(self, token: int) -> list[VerbGroup]:
        index = self._tokens.sentence_of[token]
        if index not in self._groups:
            sentence = self._tokens.sentences[index]
            self._groups[index] = verb_groups(self._tokens, sentence.first, sentence.end)
        return self._groups[index]

    def _around(self, first: int, end: int) -> Around:
        tokens = self._tokens
        sentence = tokens.sentences[tokens.sentence_of[first]]
        left = right = None
        for group in self._groups_of(first):
            if group.end <= first:
                kept = left is not None and (_follows(tokens.lower, group) or _aside(tokens.lower, group, first))
                left = left if kept else group
            elif group.first >= end and not _in_relative(tokens.lower, group, end):
                right = group
                break
        return Around(tokens.lower, first, end, sentence.first, sentence.end, left, right)


def _no_longer(low: list[str], group: VerbGroup) -> bool:
    """As in "was last scheduled for Saturday", "were originally to meet on Saturday"."""
    return low[group.first] in ("was", "were") and not _FORMERLY.isdisjoint(low[group.first : group.end])


_FORMERLY = frozenset({"last", "originally", "previously", "initially", "first", "earlier"})


def _follows(low: list[str], group: VerbGroup) -> bool:
    """As in "will open in May, followed by a round in June": as far ahead as the verb before it."""
    return low[group.first - 1 : group.end + 1] == [",", "followed", "by"]


def _aside(low: list[str], group: VerbGroup, first: int) -> bool:
    """As in "will visit Ulm, which just lost its port, on Monday": the clause of "lost" is closed before the day."""
    if "," not in low[first - 2 : first] or low[first - 1] not in (",", "on", "in", "from"):
        return False
    if group.first and low[group.first - 1] == "," and not group.finite:
        return low[group.end : first].count(",") == 1  # ", known by its French acronym, from Tuesday"
    opening = max(group.first - 3, 0)
    after_comma = any(
        word in direction_words().relatives and low[at] == ","
        for at, word in enumerate(low[opening + 1 : group.first], opening)
    )
    return after_comma and low[group.end : first].count(",") == 1


def _in_relative(low: list[str], group: VerbGroup, end: int) -> bool:
    """As in "On Monday, the minister, who heads the party, said": "heads" is not what happens on Monday."""
    return group.first - end > 1 and low[group.first - 1] in direction_words().relatives
