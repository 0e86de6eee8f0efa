"""Corrections, the log, sorting and what is new over a real store: what the keys write is what it shows again."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest

from store.clock import StoppedClock
from store.reader import Reader
from store.refresh import refresh
from store.writer import Writer
from tests.tui.builders import NOON
from tests.tui.rooms import SMALL, WIDE, dashboard_of, lit_words, press, text_of
from tui.app import DatelineApp
from tui.judging import Review
from tui.library import Readers
from tui.session import Clocks
from tui.widgets.fact_table import FactTable

STORY = """---
date: 2021-05-01
---
Herring quota: Iceland and Norway agree to sit down

Iceland and Norway will hold talks on the herring quota in Oslo on May 12, the Norwegian foreign ministry said.

"We expect a frank exchange," the Norwegian fisheries minister Kari Lund said on Friday.

The European Union and Iceland will meet in Lisbon on May 20, an aide to the commissioner told reporters.
"""
LATER = """---
date: 2021-05-03
---
Reykjavik cool on quota talks

Iceland and Norway will hold talks on whaling in Tromso on June 3, the Icelandic foreign ministry said on Saturday.
"""
MOVED = """---
date: 2021-05-05
---
Herring talks put off

Iceland and Norway will hold talks on the herring quota in Oslo on May 14 instead of May 12, the Norwegian foreign
ministry said.
"""


HELD = """---
date: 2021-05-21
---
EU and Iceland speak in Lisbon

The European Union and Iceland met in Lisbon on May 20, a spokeswoman for the European Commission said.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    place = tmp_path / "story"
    place.mkdir()
    (place / "first.md").write_text(STORY, "utf-8")
    refresh([place], tmp_path / "store.db")
    return place


def a_real_room(story: Path) -> DatelineApp:
    db = story.parent / "store.db"
    clocks = Clocks(StoppedClock(NOON), StoppedClock)
    review = Review("Ada", partial(Writer, db, clock=StoppedClock(NOON)))
    return DatelineApp(Readers(partial(Reader, db)), clocks, review=review)


async def test_a_correction_shows_in_its_row_and_survives_reading_anew_and_moving_the_file(story: Path) -> None:
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        screen = await press(pilot, "4", "home", "C")
        assert "who" in screen
        await press(pilot, "down", "ctrl+u", *"2021-05-14", "enter")
        assert re.search(r">c\w+ .*14 May", text_of(pilot.app))
        assert "corrected to when 2021-05-14" in text_of(pilot.app)
    (story / "first.md").rename(story / "moved.md")
    refresh([story], story.parent / "store.db")
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        assert re.search(r"c\w+ .*14 May", await press(pilot, "4"))
        assert "corrected  Ada, Sat 3 May 2031 12:00 UTC" in await press(pilot, "v")
        await press(pilot, "escape", "U")
        assert not re.search(r"c\w+ .*14 May", text_of(pilot.app))


async def test_a_correction_that_changes_nothing_is_none(story: Path) -> None:
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        await press(pilot, "4", "C", "enter")
        assert "Nothing is reviewed yet" in await press(pilot, "v")


async def test_the_log_tells_undone_and_orphaned_verdicts_apart_and_opens_the_fact(story: Path) -> None:
    async with a_real_room(story).run_test(size=SMALL) as pilot:
        await press(pilot, "4", "home", "a", "down", "x", "U")
        screen = await press(pilot, "v")
        assert "accepted  Ada" in screen
        assert "rejected  undone" in screen
        await press(pilot, "end", "y")
        assert re.match(r"“Herring .* sit down / Iceland .*” — .*first\.md", pilot.app.clipboard)
        await press(pilot, "enter")
        assert lit_words(pilot)
    (story / "first.md").write_text(STORY.replace("Oslo", "Bergen").replace("Lisbon", "Porto"), "utf-8")
    refresh([story], story.parent / "store.db")
    async with a_real_room(story).run_test(size=SMALL) as pilot:
        assert "Orphaned: no article holds these words any more" in await press(pilot, "v")


async def test_what_is_reviewed_is_hidden_and_shown_again_by_one_key(story: Path) -> None:
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        await press(pilot, "4", "home")
        total = dashboard_of(pilot).window.total
        screen = await press(pilot, "a", "H")
        assert dashboard_of(pilot).window.total == total - 1
        assert "not reviewed yet" in screen
        await press(pilot, "H")
        assert dashboard_of(pilot).window.total == total


async def test_facts_are_sorted_by_each_column_and_the_other_way_round(story: Path) -> None:
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        assert "to come, then the latest · 1/" in await press(pilot, "4")
        picked = dashboard_of(pilot).query_one(FactTable).picked
        seen = set()
        for _ in range(9):
            await press(pilot, "s")
            view = dashboard_of(pilot).view
            seen.add(view.order)
            rows = dashboard_of(pilot).window.rows
            if view.order in {"kind", "who", "what", "where"}:
                values = [getattr(row, view.order).casefold() for row in rows]
                assert [v for v in values if v] == sorted(v for v in values if v)
                assert f"{view.order}▲" in text_of(pilot.app)
            after = dashboard_of(pilot).query_one(FactTable).picked
            assert picked is not None
            assert after is not None
            assert after.id == picked.id
        assert seen == {"soonest", "kind", "who", "what", "when", "where", "articles", "origins", "text"}
        while dashboard_of(pilot).view.order != "when":
            await press(pilot, "s")
        forwards = [row.when for row in dashboard_of(pilot).window.rows if row.when]
        assert "when▼" in await press(pilot, "S")
        backwards = [row.when for row in dashboard_of(pilot).window.rows if row.when]
        assert backwards != forwards
        assert sorted(backwards, reverse=True) == backwards


