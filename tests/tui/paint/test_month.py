"""The month grid."""

from __future__ import annotations

from datetime import date

from tui.paint.month import DayMark, DayMarks, day_at, month_grid, months_from

MARKS: dict[date, DayMark] = {date(2031, 5, 12): "?", date(2031, 5, 13): "?", date(2031, 5, 20): "*"}


def grid(*months: date, today: date) -> list[str]:
    return ["".join(piece.text for piece in line) for line in month_grid(months, DayMarks(talks=MARKS, today=today))]


def test_one_month_with_its_neighbours_days() -> None:
    assert grid(date(2031, 5, 1), today=date(2031, 4, 30)) == [
        "  Mo  Tu  We  Th  Fr  Sa  Su ",
        "  28  29 [30]  1   2   3   4 ",
        "   5   6   7   8   9  10  11 ",
        " ?12 ?13  14  15  16  17  18 ",
        "  19 *20  21  22  23  24  25 ",
        "  26  27  28  29  30  31   1 ",
    ]


def test_today_keeps_its_mark_inside_the_brackets() -> None:
    lines = grid(date(2031, 5, 1), today=date(2031, 5, 12))
    assert lines[3] == "[?12]?13  14  15  16  17  18 "
    assert grid(date(2031, 5, 1), today=date(2031, 5, 20))[4] == "  19[*20] 21  22  23  24  25 "


def test_months_beside_each_other_carry_names_and_only_their_own_days() -> None:
    lines = grid(date(2031, 5, 1), date(2031, 6, 1), today=date(2031, 5, 3))
    assert lines[0].split() == ["May", "2031", "June", "2031"]
    assert lines[2].split() == ["1", "2", "[", "3]", "4", "1"]
    assert len({len(line) for line in lines}) == 1


def test_the_calendar_ends_in_9999() -> None:
    assert months_from(date(9999, 12, 1), 3) == [date(9999, 12, 1)]
    assert grid(date(9999, 12, 1), today=date(2031, 5, 3))[-1].split() == ["27", "28", "29", "30", "31"]


def test_every_day_of_the_grid_is_found_where_it_stands() -> None:
    for months in ([date(2031, 5, 1)], [date(2031, 5, 1), date(2031, 6, 1)]):
        found: dict[date, str] = {}
        for y, line in enumerate(grid(*months, today=date(2031, 5, 3))):
            for x in range(len(line) - 1):
                day = day_at(months, x, y)
                if day is not None:
                    found[day] = found.get(day, "") + line[x]
        assert {int(signs.strip(" *?[]")) == day.day for day, signs in found.items()} == {True}
        assert len([day for day in found if day.month == 5]) == 31
