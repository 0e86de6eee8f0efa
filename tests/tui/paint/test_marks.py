"""Facts laid out over a text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from store.model.spans import Span
from tests.tui.builders import FakeLibrary
from tui.paint.marks import Marks

FACT = FakeLibrary(1).facts[1][0]


def a_fact(kind: str, *pieces: tuple[int, int]) -> object:
    spans = tuple(Span(*piece) for piece in pieces)
    return replace(FACT, kind=kind, pieces=spans, span=Span(spans[0].start, spans[-1].end))


def test_nested_facts_become_runs_that_do_not_overlap() -> None:
    marks = Marks([a_fact("say", (0, 30)), a_fact("meeting", (10, 20))])  # type: ignore[list-item]
    assert [(run.start, run.end, run.facts, run.group) for run in marks.between(0, 40)] == [
        (0, 10, (0,), "statement"),
        (10, 20, (1, 0), "meeting"),
        (20, 30, (0,), "statement"),
    ]
    assert marks.at(15) == marks.between(0, 40)[1]
    assert marks.at(30) is None
    assert list(marks.between(19, 25)) == list(marks.between(0, 40)[1:])


def test_the_gap_of_a_split_quotation_is_not_marked() -> None:
    marks = Marks([a_fact("say", (0, 5), (8, 12))])  # type: ignore[list-item]
    assert marks.at(6) is None
    assert marks.at(8) is not None


@given(st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 900)), max_size=30), st.integers(0, 3_000))
def test_every_offset_has_the_facts_that_hold_it_wherever_it_lies(pieces: list[tuple[int, int]], offset: int) -> None:
    facts = [a_fact("say", (start, start + size)) for start, size in pieces]
    run = Marks(facts).at(offset)  # type: ignore[arg-type]
    holding = {index for index, (start, size) in enumerate(pieces) if start <= offset < start + size}
    assert set(run.facts if run else ()) == holding
