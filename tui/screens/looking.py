"""One look at the store: everything that the panes show, read in one go; the first one before the screen is there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from threading import Thread

from store.errors import DatelineError
from store.model.claims import Claim, Talk
from store.model.views import ClaimRow
from tui.library import ClaimView, Library, OpenArticle, Readers, Window, open_article, read_shelf, read_window
from tui.messages import Looked
from tui.paint.talk_days import day_marks
from tui.paint.timeline import Story
from tui.paint.when import here
from tui.session import AsOf, Clocks, Timepiece

FIRST_LOOK_PATIENCE = 0.15
"""Seconds that the first screen waits for the store, so that it is complete; a slower store is shown when it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What one look at the store is to bring: frozen, so that a thread may hold it."""

    timepiece: Timepiece | None
    """None where the story's age is to decide."""
    asked: AsOf
    clocks: Clocks
    zone: str
    """The reader's: it says which day it is."""
    view: ClaimView
    claim: ClaimRow | Claim | None
    """The one that the cursor of the Facts pane belongs on."""
    picked: str
    """The id of the one under it."""
    row: int
    shelf_row: int
    wanted: int | None
    """The article that belongs on the desk."""
    opened: int | None
    """The one that is there."""


def as_of(timepiece: Timepiece, newest: datetime | None) -> datetime | None:
    """The moment up to which reports count; None where that is all of them."""
    now = timepiece.clock.now()
    return None if newest is None or now >= newest else now


def look(library: Library, question: Question) -> Looked:
    """Everything that the panes show."""
    everything = library.counts()
    newest = everything.newest
    timepiece = question.timepiece or question.clocks.opening(question.asked, newest)
    moment = as_of(timepiece, newest)
    window, row = _window_with(library, question, moment, here(timepiece.clock.now(), question.zone).date())
    shelf = read_shelf(library, question.shelf_row, moment)
    talks = tuple(library.talks(moment))
    article, gone = _desk(library, question, moment)
    return Looked(
        counts=everything if moment is None else library.counts(moment),
        newest=newest,
        talks=talks,
        story=_story(library, talks if moment is None else library.talks()),
        shelf=shelf,
        window=window,
        row=row,
        picked=question.picked,
        article=article,
        opened=question.opened,
        gone=gone,
    )


def _story(library: Library, talks: Sequence[Talk]) -> Story:
    """What the strip of time spans: the same whatever day the clock is set to."""
    return Story(published=tuple(library.days_out()), days=tuple(sorted(day_marks(talks))))


def _window_with(
    library: Library, question: Question, moment: datetime | None, today: date
) -> tuple[Window, int | None]:
    """The rows around the picked claim, and where it stands; in an edited article it goes by its words alone."""
    view, claim, row = question.view, question.claim, None
    if claim is not None:
        row = library.claim_position(claim.id, view.filter, view.order, view.descending, moment, today)
    window = read_window(library, view, question.row if row is None else row, moment, today)
    if claim is not None and row is None:
        alike = [
            window.offset + place
            for place, other in enumerate(window.rows)
            if (other.kind, other.who, other.what) == (claim.kind, claim.who, claim.what)
        ]
        row = min(alike, key=lambda place: abs(place - question.row), default=None)
    return window, row


class FirstLook:
    """A look at the store that begins before the screen is there, in a thread of its own."""

    def __init__(self, readers: Readers, clocks: Clocks, asked: AsOf, view: ClaimView, zone: str) -> None:
        self.looked: Looked | None = None
        question = _opening_question(clocks, asked, view, zone)
        self._thread = Thread(target=self._look, args=(readers, question), daemon=True)
        self._thread.start()

    def _look(self, readers: Readers, question: Question) -> None:
        # A store that cannot be read is told of by the look that follows.
        with suppress(DatelineError):
            self.looked = look(readers.mine(), question)

    def result(self) -> Looked | None:
        """What it brought, None where there is no store yet or it takes too long."""
        self._thread.join(FIRST_LOOK_PATIENCE)
        return self.looked


def _opening_question(clocks: Clocks, asked: AsOf, view: ClaimView, zone: str) -> Question:
    timepiece = clocks.opening(asked, None) if isinstance(asked, datetime) else None
    return Question(
        timepiece=timepiece,
        asked=asked,
        clocks=clocks,
        zone=zone,
        view=view,
        claim=None,
        picked="",
        row=0,
        shelf_row=0,
        wanted=None,
        opened=None,
    )


def _desk(library: Library, question: Question, moment: datetime | None) -> tuple[OpenArticle | None, bool]:
    """The article that is wanted, else the open one, else the newest, as far as they were out; is the open one gone?"""
    gone = False
    for article_id in dict.fromkeys((question.wanted, question.opened)):
        if article_id is None:
            continue
        try:
            article = open_article(library, article_id)
        except DatelineError:  # its file was removed meanwhile
            gone = gone or article_id == question.opened
            continue
        if article.article.anchor.was_out(moment):
            return article, gone
    newest = library.article_rows(0, 1, moment)
    return (open_article(library, newest[0].id, near=0) if newest else None), gone
