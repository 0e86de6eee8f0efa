"""The days of an event's clock times, through the loaded store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.reader import Reader
from store.refresh import refresh
from tests.store.builders import write

if TYPE_CHECKING:
    from pathlib import Path

FILLER = "The two had not spoken since the fishing dispute began two summers ago, officials in both capitals said."


def test_the_day_of_one_report_settles_the_hours_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    write(
        folder,
        "hours.txt",
        "Leaders talk by telephone\n\n"
        "The telephone conversation between Kenyan President Amos Wanjala and his Japanese counterpart Ken Ito ended at"
        " 18:20 Nairobi time (00:20 Tokyo time).\n\n"
        "It began at 17:30 Nairobi time (23:30 Tokyo time). Thus, the conversation lasted for 50 minutes.\n\n"
        f"{FILLER}\n",
    )
    write(
        folder,
        "day.txt",
        "Leaders talk by telephone\n\nNAIROBI, March 6, 2031 (Desk)\n\n"
        "Kenyan President Amos Wanjala and Japanese President Ken Ito held a 50-minute phone call on Tuesday.\n\n"
        f"{FILLER}\n",
    )
    refresh([folder], tmp_path / "story.db")
    with Reader(tmp_path / "story.db") as reader:
        (call,) = [c for c in reader.claims() if c.kind == "event"]
    assert call.when == "2031-03-04T17:30"
    assert call.articles == ("day", "hours") or call.articles == ("hours", "day")
    assert "began 4 Mar 17:30 Nairobi time, 4 Mar 23:30 Tokyo time" in call.why
    assert "ended 4 Mar 18:20 Nairobi time, 5 Mar 00:20 Tokyo time" in call.why
    assert "50 minutes in both reports" in call.why
