"""What was told when, and which later reports say nothing of a talk."""

from __future__ import annotations

from dataclasses import replace

from store.model.claims import Evidence, Talk, TalkClaim
from store.model.spans import Span
from store.model.views import ArticleRow
from tui.paint.history import not_found_in, tellings


def _told(article_id: int, day: str) -> Evidence:
    return Evidence(
        article_id=article_id,
        article=f"a{article_id}",
        span=Span(0, 1),
        quote="q",
        fact=f"f{article_id}",
        published=day,
    )


def _claim(value: str, *evidence: Evidence, superseded: bool = False) -> TalkClaim:
    return TalkClaim(
        attribute="start", value=value, origins=("x",), articles=(), evidence=evidence, superseded=superseded
    )


def _talk(*claims: TalkClaim) -> Talk:
    return Talk(
        id="t",
        title="talks",
        city="Oslo",
        country="NO",
        zone="",
        parties=(),
        start="",
        end="",
        status="scheduled",
        disputed=(),
        claims=claims,
    )


def _row(article_id: int, day: str, bound: str = "exact") -> ArticleRow:
    return ArticleRow(
        id=article_id, name=f"a{article_id}", title="", outlet="", day=day, bound=bound, basis="", why="", facts=0
    )


def test_a_change_is_told_in_the_order_of_the_reports() -> None:
    first, later = _told(1, "2031-05-02"), _told(2, "2031-05-04")
    talk = _talk(_claim("2031-05-13", later), _claim("2031-05-12", first, _told(3, ""), superseded=True))
    told = [(telling.day, telling.value, telling.article, telling.superseded) for telling in tellings(talk)]
    assert told == [
        ("2031-05-02", "2031-05-12", "a1", True),
        ("2031-05-04", "2031-05-13", "a2", False),
        ("", "2031-05-12", "a3", True),
    ]


def test_what_never_changed_has_no_history() -> None:
    once = _claim("2031-05-12", _told(1, "2031-05-02"), _told(2, "2031-05-03"))
    assert tellings(_talk(once)) == []
    assert tellings(_talk(_claim("2031-05-12", _told(1, "")), _claim("2031-05-13", _told(2, "")))) == []
    coarse = replace(_claim("2031-05", _told(2, "2031-05-03")), implied=True)
    assert tellings(_talk(once, coarse)) == []


def test_later_reports_without_the_talk_are_named_earliest_first() -> None:
    talk = _talk(_claim("2031-05-12", _told(1, "2031-05-02")))
    rows = [
        _row(1, "2031-05-02"),
        _row(5, "2031-05-09"),
        _row(4, "2031-05-03"),
        _row(3, "2031-05-01"),
        _row(6, "2031-05-04", "no later than"),
        _row(7, ""),
    ]
    assert [row.id for row in not_found_in(talk, rows)] == [4, 5]


def test_without_an_exact_first_announcement_no_report_came_after_it() -> None:
    assert not not_found_in(_talk(_claim("2031-05-12", _told(1, ""))), [_row(2, "2031-05-09")])
