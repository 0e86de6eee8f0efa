"""Verdicts on their way to the log: carried out one after another, and remembered so that each can be taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import NamedTuple, Protocol

from store.errors import DatelineError
from store.model.claims import Claim
from store.model.reviews import Correction, Verdict
from store.model.views import ClaimRow, FactRow
from tui.library import Readers
from tui.paint.verdicts import Turned, given_sentence, name_of, turned_sentence

NO_CORRECTION = Correction()
Subject = FactRow | ClaimRow
"""What a verdict is given on: one fact, or all facts of a claim."""


class Reviewer(Protocol):
    """What the screens ask of ``store.writer.Writer``."""

    def review(
        self, fact_key: str, verdict: Verdict, *, by: str, note: str = "", correction: Correction = NO_CORRECTION
    ) -> int | None:
        """Append a verdict on a fact; None where there is no such fact."""
        ...

    def judge(self, groups: Iterable[Iterable[str]], verdict: Verdict, *, by: str) -> list[int]:
        """Give one verdict on groups of facts; how many lines each takes, 0 where it has the verdict already."""
        ...

    def undo(self, *, by: str) -> int | None:
        """Undo the newest verdict; the number of its line, None where there is none."""
        ...

    def redo(self, *, by: str) -> int | None:
        """Take back the newest undo; the number of the line that is in force again, None where there is none."""
        ...

    def mark_seen(self, version: int) -> None:
        """What comes after ``version`` of the store is new."""
        ...

    def mark_opened(self) -> None:
        """Where nobody has looked yet, what comes from now on is new."""
        ...


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviews, and what opens the log that it goes to."""

    by: str
    opener: Callable[[], AbstractContextManager[Reviewer]]


class Judgement(NamedTuple):
    """A verdict with what goes with it."""

    verdict: Verdict
    note: str = ""
    correction: Correction = NO_CORRECTION

    @property
    def bare(self) -> bool:
        """True of a verdict that says the same when it is given twice."""
        return self.verdict in ("accept", "reject", "unsure")


class Outcome(NamedTuple):
    """What came of it, in a sentence, and the claim that the reader is to be brought to."""

    sentence: str
    claim: Claim | None = None


class Judge:
    """Carries verdicts out in the order in which they were asked for, whichever threads do it."""

    def __init__(self, review: Review, readers: Readers) -> None:
        self._review = review
        self._readers = readers
        self._waiting: deque[Callable[[], Outcome]] = deque()
        self._at_work = Lock()
        self._done: list[int] = []
        """Lines of the log that one key takes back, the newest verdict last."""
        self._undone: list[int] = []

    def ask(self, judgement: Judgement, subjects: Sequence[Subject], undo_key: str = "") -> None:
        """Have a verdict given, each of the subjects to be taken back by itself."""
        self._waiting.append(partial(self._give, judgement, subjects, undo_key))

    def ask_back(self, *, redo: bool) -> None:
        """Have the last verdict taken back, or the one given again that was taken back last."""
        self._waiting.append(partial(self._turn, redo=redo))

    def work(self) -> Outcome | None:
        """Carry out what has waited longest; None where nothing waits. For a thread of its own."""
        with self._at_work:
            if not self._waiting:
                return None
            try:
                return self._waiting.popleft()()
            except DatelineError as error:
                return Outcome(str(error))

    def finish(self) -> None:
        """Carry out all that still waits."""
        while self.work() is not None:
            pass

    def _give(self, judgement: Judgement, subjects: Sequence[Subject], undo_key: str) -> Outcome:
        verdict, note, correction = judgement
        groups = [self._facts_of(subject) for subject in subjects]
        by = self._review.by
        with self._review.opener() as log:
            if judgement.bare:
                lines = log.judge(groups, verdict, by=by)
            else:
                given = [log.review(key, verdict, by=by, note=note, correction=correction) for key in groups[0]]
                lines = [sum(line is not None for line in given)]
        if any(lines):
            self._done += [count for count in lines if count]
            self._undone.clear()
        return Outcome(given_sentence(verdict, lines, name_of(subjects[0]), undo_key))

    def _facts_of(self, subject: Subject) -> list[str]:
        if isinstance(subject, FactRow):
            return [subject.key]
        claim = self._readers.mine().claim(subject.id)
        return list(dict.fromkeys(piece.fact for piece in claim.evidence)) if claim else []

    def _turn(self, *, redo: bool) -> Outcome:
        """Undo or redo what one key did."""
        source, target = (self._undone, self._done) if redo else (self._done, self._undone)
        with self._review.opener() as log:
            turn = log.redo if redo else log.undo
            first = turn(by=self._review.by)
            if first is None:
                return Outcome("Nothing to redo." if redo else "Nothing to undo.")
            more = source.pop() - 1 if source else self._given_with(first, redo=redo)
            lines = [first, *(line for _ in range(more) if (line := turn(by=self._review.by)) is not None)]
        target.append(len(lines))
        return self._turned(lines, redo=redo)

    def _given_with(self, line: int, *, redo: bool) -> int:
        """How many more lines one key gave together with one of an earlier run of the program."""
        library = self._readers.mine()
        turned = library.review(line)
        given = library.review(turned.undoes) if turned is not None and turned.undoes is not None else turned
        claim = library.claim_of(given.fact_key) if given is not None else None
        if given is None or claim is None:
            return 0
        together = (
            other
            for other in library.review_log()
            if (other.at, other.by, other.verdict) == (given.at, given.by, given.verdict)
            and other.undoes is None
            and other.id != given.id
            and other.in_force != redo
        )
        return sum(library.claim_of(other.fact_key) == claim for other in together)

    def _turned(self, lines: Sequence[int], *, redo: bool) -> Outcome:
        library = self._readers.mine()
        reviews = [review for line in lines if (review := library.review(line)) is not None]
        if not reviews:
            return Outcome("Given again." if redo else "Taken back.")
        standing = library.verdicts()
        claim = library.claim(library.claim_of(reviews[0].fact_key) or "")
        turned = Turned(
            name=name_of(claim or reviews[0]),
            note=reviews[0].verdict == "note",
            states=frozenset(standing.get(review.fact_key, "") for review in reviews),
            redo=redo,
        )
        return Outcome(turned_sentence(turned), claim)
