"""Names of a short text, as the tests want to see them."""

from __future__ import annotations

from store.extract.names import Names, find_names
from store.extract.reading import Reading, reading
from store.extract.tokens import tokenize
from store.model.article import Article, Segment, SegmentKind
from store.model.mentions import Party, Place
from store.model.spans import Span


def segments_of(*pieces: tuple[SegmentKind, str]) -> tuple[str, tuple[Segment, ...]]:
    """A text of the pieces with blank lines between them, and its segments."""
    text, segments = "", []
    for kind, piece in pieces:
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{piece}" if text else piece
        segments.append(Segment(kind=kind, span=Span(start, len(text))))
    return text, tuple(segments)


def read(*pieces: tuple[SegmentKind, str]) -> Reading:
    """A page of the pieces with its places and parties."""
    text, segments = segments_of(*pieces)
    tokens = tokenize(text, segments)
    names = find_names(tokens, ())
    return reading(
        Article(name="a", text=text, segments=segments), tokens, times=(), places=names.places, parties=names.parties
    )


def names_in(*paragraphs: str) -> Names:
    """Places and parties of a text of body paragraphs."""
    text, segments = segments_of(*(("body", paragraph) for paragraph in paragraphs))
    return find_names(tokenize(text, segments), ())


def places_in(*paragraphs: str) -> list[tuple[str, str]]:
    """Name and kind of every place."""
    return [(place.name, place.kind) for place in names_in(*paragraphs).places]


def parties_in(*paragraphs: str) -> list[tuple[str, str]]:
    """Name and form of every party."""
    return [(party.name, party.form) for party in names_in(*paragraphs).parties]


def the_place(*paragraphs: str) -> Place:
    """The only place."""
    (place,) = names_in(*paragraphs).places
    return place


def people_in(*paragraphs: str) -> list[Party]:
    """Every mention of a person."""
    return [party for party in names_in(*paragraphs).parties if party.kind == "person"]
