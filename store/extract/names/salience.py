"""Who has been mentioned where, outside quotation marks, and whom "he" or "she" means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.names.board import Board
    from store.extract.names.registry import Person

REACH = 5
"""Sentences, the pronoun's own included, in which its antecedent is sought by position."""

_CLAUSE_ENDS = frozenset("that because while when if said says added stressed insisted told".split())


class Salience:
    """Persons by sentence in the order of mention."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.quoted = quoted(board)
        self.latest: Person | None = None
        """The person named last, and where the name ended."""
        self.latest_end = -1
        self._mentions: dict[int, list[Person]] = {}

    def mentioned(self, person: Person, at: int) -> None:
        """Keep that ``person`` is mentioned at token ``at``."""
        person.last = at
        if not self.quoted[at]:
            self._mentions.setdefault(self.board.tokens.sentence_of[at], []).append(person)

    def named(self, person: Person, end: int) -> None:
        """Keep that a name of ``person`` ends before token ``end``: an apposition may follow."""
        self.latest, self.latest_end = person, end

    def subject(self, at: int) -> Person | None:
        """The first person of the sentence of token ``at``, or of one shortly before it."""
        recent = self._recent(at)
        return recent[0][0] if recent else None

    def meant(self, at: int, gender: str) -> Person | None:
        """Whom a pronoun at token ``at`` means: in its own sentence or the nearest before it, the subject first.

        Of whom nothing is known the subject may have either gender; others give way to one known to have it.
        """
        if self.latest is not None and self.latest_end in (at - 1, at - 2) and self.board.lower(at - 1) in _CLAUSE_ENDS:
            return self.latest if self.latest.gender in ("", gender) else None
        for people in self._recent(at):
            if people[0].gender == "":
                return people[0]
            for fitting in ((gender,), ("",)):
                person = next((p for p in people if p.gender in fitting), None)
                if person is not None:
                    return person
        return None

    def _recent(self, at: int) -> list[list[Person]]:
        sentence = self.board.tokens.sentence_of[at]
        return [self._mentions[k] for k in range(sentence, max(-1, sentence - REACH), -1) if k in self._mentions]


def quoted(board: Board) -> list[bool]:
    """True for tokens inside quotation marks; every paragraph begins outside."""
    tokens = board.tokens
    found = [False] * len(tokens)
    ends = {s.paragraph: s.end for s in tokens.sentences}
    for i in tokens.find(_MARKS):
        word, end = tokens.words[i], ends[tokens.sentences[tokens.sentence_of[i]].paragraph]
        inside = word in _OPENING or (word == '"' and not found[i])
        found[i:end] = [inside] * (end - i)
    return found


_OPENING = frozenset({"“", "``"})
_MARKS = _OPENING | {"”", "''", '"'}
