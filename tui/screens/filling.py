"""Fills the store in the background, and looks again whenever it has changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from store.errors import DatelineError
from store.model.claims import Claim
from store.model.summary import Summary
from store.model.views import ClaimRow
from tui.loading import Progress
from tui.messages import FolderChanged, Looked, ReadingFailed
from tui.screens.desk import DeskScreen
from tui.watching import Watch
from tui.widgets.article_list import ArticleList
from tui.widgets.fact_table import FactTable

POLL = 0.5
"""Seconds between two questions whether the store has changed."""
_QUIET_POLLS = 4
"""While nothing is loading, the store is asked for changes at every fourth poll."""

Loader = Callable[[], AsyncIterator[Progress]]


class FillingScreen(DeskScreen):
    """Runs the loader; shows what is new with every place being read kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reload", "Read the folder again", id="reload"),
    ]
    loader: Loader | None = None
    watch_over: Watch | None = None
    _changed_meanwhile = False
    _failed = False
    _version = -1
    _polls = 0
    _looking = False
    _sought: ClaimRow | Claim | None = None
    """The claim that the cursor was on: out of the list while its article is read anew, or not known by then."""

    def look_again(self, claim: Claim | ClaimRow | None = None) -> None:
        """Read everything that the panes show; places in lists and texts are kept, but for the cursor on ``claim``."""
        self._looking = True
        facts = self.query_one(FactTable)
        shelf_row = self.query_one(ArticleList).cursor
        self._sought = claim or self._sought or facts.picked
        picked = facts.picked.id if facts.picked else ""
        self.read_all(self.question(claim=self._sought, picked=picked, row=facts.cursor, shelf_row=shelf_row))

    @on(Looked)
    def _show(self, message: Looked) -> None:
        message.stop()
        self._looking = False
        facts = self.query_one(FactTable)
        picked = facts.picked
        row = message.row
        if picked is not None and picked.id != message.picked:  # the reader went on while the store was read
            row = message.window.place_of(picked.id)
        with self.app.batch_update():
            self.take(message)
            self.complete_desk()
            self.show_clock()
            if row is not None:
                facts.put_cursor(row)
            if row is not None or not (self.filling or self.as_of):
                self._sought = None

    @on(FactTable.Picked)
    def _seek_no_more(self) -> None:
        self._sought = None

    def take(self, looked: Looked) -> None:
        """Hand what a look brought to the panes."""
        if looked.newest != self.newest:
            self.newest = looked.newest
            if not self.chosen:
                self.timepiece = self.clocks.opening(self.asked, self.newest)
        self._version = looked.counts.version
        self.read_clock()
        self.counts = looked.counts
        self.talks = looked.talks
        self.story = looked.story
        self.unheard = self.words_of_then(out=looked.shelf.total > 0)
        self.shelf = looked.shelf
        self.window = looked.window
        self.take_desk(looked)

    @on(ReadingFailed)
    def _say(self, message: ReadingFailed) -> None:
        message.stop()
        self._looking = False
        self.expects(None)
        if not self.filling:  # a store that is just being made or brought up to date can soon be read
            self.notify(message.sentence, severity="error", timeout=20, markup=False)

    def poll(self) -> None:
        """Ask whether the store has changed, often while it is being filled."""
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

    def on_unmount(self) -> None:
        """Watch the folder no longer; what comes from now on is new at the next start."""
        if self.watch_over is not None:
            self.watch_over.stop()
        if self.review is not None and self._version >= 0:
            with suppress(DatelineError), self.review.opener() as log:  # a store that is busy or read-only
                log.mark_seen(self._version)

    def start_watching(self) -> None:
        """Have every change of the folder told."""
        if self.watch_over is not None and self.loader is not None:
            self.watch_over.start(self._tell_of_folder)

    def _tell_of_folder(self, trouble: str) -> None:
        self.post_message(FolderChanged(trouble))

    @on(FolderChanged)
    def _follow_folder(self, message: FolderChanged) -> None:
        message.stop()
        if message.trouble:
            self.notify(message.trouble, severity="warning", timeout=10, markup=False)
        elif self.filling:
            self._changed_meanwhile = True
        elif self.loader is not None:
            self.load(self.loader)

    @work(exclusive=True, group="load")
    async def load(self, loader: Loader) -> None:
        """Fill the store, and tell how far that is; again where the folder changed meanwhile."""
        await self._load_once(loader)
        while self._changed_meanwhile:
            await self._load_once(loader)
        if not self._failed:
            self.loaded()

    def loaded(self) -> None:
        """Called when the folder has been read."""

    def loaded_once(self, summary: Summary) -> None:
        """Called with what each load did, before ``loaded``."""

    async def _load_once(self, loader: Loader) -> None:
        self._changed_meanwhile = False
        self.filling = True
        failure = ""
        summary: Summary | None = None
        begun = self.clocks.real.now()
        async for progress in loader():
            self.progress = progress.timed((self.clocks.real.now() - begun).total_seconds())
            failure = progress.failure
            summary = progress.summary
        self.filling = False
        self.progress = None
        self._failed = bool(failure)
        if summary is not None and not failure:
            self.loaded_once(summary)
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
