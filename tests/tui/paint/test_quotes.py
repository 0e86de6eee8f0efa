"""What is copied of a passage."""

from __future__ import annotations

from store.extract.segment import open_article
from store.model.article import Document, Metadata
from store.model.spans import Span
from tui.paint.quotes import citation

TEXT = "Quota talks\n\nAda Lind said on Friday the cod is scarce, and left."


def _copied(*words: str) -> str:
    article = open_article("gull", Document(path="gull.txt", text=TEXT, metadata=Metadata()))
    spans = tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in words)
    return citation(article, spans).split(" — ")[0]


def test_a_stretch_and_its_parts_are_copied_once() -> None:
    assert _copied("Ada Lind said on Friday the cod is scarce", "said", "the cod is scarce") == (
        "“Ada Lind said on Friday the cod is scarce”"
    )


def test_what_is_left_out_between_two_parts_shows() -> None:
    assert _copied("Ada Lind", "said", "the cod is scarce") == "“Ada Lind said […] the cod is scarce”"
