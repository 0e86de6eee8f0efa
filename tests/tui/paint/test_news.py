"""What is new, in sentences whose words agree in number."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from store.model.views import News
from tui.paint.news import news_sentence, nothing_new_sentence

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
