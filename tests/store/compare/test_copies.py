from __future__ import annotations

from store.compare.copies import first_copies
from tests.store.compare.announcements import report

STORY = " ".join(f"word{n} of the story that one agency sent to everybody" for n in range(12))
OTHER = " ".join(f"term{n} from another desk about quite another matter" for n in range(12))


def test_a_copy_cut_short_is_the_same_text() -> None:
    found = first_copies([report(1, text=STORY), report(2, text=STORY[:400]), report(3, text=OTHER)])
    assert found == {1: 1, 2: 1, 3: 3}


def test_a_line_added_by_an_editor_changes_nothing() -> None:
    assert first_copies([report(7, text=STORY), report(9, text="From our wires. " + STORY)]) == {7: 7, 9: 7}


def test_two_short_texts_prove_nothing() -> None:
    assert first_copies([report(1, text="A short note."), report(2, text="A short note.")]) == {1: 1, 2: 2}
