"""Verdicts: what a person thinks of the fact under the cursor, undone and done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple, Protocol

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from store.errors import DatelineError
from store.model.reviews import Correction, Verdict
from store.model.views import ClaimFilter, ClaimRow, FactRow
from tui.messages import LogRead
from tui.paint.filters import chips_of
from tui.screens.copying import CopyingScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable

NO_CORRECTION = Correction()


class Reviewer(Protocol):
    """What the screen asks of ``store.writer.Writer``."""

    def review(
        self, fact_key: str, verdict: Verdict, *, by: str, note: str = "", correction: Correction = NO_CORRECTION
    ) -> int | None:
        """Append a verdict on a fact; None where there is no such fact."""
        ...

    def undo(self, *, by: str) -> int | None:
        """Undo the newest verdict; None where there is none."""
        ...

    def redo(self, *, by: str) -> int | None:
        """Take back the newest undo; None where there is none."""
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


DONE: dict[Verdict, str] = {
    "accept": "Accepted",
    "reject": "Rejected",
    "unsure": "Marked unsure",
    "note": "Noted",
    "correct": "Corrected",
}


class ReviewingScreen(CopyingScreen):
    """Writes verdicts in a thread, and looks again when they stand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "judge('accept')", "Accept the fact", id="review.accept"),
        Binding("x", "judge('reject')", "Reject the fact", id="review.reject"),
        Binding("u", "judge('unsure')", "Mark the fact as unsure", id="review.unsure"),
        Binding("m", "note", "Write a note on the fact", id="review.note"),
        Binding("C", "correct", "Correct who, what, when or where", id="review.correct"),
        Binding("H", "hide_reviewed", "Hide what is reviewed, or show it again", id="review.hide"),
        Binding("v", "review_log", "Verdicts given so far, with name and time", id="review.log"),
        Binding("U", "undo", "Undo the last verdict", id="review.undo"),
        Binding("ctrl+r", "redo", "Redo the verdict undone", id="review.redo"),
    ]

    @dataclass
    class Judged(Message):
        """Verdicts stand in the log, or are undone; ``sentence`` says so."""

        sentence: str
        lines: int

    def __init__(self, *arguments: object, review: Review | None = None, **options: object) -> None:
        super().__init__(*arguments, **options)
        self.review = review
        self._done: list[int] = []
        self._undone: list[int] = []

    def action_judge(self, verdict: Verdict) -> None:
        """Give a verdict on what the cursor is on: in the article a fact, elsewhere all facts of the picked claim."""
        self._judge(verdict)

    def action_note(self) -> None:
        """Write a note on it."""
        from tui.screens.note import NoteScreen

        subject = self._subject()
        if subject is None:
            self.notify("There is no fact under the cursor.", markup=False)
            return

        def write(note: str | None) -> None:
            if note:
                self._judge("note", note)

        self.app.push_screen(NoteScreen(" · ".join(filter(None, (subject.kind, subject.who, subject.what)))), write)

    def action_correct(self) -> None:
        """Write what the fact should read."""
        from tui.screens.correct import CorrectScreen

        subject = self._subject()
        if subject is None:
            self.notify("There is no fact under the cursor.", markup=False)
            return

        def write(correction: Correction | None) -> None:
            if correction is not None:
                self._judge("correct", correction=correction)

        reading = Correction(who=subject.who, what=subject.what, when=subject.when, where=subject.where)
        self.app.push_screen(CorrectScreen(reading), write)

    def _subject(self) -> FactRow | ClaimRow | None:
        """What the cursor is on: in the article a fact, elsewhere a claim."""
        fact = self.query_one(ArticleView).fact if self.pane == "article" else None
        return fact or self.query_one(FactTable).picked

    def _judge(self, verdict: Verdict, note: str = "", correction: Correction = NO_CORRECTION) -> None:
        subject = self._subject()
        if self.review is None or subject is None:
            self.notify("There is no fact under the cursor.", markup=False)
            return
        keys, claim = ([subject.key], "") if isinstance(subject, FactRow) else ([], subject.id)
        self.write_verdict(self.review, Judgement(verdict, note, correction), keys, claim)

    @work(thread=True, group="review")
    def write_verdict(self, review: Review, judgement: Judgement, keys: Sequence[str], claim_id: str) -> None:
        """Append a verdict on some facts, or on all facts of a claim."""
        verdict, note, correction = judgement
        try:
            claim = self.readers.mine().claim(claim_id) if claim_id else None
            facts = list(dict.fromkeys(piece.fact for piece in claim.evidence)) if claim else keys
            with review.opener() as log:
                written = (log.review(key, verdict, by=review.by, note=note, correction=correction) for key in facts)
                lines = [line for line in written if line]
        except DatelineError as error:
            self.post_message(self.Judged(str(error), 0))
            return
        count = "1 fact" if len(lines) == 1 else f"{len(lines)} facts"
        self.post_message(self.Judged(f"{DONE[verdict]}: {count}. U undoes.", len(lines)))

    def action_hide_reviewed(self) -> None:
        """Leave out of the facts what has a verdict, or show all again."""
        narrowed = self.view.filter
        self.narrow(replace(narrowed, reviewed="all" if narrowed.reviewed == "open" else "open"))

    def narrow(self, narrowed: ClaimFilter) -> None:
        """Show only the facts that pass a filter."""
        self.view = replace(self.view, filter=narrowed)
        self.chips = chips_of(narrowed)
        self.look_again()

    def action_review_log(self) -> None:
        """Show who judged what."""
        self.read_log()

    @on(LogRead)
    def _show_log(self, message: LogRead) -> None:
        from tui.screens.review_log import OpenedLine, ReviewLogScreen

        def open_fact(opened: OpenedLine | None) -> None:
            if opened is not None:
                self.find_trail_of_fact(opened.fact_key, self.as_of, opened.place)

        message.stop()
        if self.expects(message.at):
            self.app.push_screen(ReviewLogScreen(message.reviews, self.zone, message.at), open_fact)

    def action_undo(self) -> None:
        """Undo the verdicts that the last key gave, or else the newest of the log."""
        if self.review is not None:
            self._undone.append(self._done.pop() if self._done else 1)
            self.reverse(self.review, self._undone[-1], redo=False)

    def action_redo(self) -> None:
        """Give the verdicts again that were undone last."""
        if self.review is not None:
            self._done.append(self._undone.pop() if self._undone else 1)
            self.reverse(self.review, self._done[-1], redo=True)

    @work(thread=True, group="review")
    def reverse(self, review: Review, lines: int, *, redo: bool) -> None:
        """Undo or redo some lines of the log."""
        try:
            with review.opener() as log:
                turn = log.redo if redo else log.undo
                turned = sum(turn(by=review.by) is not None for _ in range(lines))
        except DatelineError as error:
            self.post_message(self.Judged(str(error), 0))
            return
        word = "Redone" if redo else "Undone"
        self.post_message(self.Judged(f"{word}." if turned else f"Nothing to {'redo' if redo else 'undo'}.", 0))

    @on(Judged)
    def _say_judged(self, message: Judged) -> None:
        message.stop()
        if message.lines:
            self._done.append(message.lines)
            self._undone.clear()
        self.notify(message.sentence, timeout=3, markup=False)
        self.look_again()

    def look_again(self) -> None:
        """Read what the panes show; the dashboard knows what that is."""
        raise NotImplementedError
