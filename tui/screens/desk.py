"""The article on the desk: kept through edits of its file, put aside while the clock stands before its publication."""

from __future__ import annotations

from textual import on

from tui.back import Spot
from tui.edited import Edit
from tui.library import OpenArticle
from tui.messages import Looked, NotOut, PassageFound
from tui.paint.when import day_label, here
from tui.screens.clocked import ClockedScreen
from tui.session import NO_TRAIL, NOTHING_LIT, Passage


class DeskScreen(ClockedScreen):
    """Puts the article that a look brought on the desk, with what was lit in it."""

    _put_aside: Spot | None = None
    """What was read before the clock was set back beyond it; it comes back with the clock."""

    @property
    def wanted(self) -> int | None:
        """The article that belongs on the desk as soon as it is out."""
        return self._put_aside.article_id if self._put_aside else self.opened

    def take_desk(self, looked: Looked) -> None:
        """Show the article of a look, unless another one was opened meanwhile."""
        article, before = looked.article, self.desk
        if self.opened != looked.opened and (article is None or article.id != self.opened):
            return
        if before is not None and (article is None or article.id != before.id):
            self._clear_desk(before, gone=looked.gone)
        if article is None:
            self.opened, self.desk = None, None
            return
        if before is not None and before.id == article.id and before.article.text != article.article.text:
            kept = Edit.between(before.article.text, article.article.text).kept(self.lit.spans)
            self.lit = Passage(kept, reveal=False)
        self.opened = article.id
        self.desk = article
        if self._put_aside is not None and self._put_aside.article_id == article.id:
            self.lit = self._put_aside.lit._replace(caret=self._put_aside.offset)
            self._put_aside = None

    def _clear_desk(self, before: OpenArticle, *, gone: bool) -> None:
        if gone:
            self.trail = NO_TRAIL
            self.notify(f"{before.article.name} is no longer in the folder.", timeout=6, markup=False)
        elif self._put_aside is None and self.as_of is not None:
            self._put_aside = self.spot()
        self.lit = NOTHING_LIT

    @on(PassageFound)
    def _forget_what_lay_aside(self, message: PassageFound) -> None:
        if message.article is not None:
            self._put_aside = None

    @on(NotOut)
    def _say_not_out(self, message: NotOut) -> None:
        message.stop()
        then = day_label(here(self.now, self.zone).date())
        self.notify(f"{message.article} was not out by {then}.", markup=False)
