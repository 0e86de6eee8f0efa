"""The dashboard: four panes over one story, the clock above them, the keys below."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer

from store.errors import DatelineError
from store.model.views import ClaimFilter
from tui.library import ClaimView, Readers
from tui.loading import Progress
from tui.messages import ChoicesRead, ConflictsRead, Looked, ProblemsRead, ReadingFailed
from tui.paint.filters import chips_of
from tui.paint.when import here, known_zone
from tui.screens.reading import FirstLook
from tui.screens.reviewing import Review, ReviewingScreen
from tui.session import PANES, AsOf, Clocks, PaneName, Trail
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable
from tui.widgets.header import HeaderLine
from tui.widgets.key_line import Hint, KeyLine
from tui.widgets.next_talks import NextTalks
from tui.widgets.talks_pane import TalksPane
from tui.widgets.too_small import TooSmall

FOUR_PANES = (110, 32)
"""Columns and lines from which all panes show at once."""
SMALLEST = (40, 12)
"""Columns and lines below which a sentence stands instead."""
HINTS: tuple[Hint, ...] = (
    ("quit", ("quit",)),
    ("help", ("help",)),
    ("search", ("search",)),
    ("pane", ("pane.articles", "pane.article", "pane.talks", "pane.facts")),
    ("open", ("pane.open",)),
    ("conflicts", ("conflicts",)),
    ("clock", ("clock",)),
    ("day", ("clock.day_back", "clock.day_on")),
    ("filter", ("filter",)),
    ("zoom", ("zoom",)),
    ("review", ("review.accept", "review.reject", "review.unsure")),
    ("next", ("next",)),
    ("back", ("back",)),
    ("week", ("clock.week_back", "clock.week_on")),
    ("reload", ("reload",)),
    ("commands", ("palette",)),
)
_POLL = 0.5
_QUIET_POLLS = 4
"""While nothing is loading, the store is asked for changes at every fourth poll."""

Loader = Callable[[], AsyncIterator[Progress]]


class Dashboard(ReviewingScreen):
    """Lays the panes out, keeps the clock, fills the store in the background."""

    AUTO_FOCUS = "#article"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (FOUR_PANES[0], "-wide"),
        (150, "-wider"),
        (190, "-widest"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (50, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pane('articles')", "Go to articles", id="pane.articles"),
        Binding("2", "pane('article')", "Go to article text", id="pane.article"),
        Binding("3", "pane('talks')", "Go to talks", id="pane.talks"),
        Binding("4", "pane('facts')", "Go to facts", id="pane.facts"),
        Binding("tab", "next_pane(1)", "Next pane", show=False, id="pane.next"),
        Binding("shift+tab", "next_pane(-1)", "Previous pane", show=False, id="pane.previous"),
        Binding("slash", "search", "Search articles and facts", id="search"),
        Binding("n", "follow(1)", "Next of what was opened: evidence, hits", id="next"),
        Binding("N", "follow(-1)", "Previous of what was opened", id="previous"),
        Binding("escape", "back", "Back", id="back"),
        Binding("c", "conflicts", "Conflicts", id="conflicts"),
        Binding("f", "filter", "Filter facts by kind, speaker, outlet, place", id="filter"),
        Binding("t", "clock", "Story clock or real clock", id="clock"),
        Binding("left_square_bracket", "move_clock(-1)", "Clock a day back", id="clock.day_back"),
        Binding("right_square_bracket", "move_clock(1)", "Clock a day on", id="clock.day_on"),
        Binding("left_curly_bracket", "move_clock(-7)", "Clock a week back", id="clock.week_back"),
        Binding("right_curly_bracket", "move_clock(7)", "Clock a week on", id="clock.week_on"),
        Binding("z", "zoom", "Zoom the pane", id="zoom"),
        Binding("r", "reload", "Read the folder again", id="reload"),
        Binding("p", "problems", "Files that could not be read", id="problems"),
        Binding("ctrl+c", "screen.copy_text", "Copy what is selected", show=False, id="copy.selected"),
    ]

    def __init__(
        self,
        readers: Readers,
        clocks: Clocks,
        *,
        asked: AsOf = None,
        zone: str | None = None,
        loader: Loader | None = None,
        review: Review | None = None,
    ) -> None:
        super().__init__(readers, clocks, asked, review=review)
        self.add_class("-at-article")  # a pane out of sight could not take the focus
        self.loader = loader
        self.set_reactive(Dashboard.zone, known_zone(zone or ""))
        self._version = -1
        self._polls = 0
        self._looking = False
        self._first_look = FirstLook(readers, clocks, asked)
        self._ticking: Timer | None = None

    def compose(self) -> ComposeResult:
        """Header, next talks (where the Talks pane may be out of sight), panes, keys."""
        looked = self._first_look.result()
        if looked is not None:
            self._take(looked)
        yield HeaderLine().data_bind(
            Dashboard.now, Dashboard.clock_name, Dashboard.zone, Dashboard.counts, Dashboard.progress
        )
        yield NextTalks().data_bind(Dashboard.talks, Dashboard.now, Dashboard.filling)
        with Horizontal(id="upper"):
            yield ArticleList(id="articles").data_bind(
                Dashboard.shelf, Dashboard.opened, Dashboard.today, Dashboard.filling
            )
            yield ArticleView(id="article").data_bind(
                Dashboard.lit, Dashboard.trail, Dashboard.today, Dashboard.filling, desk=Dashboard.desk
            )
            yield TalksPane(id="talks").data_bind(Dashboard.talks, Dashboard.now, Dashboard.zone, Dashboard.filling)
        yield FactTable(id="facts").data_bind(Dashboard.window, Dashboard.view, Dashboard.today, Dashboard.chips)
        yield KeyLine(HINTS)
        yield TooSmall(SMALLEST)

    def on_mount(self) -> None:
        """Read what there is, and start to fill the store."""
        self.show_clock()
        if self._version < 0:
            self.look_again()
        self.set_interval(_POLL, self._poll)
        if self.loader is not None:
            self.call_after_refresh(self.load, self.loader)

    # Layout

    def on_resize(self, event: events.Resize) -> None:
        """Four panes where they fit, one where they do not, a sentence where nothing does."""
        width, height = event.size
        self.set_class(width < FOUR_PANES[0] or height < FOUR_PANES[1], "-one-pane")
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-too-small")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the pane with the focus in sight."""
        name = event.widget.id
        for pane in PANES:
            if pane == name:
                self.pane = pane
            self.set_class(pane == name, f"-at-{pane}")

    def action_pane(self, name: PaneName) -> None:
        """Go to a pane."""
        self.show_pane(name)

    def action_next_pane(self, by: int) -> None:
        """Go to the next or previous pane."""
        self.show_pane(PANES[(PANES.index(self.pane) + by) % len(PANES)])

    def action_zoom(self) -> None:
        """Give the whole screen to the pane with the focus, or take it back."""
        self.toggle_class("-zoomed")

    # The clock

    def show_clock(self) -> None:
        """Show the time now, and again when the next second begins."""
        if self._ticking is not None:
            self._ticking.stop()
        before = self.now
        self._read_clock()
        if self.as_of is not None and before.minute != self.now.minute:
            self.look_again()
        self._ticking = self.set_timer(1.0 - self.now.microsecond / 1e6, self.show_clock)

    def _read_clock(self) -> None:
        self.now = self.timepiece.clock.now()
        self.clock_name = self.timepiece.label
        self.today = here(self.now, self.zone).date()

    def action_clock(self) -> None:
        """From the story's time to the real one and back."""
        if self.timepiece.kind == "real" and self.newest is not None:
            self.timepiece = self.clocks.story(self.newest)
        elif self.timepiece.kind == "real":
            self.notify("There is no story clock yet: no article has a date.", markup=False)
        else:
            self.timepiece = self.clocks.opening("now", None)
        self._clock_chosen()

    def action_move_clock(self, days: int) -> None:
        """Set the clock back or on: only what was published by then counts."""
        self.timepiece = self.clocks.moved(self.timepiece, timedelta(days=days))
        self._clock_chosen()

    def _clock_chosen(self) -> None:
        self.chosen = True
        self.show_clock()
        self.look_again()

    # Reading

    def look_again(self) -> None:
        """Read everything that the panes show; places in lists and texts are kept."""
        self._looking = True
        facts = self.query_one(FactTable)
        picked = facts.picked.id if facts.picked else ""
        shelf_row = self.query_one(ArticleList).cursor
        self.read_all(self.question(claim_id=picked, row=facts.cursor, shelf_row=shelf_row))

    @on(Looked)
    def _show(self, message: Looked) -> None:
        message.stop()
        self._looking = False
        with self.app.batch_update():
            self._take(message)
            self.show_clock()
            if message.row is not None:
                self.query_one(FactTable).put_cursor(message.row)

    def _take(self, looked: Looked) -> None:
        if looked.newest != self.newest:
            self.newest = looked.newest
            if not self.chosen:
                self.timepiece = self.clocks.opening(self.asked, self.newest)
        self._version = looked.counts.version
        self._read_clock()
        self.counts = looked.counts
        self.talks = looked.talks
        self.shelf = looked.shelf
        self.window = looked.window
        if looked.article is not None and (self.opened is None or looked.article.id == self.opened):
            self.opened = looked.article.id
            self.desk = looked.article

    @on(ReadingFailed)
    def _say(self, message: ReadingFailed) -> None:
        message.stop()
        self._looking = False
        if not self.filling:  # a store that is just being made or brought up to date can soon be read
            self.notify(message.sentence, severity="error", timeout=20, markup=False)

    def _poll(self) -> None:
        self._polls += 1
        if not self._looking and (self.filling or self._polls % _QUIET_POLLS == 0):
            self.watch_version()

    @work(thread=True, exclusive=True, group="version")
    def watch_version(self) -> None:
        """Look again where the store has changed."""
        try:
            version = self.readers.mine().version()
        except DatelineError:
            return
        if version != self._version:
            self.app.call_from_thread(self.look_again)

    @work(exclusive=True, group="load")
    async def load(self, loader: Loader) -> None:
        """Fill the store, and tell how far that is."""
        self.filling = True
        failure = ""
        async for progress in loader():
            self.progress = progress
            failure = progress.failure
        self.filling = False
        self.progress = None
        if failure:
            self.notify(failure, severity="error", timeout=20, markup=False)
        self.look_again()

    def action_reload(self) -> None:
        """Read the folder again."""
        if self.loader is None:
            self.look_again()
        elif self.filling:
            self.notify("The folder is being read already.", markup=False)
        else:
            self.load(self.loader)

    # Other screens

    def action_search(self) -> None:
        """Search articles and facts."""
        from tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.readers, self.as_of), self._follow)

    def _follow(self, trail: Trail | None) -> None:
        if trail is not None:
            self.follow_trail(trail)

    def action_conflicts(self) -> None:
        """Show where the reports disagree."""
        self.read_conflicts(self.as_of)

    @on(ConflictsRead)
    def _show_conflicts(self, message: ConflictsRead) -> None:
        from tui.screens.conflicts import ConflictsScreen

        message.stop()
        self.app.push_screen(ConflictsScreen(message.conflicts, self.today), self._follow)

    @on(TalksPane.TalkOpened)
    def _show_card(self, message: TalksPane.TalkOpened) -> None:
        from tui.screens.talk_card import TalkCard

        message.stop()
        self.app.push_screen(TalkCard(message.talk, self.now), self._follow)

    def action_filter(self) -> None:
        """Narrow the facts."""
        self.read_choices(self.as_of)

    @on(ChoicesRead)
    def _show_filter(self, message: ChoicesRead) -> None:
        from tui.screens.filters import FilterScreen

        message.stop()
        self.app.push_screen(FilterScreen(message.choices, self.view.filter), self._narrow)

    def _narrow(self, narrowed: ClaimFilter | None) -> None:
        if narrowed is None or narrowed == self.view.filter:
            return
        self.view = ClaimView(filter=narrowed, order=self.view.order, descending=self.view.descending)
        self.chips = chips_of(narrowed)
        self.look_again()
        self.show_pane("facts")

    def action_problems(self) -> None:
        """Show the files that could not be read."""
        self.read_problems()

    @on(ProblemsRead)
    def _show_problems(self, message: ProblemsRead) -> None:
        from tui.screens.problems import ProblemsScreen

        message.stop()
        self.app.push_screen(ProblemsScreen(message.problems))
