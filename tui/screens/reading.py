"""What the dashboard reads and when: threads with a library of their own, one message back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import ClassVar

from textual import work
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.worker import get_current_worker

from store.errors import DatelineError
from store.model.claims import Claim, Talk
from store.model.views import ClaimFilter, ClaimRow, Counts
from tui.back import CardPlace, ConflictPlace, LogPlace, Place
from tui.library import (
    ClaimView,
    Library,
    OpenArticle,
    Readers,
    Shelf,
    Window,
    open_article,
    read_shelf,
    read_window,
)
from tui.loading import Progress
from tui.messages import (
    ArticleCompleted,
    CardRead,
    ChoicesRead,
    ConflictsRead,
    LogRead,
    NotOut,
    PassageFound,
    ProblemsRead,
    ReadingFailed,
    ShelfRead,
    TrailFound,
    WindowRead,
)
from tui.paint.history import held_as, not_found_in
from tui.paint.line import LOOK_CLASSES
from tui.paint.timeline import Story
from tui.paint.when import EPOCH
from tui.screens.looking import Question, as_of, look
from tui.session import AsOf, Clocks, PaneName, Passage, Step, Trail
from tui.widgets.header import NO_COUNTS

Reading = Callable[[Library], Message | None]


class ReadingScreen(Screen[None], inherit_bindings=False):
    """State that the panes are bound to, and the threads that fill it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOK_CLASSES

    counts: var[Counts] = var(NO_COUNTS, init=False)
    talks: var[Sequence[Talk]] = var((), init=False)
    story: var[Story] = var(Story(), init=False)
    shelf: var[Shelf] = var(Shelf(), init=False)
    window: var[Window] = var(Window(), init=False)
    view: var[ClaimView] = var(ClaimView(), init=False)
    chips: var[str] = var("", init=False)
    desk: var[OpenArticle | None] = var(None, init=False)
    opened: var[int | None] = var(None, init=False)
    lit: var[Passage] = var(Passage(), init=False)
    trail: var[Trail] = var(Trail(), init=False)
    now: var[datetime] = var(EPOCH, init=False)
    today: var[date] = var(date.min, init=False)
    zone: var[str] = var("UTC", init=False)
    unheard: var[str] = var("", init=False)
    """Where the clock is set back: why a pane is empty, and which keys lead on."""
    clock_name: var[str] = var("", init=False)
    filling: var[bool] = var(default=False, init=False)
    progress: var[Progress | None] = var(None, init=False)
    pane: var[PaneName] = var[PaneName]("articles", init=False)

    def __init__(self, readers: Readers, clocks: Clocks, asked: AsOf) -> None:
        super().__init__()
        self.readers = readers
        self.clocks = clocks
        self.asked: AsOf = asked
        self.newest: datetime | None = None
        self.timepiece = clocks.opening(asked, None)
        self.chosen = isinstance(asked, datetime)
        """True once a person chose the clock; until then the newest article does."""

    @property
    def as_of(self) -> datetime | None:
        """The moment up to which reports count; None where that is all of them."""
        return as_of(self.timepiece, self.newest)

    @property
    def wanted(self) -> int | None:
        """The article that belongs on the desk."""
        return self.opened

    def question(self, *, claim: ClaimRow | Claim | None, picked: str, row: int, shelf_row: int) -> Question:
        """What the next look is to bring."""
        return Question(
            timepiece=self.timepiece if self.chosen else None,
            asked=self.asked,
            clocks=self.clocks,
            zone=self.zone,
            view=self.view,
            claim=claim,
            picked=picked,
            row=row,
            shelf_row=shelf_row,
            wanted=self.wanted,
            opened=self.opened,
        )

    def tell(self, reading: Reading) -> None:
        """Read in this thread, and post what comes of it unless something newer was asked for."""
        worker = get_current_worker()
        try:
            message = reading(self.readers.mine())
        except DatelineError as error:
            message = ReadingFailed(str(error))
        if message is not None and not worker.is_cancelled:
            self.post_message(message)

    @work(thread=True, exclusive=True, group="look")
    def read_all(self, question: Question) -> None:
        """Read everything that the panes show."""
        self.tell(lambda library: look(library, question))

    @work(thread=True, exclusive=True, group="window")
    def read_rows(self, view: ClaimView, around: int, moment: datetime | None, row: int | None = None) -> None:
        """Read claims around a row."""
        today = self.today
        self.tell(lambda library: WindowRead(view, read_window(library, view, around, moment, today), row))

    @work(thread=True, exclusive=True, group="shelf")
    def read_lines(self, around: int, moment: datetime | None) -> None:
        """Read articles around a row."""
        self.tell(lambda library: ShelfRead(read_shelf(library, around, moment)))

    @work(thread=True, exclusive=True, group="position")
    def find_row(self, claim_id: str, view: ClaimView, moment: datetime | None) -> None:
        """Find a claim in the Facts pane, and the rows around it."""
        today = self.today

        def reading(library: Library) -> WindowRead | None:
            row = library.claim_position(claim_id, view.filter, view.order, view.descending, moment, today)
            return None if row is None else WindowRead(view, read_window(library, view, row, moment, today), row)

        self.tell(reading)

    @work(thread=True, exclusive=True, group="passage")
    def find_passage(self, claim_id: str, moment: datetime | None, opened: int | None) -> None:
        """Find the sentence that a claim rests on, in the open article where it stands there."""

        def reading(library: Library) -> PassageFound | NotOut | None:
            claim = library.claim(claim_id, moment)
            if claim is None or not claim.evidence:
                return None
            step = _nearest_step(claim, opened)
            return _found(library, step.article_id, Passage(step.spans), opened, moment)

        self.tell(reading)

    @work(thread=True, exclusive=True, group="passage")
    def open_step(self, step: Step, opened: int | None, moment: datetime | None) -> None:
        """Bring a passage, with its article where another one is open."""
        self.tell(lambda library: _found(library, step.article_id, Passage(step.spans), opened, moment))

    @work(thread=True, exclusive=True, group="passage")
    def open_passage(self, article_id: int, passage: Passage, moment: datetime | None) -> None:
        """Bring an article with what was lit in it, the caret where it was."""
        self.tell(lambda library: _found(library, article_id, passage, None, moment))

    @work(thread=True, exclusive=True, group="completing")
    def complete_article(self, article_id: int) -> None:
        """Bring all the facts of an article that was opened with some of them."""
        self.tell(lambda library: ArticleCompleted(open_article(library, article_id)))

    @work(thread=True, exclusive=True, group="trail")
    def find_trail(self, claim_id: str, moment: datetime | None) -> None:
        """Bring all the evidence of a claim."""
        self.tell(lambda library: _trail(library, claim_id, moment))

    @work(thread=True, exclusive=True, group="trail")
    def find_trail_of_fact(self, key: str, moment: datetime | None, place: Place | None = None) -> None:
        """Bring all the evidence of the claim that a fact supports; ``place`` is where it was opened from."""
        self.tell(lambda library: _trail(library, library.claim_of(key) or "", moment, place))

    @work(thread=True, exclusive=True, group="card")
    def read_card(self, talk: Talk, moment: datetime | None, at: CardPlace | None = None) -> None:
        """Bring the later reports in which a talk was not found, and those that tell of it as held."""

        def reading(library: Library) -> CardRead:
            rows = library.article_rows(0, library.article_count(moment), moment)
            there = ClaimFilter(kinds=("event",), places=(talk.city,))
            events = library.claims_matching(there, as_of=moment) if talk.city else ()
            return CardRead(talk, tuple(not_found_in(talk, rows)), tuple(held_as(talk, events)), at)

        self.tell(reading)

    @work(thread=True, exclusive=True, group="log")
    def read_log(self, at: LogPlace | None = None) -> None:
        """Bring the log of verdicts."""
        self.tell(lambda library: LogRead(tuple(library.review_log()), at))

    @work(thread=True, exclusive=True, group="conflicts")
    def read_conflicts(self, moment: datetime | None, at: ConflictPlace | None = None) -> None:
        """Bring the conflicts."""
        self.tell(lambda library: ConflictsRead(tuple(library.conflicts(moment)), at))

    @work(thread=True, exclusive=True, group="choices")
    def read_choices(self, moment: datetime | None) -> None:
        """Bring what the filter may narrow to."""
        self.tell(lambda library: ChoicesRead(library.choices(moment)))

    @work(thread=True, exclusive=True, group="problems")
    def read_problems(self) -> None:
        """Bring the files that could not be read."""
        self.tell(lambda library: ProblemsRead(tuple(library.problems())))


def _nearest_step(claim: Claim, opened: int | None) -> Step:
    """The first piece of evidence in the open article, else the first of all."""
    here = [evidence for evidence in claim.evidence if evidence.article_id == opened]
    return Step.of((here or claim.evidence)[0])


def _found(
    library: Library, article_id: int, passage: Passage, opened: int | None, moment: datetime | None
) -> PassageFound | NotOut:
    if article_id == opened:
        return PassageFound(passage, None)
    lit = passage.spans[0].start if passage.spans else 0
    near = lit if passage.caret is None else passage.caret
    article = open_article(library, article_id, near)
    return PassageFound(passage, article) if article.article.anchor.was_out(moment) else NotOut(article.article.name)


def _trail(library: Library, claim_id: str, moment: datetime | None, place: Place | None = None) -> TrailFound | None:
    """All the evidence of a claim."""
    claim = library.claim(claim_id, moment)
    if claim is None or not claim.evidence:
        return None
    title = " ".join(part for part in (claim.who, claim.kind) if part)
    return TrailFound(Trail(title=title, steps=tuple(Step.of(evidence) for evidence in claim.evidence)), place)
