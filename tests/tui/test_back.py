"""The way back as plain data: last in, first out."""

from __future__ import annotations

from store.model.spans import Span
from tui.back import MOST_SPOTS, BackStack, CardPlace, SearchPlace, Spot
from tui.session import NO_TRAIL, Step, Trail

HITS = Trail(title="“talks”", steps=(Step(article_id=1, spans=(Span(0, 5),)), Step(article_id=2, spans=(Span(3, 8),))))
EVIDENCE = Trail(title="Oslo", steps=(Step(article_id=3, spans=(Span(1, 2),)),))


def a_spot(offset: int = 0, **others: object) -> Spot:
    return Spot(pane="talks", article_id=1, offset=offset, **others)  # type: ignore[arg-type]


def test_there_is_no_way_back_from_the_start() -> None:
    assert BackStack().popped() == (None, BackStack())


def test_one_goes_back_the_way_one_came() -> None:
    first, second = (
        a_spot(1, place=CardPlace("t-oslo", ("start", "2031-05-12"))),
        a_spot(2, place=SearchPlace("herring", 4)),
    )
    stack = BackStack().pushed(first).pushed(second)
    spot, rest = stack.popped()
    assert spot == second
    assert rest.popped() == (first, BackStack())


def test_a_stack_that_was_pushed_on_stays_as_it_was() -> None:
    stack = BackStack().pushed(a_spot(1))
    stack.pushed(a_spot(2))
    assert stack.popped()[0] == a_spot(1)


def test_the_oldest_spots_are_forgotten() -> None:
    stack = BackStack()
    for offset in range(MOST_SPOTS + 3):
        stack = stack.pushed(a_spot(offset))
    assert [spot.offset for spot in stack.spots] == list(range(3, MOST_SPOTS + 3))


def test_back_where_something_was_walked_it_is_walked_on() -> None:
    assert a_spot(trail=HITS).trail_after(EVIDENCE) == HITS


def test_back_where_nothing_was_walked_what_was_opened_last_is() -> None:
    assert a_spot(trail=NO_TRAIL).trail_after(EVIDENCE) == EVIDENCE
