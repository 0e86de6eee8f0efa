"""What is new, in sentences whose words agree in number."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from store.model.summary import Summary
from store.model.views import News
from tui.paint.news import Came, came_sentence, news_sentence, nothing_new_sentence, since_sentence

AT = datetime(2021, 12, 31, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("news", "told"),
    [
        (News(2, 14, looked=True), "2 new articles, 14 new facts: o shows them."),
        (News(1, 1, looked=True), "1 new article, 1 new fact: o shows it."),
        (News(0, 3, looked=True), "3 new facts: o shows them."),
        (News(1, 0, looked=True), "1 new article."),
        (News(), "Nothing new."),
    ],
)
def test_reading_the_folder_ends_in_what_came(news: News, told: str) -> None:
    assert news_sentence(news, "o") == told


def test_a_key_that_nobody_bound_is_not_told() -> None:
    assert news_sentence(News(0, 3, looked=True)) == "3 new facts."


@pytest.mark.parametrize(
    ("news", "today", "told"),
    [
        (News(looked=True, at=AT), date(2022, 1, 2), "Nothing new since Fri 31 Dec, 12:00."),
        (News(looked=True, at=AT), date(2031, 5, 3), "Nothing new since Fri 31 Dec 2021, 12:00."),
        (News(looked=True), date(2022, 1, 2), "Nothing new since the last look."),
        (News(), date(2022, 1, 2), "Nothing new: this is the first look."),
        (News(0, 1, looked=True), date(2022, 1, 2), "Nothing new passes this filter; without it 1 fact would."),
    ],
)
def test_why_there_is_nothing_to_show(news: News, today: date, told: str) -> None:
    assert nothing_new_sentence(news, "Europe/Berlin", today) == told


@pytest.mark.parametrize(
    ("news", "told"),
    [
        (News(1, 2, looked=True), "1 new article, 2 new facts since you last looked: o shows them."),
        (News(0, 1, looked=True), "1 new fact since you last looked: o shows it."),
        (News(1, 0, looked=True), "1 new article since you last looked."),
        (News(looked=True), ""),
    ],
)
def test_the_start_tells_what_came_meanwhile(news: News, told: str) -> None:
    assert since_sentence(news, "o") == told


@pytest.mark.parametrize(
    ("summary", "facts", "told"),
    [
        (Summary(found=3, read=1), 3, "1 new article, 3 new facts: o shows what is new."),
        (Summary(found=2, read=1), 0, "1 article changed."),
        (Summary(found=2, read=2), 1, "2 articles changed, 1 new fact: o shows what is new."),
        (Summary(found=1, vanished=1), -4, "1 article gone."),
        (Summary(found=2, read=2, vanished=1), 0, "1 new article, 1 article changed, 1 article gone."),
        (Summary(found=2), 0, ""),
    ],
)
def test_what_came_by_itself_is_told_from_two_files_on(summary: Summary, facts: int, told: str) -> None:
    assert came_sentence(Came().then(2, summary), facts, "o") == told
