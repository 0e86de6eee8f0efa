"""Short reports and the calendar that a reader draws from them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from store.extract.pipeline import read_article
from tests.store.extract.meeting_readings import a_report

REPORTS: list[dict[str, Any]] = [
    report
    for name in (
        "journeys",
        "forms_of_announcement",
        "longer_sentences",
        "enumerations_and_asides",
        "whereabouts",
        "changed_plans",
        "coming_together",
        "who_takes_part",
        "interrupted_sentences",
        "unlisted_wordings",
        "told_in_passing",
    )
    for report in tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))["report"]
]


@pytest.mark.parametrize("report", [pytest.param(r, id=r["id"]) for r in REPORTS])
def test_the_calendar_of_a_report(report: dict[str, Any]) -> None:
    filed = report.get("dateline", "LONDON")
    found = read_article(a_report(*report["paragraphs"], dateline=f"{filed}, March 13, 2019")).meetings
    assert len(found) == len(report["expect"]), [m.title for m in found]
    for meeting, expected in zip(found, report["expect"], strict=True):
        assert (meeting.begin.value if meeting.begin else None) == expected.get("start")
        assert (meeting.place.name if meeting.place else None) == expected.get("place")
        assert set(expected.get("parties", ())) <= {party.name for party in meeting.parties}
        assert "exactly" not in expected or {party.name for party in meeting.parties} == set(expected["exactly"])
        assert meeting.status == expected.get("status", "scheduled")
        assert "end" not in expected or (meeting.end.value if meeting.end else "") == expected["end"]
