"""What came since the last look: shown alone by one key, and counted when the folder was read on demand."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from store.errors import DatelineError
from store.model.views import ClaimFilter
from tui.judging import Review
from tui.library import Library
from tui.messages import NewsRead, NewsSought
from tui.paint.news import news_sentence, nothing_new_sentence
from tui.screens.opening import OpeningScreen
from tui.widgets.key_line import active_keys


class RenewingScreen(OpeningScreen):
    """Narrows the facts to what is new."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "new", "Only what is new since you last looked, then all again", id="new"),
    ]
    _told_of_news = True
    """False where a person asked for the folder to be read and has not been told what came of it."""

    def action_new(self) -> None:
        """Narrow the facts to what is new, or show all again."""
        narrowed = self.view.filter
        self.show_pane("facts")
        if narrowed.new:
            self.narrow(replace(narrowed, new=False))
        else:
            self.seek_news(replace(narrowed, new=True), self.as_of)

    @work(thread=True, exclusive=True, group="news")
    def seek_news(self, narrowed: ClaimFilter, moment: datetime | None) -> None:
        """Bring what is new, and how much of it passes a filter."""
        self.tell(lambda library: NewsSought(library.news(moment), narrowed, library.claim_count(narrowed, moment)))

    @on(NewsSought)
    def _show_news(self, message: NewsSought) -> None:
        message.stop()
        if message.passing:
            self.narrow(message.narrowed)
        else:
            self.say_of_shown(nothing_new_sentence(message.news, self.zone, self.today))

    def action_reload(self) -> None:
        """Read the folder again, and tell what came of it."""
        self._told_of_news = False
        super().action_reload()
        if self.loader is None:
            self.loaded()

    def loaded(self) -> None:
        """The folder was read: tell what is new where that was asked for."""
        self.read_news(self.review, self.as_of, tell=not self._told_of_news)

    @work(thread=True, exclusive=True, group="news")
    def read_news(self, review: Review | None, moment: datetime | None, *, tell: bool) -> None:
        """Bring what is new; where nobody has looked yet, what there is now is what comes later is told from."""

        def news(library: Library) -> NewsRead | None:
            found = library.news(moment)
            if not found.looked and review is not None:
                with suppress(DatelineError), review.opener() as log:  # a store that is busy or read-only
                    log.mark_opened()
            return NewsRead(found) if tell else None

        self.tell(news)

    @on(NewsRead)
    def _say_news(self, message: NewsRead) -> None:
        message.stop()
        self._told_of_news = True  # not before: a reading that follows takes the place of one that was to tell
        self.say_of_shown(news_sentence(message.news, active_keys(self.app, self).get("new", "")))
