"""The help as lines: what stands under which title, and in how many columns."""

from __future__ import annotations

import pytest

from tui.paint.help import GROUPS, HERE, TOGETHER, TYPING, Block, BoundKey, Entry, help_lines, key_blocks


def text(blocks: list[Block], width: int) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in help_lines(blocks, width)]


def told(*keys: BoundKey) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(block.title, [(entry.sign, entry.words) for entry in block.entries]) for block in key_blocks(keys)]


def test_keys_stand_by_what_one_wants_to_do_in_the_order_of_the_groups() -> None:
    quit_, search, zoom = (
        BoundKey("quit", "q", "Quit"),
        BoundKey("search", "/", "Search"),
        BoundKey("zoom", "z", "Zoom"),
    )
    assert told(quit_, search, zoom) == [
        ("Read", [("z", "Zoom")]),
        ("Find", [("/", "Search")]),
        ("Program", [("q", "Quit")]),
    ]


def test_keys_of_one_screen_come_first_and_those_of_a_line_to_type_in_last() -> None:
    keys = (BoundKey("", "^w", "Delete a word"), BoundKey("zoom", "z", "Zoom"), BoundKey("filter.tick", "x", "Tick"))
    assert [title for title, _ in told(*keys)] == [HERE, "Read", TYPING]


def test_an_id_in_full_goes_before_a_pattern() -> None:
    assert told(BoundKey("pane.open", "enter", "Open")) == [("Read", [("enter", "Open")])]
    assert told(BoundKey("pane.odd", "o", "Odd"))[0][0] == "Move"


def test_a_pair_is_told_in_one_line_and_half_of_it_by_itself() -> None:
    back, on = BoundKey("clock.day_back", "B", "Clock a day back"), BoundKey("clock.day_on", "]", "Clock a day on")
    assert told(back, on) == [("Talks and time", [("B ]", "Clock a day back, on")])]
    assert told(on) == [("Talks and time", [("]", "Clock a day on")])]


BLOCKS = [Block("One", [Entry("a", "first"), Entry("b", "second")]), Block("Two", [Entry("c", "third")])]


def test_one_column_where_two_would_be_narrow() -> None:
    assert text(BLOCKS, 60) == ["One", "a  first", "b  second", "", "Two", "c  third"]


def test_two_columns_where_there_is_room() -> None:
    lines = text(BLOCKS, 100)
    assert len(lines) == 3
    assert lines[0].split("│")[0].rstrip() == "One"
    assert lines[0].split("│")[1].strip() == "Two"


def test_no_key_is_cut_off_however_it_was_remapped() -> None:
    lines = text([Block("One", [Entry("ctrl+shift+f12 ctrl+alt+delete", "first"), Entry("b", "second")])], 60)
    assert lines == ["One", "ctrl+shift+f12 ctrl+alt+delete", " " * 20 + "first", "b" + " " * 19 + "second"]


@pytest.mark.parametrize("names", TOGETHER, ids=" ".join)
def test_what_is_told_together_stands_under_one_title(names: tuple[str, ...]) -> None:
    assert len({key_blocks([BoundKey(name, "x", "words")])[0].title for name in names}) == 1


def test_every_group_has_a_title_of_its_own() -> None:
    assert not {HERE, TYPING} & set(GROUPS)
