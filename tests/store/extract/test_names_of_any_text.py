from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.extract.names import find_names
from store.extract.tokens import tokenize
from store.model.article import Segment, SegmentKind
from store.model.mentions import Party, Place
from store.model.spans import Span

WORDS = st.sampled_from(
    """the The a President president's Foreign Minister of and - – ' ’s 's , . ( ) " “ ” said he She Ana Ruiz Kim
    Min - ah al bin van der Jr Peru Peruvian US U.S. Lima Washington Georgia New York City in at to from with NATO
    Council Bank Hotel (FHF) FHF FREE HARVEST FRONT Free Harvest Front his counterpart leaders leader spokesman for
    Secretary General State St . Petersburg Sino Putin’s aide Koreas WEST West news agency Minister""".split()
)
KINDS: st.SearchStrategy[SegmentKind] = st.sampled_from(["headline", "dateline", "body"])


def _check(text: str, kind: SegmentKind) -> None:
    tokens = tokenize(text, [Segment(kind=kind, span=Span(0, len(text)))] if text else [])
    names = find_names(tokens, ())
    assert names == find_names(tokens, ())
    end = 0
    mentions: list[Place | Party] = [*names.places, *names.parties]
    for mention in sorted(mentions, key=lambda m: m.span):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
        assert mention.name.strip()
        end = mention.span.end
    for party in names.parties:
        assert party.head is None or party.span.holds(party.head)


@settings(deadline=None)  # the first text loads the gazetteer
@given(st.text(), KINDS)
def test_any_text_gives_spans_apart_and_raises_nothing(text: str, kind: SegmentKind) -> None:
    _check(text, kind)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=16).map(" ".join), KINDS)
def test_any_heap_of_name_words_gives_spans_apart_and_raises_nothing(text: str, kind: SegmentKind) -> None:
    _check(text, kind)
