"""Whatever a text says, its findings quote it, stand in order, and are the same when it is read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.model.article import NO_ANCHOR, Anchor, Article, Document, Metadata
from store.model.facts import Findings, Statement
from store.model.mentions import When
from store.model.spans import Span
from tests.gold.passages import texts

FRAGMENTS = tuple(
    sorted({piece for text in texts() for piece in re.split(r"(?<=[.,;:”\"])\s+|\s+(?=and |to |on )", text)})
)
NEWSLIKE = st.lists(
    st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from([" ", " ", " ", "\n\n", "\n", ". ", ", ", " “", "” ", '"'])),
    max_size=14,
).map(lambda pieces: "".join(word for piece in pieces for word in piece))
TEXTS = NEWSLIKE | st.text(max_size=120) | st.tuples(st.text(max_size=30), NEWSLIKE).map("".join)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29), date(1999, 12, 31)])
ANCHORS = st.just(NO_ANCHOR) | st.builds(
    lambda day, bound: Anchor(bound=bound, basis="metadata", day=day),
    DAYS,
    st.sampled_from(["exact", "about", "no later than"]),
)


def an_article(text: str, anchor: Anchor) -> Article:
    opened = open_article("any", Document(path="any.txt", text=text, metadata=Metadata()))
    return replace(opened, anchor=anchor)


def spans_of(found: Findings) -> Iterator[Span]:
    """Every span of every finding."""
    for mentions in (found.times, found.places, found.parties, found.segments):
        yield from (mention.span for mention in mentions)
    yield from (party.head for party in found.parties if party.head)
    for meeting in found.meetings:
        yield from meeting.evidence
        yield from _when_spans((meeting.begin, meeting.end, *meeting.begins))
        yield from (mention.span for mention in (*meeting.parties, meeting.place) if mention)
    for event in found.events:
        yield from event.evidence
        yield from _when_spans((*event.begins, *event.ends, event.duration))
        yield from (mention.span for mention in (*event.who, event.where) if mention)
    for statement in found.statements:
        yield from _statement_spans(statement)


def _when_spans(whens: Iterable[When | None]) -> Iterator[Span]:
    for when in whens:
        if when:
            yield from when.spans


def _statement_spans(statement: Statement) -> Iterator[Span]:
    yield from (*statement.source, *statement.cue, *statement.content)
    for inner in statement.inner:
        yield from _statement_spans(inner)


def _said(found: Findings) -> list[list[Span]]:
    return [list(_statement_spans(statement)) for statement in found.statements]


@settings(max_examples=120, deadline=None)
@given(TEXTS, ANCHORS)
def test_every_span_quotes_its_text(text: str, anchor: Anchor) -> None:
    for span in spans_of(read_article(an_article(text, anchor))):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)


@settings(max_examples=80, deadline=None)
@example(
    "The Courier quoted Minister Ana Ruiz as saying that output would double, adding that two were ill.", NO_ANCHOR
)
@given(TEXTS, ANCHORS)
def test_findings_of_a_kind_stand_in_text_order(text: str, anchor: Anchor) -> None:
    found = read_article(an_article(text, anchor))
    for mentions in (found.segments, found.times, found.places, found.parties):
        spans = [mention.span for mention in mentions]
        assert spans == sorted(spans)
    for starts in (
        [meeting.evidence[0].start for meeting in found.meetings],
        [event.evidence[0].start for event in found.events],
        # A source may be shared ("She said ..., adding ..."), so that it places nothing.
        [min(statement.cue[0].start, statement.content[0].start) for statement in found.statements],
    ):
        assert starts == sorted(starts)


@settings(max_examples=60, deadline=None)
@given(TEXTS, ANCHORS)
def test_a_text_read_again_gives_the_same_findings(text: str, anchor: Anchor) -> None:
    assert read_article(an_article(text, anchor)) == read_article(an_article(text, anchor))


@settings(max_examples=80, deadline=None)
@given(NEWSLIKE, ANCHORS, ANCHORS)
def test_another_anchor_moves_values_and_no_mentions(text: str, one: Anchor, other: Anchor) -> None:
    before, after = read_article(an_article(text, one)), read_article(an_article(text, other))
    assert [(t.span, t.rule) for t in before.times] == [(t.span, t.rule) for t in after.times]
    assert before.places == after.places
    assert before.parties == after.parties
    assert [replace(s, when=None) for s in before.statements] == [replace(s, when=None) for s in after.statements]


@settings(max_examples=80, deadline=None)
@given(TEXTS, ANCHORS)
def test_every_finding_names_its_rule(text: str, anchor: Anchor) -> None:
    found = read_article(an_article(text, anchor))
    for kind in (found.times, found.places, found.parties, found.meetings, found.events, found.statements):
        assert [finding for finding in kind if not finding.rule] == []
