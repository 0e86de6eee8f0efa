"""What came since the last look, in a sentence."""

from __future__ import annotations

from datetime import date

from store.model.views import News
from tui.paint.when import WEEKDAYS, here, short_day


def counted(count: int, thing: str) -> str:
    """A number with its noun: "1 fact", "14 facts"."""
    return f"{count} {thing}{'' if count == 1 else 's'}"


def news_sentence(news: News, key: str = "") -> str:
    """What reading the folder ends in: "2 new articles, 14 new facts: o shows them", where ``key`` shows them."""
    counts = ((news.articles, "new article"), (news.facts, "new fact"))
    told = ", ".join(counted(count, thing) for count, thing in counts if count)
    if not told:
        return "Nothing new."
    return told + (f": {key} shows {'it' if news.facts == 1 else 'them'}." if news.facts and key else ".")


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
