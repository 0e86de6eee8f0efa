"""Dateline's data side: reads articles, extracts facts, compares them and keeps them in SQLite."""
