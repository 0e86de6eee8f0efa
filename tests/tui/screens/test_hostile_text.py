"""Whatever stands in an article, nothing of it reaches the terminal but characters."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from store.model.claims import Conflict, Talk
from store.model.views import ClaimRow, Hit
from tests.tui.builders import FakeLibrary
from tests.tui.rooms import SMALL, WIDE, a_room, press, text_of

HOSTILE = "[/][@click=app.quit]x[/]\x1b[31m\x1b]52;c;aGk=\x07\x9b2J\u202egnp.\u2066\x00\x7f\r\n\ud800 [b"
DANGEROUS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _spoilt(value: Any) -> Any:
    """``value`` with hostile words put before every free text in it."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_spoilt(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"id", "article_id", "claim", "fact", "attribute", "kind", "start", "end", "zone", "disputed", "status"}
        changed = {f.name: _spoilt(getattr(value, f.name)) for f in fields(value) if f.name not in kept}
        return replace(value, **changed)
    return HOSTILE + value if isinstance(value, str) else value


class HostileLibrary(FakeLibrary):
    """The story, with hostile words in front of all texts, titles, names and values."""

    def __init__(self) -> None:
        super().__init__(5)
        for key, article in self.articles.items():
            self.articles[key] = replace(
                article, text=article.text + HOSTILE * 3, title=HOSTILE, name=HOSTILE, outlet=HOSTILE, notes=(HOSTILE,)
            )
        self.rows = [_spoilt(row) for row in self.rows]
        self.bad_files = [(HOSTILE, HOSTILE)]

    def _passing(self, *arguments: Any) -> list[ClaimRow]:
        return self.rows

    def talks(self, *arguments: Any) -> list[Talk]:
        return [_spoilt(talk) for talk in super().talks()]

    def conflicts(self, *arguments: Any) -> list[Conflict]:
        return [_spoilt(conflict) for conflict in super().conflicts()]

    def search(self, *arguments: Any) -> list[Hit]:
        return [_spoilt(hit) for hit in super().search("talks", 9)]

    def choices(self, *arguments: Any) -> dict[str, list[tuple[str, int]]]:
        return {"kinds": [(HOSTILE, 1)], "speakers": [(HOSTILE, 2)], "outlets": [], "places": []}


async def test_no_control_character_or_markup_gets_through_on_any_screen() -> None:
    for size in (SMALL, WIDE):
        app = a_room(HostileLibrary())
        async with app.run_test(size=size, notifications=True) as pilot:
            for keys in (
                ("1", "down", "enter", "G"),
                ("3", "down", "enter", "n"),
                ("3", "g", "enter"),
                ("escape", "4", "down", "enter"),
                ("c", "n", "enter"),
                ("slash", *"talks"),
                ("enter", "f", "space"),
                ("enter", "p", "y"),
                ("escape", "question_mark"),
            ):
                screen = await press(pilot, *keys)
                assert not DANGEROUS.search(screen.replace("\n", ""))
                assert all(len(line) <= size[0] for line in screen.splitlines())
            assert "[@click=app.quit]x[/]␛[31m␛]52;" in await press(pilot, "escape", "2", "end")
            assert not DANGEROUS.search(text_of(app).replace("\n", ""))
        assert app.return_code is None
