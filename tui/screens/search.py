"""Search as you type, over articles and facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from store.errors import DatelineError
from store.model.views import Hit
from tui.back import Leap, SearchPlace
from tui.library import Readers
from tui.paint.hits import hit_line
from tui.screens.overlay import Overlay
from tui.session import Step, Trail
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row

MOST_HITS = 200


class SearchScreen(Overlay[Leap]):
    """A line to type into and the hits below; gives back a trail of all hits at the one that was picked."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next hit", show=False, priority=True, id="search.down"),
        Binding("up", "move(-1)", "Previous hit", show=False, priority=True, id="search.up"),
        Binding("pagedown", "page(1)", "A page of hits down", show=False, priority=True, id="search.page_down"),
        Binding("pageup", "page(-1)", "A page of hits up", show=False, priority=True, id="search.page_up"),
        Binding("enter", "pick", "Open the hit", priority=True, id="search.open"),
    ]

    @dataclass
    class Found(Message):
        """The hits for some words."""

        words: str
        hits: tuple[Hit, ...]

    def __init__(self, readers: Readers, as_of: datetime | None, at: SearchPlace | None = None) -> None:
        super().__init__()
        self._at = at
        """Where the cursor belongs when the hits are there."""
        self.readers = readers
        self.as_of = as_of
        self.hits: tuple[Hit, ...] = ()
        self.words = ""

    def compose(self) -> ComposeResult:
        """A line to type into, the hits, the keys."""
        words = self._at.words if self._at else ""
        yield Input(words, placeholder="words to find", id="words", compact=True)
        yield LineList("Hits", self._rows, id="hits", empty="Type to search; any text is a legal query.")
        yield KeyLine(
            (
                ("open", ("search.open",)),
                ("hit", ("search.up", "search.down")),
                ("back", ("overlay.leave",)),
                ("help", ("help",)),
            )
        )

    def on_mount(self) -> None:
        """The list is steered from the line above it."""
        self.query_one(LineList).can_focus = False

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.find(event.value)

    @work(thread=True, exclusive=True, group="search")
    def find(self, words: str) -> None:
        """Look the words up."""
        worker = get_current_worker()
        try:
            hits = tuple(self.readers.mine().search(words, MOST_HITS, self.as_of)) if words.strip() else ()
        except DatelineError:
            hits = ()
        if not worker.is_cancelled:
            self.post_message(self.Found(words, hits))

    @on(Found)
    def _show(self, message: Found) -> None:
        message.stop()
        self.words, self.hits = message.words, message.hits
        shown = f"{len(self.hits)}{' or more' if len(self.hits) == MOST_HITS else ''}"
        title = f"{shown} hits" if message.words.strip() else "Hits"
        hits = self.query_one(LineList)
        hits.empty = "Nothing found." if message.words.strip() else "Type to search; any text is a legal query."
        hits.show(title=title, to_top=True)
        if self._at is not None and self._at.words == message.words:
            hits.put_cursor(self._at.row)
            self._at = None

    def _rows(self, width: int) -> list[Row]:
        name_width = min(22, width // 4)
        return [Row(hit_line(hit, name_width, width - 2), index) for index, hit in enumerate(self.hits)]

    def on_line_list_opened(self, message: LineList.Opened) -> None:
        """Open a hit that was clicked twice."""
        message.stop()
        self.action_pick()

    def on_click(self) -> None:
        """Keep the focus in the line to type into."""
        self.query_one(Input).focus()

    def action_move(self, by: int) -> None:
        """Move among the hits."""
        self.query_one(LineList).action_move(by)

    def action_page(self, by: int) -> None:
        """Move a page among the hits."""
        self.query_one(LineList).action_page(by)

    def action_pick(self) -> None:
        """Open the hit under the cursor, all others one key away."""
        index = self.query_one(LineList).key
        if isinstance(index, int):
            steps = tuple(Step(article_id=hit.article_id, spans=hit.words or (hit.span,)) for hit in self.hits)
            place = SearchPlace(self.words, index)
            self.dismiss(Leap(Trail(title=place.title, steps=steps, index=index), place))
