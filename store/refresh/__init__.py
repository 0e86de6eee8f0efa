"""From folders to a filled store: find what changed, read it, date it, compare it."""

from store.refresh.load import refresh

__all__ = ["refresh"]
