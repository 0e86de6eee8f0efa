"""What came since the last look: shown alone by one key, and told whenever the folder was read."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import ClassVar, Literal

from textual import on, work
from textual.binding import Binding, BindingType

from store.errors import DatelineError
from store.model.summary import Summary
from store.model.views import ClaimFilter
from tui.judging import Review
from tui.library import Library
from tui.messages import NewsRead, NewsSought
from tui.paint.news import Came, came_sentence, news_sentence, nothing_new_sentence, since_sentence
from tui.screens.opening import OpeningScreen
from tui.widgets.key_line import active_keys


class RenewingScreen(OpeningScreen):
    """Narrows the facts to what is new."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "new", "Only what is new since you last looked, then all again", id="new"),
    ]
    _why_read: Literal["start", "asked", "changed"] = "start"
    """Why the folder is read, until it was told what came of it."""
    _found: int | None = None
    """How many files the last load met."""
    _came = Came()
    """What came since it was last told."""
    _last_news: NewsRead | None = None

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
        self._why_read = "asked"
        super().action_reload()
        if self.loader is None:
            self.loaded()

    def loaded_once(self, summary: Summary) -> None:
        """Count what came, from the second load on."""
        if self._found is not None:
            self._came = self._came.then(self._found, summary)
        self._found = summary.found

    def loaded(self) -> None:
        """The folder was read: tell what is new."""
        self.read_news(self.review, self.as_of)

    @work(thread=True, exclusive=True, group="news")
    def read_news(self, review: Review | None, moment: datetime | None) -> None:
        """Bring what is new; where nobody has looked yet, what there is now is what comes later is told from."""

        def news(library: Library) -> NewsRead:
            found = library.news(moment)
            if not found.looked and review is not None:
                with suppress(DatelineError), review.opener() as log:  # a store that is busy or read-only
                    log.mark_opened()
            return NewsRead(found, moment)

        self.tell(news)

    @on(NewsRead)
    def _say_news(self, message: NewsRead) -> None:
        message.stop()
        sentence = self._sentence_on(message)
        # Not before: a reading that follows takes the place of one that was to tell.
        self._why_read, self._came, self._last_news = "changed", Came(), message
        if sentence:
            self.say_of_shown(sentence)

    def _sentence_on(self, message: NewsRead) -> str:
        key = active_keys(self.app, self).get("new", "")
        match self._why_read:
            case "asked":
                return news_sentence(message.news, key)
            case "start":
                return since_sentence(message.news, key)
            case "changed":
                before = self._last_news
                # With the clock set elsewhere meanwhile, the counts are not of the same reports.
                facts = message.news.facts - before.news.facts if before and before.moment == message.moment else 0
                return came_sentence(self._came, facts, key)
