"""Time expressions of English news with TIMEX3 values (ISO-TimeML), settled against the article's anchor."""

from store.extract.times.find import find_times
from store.extract.times.zones import day_shift

__all__ = ["day_shift", "find_times"]
