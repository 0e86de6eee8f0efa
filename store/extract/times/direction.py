"""Whether a time lies ahead or behind, as tense, aspect and cue words of its clause tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.times.cues import NO_CUE, Cue, arranged, beside, happened_before, is_firm, present_verb
from store.extract.times.direction_words import direction_words
from store.extract.times.governing import Around, governing_verb
from store.extract.times.verb_groups import VerbGroup, verb_groups

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
            return cue._replace(nearest=self._came_to_nothing(around, cue))
        if governing is None:
            return present_verb(around)
        if governing.direction == "none":
            return NO_CUE
        if governing is around.left and (noun := happened_before(around.low, governing.end, first)):
            return Cue("past", noun)
        cue = Cue(governing.direction, " ".join(self._tokens.words[governing.first : governing.end]))
        if governing is around.left and (either := arranged(around, governing)):
            return either._replace(words=cue.words)
        return cue._replace(nearest=self._came_to_nothing(around, cue), firm=is_firm(around, governing))

    def _came_to_nothing(self, a: Around, cue: Cue) -> bool:
        """As in "had been scheduled for Saturday", "a rally planned for Saturday was cancelled"."""
        lists = direction_words()
        left = a.left
        if cue.direction != "future" or left is None or not lists.planned.intersection(a.low[left.first : left.end]):
            return False
        if a.low[left.first] == "had":
            return True
        groups = self._groups[self._tokens.sentence_of[a.first]]
        return any(g.base in lists.dropped and g.direction == "past" and g is not left for g in groups)

    def _around(self, first: int, end: int) -> Around:
        tokens = self._tokens
        index = tokens.sentence_of[first]
        sentence = tokens.sentences[index]
        if index not in self._groups:
            self._groups[index] = verb_groups(tokens, sentence.first, sentence.end)
        left = right = None
        for group in self._groups[index]:
            if group.end <= first:
                left = left if left is not None and _follows(tokens.lower, group) else group
            elif group.first >= end and not _in_relative(tokens.lower, group, end):
                right = group
                break
        return Around(tokens.lower, first, end, sentence.first, sentence.end, left, right)


def _follows(low: list[str], group: VerbGroup) -> bool:
    """As in "will open in May, followed by a round in June": as far ahead as the verb before it."""
    return low[group.first - 1 : group.end + 1] == [",", "followed", "by"]


def _in_relative(low: list[str], group: VerbGroup, end: int) -> bool:
    """As in "On Monday, the minister, who heads the party, said": "heads" is not what happens on Monday."""
    return group.first - end > 1 and low[group.first - 1] in direction_words().relatives
