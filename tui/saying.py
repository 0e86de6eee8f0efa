"""What the program says, and for how long; the key line of every screen shows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.app import App
from textual.notifications import Notify
from textual.reactive import var
from textual.timer import Timer

from tui.messages import NoLongerTrue
from tui.paint.said import BRIEF, Said, said_after


class SayingApp(App[int], inherit_bindings=False):
    """Keeps what is said until its time is over, it is no longer true, or a person has read it."""

    said: var[Sequence[Said]] = var((), init=False)
    """What the program has to say at this moment."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._ends: dict[str, Timer] = {}
        """By what is said: when it has stood long enough."""

    def on_notify(self, event: Notify) -> None:
        """Say it in the row of the keys: a toast would lie over what is being read."""
        event.prevent_default()
        if self._disable_notifications:
            return
        notice = event.notification
        sentence = f"{notice.title}: {notice.message}" if notice.title else notice.message
        said = Said(sentence, brief=notice.timeout <= BRIEF, alarm=notice.severity != "information")
        self.said = said_after(self.said, said)
        self._let_stand(sentence, notice.timeout)

    def _let_stand(self, sentence: str, seconds: float) -> None:
        """Take a sentence away after some time, which begins anew each time that it is said."""
        if sentence in self._ends:
            self._ends.pop(sentence).stop()
        self._ends[sentence] = self.set_timer(seconds, partial(self._unsay, sentence))

    def _unsay(self, sentence: str) -> None:
        if sentence in self._ends:
            self._ends.pop(sentence).stop()
        self.said = tuple(said for said in self.said if said.sentence != sentence)

    @on(NoLongerTrue)
    def _take_back(self, message: NoLongerTrue) -> None:
        message.stop()
        self._unsay(message.sentence)

    def clear_notifications(self) -> None:
        """Take away everything that is said."""
        self.said = ()
