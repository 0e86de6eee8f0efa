"""Files that come, change and go while the dashboard is open."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from store.clock import StoppedClock, SystemClock
from store.model.spans import Span
from store.reader import Reader
from store.refresh import refresh
from store.writer import Writer
from tests.tui.rooms import WIDE, dashboard_of, lit_words, press, text_of
from tui.app import DatelineApp
from tui.edited import Edit
from tui.judging import Review
from tui.library import Readers
from tui.loading import Progress
from tui.session import Clocks
from tui.watching import FolderWatch, concerns_articles
from tui.widgets.article_view import ArticleView
from tui.widgets.fact_table import FactTable

FIRST = """---
date: 2021-05-01
---
Herring quota: Iceland and Norway agree to sit down

Iceland and Norway will hold talks on the herring quota in Oslo on May 12, the Norwegian foreign ministry said.

"We expect a frank exchange," the Norwegian fisheries minister Kari Lund said on Friday.

The European Union and Iceland will meet in Lisbon on May 20, an aide to the commissioner told reporters.
"""
SECOND = """---
date: 2021-05-03
---
Reykjavik cool on quota talks

Iceland and Norway will hold talks in Tromso on June 3, the Icelandic foreign ministry said on Saturday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "story"
    place.mkdir()
    (place / "first.md").write_text(FIRST, "utf-8")
    return place


def a_live_room(folder: Path) -> DatelineApp:
    """A dashboard over a store that is filled from ``folder`` whenever that changes."""
    db = folder.parent / "store.db"
    refresh([folder], db)

    async def loading() -> AsyncIterator[Progress]:
        summary = await asyncio.to_thread(refresh, [folder], db)
        yield Progress(done=1, total=1, finished=True, summary=summary)

    clocks = Clocks(SystemClock(), StoppedClock)
    return DatelineApp(
        Readers(partial(Reader, db)),
        clocks,
        as_of="story",
        loader=loading,
        watch=FolderWatch(folder),
        review=Review("Ada", partial(Writer, db)),
    )


async def until(pilot: Pilot[Any], shown: Callable[[], bool]) -> None:
    """Wait until something shows; a test that waits in vain fails after half a minute."""
    for _ in range(300):
        if shown():
            return
        await pilot.pause(0.1)
    pytest.fail(f"it never showed:\n{text_of(pilot.app)}")


async def test_an_article_dropped_edited_and_removed_shows_without_a_key(folder: Path) -> None:
    async with a_live_room(folder).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "1 article " in text_of(pilot.app) and not dashboard_of(pilot).filling)
        await pilot.pause(0.5)  # until the system watches
        (folder / "second.md").write_text(SECOND, "utf-8")
        await until(pilot, lambda: "2 articles" in text_of(pilot.app) and "TROMSO" in text_of(pilot.app))
        (folder / "second.md").write_text(SECOND.replace("Tromso", "Bergen"), "utf-8")
        await until(pilot, lambda: "BERGEN" in text_of(pilot.app) and "TROMSO" not in text_of(pilot.app))
        (folder / "second.md").unlink()
        await until(pilot, lambda: "1 article " in text_of(pilot.app) and "BERGEN" not in text_of(pilot.app))


async def test_what_came_by_itself_is_told_in_a_sentence(folder: Path) -> None:
    async with a_live_room(folder).run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: "1 article " in text_of(pilot.app) and not dashboard_of(pilot).filling)
        await pilot.pause(0.5)
        assert "new" not in last_line(pilot).replace("o new", "")  # the first load is no news
        (folder / "second.md").write_text(SECOND, "utf-8")
        told = re.compile(r"^ 1 new article, \d new facts?: o shows what is new\.$")
        await until(pilot, lambda: bool(told.match(last_line(pilot))))
        pilot.app.clear_notifications()
        (folder / "second.md").write_text(SECOND, "utf-8")  # saved, and nothing else
        await pilot.pause(1)
        assert "article" not in last_line(pilot)
        (folder / "second.md").write_text(SECOND.replace(", the Icelandic", ", Icelandic"), "utf-8")
        await until(pilot, lambda: last_line(pilot).startswith(" 1 article changed"))
        (folder / "second.md").unlink()
        await until(pilot, lambda: last_line(pilot) == " 1 article gone.")


def last_line(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app).rstrip().splitlines()[-1].rstrip()


async def test_the_place_being_read_is_kept_while_the_story_grows(folder: Path) -> None:
    async with a_live_room(folder).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "1 article " in text_of(pilot.app) and not dashboard_of(pilot).filling)
        await pilot.pause(0.5)
        await press(pilot, "4", "end")
        facts = dashboard_of(pilot).query_one(FactTable)
        picked, words = facts.picked, lit_words(pilot)
        assert picked is not None
        assert words
        longer = FIRST.replace("\n\nIceland and", "\n\nA first paragraph that was added later.\n\nIceland and")
        (folder / "first.md").write_text(longer, "utf-8")
        (folder / "second.md").write_text(SECOND, "utf-8")
        await until(pilot, lambda: "2 articles" in text_of(pilot.app))
        await until(pilot, lambda: "added later" in text_of(pilot.app) and not dashboard_of(pilot).filling)
        assert facts.picked is not None
        assert (facts.picked.kind, facts.picked.who, facts.picked.what) == (picked.kind, picked.who, picked.what)
        assert lit_words(pilot) == words
        assert dashboard_of(pilot).query_one(ArticleView).caret == longer.index(words[0])


async def test_the_open_article_removed_gives_way_to_the_next_with_a_word(folder: Path) -> None:
    (folder / "second.md").write_text(SECOND, "utf-8")
    async with a_live_room(folder).run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: "2 articles" in text_of(pilot.app) and not dashboard_of(pilot).filling)
        await pilot.pause(0.5)
        assert "2 Reykjavik cool" in text_of(pilot.app)
        (folder / "second.md").unlink()
        await until(pilot, lambda: "2 Herring quota" in text_of(pilot.app))
        await until(pilot, lambda: "second is no longer in the folder" in text_of(pilot.app))


def test_a_watch_tells_of_articles_and_of_nothing_else(tmp_path: Path) -> None:
    for name in ("a.txt", "b.HTML", "articles.toml", "more", "deep/c.md"):
        assert concerns_articles(tmp_path / name, tmp_path), name
    for name in (".a.txt.swp", "picture.png", ".git/x.txt", "a.txt~", "../elsewhere.txt"):
        assert not concerns_articles(tmp_path / name, tmp_path), name


def test_a_folder_that_cannot_be_watched_is_told_in_a_sentence(tmp_path: Path) -> None:
    told: list[str] = []
    done = Event()

    def tell(trouble: str) -> None:
        told.append(trouble)
        done.set()

    watch = FolderWatch(tmp_path / "gone" / "deeper")
    watch.start(tell)
    assert done.wait(20)
    watch.stop()
    assert "r reads it again" in told[0]


@pytest.mark.parametrize(
    ("before", "after", "words", "found"),
    [
        pytest.param("one two three", "zero one two three", "two", True, id="something added before"),
        pytest.param("one two three", "one two four", "two", True, id="something changed behind"),
        pytest.param("one two three", "one 2 three", "two", False, id="the words themselves changed"),
        pytest.param("aaa aaa", "aaa", "aaa", True, id="cut short"),
        pytest.param("one", "", "one", False, id="emptied"),
    ],
)
def test_places_are_found_again_in_an_edited_text(before: str, after: str, words: str, found: bool) -> None:
    start = before.index(words)
    kept = Edit.between(before, after).kept((Span(start, start + len(words)),))
    assert [span.of(after) for span in kept] == ([words] if found else [])
