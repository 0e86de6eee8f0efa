"""Ends the program in order when the system asks for it, so that the terminal is given back as it was."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

ASKED_TO_END = ("SIGTERM", "SIGHUP", "SIGINT")
"""A shutdown, a closed window, an interrupt from outside; the names, for not every system has them all."""


def end_when_asked(app: App[int]) -> None:
    """Let ``app`` exit when one of these signals comes; the exit code is 128 + its number, as from a shell."""
    loop = asyncio.get_running_loop()
    for name in ASKED_TO_END:
        if number := getattr(signal, name, None):
            with suppress(NotImplementedError):  # a system without signals for event loops
                loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))
