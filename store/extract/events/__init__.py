"""Events that an article says happened."""

from store.extract.events.find import find_events

__all__ = ["find_events"]
