"""What came since the last look, in a sentence."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from store.model.summary import Summary
from store.model.views import News
from tui.paint.when import WEEKDAYS, here, short_day


class Came(NamedTuple):
    """What became of the articles of the folder while the program ran."""

    new: int = 0
    changed: int = 0
    gone: int = 0

    def then(self, found: int, summary: Summary) -> Came:
        """The same after one more load; ``found`` is how many files the load before it met."""
        new = min(summary.read, max(0, summary.found - found + summary.vanished))
        return Came(self.new + new, self.changed + summary.read - new, self.gone + summary.vanished)


def counted(count: int, thing: str) -> str:
    """A number with its noun: "1 fact", "14 facts"."""
    return f"{count} {thing}{'' if count == 1 else 's'}"


def news_sentence(news: News, key: str = "") -> str:
    """What reading the folder ends in: "2 new articles, 14 new facts: o shows them", where ``key`` shows them."""
    return _new(news, "", key) or "Nothing new."


def since_sentence(news: News, key: str = "") -> str:
    """At the start: "1 new article, 2 new facts since you last looked: o shows them."; "" where nothing is new."""
    return _new(news, " since you last looked", key)


def _new(news: News, since: str, key: str) -> str:
    counts = ((news.articles, "new article"), (news.facts, "new fact"))
    told = ", ".join(counted(count, thing) for count, thing in counts if count)
    shown = f": {key} shows {'it' if news.facts == 1 else 'them'}" if news.facts and key else ""
    return f"{told}{since}{shown}." if told else ""


def came_sentence(came: Came, facts: int, key: str = "") -> str:
    """After a load that nobody asked for: "1 new article, 3 new facts: o shows what is new."; "" where nothing came."""
    if not any(came):
        return ""
    counts = ((came.changed, " changed"), (came.gone, " gone"))
    told = [counted(came.new, "new article")] if came.new else []
    told += [counted(count, "article") + fate for count, fate in counts if count]
    told += [counted(facts, "new fact")] if facts > 0 else []
    return ", ".join(told) + (f": {key} shows what is new." if facts > 0 and key else ".")


def nothing_new_sentence(news: News, zone: str, today: date) -> str:
    """Why there is nothing to narrow the facts to; the time is the reader's."""
    if news.facts:
        return f"Nothing new passes this filter; without it {counted(news.facts, 'fact')} would."
    if not news.looked:
        return "Nothing new: this is the first look."
    if news.at is None:
        return "Nothing new since the last look."
    then = here(news.at, zone)
    return f"Nothing new since {WEEKDAYS[then.weekday()]} {short_day(then.date(), today)}, {then:%H:%M}."
