"""The list of talks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from store.model.claims import Talk, TalkClaim
from tests.tui.builders import NOON, FakeLibrary
from tui.paint.line import width_of
from tui.paint.talk_days import coming_talks, day_marks, next_talks
from tui.paint.talks import date_line, next_talk_line, starts_of, talk_rows

PAST, OSLO, LISBON, NAIROBI = FakeLibrary().talks()


def shown(talks: list[Talk], width: int = 60) -> list[str]:
    return [
        row.text or (row.claim.value if row.claim else row.talk.city if row.talk else "")
        for row in talk_rows(talks, NOON, width)
    ]


def a_claim(talk: Talk, attribute: str, value: str) -> Talk:
    claim = TalkClaim(attribute=attribute, value=value, origins=("a",), articles=("b",), evidence=())  # type: ignore[arg-type]
    return replace(talk, claims=(*talk.claims, claim))


def line_of(talk: Talk, width: int) -> str:
    return "".join(piece.text for piece in date_line(talk, starts_of(talk)[0], NOON, width))


def test_what_is_to_come_stands_first_then_what_has_no_day_then_what_is_past() -> None:
    longer_ago = replace(PAST, id="t-older", city="Hamar")
    assert [text for text in shown([longer_ago, PAST, NAIROBI, LISBON, OSLO]) if text] == [
        *("Oslo", "2031-05-12", "2031-05-13", "Lisbon", "2031-05-20T09:30"),
        *("No exact day", "Nairobi", "2031-W23", "Past", "Tromso", "2031-04-28", "Hamar", "2031-04-28"),
    ]


def test_a_coarse_date_goes_by_too() -> None:
    gone = replace(NAIROBI, claims=(replace(NAIROBI.claims[0], value="2031-03"),))
    assert shown([gone])[1:3] == ["Past", "Nairobi"]
    assert next_talks([gone], NOON) == []


def test_several_days_are_marked_and_the_end_is_told() -> None:
    talk = a_claim(LISBON, "end", "2031-05-22")
    assert sorted(day_marks([talk])) == [date(2031, 5, 20), date(2031, 5, 21), date(2031, 5, 22)]
    assert "until 22 May" in shown([talk])


def test_cancelled_talks_are_listed_but_not_counted_down() -> None:
    off = replace(LISBON, status="cancelled")
    assert coming_talks([off], NOON) == []
    assert day_marks([off]) == {}
    assert "in 17 days" in line_of(off, 60)
    assert "16d" not in line_of(off, 60)


def test_a_superseded_date_is_history() -> None:
    first = replace(OSLO.claims[0], superseded=True)
    talk = replace(OSLO, claims=(first, *OSLO.claims[1:]), disputed=())
    lines = ["".join(p.text for p in date_line(talk, claim, NOON, 60)) for claim in starts_of(talk)]
    assert lines[0].startswith("* Tue 13 May")
    assert lines[1].startswith("- Mon 12 May")
    assert "superseded" in lines[1]
    assert list(day_marks([talk])) == [date(2031, 5, 13)]


def test_the_countdown_stays_whole_however_narrow_the_line() -> None:
    for width in range(28, 90):
        line = date_line(LISBON, LISBON.claims[0], NOON, width)
        assert "16d 20:29:58" in "".join(piece.text for piece in line)
        assert width_of(line) <= width
    for width in range(58, 120):
        line = next_talk_line(OSLO, NOON, width)
        assert "8d 09:59:58" in "".join(piece.text for piece in line)
        assert width_of(line) == width


def test_a_day_that_was_assumed_has_one_mark_in_every_place() -> None:
    assumed = replace(LISBON, claims=tuple(replace(claim, assumed=True) for claim in LISBON.claims))
    assert list(day_marks([assumed]).values()) == ["~"]
    assert line_of(assumed, 60).startswith("~ Tue 20 May")
    assert "  ~ 20 May" in "".join(piece.text for piece in next_talk_line(assumed, NOON, 70))


def test_an_hour_that_has_come_is_no_longer_counted() -> None:
    line = "".join(p.text for p in date_line(LISBON, LISBON.claims[0], NOON + timedelta(days=17), 60))
    assert "today" in line
    assert "d " not in line.split("today")[1]


def test_a_date_that_was_put_off_no_longer_counts_down() -> None:
    told = TalkClaim(attribute="status", value="postponed", origins=("a",), articles=("evening-wire",), evidence=())
    off = replace(LISBON, status="postponed", claims=(*LISBON.claims, told))
    assert day_marks([off]) == {}
    assert coming_talks([off], NOON) == []
    assert shown([off])[1] == "No exact day"
    assert line_of(off, 60).startswith("- Tue 20 May 09:30")
    assert "put off" in line_of(off, 60)
    line = "".join(piece.text for piece in next_talk_line(off, NOON, 70))
    assert line.rstrip().endswith("20 May 09:30, put off")


def test_a_date_told_with_the_postponement_stands() -> None:
    told = TalkClaim(attribute="status", value="postponed", origins=("a",), articles=("morning-post",), evidence=())
    moved = replace(LISBON, status="postponed", claims=(*LISBON.claims, told))
    assert coming_talks([moved], NOON) == [moved]


def test_an_hour_is_told_on_the_readers_clock_too() -> None:
    rows = [row.text for row in talk_rows([OSLO, LISBON], NOON, 60, "Asia/Tokyo") if row.text]
    assert "= Tue 20 May 17:30 JST" in rows
    assert not any("=" in row.text for row in talk_rows([LISBON], NOON, 60, "Europe/London"))
