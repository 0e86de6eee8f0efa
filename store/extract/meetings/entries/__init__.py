"""Mentions joined to meetings, one entry a meeting."""
