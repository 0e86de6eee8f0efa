"""Time expressions of English news with TIMEX3 values (ISO-TimeML), settled against the article's anchor."""

from store.extract.times.find import find_times

__all__ = ["find_times"]
