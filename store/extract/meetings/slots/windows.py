"""Stretches that open with the report and hold a meeting: "in the coming days", "within two weeks"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.times.calendar_days import common_value, days_from

if TYPE_CHECKING:
    from datetime import date

    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.scene import Scene
    from store.model.mentions import Time

_LENGTH = re.compile(r"P(\d{1,2}|X)([DW])")
_DAYS = {"D": 1, "W": 7}
_UNITS = {"days": "PXD", "weeks": "PXW"}
_FEW = {"D": 7, "W": 4}
"""How many days or weeks "the coming days" and "a few weeks" hold at most."""
_OPENERS = frozenset({"next", "coming"})
_BEFORE = frozenset({"within"})


def within(scene: Scene, mention: Mention, time: Time) -> Time | None:
    """What the days of such a stretch have in common: its week, month, quarter or year; None for any other time."""
    anchor = scene.page.article.anchor.day
    words = scene.lower[mention.first : mention.end]
    opens = not _OPENERS.isdisjoint(words) or scene.lower[mention.first - 1] in _BEFORE
    if anchor is not None and _roughly(scene, mention) and time.first and time.last:
        month = _between(time, days_from(time.first, -_ROUGH), days_from(time.last, _ROUGH))
        return month if month is not None and len(month.value) == len("2001-01") else None
    match = _LENGTH.fullmatch(_UNITS.get(words[-1], "") if time.value == "FUTURE_REF" else time.value)
    if anchor is None or match is None or not opens:
        return None
    unit = match[2]
    last = days_from(anchor, (_FEW[unit] if match[1] == "X" else int(match[1])) * _DAYS[unit])
    return _between(time, anchor, last)


def _roughly(scene: Scene, mention: Mention) -> bool:
    """As in "in about two weeks", "in around a fortnight"."""
    before = scene.lower[max(scene.sentence.first, mention.first - 2) : mention.first]
    unit = scene.lower[mention.end - 1]
    return before in (["in", "about"], ["in", "around"], ["in", "roughly"]) and unit in ("weeks", "week", "fortnight")


_ROUGH = 3
"""Days by which "about two weeks" may differ from two weeks."""


def _between(time: Time, first: date | None, last: date | None) -> Time | None:
    common = common_value(first, last) if first is not None and last is not None else None
    if common is None:
        return None
    value, start, stop = common
    why = f"within {first} to {last}"
    return replace(time, type="DATE", value=value, first=start, last=stop, direction="future", why=why)
