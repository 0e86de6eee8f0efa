"""Verdicts: what a person thinks of the fact under the cursor, taken back and given again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from store.model.claims import Claim
from store.model.reviews import Correction, Verdict
from store.model.views import ClaimFilter, ClaimRow, FactRow
from tui.judging import Judge, Judgement, Outcome, Review
from tui.messages import LogRead, NoLongerTrue
from tui.paint.filters import chips_of
from tui.screens.copying import CopyingScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable
from tui.widgets.key_line import active_keys


class ReviewingScreen(CopyingScreen):
    """Writes verdicts in a thread, and looks again when they stand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "judge('accept')", "Accept the fact", id="review.accept"),
        Binding("x", "judge('reject')", "Reject the fact", id="review.reject"),
        Binding("u", "judge('unsure')", "Mark the fact as unsure", id="review.unsure"),
        Binding("A", "accept_shown", "Accept all facts from here to the last in sight", id="review.accept_shown"),
        Binding("m", "note", "Write a note on the fact", id="review.note"),
        Binding("C", "correct", "Correct who, what, when or where", id="review.correct"),
        Binding("H", "hide_reviewed", "Hide what is reviewed, or show it again", id="review.hide"),
        Binding("v", "review_log", "Verdicts given so far, with name and time", id="review.log"),
        Binding("U", "undo", "Undo the last verdict", id="review.undo"),
        Binding("ctrl+r", "redo", "Redo the verdict undone", id="review.redo"),
    ]

    _said_of_shown = ""
    """What was said last that is true only for what the facts are narrowed to."""

    @dataclass
    class Judged(Message):
        """What came of a verdict, or of taking one back."""

        outcome: Outcome

    def __init__(self, *arguments: object, review: Review | None = None, **options: object) -> None:
        super().__init__(*arguments, **options)
        self.review = review
        self.judge = Judge(review, self.readers) if review else None

    def action_judge(self, verdict: Verdict) -> None:
        """Give a verdict on what a reader sees marked, in the article a fact, in the facts a claim; then go on."""
        subject = self._subject()
        if subject is not None:
            self._judge(Judgement(verdict), subject)
        if isinstance(subject, FactRow):
            self.query_one(ArticleView).go_to_next_fact()
        elif subject is not None:
            self._pass([subject])

    def action_accept_shown(self) -> None:
        """Accept what the Facts pane shows from the cursor down; then go on below it."""
        shown = self.query_one(FactTable).shown
        if self.pane != "facts":
            self.show_pane("facts")  # what would be accepted may be out of sight
            self.notify("Once more accepts the facts shown from the cursor down.", markup=False)
        elif self.judge is None or not shown:
            self.notify("There is no fact under the cursor.", markup=False)
        else:
            self.judge.ask(Judgement("accept"), shown, self._undo_key)
            self.work_off(self.judge)
            self._pass(shown)

    def _pass(self, judged: Sequence[ClaimRow]) -> None:
        """Put the cursor on what comes below; where the judged are hidden, that slides under it at once."""
        table = self.query_one(FactTable)
        if self.view.filter.reviewed == "open":
            self.window = self.window.without({row.id for row in judged})
            table.cursor_moved()
        else:
            table.go_below(len(judged))

    def action_note(self) -> None:
        """Write a note on it."""
        from tui.screens.note import NoteScreen

        subject = self._subject()
        if subject is None:
            return

        def write(note: str | None) -> None:
            if note:
                self._judge(Judgement("note", note), subject)

        self.app.push_screen(NoteScreen(" · ".join(filter(None, (subject.kind, subject.who, subject.what)))), write)

    def action_correct(self) -> None:
        """Write what the fact should read."""
        from tui.screens.correct import CorrectScreen

        subject = self._subject()
        if subject is None:
            return

        def write(correction: Correction | None) -> None:
            if correction is not None:
                self._judge(Judgement("correct", correction=correction), subject)

        reading = Correction(who=subject.who, what=subject.what, when=subject.when, where=subject.where)
        self.app.push_screen(CorrectScreen(reading), write)

    def _subject(self) -> FactRow | ClaimRow | None:
        """What a reader sees marked: the claim under the cursor, in the article the lit fact; else say what to do."""
        picked = self.query_one(FactTable).picked
        if self.judge is None or self.pane == "facts":
            if self.judge is None or picked is None:
                self.notify("There is no fact under the cursor.", markup=False)
                return None
            return picked
        fact = self.query_one(ArticleView).lit_fact(picked.id if picked else "") if self.pane == "article" else None
        if fact is None:
            key = active_keys(self.app, self).get("pane.facts")
            self.notify(f"Pick a fact first{f': {key} goes to the facts' if key else ''}.", markup=False)
        return fact

    def _judge(self, judgement: Judgement, subject: FactRow | ClaimRow) -> None:
        """Have a verdict given."""
        if self.judge is not None:
            self.judge.ask(judgement, [subject], self._undo_key)
            self.work_off(self.judge)

    @property
    def _undo_key(self) -> str:
        return active_keys(self.app, self).get("review.undo", "")

    @work(thread=True, group="review")
    def work_off(self, judge: Judge) -> None:
        """Carry out what waits longest."""
        outcome = judge.work()
        if outcome is not None:
            self.post_message(self.Judged(outcome))

    def on_unmount(self) -> None:
        """Lose no verdict that was asked for."""
        if self.judge is not None:
            self.judge.finish()

    def action_hide_reviewed(self) -> None:
        """Leave out of the facts what has a verdict, or show all again."""
        narrowed = self.view.filter
        if narrowed.reviewed == "open":
            self.narrow(replace(narrowed, reviewed="all"))
        else:
            self.narrow(replace(narrowed, reviewed="open"), self.query_one(FactTable).next_open)

    def narrow(self, narrowed: ClaimFilter, to: ClaimRow | None = None) -> None:
        """Show only the facts that pass a filter, the cursor on a claim where that is listed."""
        if self._said_of_shown and narrowed != self.view.filter:
            self.post_message(NoLongerTrue(self._said_of_shown))
            self._said_of_shown = ""
        self.view = replace(self.view, filter=narrowed)
        self.chips = chips_of(narrowed)
        self.look_again(to)

    def say_of_shown(self, sentence: str) -> None:
        """Say what is true for as long as the facts are narrowed as they are now."""
        self._said_of_shown = sentence
        self.notify(sentence, markup=False)

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
            self.app.push_screen(ReviewLogScreen(message.reviews, self.zone, self.copy_fact, message.at), open_fact)

    def action_undo(self) -> None:
        """Take back the last verdict."""
        self._turn(redo=False)

    def action_redo(self) -> None:
        """Give the verdict again that was taken back last."""
        self._turn(redo=True)

    def _turn(self, *, redo: bool) -> None:
        if self.judge is not None:
            self.judge.ask_back(redo=redo)
            self.work_off(self.judge)

    @on(Judged)
    def _say_judged(self, message: Judged) -> None:
        message.stop()
        sentence, claim = message.outcome
        self.notify(sentence, timeout=3, markup=False)
        self.look_again(claim)
        here = claim is not None and any(passage.article_id == self.opened for passage in claim.evidence)
        if claim is not None and (here or self.pane == "facts"):
            self.find_passage(claim.id, self.as_of, self.opened)

    def look_again(self, claim: Claim | ClaimRow | None = None) -> None:
        """Read what the panes show, the cursor on ``claim`` where that is listed; the dashboard knows what that is."""
        raise NotImplementedError
