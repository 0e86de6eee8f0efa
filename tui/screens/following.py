"""Linked reading: what is picked in one pane shows in the others; trails are walked, and there is a way back."""

from __future__ import annotations

from textual import on

from tui.back import BackStack, Place, Spot
from tui.messages import ArticleCompleted, PassageFound, ShelfRead, TrailFound, WindowRead
from tui.paint.talks import name_of
from tui.paint.when import here, value_label
from tui.screens.reading import ReadingScreen
from tui.session import PaneName, Passage, Step, Trail
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable
from tui.widgets.talks_pane import TalksPane


class FollowingScreen(ReadingScreen):
    """Carries news between the panes."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.way_back = BackStack()
        self._awaited: Place | None = None
        """A smaller screen that is being read, to be gone back to."""

    def show_pane(self, name: PaneName) -> None:
        """Bring a pane into sight and give it the focus, at once: the next key may wait already."""
        self.set_focus(self.query_one(f"#{name}"))

    @property
    def text(self) -> ArticleView:
        """Pane 2."""
        return self.query_one(ArticleView)

    # Walking a trail

    def remember(self, place: Place | None = None) -> None:
        """Note where the reader is, to come back to; ``place`` on the smaller screen that something is opened from."""
        self.way_back = self.way_back.pushed(self.spot(place))

    def spot(self, place: Place | None = None) -> Spot:
        """Where the reader is."""
        picked = self.query_one(FactTable).picked
        return Spot(
            pane=self.pane,
            article_id=self.opened,
            offset=self.text.caret,
            lit=self.lit,
            trail=self.trail,
            claim=picked.id if picked else "",
            place=place,
        )

    def follow_trail(self, trail: Trail, place: Place | None = None) -> None:
        """Open the first stop of a trail, opened from ``place`` where that is on a smaller screen."""
        if trail.here is None:
            return
        self.remember(place)
        self.trail = trail
        self.show_step(trail.here)
        self.show_pane("article")

    def show_step(self, step: Step) -> None:
        """Open one passage."""
        if step.article_id == self.opened:
            self.lit = Passage(step.spans)
        else:
            self.open_step(step, self.opened, self.as_of)

    def action_follow(self, by: int) -> None:
        """Go to the next or previous stop of the trail."""
        if not self.trail.steps:
            self.notify("Open something first: a date, a fact, a search hit.", markup=False)
            return
        self.trail = self.trail.moved(by)
        if self.trail.here is not None:
            self.show_step(self.trail.here)

    def action_back(self) -> None:
        """Let go of what is selected, else go back to where the last trail or article was opened."""
        self.app.clear_notifications()
        if self.selections:
            self.clear_selection()
            return
        if self._awaited is not None:  # the reader is past it before it could be read
            self._awaited = None
            return
        spot, self.way_back = self.way_back.popped()
        if spot is not None:
            self._go_to(spot)

    def _go_to(self, spot: Spot) -> None:
        place = spot.place_after(self.trail)
        self.trail = spot.trail_after(self.trail)
        passage = spot.lit._replace(caret=spot.offset)
        if spot.article_id is not None and spot.article_id != self.opened:
            self.open_passage(spot.article_id, passage, self.as_of)
        else:
            self.lit = passage
        if spot.claim:
            self.find_row(spot.claim, self.view, self.as_of)
        self.show_pane(spot.pane)
        if place is not None:
            self._awaited = place
            self.reopen(place)

    def reopen(self, place: Place) -> None:
        """Open the smaller screen that ``place`` is on."""
        raise NotImplementedError

    def expects(self, place: Place | None) -> bool:
        """True where a smaller screen may open: anew, or at a ``place`` that the reader still waits to come back to."""
        awaited, self._awaited = self._awaited, None
        return place is None or place == awaited

    @on(PassageFound)
    def _light(self, message: PassageFound) -> None:
        message.stop()
        if message.article is not None:
            self.lit = Passage()
            self.opened = message.article.id
            self.desk = message.article
        self.lit = message.passage
        self.complete_desk()

    def complete_desk(self) -> None:
        """Have the rest of the facts read where a long article shows only some of them."""
        if self.desk is not None and not self.desk.whole:
            self.complete_article(self.desk.id)

    @on(ArticleCompleted)
    def _complete(self, message: ArticleCompleted) -> None:
        message.stop()
        desk = self.desk
        # Its file may have been edited meanwhile: then a look brings text and facts together.
        if desk is not None and desk.id == message.article.id and desk.article.text == message.article.article.text:
            self.desk = message.article

    @on(TrailFound)
    def _follow_found(self, message: TrailFound) -> None:
        message.stop()
        self.follow_trail(message.trail, message.place)

    # What the panes tell

    @on(ArticleList.Opened)
    def _read_article(self, message: ArticleList.Opened) -> None:
        message.stop()
        if message.article_id != self.opened:
            self.remember()
            self.trail = Trail()
            self.open_step(Step(article_id=message.article_id, spans=()), self.opened, self.as_of)
        self.show_pane("article")

    @on(ArticleList.Wanted)
    def _bring_articles(self, message: ArticleList.Wanted) -> None:
        message.stop()
        self.read_lines(message.around, self.as_of)

    @on(ShelfRead)
    def _shelve(self, message: ShelfRead) -> None:
        message.stop()
        self.shelf = message.shelf

    @on(ArticleView.FactUnder)
    def _pick_fact(self, message: ArticleView.FactUnder) -> None:
        message.stop()
        self.lit = Passage((message.fact.span,), reveal=False)
        if message.fact.claim:
            self.find_row(message.fact.claim, self.view, self.as_of)

    @on(ArticleView.Opened)
    def _walk_fact(self, message: ArticleView.Opened) -> None:
        message.stop()
        if message.fact.claim:
            self.find_trail(message.fact.claim, self.as_of)

    @on(FactTable.Wanted)
    def _bring_rows(self, message: FactTable.Wanted) -> None:
        message.stop()
        self.read_rows(self.view, message.around, self.as_of)

    @on(WindowRead)
    def _set_window(self, message: WindowRead) -> None:
        message.stop()
        if message.view != self.view:
            return
        self.window = message.window
        if message.row is not None:
            self.query_one(FactTable).put_cursor(message.row)

    @on(FactTable.Picked)
    def _light_claim(self, message: FactTable.Picked) -> None:
        message.stop()
        self.find_passage(message.claim_id, self.as_of, self.opened)

    @on(FactTable.Opened)
    def _walk_claim(self, message: FactTable.Opened) -> None:
        message.stop()
        self.find_trail(message.claim_id, self.as_of)

    @on(TalksPane.DateOpened)
    def _walk_date(self, message: TalksPane.DateOpened) -> None:
        message.stop()
        talk, claim = message.talk, message.claim
        label = value_label(claim.value, here(self.now, talk.zone).date())
        steps = tuple(Step.of(evidence) for evidence in claim.evidence)
        self.follow_trail(Trail(title=f"{name_of(talk).title()}, {label}", steps=steps))