async def test_what_came_since_the_last_time_is_marked(story: Path) -> None:
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        assert "+" not in await press(pilot, "4")
    (story / "second.md").write_text(LATER, "utf-8")
    refresh([story], story.parent / "store.db")
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        screen = await press(pilot, "4")
        assert re.search(r"\+meeting +Iceland.*Tromso", screen)
        assert "+ new" in screen
        new = [row.articles for row in dashboard_of(pilot).window.rows if row.new]
        assert new
        assert all("second" in articles for articles in new)
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        await press(pilot, "4")
        assert not any(row.new for row in dashboard_of(pilot).window.rows)


async def test_a_card_tells_what_changed_when_and_who_is_silent(story: Path) -> None:
    (story / "second.md").write_text(LATER, "utf-8")
    (story / "third.md").write_text(MOVED, "utf-8")
    refresh([story], story.parent / "store.db")
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        talks = dashboard_of(pilot).talks
        oslo = next(talk for talk in talks if talk.city == "Oslo")
        assert len(talks) > 1
        dashboard_of(pilot).read_card(oslo, None)
        screen = await press(pilot)
        assert "What was told when" in screen
        assert re.search(r"1 May +starts: 12 May +superseded +first", screen)
        assert re.search(r"5 May +starts: 14 May +third", screen)
        assert "Not found in later reports" in await press(pilot, "end")
        await press(pilot, "enter")
        assert "2 Reykjavik cool" in text_of(pilot.app)


async def test_talks_whose_day_went_by_are_past_and_held_only_on_a_reports_word(story: Path) -> None:
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        for _ in range(3):
            await press(pilot, "right_curly_bracket")
        screen = await press(pilot, "3", "home", "enter")
        assert "Lisbon — " in screen
        assert " · past · Europe/Lisbon" in screen
        assert "held" not in screen
    (story / "second.md").write_text(HELD, "utf-8")
    refresh([story], story.parent / "store.db")
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        screen = await press(pilot, "right_square_bracket", "3", "home", "enter")
        assert " · held · Europe/Lisbon" in screen
        assert "Held, as reported" in screen
        await press(pilot, "home", "enter")
        assert "EU and Iceland speak" in text_of(pilot.app)
        assert "met in Lisbon" in " ".join(lit_words(pilot))


async def test_the_name_of_a_trail_goes_with_its_passage(story: Path) -> None:
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        assert "1/1 " in await press(pilot, "4", "home", "enter")
        screen = await press(pilot, "down", "down")
        assert "m meeting  e event  s statement" in screen
        assert lit_words(pilot)


async def test_w_shows_all_that_the_speaker_under_the_cursor_says_and_then_everybody_again(story: Path) -> None:
    async with a_real_room(story).run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "4", "home")
        table = dashboard_of(pilot).query_one(FactTable)
        everything = table.row_count()
        while table.picked is not None and table.picked.kind != "meeting":
            await press(pilot, "down")
        assert ">[ ] " in await press(pilot, "w"), "nobody speaks in a meeting: w asks who"
        assert "speaker: " in await press(pilot, "enter")
        await press(pilot, "w")
        await press(pilot, "home")
        while table.picked is not None and table.picked.who != "Kari Lund":
            await press(pilot, "down")
        assert "4 Facts — speaker: Kari Lund" in await press(pilot, "w")
        assert {row.who for row in dashboard_of(pilot).window.rows} == {"Kari Lund"}
        await press(pilot, "w")
        assert table.row_count() == everything
        assert table.picked is not None
        assert table.picked.who == "Kari Lund"


async def test_one_undo_takes_back_what_one_key_gave_to_several_facts_in_an_earlier_run(story: Path) -> None:
    (story / "second.md").write_text(STORY.replace("2021-05-01", "2021-05-02"), "utf-8")
    refresh([story], story.parent / "store.db")

    def accepted() -> int:
        return sum(verdict == "accept" for verdict in Reader(story.parent / "store.db").verdicts().values())

    async with a_real_room(story).run_test(size=WIDE) as pilot:
        await press(pilot, "4", "home", "a")
        await press(pilot, "a")
        assert accepted() == 4
    async with a_real_room(story).run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "4", "U")
        assert accepted() == 2
        assert "unreviewed again" in text_of(pilot.app)
        await press(pilot, "ctrl+r")
        assert accepted() == 4
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        await press(pilot, "4", "U", "U")
        assert accepted() == 0
    async with a_real_room(story).run_test(size=WIDE) as pilot:
        await press(pilot, "4", "ctrl+r", "ctrl+r")
        assert accepted() == 4
