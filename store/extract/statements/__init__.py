"""Statements: who says what, as PARC 3.0 marks attribution (source, cue, content)."""

from __future__ import annotations

from store.extract.statements.find import find_statements

__all__ = ["find_statements"]
