"""What lies over the dashboard: search, filter, conflicts, the card of a talk, problems, export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.binding import Binding, BindingType

from store.errors import DatelineError
from store.export.selection import Selection
from store.model.views import ClaimFilter, ClaimOrder
from tui.back import CardPlace, ConflictPlace, Leap, LogPlace, Place, SearchPlace
from tui.library import NO_FILTER
from tui.messages import CardRead, ChoicesRead, ConflictsRead, ProblemsRead, Written
from tui.one_speaker import SetAside, only, with_fields_of
from tui.paint.filters import Field, chips_of
from tui.paint.when import clock_label, here
from tui.screens.filling import FillingScreen
from tui.widgets.fact_table import FactTable
from tui.widgets.header import HeaderLine
from tui.widgets.key_line import active_keys
from tui.widgets.next_talks import NextTalks
from tui.widgets.talks_pane import TalksPane

if TYPE_CHECKING:
    from tui.screens.export import Taken


class OpeningScreen(FillingScreen):
    """Opens the smaller screens, and takes what they give back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search articles and facts", id="search"),
        Binding("c", "conflicts", "Conflicts", id="conflicts"),
        Binding("f", "filter", "Filter facts by kind, speaker, outlet, place", id="filter"),
        Binding("w", "speaker", "All that one speaker says, then everybody again", id="speaker"),
        Binding("s", "sort", "Sort the facts by the next column", id="sort"),
        Binding("S", "sort_backwards", "Sort the facts the other way round", id="sort.backwards"),
        Binding("e", "export", "Export what is shown", id="export"),
        Binding("p", "problems", "Files that could not be read", id="problems"),
    ]

    _filter_at: Field | None = None
    """Where the cursor of the filter begins."""
    _set_aside: SetAside | None = None
    """What the facts were narrowed to before one speaker was asked for."""

    def action_search(self) -> None:
        """Search articles and facts."""
        self._search(None)

    def _search(self, at: SearchPlace | None) -> None:
        from tui.screens.search import SearchScreen

        if self.expects(at):
            self.app.push_screen(SearchScreen(self.readers, self.as_of, at), self._follow)

    def _follow(self, leap: Leap | None) -> None:
        if leap is not None:
            self.follow_trail(leap.trail, leap.place)

    def reopen(self, place: Place) -> None:
        """Open the smaller screen that ``place`` is on, as far as it is still there."""
        match place:
            case SearchPlace():
                self._search(place)
            case ConflictPlace():
                self.read_conflicts(self.as_of, place)
            case LogPlace():
                self.read_log(place)
            case CardPlace():
                talk = next((talk for talk in self.talks if talk.id == place.talk_id), None)
                if talk is None:  # the clock was set back since, or its report is gone
                    self.expects(None)
                else:
                    self.read_card(talk, self.as_of, place)

    def action_conflicts(self) -> None:
        """Show where the reports disagree."""
        self.read_conflicts(self.as_of)

    @on(ConflictsRead)
    def _show_conflicts(self, message: ConflictsRead) -> None:
        from tui.screens.conflicts import ConflictsScreen

        message.stop()
        if self.expects(message.at):
            self.app.push_screen(
                ConflictsScreen(message.conflicts, self.today, self.copy_evidence, message.at), self._follow
            )

    @on(NextTalks.Clicked)
    @on(TalksPane.TalkOpened)
    def _open_card(self, message: NextTalks.Clicked | TalksPane.TalkOpened) -> None:
        message.stop()
        self.read_card(message.talk, self.as_of)

    @on(CardRead)
    def _show_card(self, message: CardRead) -> None:
        from tui.screens.talk_card import TalkCard

        message.stop()
        if not self.expects(message.at):
            return
        row = message.at.row if message.at else ()
        card = TalkCard(
            message.talk, self.now, self.copy_evidence, message.silent, held=message.held, zone=self.zone, row=row
        )
        self.app.push_screen(card, self._follow)

    def action_filter(self) -> None:
        """Narrow the facts."""
        self._filter_at = None
        self.read_choices(self.as_of)

    @on(ChoicesRead)
    def _show_filter(self, message: ChoicesRead) -> None:
        from tui.screens.filters import FilterScreen

        message.stop()
        if self._filter_at == "speakers":
            screen = FilterScreen(message.choices, only(self.view.filter), at="speakers")
            self.app.push_screen(screen, self._narrow_to_speaker)
        else:
            self.app.push_screen(FilterScreen(message.choices, self.view.filter), self._narrow)

    def _narrow(self, narrowed: ClaimFilter | None) -> None:
        if narrowed is None or narrowed == self.view.filter:
            return
        self.narrow(narrowed)
        self.show_pane("facts")

    def action_speaker(self) -> None:
        """Show all that is said by who speaks in the fact under the cursor, or ask who; once more, and all speak."""
        if self.view.filter.speakers:
            again = replace(self.view.filter, speakers=())
            if self._set_aside is not None and self._set_aside.holds(self.view.filter):
                again = self._set_aside.kept(self.view.filter)
            self._set_aside = None
            self._narrow(again)
            return
        picked = self.query_one(FactTable).picked
        if picked is None or picked.kind in ("meeting", "event") or not picked.who:
            self._filter_at = "speakers"
            self.read_choices(self.as_of)
            return
        self._narrow_to_speaker(only(self.view.filter, picked.who))

    def _narrow_to_speaker(self, narrowed: ClaimFilter | None) -> None:
        if narrowed is None or not narrowed.speakers:
            self._narrow(narrowed)
            return
        self._set_aside = SetAside(self.view.filter, narrowed)
        aside = chips_of(with_fields_of(self.view.filter, NO_FILTER))
        self._narrow(narrowed)
        if aside:
            key = active_keys(self.app, self).get("speaker", "")
            self.say_of_shown(f"All that {', '.join(narrowed.speakers)} says; {key} brings back {aside}.")

    def filter_to_keep(self) -> ClaimFilter:
        """What the facts are narrowed to but for the time that one speaker is asked for."""
        aside = self._set_aside
        return aside.kept(self.view.filter) if aside is not None else self.view.filter

    def action_sort(self) -> None:
        """Order the facts by the next column in sight, in the end again by what comes soonest."""
        orders = self.query_one(FactTable).orders
        place = orders.index(self.view.order) if self.view.order in orders else -1
        order = orders[(place + 1) % len(orders)]
        # What most articles and origins stand behind comes first.
        self._order(order, descending=order in {"articles", "origins"})

    def action_sort_backwards(self) -> None:
        """Order the facts the other way round."""
        self._order(self.view.order, descending=not self.view.descending)

    @on(FactTable.ColumnClicked)
    def _order_by(self, message: FactTable.ColumnClicked) -> None:
        message.stop()
        same = message.order == self.view.order
        most_first = message.order in {"articles", "origins"}
        self._order(message.order, descending=not self.view.descending if same else most_first)

    @on(FactTable.FilterClicked)
    def _change_filter(self, message: FactTable.FilterClicked) -> None:
        message.stop()
        self.action_filter()

    @on(HeaderLine.ProblemsClicked)
    def _open_problems(self, message: HeaderLine.ProblemsClicked) -> None:
        message.stop()
        self.action_problems()

    def _order(self, order: ClaimOrder, *, descending: bool) -> None:
        self.view = replace(self.view, order=order, descending=descending)
        self.look_again()

    def action_problems(self) -> None:
        """Show the files that could not be read."""
        self.read_problems()

    @on(ProblemsRead)
    def _show_problems(self, message: ProblemsRead) -> None:
        from tui.screens.problems import ProblemsScreen

        message.stop()
        self.app.push_screen(ProblemsScreen(message.problems))

    def action_export(self) -> None:
        """Take away what is shown, as a file where the program was started."""
        from tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(Path.cwd(), self._shown_words(), self._export))

    def _shown_words(self) -> str:
        known = f"as of {clock_label(here(self.now, self.zone))}" if self.as_of else ""
        return ", ".join(part for part in ("what is shown", known, self.chips) if part)

    def _export(self, taken: Taken) -> None:
        view, known = self.view, self.as_of
        selection = Selection(
            as_of=known, narrowed=view.filter, order=view.order, descending=view.descending, today=self.today
        )
        self.write_file(selection, taken)

    @work(thread=True, group="export")
    def write_file(self, selection: Selection, taken: Taken) -> None:
        """Write the file, and say where it is."""
        from tui.screens.export import write_export

        try:
            self.post_message(Written(write_export(self.readers.mine(), selection, taken)))
        except DatelineError as error:
            self.post_message(Written(str(error), failed=True))

    @on(Written)
    def _say_written(self, message: Written) -> None:
        from tui.screens.export import ExportScreen

        message.stop()
        if isinstance(dialog := self.app.screen, ExportScreen):  # unless it was left meanwhile
            dialog.refused() if message.failed else dialog.written()
        severity: Literal["error", "information"] = "error" if message.failed else "information"
        self.notify(message.sentence, severity=severity, timeout=10, markup=False)
