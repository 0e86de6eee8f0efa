"""Facts laid out over a text."""

from __future__ import annotations

from dataclasses import replace

from store.model.spans import Span
from tests.tui.builders import FakeLibrary
from tui.paint.marks import lay_marks

FACT = FakeLibrary(1).facts[1][0]


def a_fact(kind: str, *pieces: tuple[int, int]) -> object:
    spans = tuple(Span(*piece) for piece in pieces)
    return replace(FACT, kind=kind, pieces=spans, span=Span(spans[0].start, spans[-1].end))


def test_nested_facts_become_runs_that_do_not_overlap() -> None:
    marks = lay_marks([a_fact("say", (0, 30)), a_fact("meeting", (10, 20))])  # type: ignore[list-item]
    assert [(run.start, run.end, run.facts, run.group) for run in marks.runs] == [
        (0, 10, (0,), "statement"),
        (10, 20, (1, 0), "meeting"),
        (20, 30, (0,), "statement"),
    ]
    assert marks.at(15) is marks.runs[1]
    assert marks.at(30) is None
    assert list(marks.between(19, 25)) == list(marks.runs[1:])


def test_the_gap_of_a_split_quotation_is_not_marked() -> None:
    marks = lay_marks([a_fact("say", (0, 5), (8, 12))])  # type: ignore[list-item]
    assert marks.at(6) is None
    assert marks.at(8) is not None
