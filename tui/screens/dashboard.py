"""The dashboard: four panes over one story, the clock above them, the keys below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from tui.judging import Review
from tui.library import Readers
from tui.paint.when import known_zone
from tui.remembered import Memory
from tui.screens.filling import POLL, Loader
from tui.screens.looking import FirstLook
from tui.screens.sizing import NO_SIZES, SMALLEST, SizingScreen
from tui.session import PANES, AsOf, Clocks, PaneName
from tui.watching import Watch
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable
from tui.widgets.header import HeaderLine
from tui.widgets.key_line import Hint, KeyLine
from tui.widgets.next_talks import NextTalks
from tui.widgets.talks_pane import TalksPane
from tui.widgets.timeline_strip import TimelineStrip
from tui.widgets.too_small import TooSmall

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
    ("export", ("export",)),
    ("new", ("new",)),
    ("accept shown", ("review.accept_shown",)),
    ("next", ("next",)),
    ("back", ("back",)),
    ("week", ("clock.week_back", "clock.week_on")),
    ("reload", ("reload",)),
    ("size", ("size.more", "size.less")),
    ("commands", ("palette",)),
)
ZOOMED_HINTS: tuple[Hint, ...] = (
    *HINTS[:2],
    ("leave zoom", ("back",)),
    *(hint for hint in HINTS[2:] if hint[0] not in {"zoom", "back"}),
)


class Dashboard(SizingScreen):
    """Lays the panes out."""

    AUTO_FOCUS = "#article"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pane('articles')", "Go to articles", id="pane.articles"),
        Binding("2", "pane('article')", "Go to article text", id="pane.article"),
        Binding("3", "pane('talks')", "Go to talks", id="pane.talks"),
        Binding("4", "pane('facts')", "Go to facts", id="pane.facts"),
        Binding("tab", "next_pane(1)", "Next pane", show=False, id="pane.next"),
        Binding("shift+tab", "next_pane(-1)", "Previous pane", show=False, id="pane.previous"),
        Binding("n", "follow(1)", "Next of what was opened: evidence, hits", id="next"),
        Binding("N", "follow(-1)", "Previous of what was opened", id="previous"),
        Binding("escape", "back", "Back", id="back"),
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
        watch: Watch | None = None,
        review: Review | None = None,
        memory: Memory | None = None,
        sizes: Mapping[str, int] = NO_SIZES,
    ) -> None:
        super().__init__(readers, clocks, asked, review=review)
        self.remember_with(memory or Memory(), sizes)
        self.add_class("-at-article")  # a pane out of sight could not take the focus
        self.loader = loader
        self.watch_over = watch
        self.set_reactive(Dashboard.zone, known_zone(zone or ""))
        self._first_look = FirstLook(readers, clocks, asked, self.view, self.zone)

    def compose(self) -> ComposeResult:
        """Header, next talks (where the Talks pane may be out of sight), panes, keys."""
        looked = self._first_look.result()
        if looked is not None:
            self.take(looked)
        yield HeaderLine().data_bind(
            Dashboard.now, Dashboard.clock_name, Dashboard.zone, Dashboard.counts, Dashboard.progress
        )
        yield TimelineStrip().data_bind(Dashboard.story, Dashboard.talks, Dashboard.now, Dashboard.zone)
        yield NextTalks().data_bind(Dashboard.talks, Dashboard.now, Dashboard.filling, Dashboard.unheard)
        with Horizontal(id="upper"):
            yield ArticleList(id="articles").data_bind(
                Dashboard.shelf, Dashboard.opened, Dashboard.today, Dashboard.filling, Dashboard.unheard
            )
            yield ArticleView(id="article").data_bind(
                Dashboard.lit,
                Dashboard.trail,
                Dashboard.today,
                Dashboard.filling,
                Dashboard.unheard,
                desk=Dashboard.desk,
            )
            yield TalksPane(id="talks").data_bind(
                Dashboard.talks, Dashboard.now, Dashboard.zone, Dashboard.filling, Dashboard.unheard
            )
        yield FactTable(id="facts").data_bind(
            Dashboard.window, Dashboard.view, Dashboard.today, Dashboard.chips, Dashboard.unheard
        )
        yield KeyLine(HINTS)
        yield TooSmall(SMALLEST)

    def on_mount(self) -> None:
        """Read what there is, and start to fill the store."""
        self.show_clock()
        if self._version < 0:
            self.look_again()
        self.complete_desk()
        self.set_interval(POLL, self.poll)
        if self.loader is not None:
            self.call_after_refresh(self.load, self.loader)
            self.call_after_refresh(self.start_watching)
        self.call_after_refresh(self.give_hint)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the pane with the focus in sight."""
        name = event.widget.id
        for pane in PANES:
            if pane == name:
                self.pane = pane
            self.set_class(pane == name, f"-at-{pane}")

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or take it back, and say so in the line of keys."""
        super().action_zoom()
        self.query_one(KeyLine).show_hints(ZOOMED_HINTS if self.has_class("-zoomed") else HINTS)

    def action_copy_text(self) -> None:
        """Copy what is selected, and say so."""
        super().action_copy_text()
        self.notify("Copied what is selected.", markup=False)

    def action_pane(self, name: PaneName) -> None:
        """Go to a pane."""
        self.show_pane(name)

    def action_next_pane(self, by: int) -> None:
        """Go to the next or previous pane."""
        self.show_pane(PANES[(PANES.index(self.pane) + by) % len(PANES)])
