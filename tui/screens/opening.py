"""What lies over the dashboard: search, filter, conflicts, the card of a talk, problems."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from store.model.views import ClaimFilter
from tui.library import ClaimView
from tui.messages import ChoicesRead, ConflictsRead, ProblemsRead
from tui.paint.filters import chips_of
from tui.screens.filling import FillingScreen
from tui.session import Trail
from tui.widgets.talks_pane import TalksPane


class OpeningScreen(FillingScreen):
    """Opens the smaller screens, and takes what they give back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search articles and facts", id="search"),
        Binding("c", "conflicts", "Conflicts", id="conflicts"),
        Binding("f", "filter", "Filter facts by kind, speaker, outlet, place", id="filter"),
        Binding("p", "problems", "Files that could not be read", id="problems"),
    ]

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
