"""The only part of Dateline that speaks SQL: one SQLite file, through sqlite-utils."""
