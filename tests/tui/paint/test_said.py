"""What the program says: the newest, in lines that fit."""

from __future__ import annotations

from tui.paint.said import Said, said_after, said_lines

COPIED, UNDONE = Said("Copied with its citation."), Said("Undone.")
GONE = Said("The folder is gone.", brief=False, alarm=True)


def lines(said: list[Said], width: int = 40, most: int = 5) -> list[str]:
    return ["".join(piece.text for piece in line) for line in said_lines(said, width, most)]


def test_what_is_brief_gives_way_to_what_is_newer() -> None:
    assert said_after((COPIED,), UNDONE) == (UNDONE,)


def test_what_is_to_stay_stays() -> None:
    assert said_after((GONE, COPIED), UNDONE) == (GONE, UNDONE)


def test_nothing_is_said_twice_at_a_time() -> None:
    assert said_after((GONE, COPIED), GONE) == (COPIED, GONE)


def test_an_alarm_has_a_mark_and_long_sentences_wrap_below_it() -> None:
    assert lines([GONE]) == [" ! The folder is gone."]
    assert lines([GONE], width=17) == [" ! The folder", "   is gone."]


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert lines([Said("one two three four")], width=8, most=2) == [" one two", " three…"]


def test_nothing_said_takes_no_line() -> None:
    assert lines([]) == []
